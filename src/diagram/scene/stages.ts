import type { Pathway } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { type PathwayStage, stagesOf } from '../../model/graph.ts';
import type { Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Chip, SceneEdge, StageNode, TerminalNode } from '../scene.ts';
import { chipsOf, factLines } from './facts.ts';
import { type Attributed, findingLines, marksOf, spokenCounts } from './findings.ts';
import { hoverOfStage } from './hover.ts';
import { nodeFactsOf } from './told.ts';
import { listed } from './words.ts';

/** The stages of the pathway as drawn, in the order of the text. `links` say where each of them leads. */
export function stageNodes(
  project: Project,
  pathway: Pathway,
  attributed: Attributed,
  links: { readonly edges: readonly SceneEdge[]; readonly terminals: readonly TerminalNode[] },
): readonly StageNode[] {
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
    return stageNode(project, pathway, each, place, attributed.on(place), [...(next.get(stageId(each.name)) ?? [])]);
  });
}

function stageNode(
  project: Project,
  pathway: Pathway,
  each: PathwayStage,
  place: Place,
  findings: readonly Finding[],
  next: readonly string[],
): StageNode {
  const { stage } = each;
  const status = stage && recorded(stage.facts.status).at(-1)?.status;
  const facts = nodeFactsOf(project, pathway, each);
  const node = {
    kind: 'stage' as const,
    id: stageId(each.name),
    label: stageLabel(each),
    proposed: status === 'proposed',
    closed: status === 'closed',
    shared: each.used !== undefined,
    lines: factLines(project, each),
    chips: [...statusChip(status), ...(stage ? chipsOf(project, stage) : [])],
    place,
    ...(facts && { facts }),
    ...marksOf(findings),
  };
  const hover = [...hoverOfStage(project, each), ...findingLines(findings)].join('\n');
  return { ...node, spoken: spokenStage(node, findings, next), hover };
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

type Unspoken = Omit<StageNode, 'spoken' | 'hover'>;

function spokenStage(node: Unspoken, findings: readonly Finding[], next: readonly string[]): string {
  const facts = [
    ...(node.shared ? ['shared with another pathway'] : []),
    ...node.lines.map((line) => (line.state === 'recorded' ? `${line.fact} ${line.text}` : line.text)),
    ...node.chips.map((chip) => chip.text),
    ...spokenCounts(findings),
  ];
  const leads = next.length > 0 ? `; leads to ${listed(next)}` : '; leads nowhere';
  return `Stage ${[node.label, ...facts].join(', ')}${leads}`;
}
