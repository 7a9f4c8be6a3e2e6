import { linkedTo, type ReportMemory, type ReportShown, type ToReportPage } from '../../protocol/report.ts';
import { searchRows } from '../../report/browser/search.ts';
import { enhanceTables } from '../../report/browser/tables.ts';
import { frontPage, searchPage } from '../../report/links.ts';
import { Announcer } from '../announcer.ts';
import { make } from '../dom.ts';
import { Themes } from '../theme.ts';
import { ReportBar } from './bar.ts';
import type { ReportHost } from './host.ts';
import { heightsIn, layOutLong } from './long.ts';
import { type Standing, standAgain, standingIn } from './standing.ts';

/** A report beside the text: what the host says is shown, what the reader does is told to the host. */
export class ReportPage {
  readonly #host: ReportHost;
  readonly #announcer = new Announcer();
  readonly #bar = new ReportBar({
    page: (page) => this.#go(page),
    search: (words) => this.#search(words),
  });
  readonly #view = make('main', { class: 'report', tabindex: -1 });
  #memory: ReportMemory;
  #report: ReportShown | undefined;
  /** A place in the page that is on its way. */
  #anchor: string | undefined;

  constructor(host: ReportHost) {
    this.#host = host;
    this.#memory = host.recall();
    new Themes('vscode', undefined, () => {});
  }

  start(): void {
    this.#bar.element.hidden = true;
    this.#bar.query = this.#memory.query ?? '';
    document.body.append(this.#bar.element, this.#view, this.#announcer.element);
    this.#view.addEventListener('click', (event) => this.#click(event));
    this.#host.listen((message) => this.#take(message));
    this.#host.post({ type: 'ready' });
  }

  #take(message: ToReportPage): void {
    if (message.type === 'report') this.#show(message.report);
    else this.#showNothing(message.message, message.hint);
  }

  #show(report: ReportShown): void {
    const before = this.#report;
    this.#report = report;
    const { page, title, html, project } = report;
    const isSame = before?.page === page && before.project.folder === project.folder;
    this.#keep({ project: project.folder, page });
    this.#bar.element.hidden = false;
    this.#bar.show(report);
    document.title = `${title} – ${project.title}`;
    if (!isSame || before.html !== html) {
      const standing = isSame ? standingIn(this.#view) : undefined;
      this.#fill(page, html, standing);
      if (before && !isSame) this.#announcer.say(title);
    }
    this.#toAnchor();
  }

  #fill(page: string, html: string, standing: Standing | undefined): void {
    const heights = standing ? heightsIn(this.#view) : new Map();
    this.#view.innerHTML = html;
    const { tables = {}, query = '' } = this.#memory;
    enhanceTables(this.#view, tables[page], (state) =>
      this.#keep({ tables: { ...this.#memory.tables, [page]: state } }),
    );
    layOutLong(this.#view, heights);
    if (page === searchPage) searchRows(query);
    if (standing) standAgain(this.#view, standing);
    else this.#view.scrollTop = 0;
  }

  #showNothing(message: string, hint: string): void {
    this.#report = undefined;
    this.#bar.element.hidden = true;
    this.#view.replaceChildren(
      make('div', { class: 'nothing' }, make('h1', { class: 'nothing-message' }, message), make('p', {}, hint)),
    );
    this.#announcer.say(`${message} ${hint}`);
  }

  #click(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const href = link?.getAttribute('href') ?? '';
    if (!href.startsWith('#')) return;
    event.preventDefault();
    const place = linkedTo(href);
    if (place) return this.#host.post(place);
    const [page = frontPage] = href.slice(1).split('--');
    this.#anchor = href.includes('--') ? decodeURIComponent(href.slice(1)) : undefined;
    this.#go(decodeURIComponent(page));
  }

  #go(page: string): void {
    if (page === this.#report?.page) this.#toAnchor();
    else this.#host.post({ type: 'select', page });
  }

  #search(query: string): void {
    this.#keep({ query });
    if (this.#report?.page === searchPage) return searchRows(query);
    if (query.trim() !== '') this.#host.post({ type: 'select', page: searchPage });
  }

  /** Shows the row that was asked for, whatever the table was filtered by. */
  #toAnchor(): void {
    const row = this.#anchor === undefined ? null : document.getElementById(this.#anchor);
    if (!row) return;
    this.#anchor = undefined;
    for (const other of this.#view.querySelectorAll('.pointed')) other.classList.remove('pointed');
    row.hidden = false;
    row.classList.add('pointed');
    row.scrollIntoView({ block: 'center' });
    row.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  }

  #keep(changes: ReportMemory): void {
    this.#memory = { ...this.#memory, ...changes };
    this.#host.remember(this.#memory);
  }
}
