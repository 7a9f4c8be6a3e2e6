import type { Place } from './place.ts';
import type { Period } from './units/period.ts';

/** What a name can refer to. Each kind has its own set of names. */
export type RefKind =
  | 'source'
  | 'footprint'
  | 'organisation'
  | 'system'
  | 'information'
  | 'agreement'
  | 'board'
  | 'specification'
  | 'required-stage'
  | 'pathway'
  | 'stage'
  | 'transition'
  | 'flow'
  | 'stage-transition-or-flow'
  | 'pathway-or-scenario'
  | 'action'
  /** What a view can show or hide; see `view-words.ts`. */
  | 'view-word'
  | TermKind;

/** The kinds of vocabulary terms: the words of the field, which are data and not grammar. */
export type TermKind = 'kind' | 'setting' | 'level' | 'movement' | 'basis' | 'domain' | 'cohort' | 'data';

/** A name that stands in the text for something declared elsewhere; it may be broken. */
export interface Ref {
  readonly to: RefKind;
  readonly name: string;
  readonly place: Place;
}

export type Confidence = 'high' | 'medium' | 'low';

/** What a fact rests on: its own `according to`, or else the `evidence` of the nearest block around it. */
export interface Evidence {
  readonly source?: Ref;
  readonly at?: string;
  readonly confidence?: Confidence;
  /** True when it comes from a block's `evidence` line and not from the fact itself. */
  readonly inherited: boolean;
}

interface FactBase {
  readonly place: Place;
  readonly evidence?: Evidence;
}

/** A fact that states something. */
export interface Recorded<T> extends FactBase {
  readonly state: 'recorded';
  readonly value: T;
}

/** A fact that states an absence: `unknown` (an open question), `none` (confirmed), `not-applicable`. */
export interface Absent extends FactBase {
  readonly state: 'unknown' | 'none' | 'not-applicable';
  /** The organisation that could answer. */
  readonly ask?: Ref;
  /** When the answer is wanted. */
  readonly by?: Period;
  /** Why; an empty text counts as none given and is left out. */
  readonly because?: string;
}

/** A line that starts a fact and could not be understood. Its error is reported; it is neither a fact nor a gap. */
export interface Unreadable extends FactBase {
  readonly state: 'unreadable';
}

export type Fact<T> = Recorded<T> | Absent | Unreadable;

/**
 * The five states of a fact, and a sixth while its line cannot be read. `missing` means that no line says anything.
 */
export type FactState = 'missing' | 'unknown' | 'none' | 'not-applicable' | 'recorded' | 'unreadable';

/** The lines of one kind of fact in one block, in the author's order; none when the fact is missing. */
export type FactLines<T> = readonly Fact<T>[];

/** Facts by name, for blocks whose facts have the value types of F. */
export type Facts<F> = { readonly [K in keyof F]: FactLines<F[K]> };

/**
 * The state of all lines of one fact together: recorded wins over unknown, unknown over none, none over
 * not-applicable, because whatever is stated outweighs what is not.
 */
export function stateOf(lines: FactLines<unknown>): FactState {
  let state: FactState = 'missing';
  for (const line of lines) if (weights[line.state] > weights[state]) state = line.state;
  return state;
}

const weights: Readonly<Record<FactState, number>> = {
  missing: 0,
  'not-applicable': 1,
  none: 2,
  unknown: 3,
  unreadable: 4,
  recorded: 5,
};

/** Whether a line asks what the others may not answer: figures are of periods, and the rest can be an open question. */
export function isAsked(lines: FactLines<unknown>): boolean {
  return lines.some(({ state }) => state === 'unknown');
}

/** The recorded values of a fact, in the author's order. */
export function recorded<T>(lines: FactLines<T>): readonly T[] {
  if (lines.length === 0) return nothing;
  const values: T[] = [];
  for (const line of lines) if (line.state === 'recorded') values.push(line.value);
  return values;
}

/** The recorded lines of a fact, in the author's order. */
export function recordedFacts<T>(lines: FactLines<T>): readonly Recorded<T>[] {
  if (lines.length === 0) return nothing;
  return lines.filter((line): line is Recorded<T> => line.state === 'recorded');
}

/** Shared by all facts that no line speaks of, of which there are many. */
const nothing: readonly never[] = [];

/** The lines that state an absence. */
export function absentFacts(lines: FactLines<unknown>): readonly Absent[] {
  return lines.filter((line): line is Absent => line.state !== 'recorded' && line.state !== 'unreadable');
}
