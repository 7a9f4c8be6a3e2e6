import type { PathwayStage } from '../../model/graph.ts';
import type { Project } from '../../model/project.ts';
import type { Only } from '../look.ts';
import type { SceneEdge, TerminalNode } from '../scene.ts';
import type { Draft } from './draft.ts';
import { around } from './groups.ts';
import type { DrawnStage } from './stages.ts';
import { nodeFactsOf } from './told.ts';

/**
 * The stages of which one of each kind holds that the look asks for. An arrow from or to one that is left out ends in a
 * small box with its name; arrows between two of those are left out with them.
 */
export function onlyThose(project: Project, draft: Draft, only: readonly Only[]): Draft {
  if (only.length === 0) return draft;
  const stages = draft.stages.filter(({ each }) => isMeant(project, each, only));
  const shown = new Set(stages.map(({ node }) => node.id));
  const left = new Map(draft.stages.filter(({ node }) => !shown.has(node.id)).map((stage) => [stage.node.id, stage]));
  const hidden = new Map<string, TerminalNode>();
  const edges = draft.edges.flatMap((edge): readonly SceneEdge[] => {
    const [from, to] = [left.get(edge.from), left.get(edge.to)];
    const lost = (!shown.has(edge.from) && !shown.has(edge.to)) || (edge.kind === 'link' && (from || to));
    if (lost) return [];
    return [{ ...edge, from: standIn(edge.from, from, 'from', hidden), to: standIn(edge.to, to, 'to', hidden) }];
  });
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { stages, edges, terminals: [...draft.terminals.filter(({ id }) => used.has(id)), ...hidden.values()] };
}

/** The box that takes the place of a stage that is left out. One that is left for is never one that is come from. */
function standIn(
  id: string,
  stage: DrawnStage | undefined,
  side: 'from' | 'to',
  hidden: Map<string, TerminalNode>,
): string {
  if (!stage) return id;
  const { label, place } = stage.node;
  const own = `terminal:${side}:${stage.each.name}`;
  const hover = `${label}, a stage of this pathway that the picture leaves out`;
  hidden.set(own, { kind: 'terminal', sort: 'hidden', id: own, label, spoken: hover, hover, place });
  return own;
}

function isMeant(project: Project, each: PathwayStage, only: readonly Only[]): boolean {
  const kinds = [...new Set(only.map(({ by }) => by))];
  return kinds.every((kind) => {
    const names = namesOf(project, each, kind);
    return only.some(({ by, term }) => by === kind && names.includes(term));
  });
}

/** What of a kind a stage has; an area also counts for those that it lies within. */
function namesOf(project: Project, each: PathwayStage, kind: Only['by']): readonly string[] {
  if (kind === 'footprint') return each.home.footprint ? around(project, each.home.footprint.name) : [];
  const facts = nodeFactsOf(project, each.home, each);
  const plural = `${kind}s` as const;
  return facts?.[plural].values.map(({ name }) => name) ?? [];
}
