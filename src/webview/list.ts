import type { Placed } from '../diagram/placed.ts';
import { entryKey, type PathwayEntry, type Severity, type ToPage } from '../protocol/preview.ts';
import { button, make } from './dom.ts';
import { groupedByKind, groupedByProject, sizeInWords } from './entries.ts';
import { icon } from './icons.ts';
import { counted, severityWords } from './words.ts';

type Nothing = Extract<ToPage<Placed>, { type: 'nothing' }>;

/** What stands where there is no picture: the pathways to choose from, or why there is nothing and what to do. */
export class ListView {
  readonly element = make('div', { class: 'list', tabindex: -1, hidden: true });
  readonly #select: (key: string) => void;

  constructor(select: (key: string) => void) {
    this.#select = select;
  }

  showAll(entries: readonly PathwayEntry[]): void {
    const heading = make('h1', {}, 'Pathways');
    this.#fill(
      heading,
      make('p', { class: 'hint' }, 'Choose one to see its picture and what is missing in it.'),
      ...this.#projects(entries),
    );
  }

  showNothing({ message, hint, example }: Nothing, entries: readonly PathwayEntry[]): void {
    this.#fill(
      make('h1', {}, message),
      hint !== undefined && make('p', { class: 'hint' }, hint),
      example !== undefined && make('pre', { tabindex: 0, 'aria-label': 'Example' }, make('code', {}, example)),
      ...(entries.length > 0 ? this.#projects(entries) : []),
    );
  }

  #fill(...children: readonly (Node | false)[]): void {
    this.element.replaceChildren(make('div', { class: 'list-inner' }, ...children));
  }

  #projects(entries: readonly PathwayEntry[]): readonly HTMLElement[] {
    const groups = groupedByProject(entries);
    return groups.flatMap(({ label, entries: own }) => [make('h2', {}, label), ...this.#kinds(own)]);
  }

  /** With one kind only there is nothing to tell apart. */
  #kinds(entries: readonly PathwayEntry[]): readonly HTMLElement[] {
    const kinds = groupedByKind(entries);
    return kinds.flatMap(({ label, entries: own }) => [
      ...(kinds.length === 1 ? [] : [make('h3', {}, label)]),
      make('ul', { class: 'entries' }, ...own.map((entry) => make('li', {}, this.#entry(entry)))),
    ]);
  }

  #entry(entry: PathwayEntry): HTMLElement {
    return button(
      { class: 'entry' },
      () => this.#select(entryKey(entry)),
      make('span', { class: 'entry-label' }, entry.label),
      make('span', { class: 'entry-facts' }, make('span', {}, sizeInWords(entry)), ...countsOf(entry)),
    );
  }
}

function countsOf(entry: PathwayEntry): readonly HTMLElement[] {
  const shown: readonly Severity[] = ['error', 'warning', 'info', 'question'];
  return shown
    .filter((severity) => entry.counts[severity] > 0)
    .map((severity) => {
      const { one, many } = severityWords[severity];
      return make('span', { class: `badge ${severity}` }, icon(severity), counted(entry.counts[severity], one, many));
    });
}
