import type { Pathway } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { type PathwayStage, stagesOf } from '../../model/graph.ts';
import { labelOf, type Project } from '../../model/project.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Chip, SceneEdge, StageNode } from '../scene.ts';
import { chipsOf, factLines } from './facts.ts';
import { type Attributed, findingLines, marksOf, spokenCounts } from './findings.ts';
import { hoverOfStage } from './hover.ts';
import { listed } from './words.ts';

/** The stages of the pathway as drawn, in the order of the text. `edges` say where each of them leads. */
export function stageNodes(
  project: Project,
  pathway: Pathway,
  attributed: Attributed,
  edges: readonly SceneEdge[],
): readonly StageNode[] {
  const all = stagesOf(project, pathway);
  const labels = new Map(all.map((each) => [stageId(each.name), stageLabel(each)]));
  return all.map((each) => {
    const place = placeOf(each, pathway);
    const findings = attributed.on(place);
    const id = stageId(each.name);
    const next = edges
      .filter((edge) => edge.kind === 'transition' && edge.from === id)
      .map((edge) => labels.get(edge.to));
    return stageNode(project, each, findings, [...new Set(next.filter((label) => label !== undefined))]);
  });

  function stageNode(
    inProject: Project,
    each: PathwayStage,
    findings: readonly Finding[],
    next: readonly string[],
  ): StageNode {
    const { stage } = each;
    const status = stage && recorded(stage.facts.status).at(-1)?.status;
    const node = {
      kind: 'stage' as const,
      id: stageId(each.name),
      label: stageLabel(each),
      proposed: status === 'proposed',
      closed: status === 'closed',
      shared: each.used !== undefined,
      lines: factLines(inProject, each),
      chips: [...statusChip(status), ...(stage ? chipsOf(inProject, stage) : [])],
      place: placeOf(each, pathway),
      ...marksOf(findings),
    };
    const hover = [...hoverOfStage(inProject, each), ...findingLines(findings)].join('\n');
    return { ...node, spoken: spokenStage(node, findings, next), hover };
  }
}

/** The id of a stage's box. */
export function stageId(name: string): string {
  return `stage:${name}`;
}

/** What a stage is called here: the label of the shared unit where it is one. */
export function stageLabel({ name, stage, used }: PathwayStage): string {
  return used?.label ?? (stage ? labelOf(stage) : name);
}

function placeOf({ stage, used }: PathwayStage, pathway: Pathway) {
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
