import type { LaneKey } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import type { SceneLane, StageNode, TerminalNode } from '../scene.ts';
import type { Draft } from './draft.ts';
import { groupOf, inOrder, keyInWords } from './groups.ts';
import { counted } from './words.ts';

export interface Laned {
  readonly draft: Draft;
  readonly lanes: readonly SceneLane[];
}

/** Puts each stage into its lane, and what belongs to one stage or one lane only beside it. */
export function intoLanes(project: Project, draft: Draft, key: LaneKey, folded: ReadonlySet<string>): Laned {
  const groups = draft.stages.map(({ each }) => groupOf(project, each, key));
  const laneOf = new Map(draft.stages.map(({ node }, index) => [node.id, groups[index]!.id]));
  const lanes = inOrder(project, key, groups).map(({ id, label, state }): SceneLane => {
    const stages = groups.filter((group) => group.id === id).length;
    const spoken = `Lane ${keyInWords(key).toLowerCase()}: ${label}, ${counted(stages, 'stage')}`;
    return { id, label, state, spoken, stages, folded: folded.has(id) };
  });
  const stages = draft.stages.map((stage) => {
    const lane = laneOf.get(stage.node.id)!;
    const label = lanes.find(({ id }) => id === lane)!.label;
    const node: StageNode = { ...stage.node, lane, spoken: `${stage.node.spoken}; in lane ${label}` };
    return { ...stage, node };
  });
  const terminals = draft.terminals.map((terminal): TerminalNode => {
    const beside = draft.edges.flatMap(({ from, to }) =>
      from === terminal.id ? [laneOf.get(to)] : to === terminal.id ? [laneOf.get(from)] : [],
    );
    const [lane, ...others] = new Set(beside);
    return lane === undefined || others.length > 0 ? terminal : { ...terminal, lane };
  });
  return { draft: { ...draft, stages, terminals }, lanes };
}
