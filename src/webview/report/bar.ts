import type { ReportShown } from '../../protocol/report.ts';
import { frontPage, searchPage } from '../../report/links.ts';
import { make } from '../dom.ts';

/** What the reader asks of a report. */
export interface BarListener {
  page(page: string): void;
  search(words: string): void;
}

/** Above a report: which page is seen, and what is looked for in all tables. */
export class ReportBar {
  readonly element: HTMLElement;
  readonly #pages = make('select', { id: 'page', 'aria-label': 'Table' });
  readonly #search = make('input', { id: 'search', type: 'search', placeholder: 'Search all tables' });
  readonly #broken = make('p', { class: 'report-broken', hidden: true });
  #contents = '';

  constructor(listener: BarListener) {
    this.#pages.addEventListener('change', () => listener.page(this.#pages.value));
    this.#search.addEventListener('input', () => listener.search(this.#search.value));
    const form = make(
      'form',
      { role: 'search' },
      make('label', { for: 'search', class: 'spoken' }, 'Search all tables'),
      this.#search,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      listener.search(this.#search.value);
    });
    const picker = make('div', { class: 'picker' }, make('span', { class: 'named' }, 'Table'), this.#pages);
    this.element = make(
      'header',
      { class: 'report-head' },
      make('div', { class: 'report-bar' }, picker, form),
      this.#broken,
    );
  }

  /** Puts words into the search that somebody looked for before. */
  set query(words: string) {
    if (this.#search.value !== words) this.#search.value = words;
  }

  show({ contents, page, project }: ReportShown): void {
    this.#sayBroken(project.broken);
    const isSearch = page === searchPage;
    const now = JSON.stringify([contents, isSearch]);
    if (now !== this.#contents) {
      this.#contents = now;
      const groups = contents.map(({ title, pages }) => {
        const options = pages.map((one) => make('option', { value: one.page }, `${one.title} (${one.count})`));
        return make('optgroup', { label: title }, ...options);
      });
      this.#pages.replaceChildren(
        make('option', { value: frontPage }, 'Overview'),
        ...(isSearch ? [make('option', { value: searchPage }, 'Search results')] : []),
        ...groups,
      );
    }
    this.#pages.value = page;
  }

  /** What cannot be read is left out: nobody is to take the rest for all there is. */
  #sayBroken(files: readonly string[]): void {
    this.#broken.hidden = files.length === 0;
    this.#broken.textContent = `The text of ${files.join(' and ')} has errors: the tables hold what could be understood.`;
  }
}
