import type { ListedFinding, Picture, Severity } from '../protocol/preview.ts';
import { button, make } from './dom.ts';
import { icon } from './icons.ts';
import { countsInWords, countsOf, severityOrder, severityWords, whereIs } from './words.ts';

type Findings = Pick<Picture<unknown>, 'findings' | 'elsewhere'>;

/** Everything found in a pathway, the gravest first; then what is found in the project around it. */
export class FindingsView {
  readonly element = make('div', { class: 'findings' });
  readonly #choose: (finding: ListedFinding) => void;
  /** Which groups somebody opened or closed. */
  readonly #open = new Map<string, boolean>();
  #rows: { readonly row: HTMLButtonElement; readonly id: string | undefined }[] = [];

  constructor(choose: (finding: ListedFinding) => void) {
    this.#choose = choose;
  }

  show({ findings, elsewhere = [] }: Findings): void {
    const focused = this.#rows.findIndex(({ row }) => row === document.activeElement);
    this.#rows = [];
    const groups = severityOrder.map((severity) =>
      this.#group(
        severity,
        severityWords[severity].group,
        findings.filter((finding) => finding.severity === severity),
        severity,
      ),
    );
    const around = this.#group('elsewhere', 'Elsewhere in the project', elsewhere.toSorted(gravestFirst), undefined);
    const all = [...groups, around].filter((group) => group !== undefined);
    this.element.replaceChildren(...(all.length > 0 ? all : [nothingFound()]));
    if (focused >= 0) this.#rows[Math.min(focused, this.#rows.length - 1)]?.row.focus({ preventScroll: true });
  }

  clear(): void {
    this.#rows = [];
    this.element.replaceChildren();
  }

  /** Marks the findings of an element, and brings the first of them into sight. */
  mark(id: string | undefined, bring: boolean): void {
    const marked = this.#rows.filter((each) => id !== undefined && each.id === id);
    for (const { row } of this.#rows) row.classList.remove('marked');
    for (const { row } of marked) row.classList.add('marked');
    if (!bring || !marked[0]) return;
    const group = marked[0].row.closest('details');
    if (group) group.open = true;
    marked[0].row.scrollIntoView({ block: 'nearest' });
  }

  #group(
    name: string,
    label: string,
    findings: readonly ListedFinding[],
    severity: Severity | undefined,
  ): HTMLElement | undefined {
    if (findings.length === 0) return undefined;
    const heading = make(
      'summary',
      { class: severity ?? '' },
      severity && icon(severity),
      make('h3', {}, label),
      make('span', { class: 'count' }, `${findings.length}`),
    );
    const rows = findings.map((finding) => make('li', {}, this.#row(finding, severity === undefined)));
    const open = this.#open.get(name) ?? name !== 'accepted';
    const group = make('details', { open }, heading, make('ul', {}, ...rows));
    group.addEventListener('toggle', () => this.#open.set(name, group.open));
    return group;
  }

  #row(finding: ListedFinding, showsSeverity: boolean): HTMLButtonElement {
    const { severity, message, rule, place, id } = finding;
    const row = button(
      { class: `finding ${severity}`, title: `Rule: ${rule}` },
      () => this.#choose(finding),
      showsSeverity && icon(severity),
      make('span', { class: 'message' }, message),
      make('span', { class: 'where' }, whereIs(place)),
    );
    this.#rows.push({ row, id });
    return row;
  }
}

/** `⬣ 2 ▲ 9`, with the words for those who hear them. */
export function countBadges(findings: readonly ListedFinding[]): HTMLElement {
  const counts = countsOf(findings);
  const shown = severityOrder.filter((severity) => severity !== 'accepted' && counts[severity] > 0);
  const badges = shown.map((severity) =>
    make('span', { class: `badge ${severity}` }, icon(severity), `${counts[severity]}`),
  );
  return make(
    'span',
    { class: 'badges' },
    make('span', { 'aria-hidden': 'true' }, ...badges),
    make('span', { class: 'spoken' }, countsInWords(counts) || 'none'),
  );
}

function nothingFound(): HTMLElement {
  return make(
    'p',
    { class: 'nothing-found' },
    icon('accepted'),
    'Nothing is missing and nothing is wrong, as far as the rules can tell.',
  );
}

function gravestFirst(a: ListedFinding, b: ListedFinding): number {
  return severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity);
}
