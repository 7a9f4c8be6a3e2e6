import type { Issue, Pathway } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { type PathwayStage, stagesOf } from '../../model/graph.ts';
import type { Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Chip, FigureLine, SceneEdge, StageNode, TerminalNode } from '../scene.ts';
import { byItself, type Wanted } from '../views/wanted.ts';
import { issueLines, issuesAbout } from './details.ts';
import { chipsOf, factLines } from './facts.ts';
import { askedBeside, figureOf } from './figures.ts';
import { type Attributed, findingLines, marksOf, spokenCounts } from './findings.ts';
import { hoverOfStage } from './hover.ts';
import { nodeFactsOf } from './told.ts';
import { listed } from './words.ts';

/** A stage with what it was drawn from. */
export interface DrawnStage {
  readonly node: StageNode;
  readonly each: PathwayStage;
  readonly findings: readonly Finding[];
  readonly issues: readonly Issue[];
}

/** The stages of the pathway as drawn, in the order of the text. `links` say where each of them leads. */
export function stageNodes(
  project: Project,
  pathway: Pathway,
  attributed: Attributed,
  links: { readonly edges: readonly SceneEdge[]; readonly terminals: readonly TerminalNode[] },
  wanted: Wanted = byItself,
): readonly DrawnStage[] {
  const all = stagesOf(project, pathway);
  const labels = new Map([
    ...all.map((each) => [stageId(each.name), stageLabel(each)] as const),
    ...links.terminals.map((terminal) => [terminal.id, spokenEnd(terminal)] as const),
  ]);
  const next = new Map<string, Set<string>>();
  for (const edge of links.edges) {
    const label = labels.get(edge.to);
    if (edge.kind === 'flow' || label === undefined) continue;
    next.set(edge.from, (next.get(edge.from) ?? new Set()).add(label));
  }
  return all.map((each) => {
    const place = placeOf(each, pathway);
    const findings = attributed.on(place);
    const issues = [...(each.stage && !each.used ? each.stage.issues : []), ...issuesAbout(pathway, each.name)];
    const leadsTo = [...(next.get(stageId(each.name)) ?? [])];
    return { each, findings, issues, node: stageNode(project, pathway, { each, findings, issues }, leadsTo, wanted) };
  });
}

function stageNode(
  project: Project,
  pathway: Pathway,
  { each, findings, issues }: Omit<DrawnStage, 'node'>,
  next: readonly string[],
  wanted: Wanted,
): StageNode {
  const { stage } = each;
  const { shows } = wanted;
  const place = placeOf(each, pathway);
  const status = stage && recorded(stage.facts.status).at(-1)?.status;
  const facts = nodeFactsOf(project, pathway, each);
  const node = {
    kind: 'stage' as const,
    id: stageId(each.name),
    label: stageLabel(each),
    proposed: status === 'proposed',
    closed: status === 'closed',
    shared: each.used !== undefined,
    lines: [...factLines(project, each, wanted), ...(shows.has('gaps') ? issueLines(issues) : [])],
    chips: [...statusChip(status), ...(stage ? chipsOf(project, stage, wanted) : [])],
    ...figuresOf(each, findings, wanted),
    place,
    ...(facts && { facts }),
    ...(shows.has('findings') ? marksOf(findings) : { questions: 0 }),
  };
  const hover = [...hoverOfStage(project, each), ...findingLines(findings)].join('\n');
  return { ...node, spoken: spokenStage(node, shows.has('findings') ? findings : [], next), hover };
}

function spokenEnd(terminal: TerminalNode): string {
  if (terminal.sort === 'exit') return terminal.label === '' ? 'the way out' : `the way out, ${terminal.label}`;
  return terminal.sort === 'missing' ? `a broken end, ${terminal.label}` : terminal.label;
}

/** The id of a stage's box. */
export function stageId(name: string): string {
  return `stage:${name}`;
}

/** What a stage is called here: the label of the shared unit where it is one. */
export function stageLabel({ name, stage, used }: PathwayStage): string {
  return used?.label ?? (stage ? labelOf(stage) : name);
}

function placeOf({ stage, used }: PathwayStage, pathway: Pathway): Place {
  return (used ?? stage ?? pathway).place;
}

function statusChip(status: string | undefined): readonly Chip[] {
  return status === 'closed' || status === 'proposed' ? [{ kind: 'status', state: 'recorded', text: status }] : [];
}

/** The figures that the picture shows; where it shades by what is found, that too. */
function figuresOf(
  each: PathwayStage,
  findings: readonly Finding[],
  { shows, heat }: Wanted,
): { readonly figures?: readonly FigureLine[] } {
  if (!each.stage) return {};
  const kinds = (['cost', 'activity', 'wait'] as const).filter((kind) => shows.has(kind) || heat === kind);
  const counts = spokenCounts(findings);
  const found: readonly FigureLine[] =
    heat === 'findings' && counts.length > 0
      ? [{ kind: 'findings', state: 'recorded', text: counts.join(', '), shaded: true }]
      : [];
  const figures = kinds.flatMap((kind): readonly FigureLine[] => [
    { ...figureOf(each, kind), ...(heat === kind && { shaded: true }) },
    ...(kind === 'wait' ? [] : askedBeside(kind, each.stage?.facts[kind] ?? [])).map(
      (text): FigureLine => ({ kind, state: 'unknown', text }),
    ),
  ]);
  return figures.length + found.length === 0 ? {} : { figures: [...figures, ...found] };
}

/** What is recorded is said with what it is a figure of. */
export function spokenFigure({ kind, state, text }: FigureLine): string {
  return state === 'recorded' && kind !== 'findings' ? `${kind} ${text}` : text;
}

type Unspoken = Omit<StageNode, 'spoken' | 'hover'>;

function spokenStage(node: Unspoken, findings: readonly Finding[], next: readonly string[]): string {
  const facts = [
    ...(node.shared ? ['shared with another pathway'] : []),
    ...node.lines.map((line) => (line.state === 'recorded' ? `${line.fact} ${line.text}`.trim() : line.text)),
    ...node.chips.map((chip) => chip.text),
    ...(node.figures ?? []).map(spokenFigure),
    ...spokenCounts(findings),
  ];
  const leads = next.length > 0 ? `; leads to ${listed(next)}` : '; leads nowhere';
  return `Stage ${[node.label, ...facts].join(', ')}${leads}`;
}
