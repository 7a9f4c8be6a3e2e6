import type { FactState } from '../model/facts.ts';
import type { Ages } from '../model/units/ages.ts';

/**
 * What drawn elements are about, as names: enough to find, filter and follow them without asking whoever knows the
 * model. Plain data, as scenes and pictures are.
 */

/** A name, and what readers call it. */
export interface NamedFact {
  readonly name: string;
  readonly label: string;
}

/** What is recorded of one fact; nothing where it is absent, in the way that `state` says. */
export interface Stated<T> {
  readonly state: FactState;
  readonly values: readonly T[];
}

/** The facts of a stage, or those that it takes from its pathway. */
export interface NodeFacts {
  readonly settings: Stated<NamedFact>;
  readonly levels: Stated<NamedFact>;
  readonly providers: Stated<NamedFact>;
  readonly commissioners: Stated<NamedFact>;
  readonly footprints: Stated<NamedFact>;
  readonly cohorts: Stated<NamedFact>;
  readonly ages: Stated<Ages>;
  /** People come to it from another pathway, which need not be drawn here. */
  readonly fromElsewhere?: true;
}

/** The facts of a transition or a flow. */
export interface EdgeFacts {
  readonly movements: Stated<NamedFact>;
  readonly information: Stated<NamedFact>;
  readonly systems: Stated<NamedFact>;
  readonly ages: Stated<Ages>;
}
