import type { InheritedFacts, Pathway, Stage } from './elements.ts';
import type { FactLines } from './facts.ts';

/** The lines of a fact that hold for a stage, and whose they are. */
export interface Effective<T> {
  readonly lines: FactLines<T>;
  readonly from: 'stage' | 'pathway';
}

/** A stage's own provider, commissioner or governance, or else its pathway's. */
export function effective<K extends keyof InheritedFacts>(
  pathway: Pathway,
  stage: Stage,
  fact: K,
): Effective<InheritedFacts[K]> {
  const own = stage.facts[fact] as FactLines<InheritedFacts[K]>;
  if (own.length > 0) return { lines: own, from: 'stage' };
  return { lines: pathway.facts[fact] as FactLines<InheritedFacts[K]>, from: 'pathway' };
}
