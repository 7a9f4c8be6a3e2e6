import type { Placed } from '../../diagram/placed.ts';
import { asked, type Question, type Route, traceOf } from '../../diagram/trace.ts';
import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Emphasis } from '../picture.ts';
import { stagesIn } from './filter.ts';
import { Strip, type StripEvents } from './strip.ts';

export interface TraceEvents extends StripEvents {
  readonly traced: () => void;
  /** Somebody looks at a place where the route breaks. */
  readonly look: (id: string) => void;
  readonly say: (words: string) => void;
}

const kinds = {
  downstream: 'Where people go on to from',
  upstream: 'Where people come from, before',
  age: 'The route open at age',
  cohort: 'The route open to',
  level: 'What is at level',
} as const;

type Kind = keyof typeof kinds;
const usualAge = '17';

/** Follows a route through the picture: what belongs to it stands out, and where it breaks is marked and said. */
export class TraceStrip extends Strip {
  readonly #events: TraceEvents;
  readonly #kind: HTMLSelectElement;
  readonly #value: HTMLElement;
  readonly #answer: HTMLElement;
  readonly #values = new Map<Kind, string>([['age', usualAge]]);
  #placed: Placed | undefined;
  #selected: string | undefined;
  #route: Route | undefined;

  constructor(events: TraceEvents) {
    const label = make('label', { for: 'trace-kind' }, 'Trace');
    const kind = make('select', { id: 'trace-kind' });
    const value = make('span', { class: 'trace-value' });
    const answer = make('div', { class: 'trace-answer' });
    super('Trace', 'trace', events, label, kind, value, answer);
    this.#events = events;
    this.#kind = kind;
    this.#value = value;
    this.#answer = answer;
    kind.addEventListener('change', () => {
      this.#showValue();
      this.#trace(true);
    });
  }

  get emphasis(): Emphasis {
    const { on, unsure, breaks } = this.#route ?? {};
    if (!this.isOpen || !this.#placed || !on || !unsure || !breaks) return {};
    const staying = new Set([...on, ...breaks.flatMap(({ id }) => id ?? [])]);
    const ids = [...this.#placed.nodes, ...this.#placed.edges].map(({ id }) => id).filter((id) => !staying.has(id));
    const sentences = new Map<string, string>();
    for (const { id, sentence } of breaks) {
      if (id !== undefined) sentences.set(id, [sentences.get(id), sentence].filter(Boolean).join(' '));
    }
    return {
      receding: { ids: new Set(ids), because: 'Not on the route.' },
      unsure: new Set(unsure),
      breaks: sentences,
    };
  }

  start(): void {
    this.#adopt(this.#selected);
    this.open();
    this.#showValue();
    this.#trace(true);
    this.#kind.focus();
  }

  /** The picture has changed: the same question is asked of it again. */
  show(placed: Placed | undefined): void {
    this.#placed = placed;
    if (!placed) return;
    const kind = this.#kind.value;
    const there = (Object.keys(kinds) as Kind[]).filter(
      (each) => this.#choices(each) === undefined || this.#choices(each)!.length > 0,
    );
    this.#kind.replaceChildren(...there.map((each) => make('option', { value: each }, kinds[each])));
    this.#kind.value = there.includes(kind as Kind) ? kind : (there[0] ?? '');
    this.#showValue();
    this.#trace(false);
  }

  /** Upstream and downstream are asked of what is selected. */
  select(id: string | undefined): void {
    this.#selected = id;
    if (!this.isOpen || !this.#adopt(id)) return;
    this.#showValue();
    this.#trace(true);
    this.#events.traced();
  }

  #adopt(id: string | undefined): boolean {
    const element = [...(this.#placed?.nodes ?? []), ...(this.#placed?.edges ?? [])].find((each) => each.id === id);
    if (!element || id === undefined || element.place === undefined || id.startsWith('terminal:')) return false;
    for (const kind of ['downstream', 'upstream'] as const) this.#values.set(kind, id);
    return this.#isAlong;
  }

  get #isAlong(): boolean {
    return this.#kind.value === 'downstream' || this.#kind.value === 'upstream';
  }

  /** What can be chosen for a kind of question; nothing where a number is asked for. */
  #choices(kind: Kind): readonly { readonly name: string; readonly label: string }[] | undefined {
    const placed = this.#placed;
    if (kind === 'age') return undefined;
    if (!placed) return [];
    if (kind === 'cohort') return asked(placed, 'cohorts');
    if (kind === 'level') return asked(placed, 'levels');
    const stages = stagesIn(placed).map(({ id, caption }) => ({ name: id, label: caption }));
    const edge = placed.edges.find(({ id }) => id === this.#values.get(kind));
    return edge ? [...stages, { name: edge.id, label: edge.hover.split('\n')[0] ?? edge.caption }] : stages;
  }

  #showValue(): void {
    const kind = this.#kind.value as Kind;
    const isFocused = this.#value.contains(document.activeElement);
    const control = this.#control(kind);
    control.addEventListener('input', () => {
      this.#values.set(kind, control.value);
      this.#trace(true);
      this.#events.traced();
    });
    this.#value.replaceChildren(control);
    if (isFocused) control.focus();
  }

  #control(kind: Kind): HTMLInputElement | HTMLSelectElement {
    const name = { 'aria-label': kinds[kind] ?? 'Of what', id: 'trace-value' };
    const choices = this.#choices(kind);
    if (!choices) {
      const age = make('input', { ...name, type: 'number', min: 0, max: 120, step: 1 });
      age.value = this.#values.get(kind) ?? usualAge;
      return age;
    }
    const select = make('select', name, ...choices.map((each) => make('option', { value: each.name }, each.label)));
    const wanted = this.#values.get(kind);
    if (choices.some((choice) => choice.name === wanted)) select.value = wanted ?? '';
    this.#values.set(kind, select.value);
    return select;
  }

  #question(): Question | undefined {
    const kind = this.#kind.value as Kind;
    const value = this.#values.get(kind) ?? '';
    if (value === '') return undefined;
    if (kind === 'upstream' || kind === 'downstream') return { from: value, direction: kind };
    if (kind === 'cohort') return { cohort: value };
    if (kind === 'level') return { level: value };
    const age = Number(value);
    return Number.isInteger(age) && age >= 0 && age <= 120 ? { age } : undefined;
  }

  #trace(aloud: boolean): void {
    const question = this.isOpen && this.#placed ? this.#question() : undefined;
    this.#route = question && this.#placed && traceOf(this.#placed, question);
    const { summary, breaks = [] } = this.#route ?? {};
    this.#answer.replaceChildren(
      make('p', {}, summary ?? 'Say an age in years, from 0 to 120.'),
      ...(breaks.length > 0
        ? [
            make(
              'ul',
              { 'aria-label': 'Where the route breaks' },
              ...breaks.map((each) => make('li', {}, this.#break(each))),
            ),
          ]
        : []),
    );
    if (aloud) {
      this.#events.traced();
      if (this.#route) this.#events.say([summary, ...breaks.map(({ sentence }) => sentence)].join(' '));
    }
  }

  #break({ id, sentence }: Route['breaks'][number]): HTMLElement {
    if (id === undefined) return make('p', { class: 'break' }, icon('break'), sentence);
    return button({ class: 'break' }, () => this.#events.look(id), icon('break'), make('span', {}, sentence));
  }
}
