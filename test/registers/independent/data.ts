import { projectJson } from '../../../src/exchange/json/project.ts';
import { loadProject } from '../../../src/language/load.ts';
import type { SourceFile } from '../../support/fixture.ts';

/**
 * A project as an analyst has it in hand: the file that `pathway export --format json` writes, read again. Everything in
 * this folder works from that alone and shares nothing with `src/registers`.
 */
export interface Data {
  readonly name: string;
  readonly project?: Block & { readonly rules: readonly Setting[] };
  readonly sources: readonly Block[];
  readonly footprints: readonly Block[];
  readonly organisations: readonly Block[];
  readonly systems: readonly Block[];
  readonly information: readonly Block[];
  readonly agreements: readonly Block[];
  readonly boards: readonly Block[];
  readonly vocabularies: readonly Vocabulary[];
  readonly library: readonly Vocabulary[];
  readonly specifications: readonly Specification[];
  readonly pathways: readonly Pathway[];
}

/** Any block of the project: what it is, its facts, and the few words that only some kinds have. */
export interface Block {
  readonly kind: string;
  readonly name: string;
  readonly label?: string;
  readonly text?: string;
  /** The path of its file, and its line. */
  readonly place: string;
  readonly facts?: Readonly<Record<string, readonly Line[]>>;
  readonly is?: string;
  readonly within?: string;
  readonly top?: boolean;
  readonly containing?: readonly string[];
  readonly accepts?: readonly Acceptance[];
}

/** A finding that somebody has decided to live with. */
export interface Acceptance {
  readonly rule: string;
  readonly because?: string;
  readonly by?: string;
  readonly until?: Span;
}

/** One line of a fact. */
export interface Line<T = unknown> {
  readonly state: State;
  readonly value: T;
  readonly ask?: string;
  readonly by?: Span;
  readonly because?: string;
  readonly evidence?: { readonly source?: string; readonly confidence?: string };
  readonly place: string;
}

export type State = 'recorded' | 'unknown' | 'none' | 'not-applicable' | 'unreadable' | 'missing';

/** A period with its first and last day. */
export interface Span {
  readonly text: string;
  readonly start: string;
  readonly end: string;
}

interface Setting {
  readonly rule: string;
  readonly set: string;
  readonly because?: string;
}

interface Vocabulary extends Block {
  readonly terms: readonly (Block & { readonly of: string; readonly scheme?: string })[];
}

export interface Specification extends Block {
  readonly footprint?: string;
  readonly stages: readonly Block[];
  readonly transitions: readonly Block[];
  readonly outcomes: readonly Outcome[];
  readonly allowedVariations: readonly string[];
}

export interface Pathway extends Block {
  readonly realises?: string;
  readonly footprint?: string;
  readonly stages: readonly Stage[];
  readonly uses: readonly (Block & { readonly stage: string; readonly pathway: string })[];
  readonly omits: readonly Omission[];
  readonly transitions: readonly Link[];
  readonly flows: readonly Link[];
  readonly outcomes: readonly Outcome[];
  readonly issues: readonly Block[];
  readonly actions: readonly Block[];
}

export interface Stage extends Block {
  readonly realises?: string;
  readonly outcomes: readonly Outcome[];
  readonly issues: readonly Block[];
}

interface Omission {
  readonly stage?: string;
  readonly transition?: { readonly from: string; readonly to: string };
  readonly because?: string;
}

export interface Link extends Block {
  readonly from: End;
  readonly to: End;
  readonly issues: readonly Block[];
}

export interface End {
  readonly stage?: string;
  readonly pathway?: string;
}

export interface Outcome extends Block {
  readonly domain?: string;
  readonly indicators: readonly (Block & { readonly baseline?: Measure; readonly target?: Measure })[];
}

export interface Measure {
  readonly amount: number;
  readonly unit?: string;
  readonly period?: Span;
}

/** What the project's JSON holds. */
export function dataOf(texts: readonly SourceFile[], folder: string): Data {
  const { project } = loadProject([...texts]);
  return JSON.parse(projectJson(project, folder, [])) as Data;
}

/** The lines of a fact of a block; none where the block says nothing of it. */
export function linesOf<T = unknown>(block: Block, fact: string): readonly Line<T>[] {
  return (block.facts?.[fact] ?? []) as readonly Line<T>[];
}

/** The values that are recorded of a fact. */
export function valuesOf<T>(block: Block, fact: string): readonly T[] {
  const values: T[] = [];
  for (const line of linesOf<T>(block, fact)) if (line.state === 'recorded') values.push(line.value);
  return values;
}

/**
 * A stage's own lines, or else those of its pathway, as the language has it for these three facts. Boards and agreements
 * are two things: a stage with boards only has its pathway's agreements, and one with agreements only its boards.
 */
export function inherited<T>(
  pathway: Pathway,
  stage: Stage,
  fact: 'provider' | 'commissioner' | 'governance',
): { readonly lines: readonly Line<T>[]; readonly from: 'Stage' | 'Pathway' } {
  const own = linesOf<T>(stage, fact);
  const whole = linesOf<T>(pathway, fact);
  if (own.length === 0) return { lines: whole, from: 'Pathway' };
  if (fact !== 'governance' || own.some(({ state }) => state !== 'recorded')) return { lines: own, from: 'Stage' };
  const by = ({ value }: Line<T>) => (value as { readonly by: string }).by;
  const said = own.map(by);
  const others = whole.filter((line) => line.state === 'recorded' && !said.includes(by(line)));
  return { lines: [...own, ...others], from: 'Stage' };
}

/** How a fact stands: what is recorded outweighs unknown, that outweighs none, and that not applicable. */
export function standing(lines: readonly Line[]): State {
  const states = lines.map(({ state }) => state);
  for (const state of ['recorded', 'unreadable', 'unknown', 'none', 'not-applicable'] as const)
    if (states.includes(state)) return state;
  return 'missing';
}

/** What readers call a block. */
export const label = (block: Block): string => block.label ?? block.name;

/** Proposed, closed or neither: what the stage says, and else what its pathway says. */
export function statusOf(pathway: Pathway, stage?: Stage): string {
  const own = stage === undefined ? [] : valuesOf<{ readonly status: string }>(stage, 'status');
  const said = own.at(-1)?.status;
  if (said !== undefined) return said;
  const whole = valuesOf<{ readonly status: string }>(pathway, 'status').at(-1)?.status;
  return whole === 'proposed' || whole === 'closed' ? whole : 'current';
}

/** Whether a stage is there today. */
export function isThere(pathway: Pathway, stage: Stage): boolean {
  return !['proposed', 'closed'].includes(statusOf(pathway, stage));
}

/** Whether a pathway as a whole is there today. */
export const isRunning = (pathway: Pathway): boolean => !['proposed', 'closed'].includes(statusOf(pathway));
