import type { FactState } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { RuleSeverity } from '../rules/finding.ts';
import type { EdgeFacts, NodeFacts } from './facts.ts';

/** What to draw of one pathway, before anything is measured or placed. Plain data: it may be posted and stored. */
export interface Scene {
  /** The pathway's name. */
  readonly pathway: string;
  readonly direction: Direction;
  readonly title: TitleBlock;
  /** In the order of the text, ways in before their stage and ways out after it. */
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** Bands from one side of the picture to the other, in their order; every stage stands in one of them. */
  readonly lanes?: readonly SceneLane[];
  /** The marks that the picture uses, in the order in which a legend explains them. */
  readonly legend: readonly LegendEntry[];
  /** What to say in place of a picture; only when there is nothing to draw. */
  readonly empty?: EmptyState;
}

export type Direction = 'right' | 'down';

/** A band of the picture: what has the same setting, provider, commissioner, level or footprint. */
export interface SceneLane {
  /** `lane:<name>`, and `lane:` with a state in brackets for what has none: `lane:(unknown)`. */
  readonly id: string;
  readonly label: string;
  readonly state: GroupState;
  readonly spoken: string;
  /** How many stages belong to it. */
  readonly stages: number;
  /** What its heading says below its name, where it is not how many stages. */
  readonly size?: string;
  /** Its stages are drawn as one box. */
  readonly folded: boolean;
}

/** How the fact stands that a lane or a colour is for. */
export type GroupState = 'recorded' | 'unknown' | 'none' | 'not-applicable' | 'missing';

/** How something differs from what it is compared with. */
export type Change = 'added' | 'removed' | 'changed';

/** A figure on a card: `£1.2m for 2025/26`, `wait unknown`. */
export interface FigureLine {
  readonly kind: 'cost' | 'activity' | 'wait' | 'findings';
  readonly state: FactState;
  /** The figure where it is recorded, else the whole line. */
  readonly text: string;
  /** Whether it is what the picture shades by: the mark of its shade stands before it. */
  readonly shaded?: boolean;
}

/** What every drawn element has. */
export interface Drawn {
  /** `stage:<name>`, `transition:<name>`, `flow:<name>` or `terminal:<…>`; `link:<…>` joins a terminal to its stage. */
  readonly id: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** What hovering shows: several lines of text. */
  readonly hover: string;
  /** The text to reveal. */
  readonly place: Place;
}

/** Findings on one element: how serious the gravest, and how many are as serious. Questions and excused findings are not among them. */
export interface Badge {
  readonly severity: RuleSeverity;
  readonly count: number;
}

/** What findings put on an element. */
export interface Marks {
  readonly badge?: Badge;
  /** Open questions. */
  readonly questions: number;
  /** Findings that somebody has accepted, where there are any. */
  readonly accepted?: number;
}

/** One line of a stage or below an arrow. `broken` is a name that stands for nothing. */
export interface FactLine {
  /** What it is about: stands before what is recorded. */
  readonly fact: string;
  readonly state: FactState | 'broken';
  /** The value where it is recorded, else the whole line: `provider unknown`. */
  readonly text: string;
}

export interface Chip {
  readonly kind: 'status' | 'setting' | 'level' | 'ages' | 'cohort';
  readonly state: 'recorded' | 'unknown' | 'none' | 'broken';
  readonly text: string;
}

export interface StageNode extends Drawn, Marks {
  readonly kind: 'stage';
  readonly label: string;
  readonly proposed: boolean;
  readonly closed: boolean;
  /** Described by another pathway and used here. */
  readonly shared: boolean;
  readonly lines: readonly FactLine[];
  readonly chips: readonly Chip[];
  /** What it can be found and filtered by; absent where it is a shared stage that cannot be found. */
  readonly facts?: NodeFacts;
  /** What the view puts on it. */
  readonly figures?: readonly FigureLine[];
  /** The lane that it stands in. */
  readonly lane?: string;
  /** Which of the colours of the legend it has, counted from zero. */
  readonly tint?: number;
  /** The sign of its colour, or of why it has none; on every stage of a picture with colours. */
  readonly spine?: LegendMark;
  /** How much there is of what the view shades by, from 0 to 4. */
  readonly heat?: number;
  /** There is nothing here of what the picture is about. */
  readonly recedes?: boolean;
  readonly change?: Change;
  /** What has changed, each with what it was and what it is. */
  readonly changes?: readonly string[];
  /** A lane drawn as one box: how many stages it holds. */
  readonly holds?: number;
}

/** Where people come from or go to outside the pathway, and what a broken reference leads to. */
export interface TerminalNode extends Drawn {
  readonly kind: 'terminal';
  /** `hidden` is a stage of this pathway that the picture leaves out. */
  readonly sort: 'entry' | 'exit' | 'pathway' | 'missing' | 'hidden';
  /** May be empty for ways in and out. */
  readonly label: string;
  /** The lane of the stage that it belongs to; absent where it may stand in any. */
  readonly lane?: string;
  readonly change?: Change;
}

/** One line of a summary: a sign, a few muted words, and what they say. */
export interface SummaryLine {
  readonly sign?: 'realised' | 'varies' | 'question' | 'gap' | 'broken';
  readonly heading?: string;
  readonly text: string;
  readonly state: FactState | 'broken';
  /** Says more of the line before it. */
  readonly inset?: true;
}

/** What sums up something that has a picture or a place of its own: a whole pathway, a shared unit, what is required. */
export interface SummaryNode extends Drawn, Marks {
  readonly kind: 'summary';
  readonly sort: 'whole' | 'unit' | 'required' | 'specification';
  readonly label: string;
  readonly proposed: boolean;
  readonly closed: boolean;
  readonly lines: readonly SummaryLine[];
  readonly chips: readonly Chip[];
  readonly facts?: NodeFacts;
  readonly lane?: string;
  readonly change?: Change;
}

export type SceneNode = StageNode | TerminalNode | SummaryNode;

/** What is sent: named, or why it is not. */
export type Sending =
  | { readonly state: 'sent'; readonly information: string; readonly system?: string; readonly broken?: boolean }
  | { readonly state: 'unknown' | 'none' | 'missing' };

export interface SceneEdge extends Drawn, Marks {
  /** A link joins a terminal to its stage and is no element of the text; along a tie neither people nor news move. */
  readonly kind: 'transition' | 'flow' | 'link' | 'tie';
  /** The ids of nodes of the scene. */
  readonly from: string;
  readonly to: string;
  /** May be empty. */
  readonly label: string;
  /** Empty where nothing is to be said: on links, and where sending does not apply. */
  readonly sendings: readonly Sending[];
  /** What it can be found and filtered by; absent on links. */
  readonly facts?: EdgeFacts;
  /** What the view puts below its label, a line each. */
  readonly details?: readonly FactLine[];
  /** How wide its line is, in pixels; as wide as all are where it is absent. */
  readonly weight?: number;
  /** There is nothing here of what the picture is about. */
  readonly recedes?: boolean;
  readonly change?: Change;
  /** What has changed, each with what it was and what it is. */
  readonly changes?: readonly string[];
}

export interface TitleBlock {
  readonly label: string;
  /** Footprint, status, ages and size, each in a few words. */
  readonly facts: readonly string[];
  /** What the picture shows of it, where that is not what it shows by itself: the view, lanes, what is left out. */
  readonly shown?: readonly string[];
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly question: number;
    readonly accepted: number;
  };
  /** What an export is stamped with: its date, the commit. */
  readonly stamp?: string;
}

/** The marks that a legend can explain. */
export type LegendMark =
  | 'question'
  | 'gap'
  | 'missing'
  | 'transition'
  | 'flow'
  | 'sent'
  | 'sent-unknown'
  | 'sent-none'
  | 'sent-missing'
  | 'entry'
  | 'exit'
  | 'elsewhere'
  | 'broken'
  | 'proposed'
  | 'closed'
  | 'shared'
  | 'error'
  | 'warning'
  | 'info'
  | 'accepted'
  | 'realised'
  | 'varies'
  | 'tie'
  | 'hidden'
  | TintMark
  | 'heat0'
  | 'heat1'
  | 'heat2'
  | 'heat3'
  | 'heat4'
  | 'narrow'
  | 'wide'
  | 'added'
  | 'removed'
  | 'changed';

/** A colour, the rest that shares one, or why there is none. */
export type TintMark =
  | 'tint1'
  | 'tint2'
  | 'tint3'
  | 'tint4'
  | 'tint5'
  | 'tint6'
  | 'tint7'
  | 'tint8'
  | 'tint-other'
  | 'tint-unknown'
  | 'tint-none'
  | 'tint-not-applicable'
  | 'tint-missing';

export interface LegendEntry {
  readonly mark: LegendMark;
  readonly text: string;
  /** What it and those after it explain; starts a row of its own. */
  readonly heading?: string;
}

export interface EmptyState {
  readonly heading: string;
  /** Lines of pathway text that would put something here. */
  readonly example: readonly string[];
  /** What the pathway does hold; absent when it holds nothing. */
  readonly holds?: string;
}
