import type { Acceptance, Pathway } from '../model/elements.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { Lack, RuleSeverity } from './finding.ts';

/** What a rule has to say about one element. */
export interface Report {
  readonly at: Place;
  /** What is wrong, then what to do: `Stage 'early-help' has no provider recorded: name one, or …`. */
  readonly message: string;
  /** The element that it is about, by name. */
  readonly element?: string;
  /** The facts that it speaks of, by their keywords. */
  readonly facts?: readonly string[];
  /** The fact that has no line at all, for the message that names all that one element lacks. */
  readonly lacks?: Lack;
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

/** What a rule may know of the world outside the text. */
export interface RuleContext {
  /** The day that counts as today, as YYYY-MM-DD: the end of the pathway's `as of`, or else the day given. */
  readonly today: string;
}

interface RuleBase {
  readonly name: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: RuleSeverity;
  /** Rules that are off are turned on by `strictness assure` or by the project. */
  readonly default: 'on' | 'off';
  /** What it finds can go without a loss, or is of the past: editors fade it, or strike it out. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A rule about one pathway at a time. */
export interface PathwayRule extends RuleBase {
  readonly about: 'pathway';
  check(pathway: Pathway, project: Project, context: RuleContext): Iterable<Report>;
  /** For the few that also speak of what stands outside of pathways: of the register or a specification. */
  checkRest?(project: Project, context: RuleContext): Iterable<Report>;
}

/** A rule about the project as a whole: its register, its specifications, its files. */
export interface ProjectRule extends RuleBase {
  readonly about: 'project';
  check(project: Project, context: RuleContext): Iterable<Report>;
}

/** What a rule about acceptances may know besides: what the other rules have come to. */
export interface AcceptanceContext extends RuleContext {
  /** The acceptances that excuse a finding. */
  readonly used: ReadonlySet<Acceptance>;
  /** The rules that have run. One that has not says nothing of whether its acceptances are needed. */
  readonly ran: ReadonlySet<string>;
  /** The rules that there are. */
  readonly known: ReadonlySet<string>;
}

/** A rule about what excuses the findings of the others. It runs when they have. */
export interface AcceptanceRule extends RuleBase {
  readonly about: 'acceptances';
  check(project: Project, context: AcceptanceContext): Iterable<Report>;
}

export type Rule = PathwayRule | ProjectRule | AcceptanceRule;
