import type { Excerpt } from '../protocol/preview.ts';
import { button, make } from './dom.ts';
import { icon } from './icons.ts';

/** The lines in which an element is written, for those who have no editor open. */
export class ExcerptView {
  readonly element = make('section', { class: 'excerpt', 'aria-labelledby': 'excerpt-heading', hidden: true });
  readonly #closed: () => void;

  constructor(closed: () => void) {
    this.#closed = closed;
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
    });
  }

  show(excerpt: Excerpt, focus: boolean): void {
    const { from, to } = excerpt;
    const where = from === to ? `line ${from}` : `lines ${from} to ${to}`;
    const heading = make('h2', { id: 'excerpt-heading' }, make('span', { class: 'file' }, excerpt.file), `, ${where}`);
    const close = button({ class: 'plain', 'aria-label': 'Close the text' }, () => this.#close(), icon('close'));
    const lines = excerpt.lines.map((line, index) => lineOf(line, excerpt.firstLine + index, excerpt));
    const text = make('pre', { tabindex: 0, 'aria-labelledby': 'excerpt-heading' }, make('code', {}, ...lines));
    this.element.replaceChildren(make('div', { class: 'excerpt-bar' }, heading, close), text);
    this.element.hidden = false;
    text.querySelector('.meant')?.scrollIntoView({ block: 'nearest' });
    text.scrollTop = 0;
    if (focus) text.focus({ preventScroll: true });
  }

  hide(): void {
    this.element.hidden = true;
  }

  #close(): void {
    this.hide();
    this.#closed();
  }
}

function lineOf(line: string, number: number, { from, to }: Excerpt): HTMLElement {
  const isMeant = number >= from && number <= to;
  return make(
    'span',
    { class: isMeant ? 'line meant' : 'line' },
    make('span', { class: 'number', 'aria-hidden': 'true' }, `${number}`),
    make('span', { class: 'words' }, ...coloured(line), '\n'),
  );
}

const parts = /(?<comment>#.*$)|(?<text>"(?:[^"\\]|\\.)*"?)|(?<absence>\b(?:unknown|none|not-applicable)\b)/g;

/** The first word, which says what the line is about; texts; what is absent; remarks. */
function coloured(line: string): readonly (Node | string)[] {
  const first = /^\s*[\p{L}][\p{L}\d-]*/u.exec(line)?.[0] ?? '';
  const rest = line.slice(first.length);
  const nodes: (Node | string)[] = first === '' ? [] : [make('span', { class: 'keyword' }, first)];
  let at = 0;
  for (const match of rest.matchAll(parts)) {
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
    nodes.push(rest.slice(at, match.index), make('span', { class: kind }, match[0]));
    at = match.index + match[0].length;
  }
  return [...nodes, rest.slice(at)];
}
