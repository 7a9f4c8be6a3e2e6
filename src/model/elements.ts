import type { Confidence, Evidence, Fact, Facts, Ref, TermKind } from './facts.ts';
import type { Place } from './place.ts';
import type { Money } from './units/money.ts';
import type { Period } from './units/period.ts';
import type * as v from './values.ts';

/** What every block has. */
export interface ElementBase {
  /** The name as declared; for a transition or flow without one, `a to b`. */
  readonly name: string;
  readonly label?: string;
  /** The whole block, from its first keyword to its closing brace. */
  readonly place: Place;
  /** The name in the declaration; where there is none, the block's first keyword. */
  readonly namePlace: Place;
  readonly notes: readonly Fact<string>[];
  readonly tags: readonly string[];
  readonly fields: readonly CustomField[];
  /** The block's `evidence` lines: what its facts rest on unless they say otherwise. */
  readonly evidence: readonly BlockEvidence[];
  readonly accepts: readonly Acceptance[];
}

export interface CustomField {
  readonly field: string;
  readonly value: string | number | Money | Period;
  readonly place: Place;
}

export interface BlockEvidence {
  readonly source?: Ref;
  readonly at?: string;
  readonly confidence?: Confidence;
  readonly place: Place;
}

/** `accept <rule> because "…" by <organisation> until 2016-12`. */
export interface Acceptance {
  readonly rule: string;
  readonly because?: string;
  readonly by?: Ref;
  readonly until?: Period;
  readonly place: Place;
}

// Registry

export interface Source extends ElementBase {
  readonly kind: 'source';
  readonly facts: Facts<{ publisher: string; author: string; published: Period; url: string }>;
}

export interface Footprint extends ElementBase {
  readonly kind: 'footprint';
  readonly is?: Ref;
  readonly within?: Ref;
  readonly facts: Facts<{ code: v.Code }>;
}

export interface Organisation extends ElementBase {
  readonly kind: 'organisation';
  readonly is?: Ref;
  readonly facts: Facts<{ alias: string; code: v.Code; covers: Ref; partOf: Ref; succeededBy: v.Succession }>;
}

export interface System extends ElementBase {
  readonly kind: 'system';
}

export interface Information extends ElementBase {
  readonly kind: 'information';
  readonly is?: 'assessment' | 'record' | 'referral' | 'report';
  readonly containing: readonly Ref[];
}

export interface Agreement extends ElementBase {
  readonly kind: 'agreement';
  readonly is?: 'information-sharing' | 'partnership' | 'commissioning' | 'contract';
  readonly facts: Facts<{
    party: Ref;
    covers: Ref;
    basis: Ref;
    lawfulBasis: string;
    condition: string;
    dpia: string;
    valid: v.Validity;
    governance: v.Oversight;
    standard: string;
  }>;
}

export interface Board extends ElementBase {
  readonly kind: 'board';
  /** True when marked `top`: it reports to nobody. */
  readonly top: boolean;
  readonly facts: Facts<{ chair: Ref; member: Ref; reportsTo: Ref; meets: string }>;
}

export interface Vocabulary extends ElementBase {
  readonly kind: 'vocabulary';
  readonly terms: readonly Term[];
  readonly fieldDefinitions: readonly FieldDefinition[];
}

export type TermFlag = 'commissioner' | 'provider' | 'secure' | 'detained' | 'special-category' | 'criminal-offence';

export interface Term extends ElementBase {
  readonly kind: 'term';
  readonly of: TermKind;
  readonly flags: readonly TermFlag[];
  readonly order?: number;
  readonly scheme?: string;
  readonly until?: Period;
  readonly becomes?: Ref;
  readonly describes?: string;
}

export interface FieldDefinition extends ElementBase {
  readonly kind: 'field';
  readonly type: 'text' | 'number' | 'date' | 'money';
  readonly on: 'stage' | 'pathway' | 'transition' | 'organisation';
}

// Project

export type Strictness = 'draft' | 'review' | 'assure';

export interface RuleSetting {
  readonly rule: string;
  readonly set: 'off' | 'info' | 'warning' | 'error';
  readonly because?: string;
  readonly place: Place;
}

export interface ProjectDeclaration extends ElementBase {
  readonly kind: 'project';
  readonly currency?: string;
  readonly baseYear?: Period;
  readonly staleAfterYears?: number;
  readonly strictness?: Strictness;
  readonly includes: readonly { readonly path: string; readonly place: Place }[];
  readonly rules: readonly RuleSetting[];
  readonly facts: Facts<{ ages: v.Ages }>;
}

// Specification

export type RequiredFact =
  | 'provider'
  | 'commissioner'
  | 'activity'
  | 'cost'
  | 'governance'
  | 'criteria'
  | 'lead'
  | 'information'
  | 'agreement';

export interface Requirement {
  readonly fact: RequiredFact;
  /** For information: the one that is wanted. */
  readonly information?: Ref;
  readonly place: Place;
}

export interface Specification extends ElementBase {
  readonly kind: 'specification';
  readonly footprint?: Ref;
  readonly requires: readonly Requirement[];
  readonly stages: readonly RequiredStage[];
  readonly transitions: readonly RequiredTransition[];
  /** Facts that may differ from footprint to footprint without a word. */
  readonly allowedVariations: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly facts: Facts<{ ages: v.Ages; purpose: string; standard: string }>;
}

export interface RequiredStage extends ElementBase {
  readonly kind: 'required-stage';
  readonly requires: readonly Requirement[];
  readonly facts: Facts<{
    setting: v.SettingUse;
    level: Ref;
    ages: v.Ages;
    cohort: Ref;
    assessment: v.Assessment;
    purpose: string;
    standard: string;
  }>;
}

export interface RequiredTransition extends ElementBase {
  readonly kind: 'required-transition';
  readonly from: Ref;
  readonly to: Ref;
  readonly requires: readonly Requirement[];
  readonly facts: Facts<{ movement: Ref }>;
}

// Pathway

/** The facts that a stage takes from its pathway when it has no line of its own; see `inheritance.ts`. */
export interface InheritedFacts {
  provider: v.Provision;
  commissioner: v.Commissioning;
  governance: v.Oversight;
}

export interface Pathway extends ElementBase {
  readonly kind: 'pathway';
  readonly realises?: Ref;
  readonly footprint?: Ref;
  readonly stages: readonly Stage[];
  readonly uses: readonly UsedStage[];
  readonly omits: readonly Omission[];
  readonly transitions: readonly Transition[];
  readonly flows: readonly Flow[];
  readonly outcomes: readonly Outcome[];
  readonly issues: readonly Issue[];
  readonly actions: readonly Action[];
  readonly facts: Facts<
    InheritedFacts & {
      status: v.Status;
      owner: Ref;
      cohort: Ref;
      ages: v.Ages;
      purpose: string;
      standard: string;
      excludes: string;
      activity: v.Activity;
      cost: v.Cost;
      capacity: v.Capacity;
      overlaps: v.Overlap;
      voice: string;
    }
  >;
}

export interface Stage extends ElementBase {
  readonly kind: 'stage';
  /** The required stage that it realises, where that has another name than its own. */
  readonly realises?: Ref;
  readonly outcomes: readonly Outcome[];
  readonly issues: readonly Issue[];
  readonly facts: Facts<
    InheritedFacts & {
      status: v.Status;
      enters: string;
      leaves: string;
      purpose: string;
      setting: v.SettingUse;
      level: Ref;
      cohort: Ref;
      ages: v.Ages;
      partner: v.Provision;
      activity: v.Activity;
      cost: v.Cost;
      capacity: v.Capacity;
      wait: v.Wait;
      assessment: v.Assessment;
      workforce: v.Workforce;
      training: string;
      voice: string;
      standard: string;
      excludes: string;
      varies: v.Variation;
    }
  >;
}

/** `uses stage <stage> of <pathway> as <name>`: a unit that another pathway describes. */
export interface UsedStage extends ElementBase {
  readonly kind: 'used-stage';
  readonly stage: Ref;
  readonly pathway: Ref;
}

/** `omits <required-stage> because "…"`, or `omits transition from a to b because "…"`. */
export interface Omission {
  readonly stage?: Ref;
  readonly transition?: { readonly from: Ref; readonly to: Ref };
  readonly because?: string;
  readonly evidence?: Evidence;
  readonly place: Place;
}

/** Where a transition or flow ends: at a stage of its own pathway, or over in another one. */
export interface End {
  readonly stage?: Ref;
  readonly pathway?: Ref;
}

export interface Transition extends ElementBase {
  readonly kind: 'transition';
  /** False where the text gives no name and `name` was made from the ends. */
  readonly named: boolean;
  readonly from: End;
  readonly to: End;
  readonly issues: readonly Issue[];
  readonly facts: Facts<{
    movement: Ref;
    trigger: string;
    criteria: string;
    threshold: string;
    access: string;
    lead: Ref;
    receiver: Ref;
    within: v.Within;
    send: v.Send;
    agreement: Ref;
    activity: v.Activity;
    ages: v.Ages;
    governance: v.Oversight;
    varies: v.Variation;
  }>;
}

export interface Flow extends ElementBase {
  readonly kind: 'flow';
  readonly named: boolean;
  readonly from: End;
  readonly to: End;
  readonly issues: readonly Issue[];
  readonly facts: Facts<{ send: v.Send; agreement: Ref }>;
}

// Findings of the authors, and their plan

export interface Issue extends ElementBase {
  readonly kind: 'gap' | 'risk' | 'challenge' | 'strength' | 'need';
  readonly text: string;
  readonly facts: Facts<{
    affects: Ref;
    severity: v.Rating;
    likelihood: v.Rating;
    impact: v.Rating;
    owner: Ref;
    status: 'open' | 'accepted' | 'closed';
    action: Ref;
  }>;
}

export interface Action extends ElementBase {
  readonly kind: 'action' | 'milestone';
  readonly text: string;
  readonly facts: Facts<{
    owner: Ref;
    status: 'planned' | 'underway' | 'done';
    due: Period;
    cost: v.Cost;
    output: v.Output;
    affects: Ref;
  }>;
}

export interface Outcome extends ElementBase {
  readonly kind: 'outcome';
  readonly text: string;
  readonly domain?: Ref;
  readonly indicators: readonly Indicator[];
}

export interface Indicator extends ElementBase {
  readonly kind: 'indicator';
  readonly text: string;
  readonly baseline?: v.Measurement;
  readonly target?: v.Measurement;
}

// Views and scenarios

export type LaneKey = 'setting' | 'provider' | 'commissioner' | 'level' | 'footprint';

export interface View extends ElementBase {
  readonly kind: 'view';
  readonly of?: Ref;
  readonly lanes?: LaneKey;
  readonly colour?: LaneKey;
  readonly badges: readonly string[];
  readonly show: readonly string[];
  readonly hide: readonly string[];
  readonly only: readonly { readonly by: string; readonly term: Ref }[];
  readonly direction?: 'right' | 'down';
}

export interface Scenario extends ElementBase {
  readonly kind: 'scenario';
  readonly changes?: Ref;
  readonly edits: readonly ScenarioEdit[];
}

export type ScenarioEdit =
  | {
      readonly edit: 'set';
      readonly stage: Ref;
      readonly fact: string;
      readonly line: Fact<unknown>;
      readonly place: Place;
    }
  | { readonly edit: 'add-stage'; readonly stage: Stage; readonly place: Place }
  | { readonly edit: 'add-transition'; readonly transition: Transition; readonly place: Place }
  | { readonly edit: 'remove-stage'; readonly stage: Ref; readonly place: Place }
  | {
      readonly edit: 'remove-transition';
      readonly transition?: Ref;
      readonly from?: Ref;
      readonly to?: Ref;
      readonly place: Place;
    };

/** Everything that can be declared at the top of a file. */
export type Declaration =
  | ProjectDeclaration
  | Source
  | Footprint
  | Organisation
  | System
  | Information
  | Agreement
  | Board
  | Vocabulary
  | Specification
  | Pathway
  | View
  | Scenario;
