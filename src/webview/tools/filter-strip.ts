import type { Placed } from '../../diagram/placed.ts';
import type { ListedFinding } from '../../protocol/preview.ts';
import { button, make } from '../dom.ts';
import type { Emphasis } from '../picture.ts';
import { counted } from '../words.ts';
import { type Choice, type Facet, type FacetKey, facetsOf, matching, stagesIn } from './filter.ts';
import { Strip, type StripEvents } from './strip.ts';

export interface FilterEvents extends StripEvents {
  readonly filtered: () => void;
  readonly say: (words: string) => void;
}

/** Lets what does not match step back, and says how much does. */
export class FilterStrip extends Strip {
  readonly #events: FilterEvents;
  readonly #facets: HTMLElement;
  readonly #count: HTMLElement;
  readonly #reset: HTMLButtonElement;
  #placed: Placed | undefined;
  #findings: readonly ListedFinding[] = [];
  #choice: Choice = {};

  constructor(events: FilterEvents) {
    const facets = make('div', { class: 'facets' });
    const count = make('span', { class: 'strip-count' });
    const reset = button({ class: 'plain reset' }, () => this.#choose({}, true), 'Show all');
    super('Filter', 'filter', events, facets, count, reset);
    this.#events = events;
    this.#facets = facets;
    this.#count = count;
    this.#reset = reset;
  }

  get emphasis(): Emphasis {
    const placed = this.#placed;
    if (!this.isOpen || !placed || Object.keys(this.#choice).length === 0) return {};
    const staying = matching(placed, this.#findings, this.#choice);
    const ids = [...placed.nodes, ...placed.edges].map(({ id }) => id).filter((id) => !staying.has(id));
    return { receding: { ids: new Set(ids), because: 'Does not match the filter.' } };
  }

  start(): void {
    this.open();
    this.#facets.querySelector('select')?.focus();
  }

  show(placed: Placed | undefined, findings: readonly ListedFinding[]): void {
    const facets = placed ? facetsOf(placed, findings) : [];
    this.#placed = placed;
    this.#findings = findings;
    // What is asked for and no longer there is no longer asked for.
    const known = (key: string, value: string): boolean =>
      facets.some((facet) => facet.key === key && facet.options.some((option) => option.value === value));
    this.#choice = Object.fromEntries(Object.entries(this.#choice).filter(([key, value]) => known(key, value)));
    const focused = (document.activeElement as HTMLElement | null)?.id;
    this.#facets.replaceChildren(
      ...(facets.length > 0
        ? facets.map((facet) => this.#facet(facet))
        : [make('p', {}, 'All that is drawn is alike here: there is nothing to filter by.')]),
    );
    if (focused?.startsWith('filter-')) document.getElementById(focused)?.focus();
    this.#tell();
  }

  #facet({ key, label, options }: Facet): HTMLElement {
    const id = `filter-${key}`;
    const choice = make(
      'select',
      { id },
      make('option', { value: '' }, 'All'),
      ...options.map((option) => make('option', { value: option.value }, `${option.label} (${option.count})`)),
    );
    choice.value = this.#choice[key] ?? '';
    choice.addEventListener('change', () => this.#choose(withChoice(this.#choice, key, choice.value), false));
    return make('div', { class: 'facet' }, make('label', { for: id }, label), choice);
  }

  #choose(choice: Choice, all: boolean): void {
    this.#choice = choice;
    if (all) this.start();
    for (const select of this.#facets.querySelectorAll('select')) {
      select.value = choice[select.id.replace('filter-', '') as FacetKey] ?? '';
    }
    this.#tell();
    this.#events.filtered();
    this.#events.say(this.#count.textContent ?? '');
  }

  #tell(): void {
    const isAsked = Object.keys(this.#choice).length > 0;
    const stages = this.#placed ? stagesIn(this.#placed) : [];
    const staying = this.#placed ? matching(this.#placed, this.#findings, this.#choice) : new Set();
    const isPathway = stages.every(({ shape }) => shape === 'stage');
    const all = isPathway ? counted(stages.length, 'stage') : counted(stages.length, 'box', 'boxes');
    const count = stages.filter(({ id }) => staying.has(id)).length;
    this.#count.textContent = isAsked ? `${count} of ${all} ${count === 1 ? 'matches' : 'match'}` : all;
    this.#reset.hidden = !isAsked;
  }
}

function withChoice(choice: Choice, key: FacetKey, value: string): Choice {
  const others = Object.entries(choice).filter(([other]) => other !== key);
  return Object.fromEntries([...others, ...(value === '' ? [] : [[key, value]])]);
}
