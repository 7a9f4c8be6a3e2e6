import type { Place } from '../model/place.ts';
import type { RuleSeverity } from '../rules/finding.ts';

/** What the list of findings and the status bar ask the language server. */

/** Everything that is found, recorded, asked or accepted, in groups: `FindingsParams → FindingsResult`. */
export const FINDINGS = 'care-pathways/findings';

/** How a file and all projects together are doing: `HealthParams → HealthResult`. */
export const HEALTH = 'care-pathways/health';

export const groupings = ['pathway', 'rule', 'organisation'] as const;

export type Grouping = (typeof groupings)[number];

/** What an entry of the list is: a finding of a rule by its severity, or what the authors wrote down themselves. */
export type EntryKind = RuleSeverity | 'question' | 'gap' | 'risk' | 'accepted';

export interface FindingEntry {
  readonly kind: EntryKind;
  /** What it says, on one line. */
  readonly text: string;
  /** What is good to know beside it: the rule, whom to ask, who accepted it. May be empty. */
  readonly beside: string;
  readonly place: Place;
}

export interface FindingGroup {
  /** What its entries have in common; for the last few there is no name, and the editor has a word of its own. */
  readonly kind: Grouping | 'questions' | 'gaps' | 'risks' | 'no-pathway' | 'no-organisation';
  /** Tells groups apart, also while they change. */
  readonly key: string;
  /** How readers know it; empty where there is no name. */
  readonly label: string;
  /** Its project, where there are several. */
  readonly beside: string;
  readonly entries: readonly FindingEntry[];
}

export interface FindingsParams {
  readonly by: Grouping;
  /** Words that an entry must all hold, in whatever order; empty for all entries. */
  readonly filter: string;
}

export interface FindingsResult {
  readonly groups: readonly FindingGroup[];
  /** How many entries the groups hold, and how many there would be: very long lists are cut. */
  readonly shown: number;
  readonly total: number;
}

export interface HealthParams {
  /** The file that somebody works in, if any. */
  readonly uri?: string;
}

/** How much there is of each kind. */
export type Counts = Readonly<Record<EntryKind, number>>;

export interface HealthResult {
  /** Of the file; nothing where it is not one of ours. */
  readonly file: Counts | null;
  /** Of all projects together. */
  readonly all: Counts;
}
