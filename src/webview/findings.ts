import type { ListedFinding, Picture, Severity } from '../protocol/preview.ts';
import { button, make } from './dom.ts';
import { icon } from './icons.ts';
import { countsIn, countsInWords, severityOrder, severityWords, whereIs } from './words.ts';

type Findings = Picture<unknown>;

/** A group's heading stays in sight above its rows; so many pixels are under it. */
const underHeading = 36;

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

  show(picture: Findings): void {
    const focused = this.#rows.findIndex(({ row }) => row === document.activeElement);
    this.#rows = [];
    const groups = groupsOf(picture).filter(({ findings }) => findings.length > 0);
    const shown = groups.map((group) => this.#group(group));
    this.element.replaceChildren(...(shown.length > 0 ? shown : [nothingFound()]));
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
    const { top, bottom } = this.element.getBoundingClientRect();
    const isSeen = marked.every(({ row }) => {
      const box = row.getBoundingClientRect();
      return box.top >= top + underHeading && box.bottom <= bottom;
    });
    if (!isSeen) marked[0].row.scrollIntoView({ block: 'start' });
  }

  #group({ severity, label, count, findings }: Group): HTMLElement {
    const heading = make(
      'summary',
      { class: severity },
      severity && icon(severity),
      make('h3', {}, label),
      make('span', { class: 'count' }, `${count}`),
    );
    const rows = findings.map((finding) => make('li', {}, this.#row(finding, severity === undefined)));
    const group = make(
      'details',
      { open: this.#open.get(label) ?? severity !== 'accepted' },
      heading,
      make('ul', {}, ...rows),
    );
    group.addEventListener('toggle', () => this.#open.set(label, group.open));
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

interface Group {
  /** Absent where findings of every severity stand together. */
  readonly severity?: Severity;
  readonly label: string;
  readonly count: number;
  readonly findings: readonly ListedFinding[];
}

function groupsOf(picture: Findings): readonly Group[] {
  const { findings, elsewhere = [] } = picture;
  const counts = countsIn(picture);
  const around = elsewhere.toSorted(gravestFirst);
  return [
    ...severityOrder.map((severity) => ({
      severity,
      label: severityWords[severity].group,
      count: counts[severity],
      findings: findings.filter((finding) => finding.severity === severity),
    })),
    { label: 'Elsewhere in the project', count: around.length, findings: around },
  ];
}

/** `⬣ 2 ▲ 9`, with the words for those who hear them. */
export function countBadges(picture: Findings): HTMLElement {
  const counts = countsIn(picture);
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
