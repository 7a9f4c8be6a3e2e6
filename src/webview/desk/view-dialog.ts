import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';

/** The lines that keep what is seen as a view, for whoever writes them into a file by hand. */
export function showViewText(text: string, file: string): void {
  const area = make('pre', { tabindex: 0, 'aria-label': 'Lines to copy' }, make('code', {}, text));
  const done = make('span', { role: 'status' });
  const copy = button(
    { class: 'main' },
    async () => {
      const copied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      done.textContent = copied ? 'Copied.' : 'Select the lines and copy them.';
    },
    'Copy the lines',
  );
  const dialog = make('dialog', { class: 'help-dialog view-dialog', 'aria-labelledby': 'view-heading' });
  const close = button({ class: 'plain', 'aria-label': 'Close' }, () => dialog.close(), icon('close'));
  dialog.append(
    make('div', { class: 'dialog-bar' }, make('h2', { id: 'view-heading' }, 'Save as a view'), close),
    make(
      'p',
      {},
      `This page changes no file. Copy these lines to the end of ${file}, and give the view a name of your own:`,
    ),
    area,
    make('div', { class: 'look-buttons' }, done, copy),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  copy.focus();
}
