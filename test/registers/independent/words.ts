import type { Data, End, Line, Link, Pathway, Span, Stage } from './data.ts';
import { label, linesOf, standing, statusOf } from './data.ts';

/** What a cell must hold. A plain text means that text and no figure, state or order. */
export type Wanted = string | Cell;

export interface Cell {
  readonly text?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly state?: string;
  readonly order?: string | number;
}

/** A row as it must be: a cell for every column in which it says anything. */
export type WantedRow = Readonly<Record<string, Wanted>>;

export interface Quantity {
  readonly precision: string;
  readonly amount: number;
  readonly unit?: string;
  readonly per?: string;
}

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export interface Cost {
  readonly amount: Money;
  readonly nature?: string;
  readonly period?: Span;
  readonly fundedBy: readonly string[];
}

export interface Activity {
  readonly quantity: Quantity;
  readonly measuring?: string;
  readonly from?: string;
  readonly period?: Span;
}

export const notRecorded: Cell = { text: 'Not recorded', state: 'missing' };

/** The names of a project as readers see them. */
export class Names {
  readonly #labels = new Map<string, string>();
  readonly #data: Data;

  constructor(data: Data) {
    this.#data = data;
    const put = (kind: string, name: string, called: string): void => {
      const key = `${kind} ${name}`;
      if (!this.#labels.has(key)) this.#labels.set(key, called);
    };
    const { sources, footprints, organisations, systems, information, agreements, boards, pathways } = data;
    for (const block of [
      ...[...sources, ...footprints, ...organisations, ...systems],
      ...[...information, ...agreements, ...boards, ...pathways],
    ])
      put(block.kind, block.name, label(block));
    for (const { terms } of [...data.vocabularies, ...data.library])
      for (const term of terms) put(term.of, term.name, label(term));
  }

  of(kind: string, name: string): string {
    return this.#labels.get(`${kind} ${name}`) ?? `? ${name}`;
  }

  footprint({ footprint }: Pathway): string {
    return footprint === undefined ? '' : this.of('footprint', footprint);
  }

  /** A stage by the name that a pathway has for it, also one that it uses from another. */
  stage(pathway: Pathway, name: string): string {
    const own = pathway.stages.find((stage) => stage.name === name);
    if (own) return label(own);
    const used = pathway.uses.find((one) => one.name === name);
    if (used?.label !== undefined) return used.label;
    const home = this.#data.pathways.find((one) => one.name === used?.pathway);
    const stage = home?.stages.find((one) => one.name === used?.stage);
    return stage ? label(stage) : `? ${name}`;
  }

  end(pathway: Pathway, { stage, pathway: other }: End): string {
    if (other === undefined) return this.stage(pathway, stage ?? '');
    const there = this.#data.pathways.find((one) => one.name === other);
    if (stage === undefined) return this.of('pathway', other);
    return `${there ? this.stage(there, stage) : `? ${stage}`} (${this.of('pathway', other)})`;
  }

  link(pathway: Pathway, link: Link): string {
    return link.label ?? `${this.end(pathway, link.from)} → ${this.end(pathway, link.to)}`;
  }

  /** What a gap or an action is about: an arrow or a stage. */
  affected(pathway: Pathway, name: string): string {
    const link = [...pathway.transitions, ...pathway.flows].find((one) => one.name === name);
    return link ? this.link(pathway, link) : this.stage(pathway, name);
  }
}

export const grouped = (amount: number): string => amount.toLocaleString('en-GB');
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Millions where nothing is lost by it: `£2.1m`. */
export function pounds({ amount, currency }: Money): string {
  const symbol = { GBP: '£', EUR: '€', USD: '$' }[currency] ?? '';
  if (amount >= 1e9 && amount % 1e7 === 0) return `${symbol}${grouped(amount / 1e9)}bn`;
  return `${symbol}${amount >= 1e6 && amount % 1e4 === 0 ? `${grouped(amount / 1e6)}m` : grouped(amount)}`;
}

export const dated = (span: Span | undefined): Wanted =>
  span === undefined ? '' : { text: span.text, order: span.end };

export const during = (span: Span | undefined): string => (span === undefined ? '' : ` for ${span.text}`);

export function counted({ precision, amount, unit, per }: Quantity): string {
  const before = precision === 'exactly' ? '' : `${precision} `;
  const of = unit === undefined ? '' : unit === 'percent' ? '%' : ` ${unit}`;
  return `${before}${grouped(amount)}${of}${per === undefined ? '' : ` per ${per}`}`;
}

export function costWords(names: Names, { amount, nature, period, fundedBy }: Cost): string {
  const funders = fundedBy.map((one) => names.of('organisation', one)).join(', ');
  const kind = nature === undefined ? '' : ` ${nature}`;
  return `${pounds(amount)}${kind}${during(period)}${funders === '' ? '' : ` funded by ${funders}`}`;
}

export function activityWords(names: Names, { quantity, measuring, from, period }: Activity): string {
  const what = measuring === undefined ? '' : ` (${measuring})`;
  const where = from === undefined ? '' : ` from ${names.of('footprint', from)}`;
  return `${counted(quantity)}${what}${where}${during(period)}`;
}

/** What a fact says in a cell: each value once, or why there is none. */
export function fact<T>(names: Names, lines: readonly Line<T>[], words: (value: T) => string): Cell {
  const state = standing(lines);
  if (state === 'missing') return notRecorded;
  if (state !== 'recorded') return { text: absentWords(names, lines.find((line) => line.state === state)!), state };
  const items = new Set<string>();
  for (const line of lines) if (line.state === 'recorded') items.add(words(line.value));
  return { text: [...items].join('; ') };
}

/** The same of figures, which are of periods: a question that is open besides them is told too. */
export function figure<T>(names: Names, lines: readonly Line<T>[], words: (value: T) => string): Cell {
  const open = lines.find(({ state }) => state === 'unknown');
  const said = fact(names, lines, words);
  return open === undefined || said.state !== undefined
    ? said
    : { ...said, text: `${said.text}; ${absentWords(names, open)}` };
}

/** The same of a fact that nobody misses. */
export function optional<T>(names: Names, lines: readonly Line<T>[], words: (value: T) => string): Wanted {
  return lines.length === 0 ? '' : fact(names, lines, words);
}

export function absentWords(names: Names, { state, ask, by, because }: Line): string {
  let words = state === 'unknown' ? 'Unknown' : state === 'none' ? 'None' : 'Not applicable';
  if (ask !== undefined) words += `: ask ${names.of('organisation', ask)}`;
  else if (by !== undefined) words += ': wanted';
  if (by !== undefined) words += ` by ${by.text}`;
  if (because !== undefined) words += `${ask === undefined && by === undefined ? ': ' : '. '}${because}`;
  return words;
}

/** The cells that say where a stage is: its pathway, footprint and status. */
export function whereOf(names: Names, pathway: Pathway, stage: Stage): WantedRow {
  const status = statusOf(pathway, stage);
  const isOut = status === 'proposed' || status === 'closed';
  return {
    pathway: label(pathway),
    footprint: names.footprint(pathway),
    stage: label(stage),
    status: { text: capital(status), ...(isOut ? { state: status } : {}) },
  };
}

export const inPathway = (names: Names, pathway: Pathway): WantedRow => ({
  pathway: label(pathway),
  footprint: names.footprint(pathway),
});

/** A term of the vocabulary, an organisation and so on: the fact as a list of what they are called. */
export const called =
  (names: Names, kind: string) =>
  (name: string): string =>
    names.of(kind, name);

export const asItIs = (words: string): string => words.replace(/\s+/g, ' ').trim();

export function settingWords(names: Names) {
  return ({ setting, place, count }: { setting: string; place?: string; count?: number }): string => {
    const sites = count === undefined ? undefined : `${count} ${count === 1 ? 'site' : 'sites'}`;
    const more = [place, sites].filter((one) => one !== undefined).join(', ');
    return `${names.of('setting', setting)}${more === '' ? '' : ` (${more})`}`;
  };
}

export function agesWords({ from, to }: { from: number; to?: number }): string {
  if (to === undefined) return `${from} and over`;
  return from === to ? `${from}` : `${from} to ${to}`;
}

export const nameFact = (names: Names, block: Parameters<typeof linesOf>[0], fact_: string, kind: string): Cell =>
  fact(names, linesOf<string>(block, fact_), called(names, kind));
