import type { Placed } from '../../diagram/placed.ts';
import type { ListedFinding } from '../../protocol/preview.ts';
import { button, make, setAll } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Emphasis } from '../picture.ts';
import { counted, severityWords } from '../words.ts';
import { type Cell, type Row, sorted, type TableData, tablesOf } from './rows.ts';

interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableEvents {
  /** Somebody chose the element of a row. */
  readonly choose: (id: string) => void;
  /** The rows are in another order, in words. */
  readonly say: (words: string) => void;
}

/** The facts of the picture as tables, for those who would rather read than look. */
export class TableView {
  readonly element = make('div', {
    class: 'table-view',
    tabindex: -1,
    role: 'region',
    'aria-label': 'Tables',
    hidden: true,
  });
  readonly #events: TableEvents;
  readonly #sorting = new Map<string, Sorting>();
  #tables: readonly TableData[] = [];
  #title = '';
  #rows = new Map<string, HTMLTableRowElement>();
  #selected: string | undefined;
  #emphasis: Emphasis = {};

  constructor(events: TableEvents) {
    this.#events = events;
  }

  show(placed: Placed, findings: readonly ListedFinding[]): void {
    this.#tables = tablesOf(placed, findings);
    this.#title = placed.title.texts[0]?.runs.map(({ text }) => text).join('') ?? placed.pathway;
    this.#draw();
  }

  clear(): void {
    this.#tables = [];
    this.#rows = new Map();
    this.element.replaceChildren();
  }

  select(id: string | undefined, bring: boolean): void {
    this.#selected = id;
    this.#mark();
    if (bring && id !== undefined) this.#rows.get(id)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  emphasise(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    this.#mark();
  }

  focus(id: string | undefined): void {
    const row = id === undefined ? undefined : this.#rows.get(id);
    (row?.querySelector('button') ?? this.element).focus();
  }

  #draw(): void {
    const focused = document.activeElement?.closest<HTMLElement>('[data-focus]')?.dataset['focus'];
    const { scrollTop, scrollLeft } = this.element;
    this.#rows = new Map();
    this.element.replaceChildren(
      make('h1', {}, this.#title),
      ...(this.#tables.length > 0
        ? this.#tables.map((table) => this.#table(table))
        : [make('p', { class: 'hint' }, 'There are no stages yet, so there is nothing to list.')]),
    );
    this.#mark();
    this.element.scrollTo(scrollLeft, scrollTop);
    if (focused === undefined) return;
    const again = [...this.element.querySelectorAll<HTMLElement>('[data-focus]')];
    again.find((each) => each.dataset['focus'] === focused)?.focus({ preventScroll: true });
  }

  #table(table: TableData): HTMLElement {
    const sorting = this.#sorting.get(table.caption);
    const column = sorting ? table.columns.indexOf(sorting.column) : -1;
    const rows = sorting && column >= 0 ? sorted(table.rows, column, sorting.direction) : table.rows;
    const id = `table-${table.caption.replaceAll(' ', '-').toLowerCase()}`;
    return make(
      'div',
      { class: 'table-frame', role: 'region', 'aria-labelledby': id, tabindex: 0 },
      make(
        'table',
        {},
        make('caption', { id }, `${table.caption} (${table.rows.length})`),
        make('thead', {}, make('tr', {}, ...table.columns.map((each) => this.#heading(table, each)))),
        make('tbody', {}, ...rows.map((row) => this.#row(row))),
      ),
    );
  }

  #heading({ caption }: TableData, column: string): HTMLElement {
    const sorting = this.#sorting.get(caption);
    const now = sorting?.column === column ? sorting.direction : undefined;
    const press = (): void => {
      const direction = now === 'ascending' ? 'descending' : 'ascending';
      this.#sorting.set(caption, { column, direction });
      this.#draw();
      this.#events.say(`${caption} sorted by ${column.toLowerCase()}, ${direction}.`);
    };
    const sign = now === undefined ? undefined : icon(now === 'ascending' ? 'up' : 'down');
    return make(
      'th',
      { scope: 'col', 'aria-sort': now },
      button({ class: 'sort', 'data-focus': `${caption} ${column}` }, press, make('span', {}, column), sign),
    );
  }

  #row({ id, cells }: Row): HTMLElement {
    const [first, ...rest] = cells;
    const name = button({ class: 'row-name', 'data-focus': id }, () => this.#events.choose(id), first?.text ?? '');
    const row = make('tr', {}, make('th', { scope: 'row' }, name), ...rest.map(cellOf));
    row.addEventListener('click', (event) => {
      // Marking words to copy them is no choice.
      const isMarking = (getSelection()?.toString() ?? '') !== '';
      if (!isMarking && !(event.target as HTMLElement).closest('button')) this.#events.choose(id);
    });
    this.#rows.set(id, row);
    return row;
  }

  #mark(): void {
    const { receding, found, current, breaks } = this.#emphasis;
    for (const [id, row] of this.#rows) {
      row.classList.toggle('selected', id === this.#selected);
      row.classList.toggle('receding', receding?.ids.has(id) ?? false);
      row.classList.toggle('found', found?.has(id) ?? false);
      row.classList.toggle('current', id === current);
      row.classList.toggle('breaking', breaks?.has(id) ?? false);
      setAll(row.querySelector('button') ?? row, { 'aria-current': id === this.#selected ? 'true' : undefined });
    }
  }
}

function cellOf({ text, state, counts }: Cell): HTMLElement {
  if (counts) {
    const shown = counts.map(([severity, count]) => {
      const { one, many } = severityWords[severity];
      const words = counted(count, one, many);
      return make(
        'span',
        { class: `badge ${severity}`, title: words },
        icon(severity),
        make('span', { 'aria-hidden': 'true' }, `${count}`),
        make('span', { class: 'spoken' }, `${words}. `),
      );
    });
    return make('td', { class: 'counts' }, ...shown);
  }
  if (state === undefined) return make('td', {}, text);
  const sign = state === 'unknown' ? icon('question') : undefined;
  return make('td', { class: `absent ${state}` }, sign, text);
}
