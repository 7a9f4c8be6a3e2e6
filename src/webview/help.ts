import { button, make } from './dom.ts';
import { icon } from './icons.ts';

const rows: readonly (readonly [readonly string[], string])[] = [
  [['Tab'], 'enter the picture'],
  [['→', '←'], 'follow the flow: next and previous stage'],
  [['↑', '↓'], 'stages beside'],
  [['Shift', '→'], 'the arrow that leaves a stage (Shift and ← for the one that leads to it)'],
  [['Home', 'End'], 'first and last stage'],
  [['Enter'], 'show where it is written'],
  [['i'], 'go into what is said about it; Esc leads back'],
  [['Shift', 'F10'], 'what to do with it: add, rename, put right (in VS Code)'],
  [['Esc'], 'leave the picture’s elements; the arrow keys then move the picture'],
  [['/'], 'find a stage, an arrow, a provider, information, a system (also Ctrl and F)'],
  [['t'], 'the same facts as a table, and back'],
  [['+', '−'], 'larger, smaller'],
  [['0', '1'], 'fit to the window, own size'],
  [['f'], 'fit what is selected and what stands around it'],
  [['Ctrl', 'wheel'], 'larger, smaller; the wheel alone moves the picture'],
];

/** What can be done without a pointer, and with one. */
export function helpDialog(): HTMLDialogElement {
  const list = make(
    'dl',
    {},
    ...rows.flatMap(([keys, words]) => [
      make('dt', {}, ...keys.map((key) => make('kbd', {}, key))),
      make('dd', {}, words),
    ]),
  );
  const dialog = make('dialog', { class: 'help-dialog', 'aria-labelledby': 'help-heading' });
  const close = button({ class: 'plain', 'aria-label': 'Close' }, () => dialog.close(), icon('close'));
  dialog.append(
    make('div', { class: 'dialog-bar' }, make('h2', { id: 'help-heading' }, 'Keys and gestures'), close),
    list,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
