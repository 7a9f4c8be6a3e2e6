import type { Pathway } from '../model/elements.ts';
import type { FactState } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { Finding, RuleSeverity } from '../rules/finding.ts';
import type { EdgeFacts, NodeFacts } from './facts.ts';
import { emptyStateOf } from './scene/empty.ts';
import { attribute } from './scene/findings.ts';
import { legendOf } from './scene/legend.ts';
import { linksOf } from './scene/links.ts';
import { stageNodes } from './scene/stages.ts';
import { titleOf } from './scene/title.ts';

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
  readonly state: 'recorded' | 'unknown' | 'none' | 'missing';
  readonly spoken: string;
  /** How many stages belong to it. */
  readonly stages: number;
  /** Its stages are drawn as one box. */
  readonly folded: boolean;
}

/** How something differs from what it is compared with. */
export type Change = 'added' | 'removed' | 'changed';

/** A figure on a card or an arrow: `£1.2m a year`, `wait unknown`. */
export interface FigureLine {
  readonly kind: 'cost' | 'activity' | 'wait';
  readonly state: FactState;
  readonly text: string;
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

/** Findings on one element: how many, and how grave the gravest. Questions and excused findings are not among them. */
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

/** One line of a stage. `broken` is a shared stage that cannot be found. */
export interface FactLine {
  readonly fact: 'provider' | 'commissioner' | 'stage';
  readonly state: FactState | 'broken';
  /** The value where it is recorded, else the whole line: `provider unknown`. */
  readonly text: string;
}

export interface Chip {
  readonly kind: 'status' | 'setting' | 'level' | 'ages';
  readonly state: 'recorded' | 'unknown' | 'none';
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
  /** How much there is of what the view shades by, from 0 to 4. */
  readonly heat?: number;
  readonly change?: Change;
}

/** Where people come from or go to outside the pathway, and what a broken reference leads to. */
export interface TerminalNode extends Drawn {
  readonly kind: 'terminal';
  readonly sort: 'entry' | 'exit' | 'pathway' | 'missing';
  /** May be empty for ways in and out. */
  readonly label: string;
  /** The lane of the stage that it belongs to; absent where it may stand in any. */
  readonly lane?: string;
  readonly change?: Change;
}

export type SceneNode = StageNode | TerminalNode;

/** What is sent: named, or why it is not. */
export type Sending =
  | { readonly state: 'sent'; readonly information: string; readonly system?: string }
  | { readonly state: 'unknown' | 'none' | 'missing' };

export interface SceneEdge extends Drawn, Marks {
  /** A link joins a terminal to its stage and is no element of the text. */
  readonly kind: 'transition' | 'flow' | 'link';
  /** The ids of nodes of the scene. */
  readonly from: string;
  readonly to: string;
  /** May be empty. */
  readonly label: string;
  /** Empty where nothing is to be said: on links, and where sending does not apply. */
  readonly sendings: readonly Sending[];
  /** What it can be found and filtered by; absent on links. */
  readonly facts?: EdgeFacts;
  /** How wide its line is, in pixels; as wide as all are where it is absent. */
  readonly weight?: number;
  readonly change?: Change;
}

export interface TitleBlock {
  readonly label: string;
  /** Footprint, status, ages and size, each in a few words. */
  readonly facts: readonly string[];
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
  | 'accepted';

export interface LegendEntry {
  readonly mark: LegendMark;
  readonly text: string;
}

export interface EmptyState {
  readonly heading: string;
  /** Lines of pathway text that would put something here. */
  readonly example: readonly string[];
  /** What the pathway does hold; absent when it holds nothing. */
  readonly holds?: string;
}

export interface SceneOptions {
  readonly direction?: Direction;
  /** For exports: `12 November 2026 · 3f2c1ab`. */
  readonly stamp?: string;
}

/**
 * Says what to draw of a pathway. A pure function of its arguments that never fails: names that lead nowhere are drawn
 * as such. Findings of other pathways are left out.
 */
export function sceneOf(
  project: Project,
  pathway: Pathway,
  findings: readonly Finding[],
  options: SceneOptions = {},
): Scene {
  const attributed = attribute(pathway, findings);
  const links = linksOf(project, pathway, attributed);
  const stages = stageNodes(project, pathway, attributed, links);
  const nodes = inReadingOrder(stages, links.terminals, links.edges);
  const empty = nodes.length === 0 ? { empty: emptyStateOf(pathway) } : {};
  const title = titleOf(project, pathway, attributed.all, options.stamp);
  const legend = legendOf(nodes, links.edges, title);
  return {
    pathway: pathway.name,
    direction: options.direction ?? 'right',
    title,
    nodes,
    edges: links.edges,
    legend,
    ...empty,
  };
}

/** Other pathways that people come from first, each way in before its stage, each way out after it, the rest last. */
function inReadingOrder(
  stages: readonly StageNode[],
  terminals: readonly TerminalNode[],
  edges: readonly SceneEdge[],
): readonly SceneNode[] {
  const ends = edges.filter((edge) => edge.kind === 'link').map((edge) => [edge.from, edge.to] as const);
  const beside = (stage: StageNode, sort: 'entry' | 'exit') =>
    terminals.filter((t) => t.sort === sort && ends.some((pair) => pair.includes(t.id) && pair.includes(stage.id)));
  const loose = terminals.filter((terminal) => terminal.sort === 'pathway' || terminal.sort === 'missing');
  const sources = loose.filter((terminal) => edges.some((edge) => edge.from === terminal.id));
  const targets = loose.filter((terminal) => !sources.includes(terminal));
  return [
    ...sources,
    ...stages.flatMap((stage) => [...beside(stage, 'entry'), stage, ...beside(stage, 'exit')]),
    ...targets,
  ];
}
