/** How somebody has a table before them: by the headings of its columns, which stay when rows come and go. */
export interface TableState {
  readonly words?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly sorted?: { readonly by: string; readonly up: boolean };
}

/**
 * Makes the tables of a report sortable and filterable. It runs in the reader's browser and is written into the page as
 * it stands here, so it uses nothing from outside of itself. The first table is put as it was `before`; whenever
 * somebody puts one differently, that is told.
 */
export function enhanceTables(
  root: ParentNode = document,
  before: TableState = {},
  changed: (state: TableState) => void = () => {},
): void {
  for (const [number, table] of root.querySelectorAll<HTMLTableElement>('table.register').entries()) {
    let state = number === 0 ? before : {};
    const body = table.tBodies[0]!;
    const rows = [...body.rows];
    const headings = [...table.tHead!.rows[0]!.cells];
    const collator = new Intl.Collator('en-GB', { numeric: true });
    const sorters = new Map(headings.map((heading, at) => [heading.textContent ?? '', addSorting(heading, at)]));
    if (state.sorted) sorters.get(state.sorted.by)?.(state.sorted.up);
    if (rows.length > 3) addFilters();

    function keep(change: TableState): void {
      state = { ...state, ...change };
      changed(state);
    }

    function addSorting(heading: HTMLTableCellElement, at: number): (isUp: boolean) => void {
      const by = heading.textContent ?? '';
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = heading.textContent;
      // Browsers do not repeat buttons on each printed page.
      const printed = document.createElement('span');
      printed.className = 'printed';
      printed.append(...heading.childNodes);
      heading.append(button, printed);
      button.addEventListener('click', () => {
        const isUp = heading.getAttribute('aria-sort') !== 'ascending';
        sort(isUp);
        keep({ sorted: { by, up: isUp } });
      });
      return sort;

      function sort(isUp: boolean): void {
        for (const other of headings) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
        const orders = rows.map((row) => ({ row, order: orderOf(row.cells[at]!) }));
        const sorted = orders.toSorted((a, b) => compare(a.order, b.order, isUp ? 1 : -1));
        body.append(...sorted.map(({ row }) => row));
      }
    }

    /** What says nothing comes last, whichever way it is sorted. */
    function compare(one: string, other: string, direction: 1 | -1): number {
      if (one === '' || other === '') return Number(one === '') - Number(other === '');
      return direction * collator.compare(one, other);
    }

    function orderOf(cell: HTMLTableCellElement): string {
      const isUnsaid = /\bis-(missing|unknown|none|not-applicable|unreadable)\b/.test(cell.className);
      return cell.dataset['order'] ?? (isUnsaid ? '' : (cell.textContent ?? '').trim());
    }

    function addFilters(): void {
      const form = document.createElement('form');
      form.className = 'filters';
      form.addEventListener('submit', (event) => event.preventDefault());
      const words = document.createElement('input');
      words.type = 'search';
      words.value = state.words ?? '';
      form.append(labelled('Show rows with', words));
      const choices = headings.flatMap((heading, at) => {
        if (heading.dataset['filter'] === undefined) return [];
        const values = [...new Set(rows.flatMap((row) => valuesOf(row.cells[at]!)))].toSorted(collator.compare);
        if (values.length < 2 || values.length > 60) return [];
        const select = document.createElement('select');
        select.append(new Option('All', ''), ...values.map((value) => new Option(shortened(value), value)));
        const name = heading.querySelector('button')!.textContent ?? '';
        select.value = state.choices?.[name] ?? '';
        if (select.selectedIndex < 0) select.value = '';
        form.append(labelled(name, select));
        return [{ at, name, select }];
      });
      const status = document.createElement('p');
      status.setAttribute('role', 'status');
      form.append(status);
      table.closest('.scroll')!.before(form);
      form.addEventListener('input', () => {
        show();
        const chosen = choices.filter(({ select }) => select.value).map(({ name, select }) => [name, select.value]);
        keep({ words: words.value, choices: Object.fromEntries(chosen) });
      });
      show();

      function show(): void {
        const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
        let count = 0;
        for (const row of rows) {
          const text = (row.textContent ?? '').toLowerCase();
          const fits = choices.every(
            ({ at, select }) => !select.value || valuesOf(row.cells[at]!).includes(select.value),
          );
          row.hidden = !fits || !wanted.every((word) => text.includes(word));
          if (!row.hidden) count += 1;
        }
        status.textContent = count === rows.length ? `${count} rows` : `${count} of ${rows.length} rows`;
      }
    }

    function valuesOf(cell: HTMLTableCellElement): readonly string[] {
      const items = [...cell.querySelectorAll('li')];
      const texts = items.length > 0 ? items.map((item) => item.textContent ?? '') : [cell.textContent ?? ''];
      return texts.map((text) => text.trim()).filter(Boolean);
    }

    function labelled(text: string, control: HTMLElement): HTMLLabelElement {
      const label = document.createElement('label');
      const name = document.createElement('span');
      name.textContent = text;
      label.append(name, control);
      return label;
    }

    function shortened(text: string): string {
      return text.length > 60 ? `${text.slice(0, 59)}…` : text;
    }
  }
}
