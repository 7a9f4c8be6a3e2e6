import type { InheritedFacts, Pathway, Stage } from './elements.ts';
import type { Fact, FactLines } from './facts.ts';
import type { Oversight } from './values.ts';

/** The lines of a fact that hold for a stage, and whose they are. */
export interface Effective<T> {
  /** The stage's own, then those that it takes from its pathway. */
  readonly lines: FactLines<T>;
  /** The pathway where none of the lines is the stage's own. */
  readonly from: 'stage' | 'pathway';
  /** Those of the lines that are its pathway's. */
  readonly inherited: FactLines<T>;
}

/** A stage's own provider, commissioner or governance, or else its pathway's. */
export function effective<K extends keyof InheritedFacts>(
  pathway: Pathway,
  stage: Stage,
  fact: K,
): Effective<InheritedFacts[K]> {
  const own = stage.facts[fact] as FactLines<InheritedFacts[K]>;
  const inherited = inheritedLines(fact, own, pathway.facts[fact] as FactLines<InheritedFacts[K]>);
  if (own.length === 0) return { lines: inherited, from: 'pathway', inherited };
  return { lines: inherited.length === 0 ? own : [...own, ...inherited], from: 'stage', inherited };
}

/**
 * Those of a pathway's lines that hold for a stage with these lines of its own: all where it has none. Boards and
 * agreements are different facts on one keyword, so a stage that names only the one keeps its pathway's others. Whoever
 * states that governance is unknown, none or not applicable speaks of both.
 */
export function inheritedLines<T>(
  fact: keyof InheritedFacts,
  own: FactLines<T>,
  ofPathway: FactLines<T>,
): FactLines<T> {
  if (own.length === 0) return ofPathway;
  if (fact !== 'governance') return [];
  const [kind, ...others] = new Set(own.map(overseenBy));
  if (kind === undefined || others.length > 0) return [];
  return ofPathway.filter((line) => overseenBy(line) !== undefined && overseenBy(line) !== kind);
}

/** Whether a line of governance names a board or an agreement; nothing where it names neither. */
function overseenBy(line: Fact<unknown>): Oversight['by'] | undefined {
  return line.state === 'recorded' ? (line.value as Oversight).by : undefined;
}
