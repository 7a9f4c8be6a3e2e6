import type { Pathway } from '../model/elements.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { RuleSeverity } from './finding.ts';

/** What a rule has to say about one element. */
export interface Report {
  readonly at: Place;
  /** What is wrong, then what to do: `Stage 'early-help' has no provider recorded: name one, or …`. */
  readonly message: string;
  /** The element that it is about, by name. */
  readonly element?: string;
  /** The facts that it speaks of, by their keywords. */
  readonly facts?: readonly string[];
  /** `question` where the fact is honestly unknown; a severity where this case differs from the rule's own. */
  readonly severity?: RuleSeverity | 'question';
  /** Other places that help to understand it. */
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
}

export type Family =
  | 'structure'
  | 'names'
  | 'gaps'
  | 'commissioning'
  | 'ages-and-levels'
  | 'transitions'
  | 'governance'
  | 'information'
  | 'specification'
  | 'data-quality'
  | 'findings';

interface RuleBase {
  readonly name: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: RuleSeverity;
  /** Rules that are off are turned on by `strictness assure` or by the project. */
  readonly default: 'on' | 'off';
}

/** A rule about one pathway at a time. */
export interface PathwayRule extends RuleBase {
  readonly about: 'pathway';
  check(pathway: Pathway, project: Project): Iterable<Report>;
}

/** A rule about the project as a whole: its register, its specifications, its files. */
export interface ProjectRule extends RuleBase {
  readonly about: 'project';
  check(project: Project): Iterable<Report>;
}

export type Rule = PathwayRule | ProjectRule;
