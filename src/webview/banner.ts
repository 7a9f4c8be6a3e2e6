import type { ListedFinding, Picture } from '../protocol/preview.ts';
import { button, make } from './dom.ts';
import { icon } from './icons.ts';
import { counted, countsIn, whereIs } from './words.ts';

/** Says over the picture that it is not the whole truth. */
export class Banner {
  readonly element = make('div', { class: 'banners' });
  readonly #stale = make('div', { class: 'banner', hidden: true });
  readonly #lost = make(
    'div',
    { class: 'banner', hidden: true },
    icon('warning'),
    make(
      'p',
      {},
      'Nobody answers any more, so this picture no longer follows the text. If ‘pathway serve’ was stopped, start it again and open the address that it prints.',
    ),
  );
  readonly #problems = make('div', { class: 'banner', hidden: true });
  readonly #reveal: (finding: ListedFinding) => void;

  constructor(reveal: (finding: ListedFinding) => void) {
    this.#reveal = reveal;
    this.element.append(this.#lost, this.#problems, this.#stale);
  }

  showPicture(picture: Picture<unknown> | undefined): void {
    const errors = picture ? textErrors(picture) : [];
    const isNeeded = picture !== undefined && (picture.stale || errors.length > 0);
    this.#stale.hidden = !isNeeded;
    if (!picture || !isNeeded) return;
    const first = errors[0];
    this.#stale.replaceChildren(
      icon('warning'),
      // As many as the list of findings below says.
      make('p', {}, staleWords(picture.stale, countsIn(picture).error || errors.length)),
      ...(first ? [button({}, () => this.#reveal(first), `Show ${whereIs(first.place)}`)] : []),
    );
  }

  showProblems(problems: readonly string[]): void {
    this.#problems.hidden = problems.length === 0;
    if (problems.length > 0) this.#problems.replaceChildren(icon('warning'), make('p', {}, problems.join(' ')));
  }

  showConnected(connected: boolean): void {
    this.#lost.hidden = connected;
  }
}

export function staleWords(stale: boolean, errors: number): string {
  const has = errors === 0 ? 'The text has errors' : `The text has ${counted(errors, 'error')}`;
  return stale
    ? `${has}, so this is the last picture that could be drawn.`
    : `${has}, so something may be missing in this picture.`;
}

/** Where the picture's own file cannot be understood. */
function textErrors({ entry, findings, elsewhere = [] }: Picture<unknown>): readonly ListedFinding[] {
  return [...findings, ...elsewhere].filter(({ rule, place }) => rule === 'syntax-error' && place.file === entry.file);
}
