import type { SceneEdge, SceneNode, StageNode, TerminalNode } from '../scene.ts';

/** Other pathways that people come from first, each way in before its stage, each way out after it, the rest last. */
export function inReadingOrder(
  stages: readonly StageNode[],
  terminals: readonly TerminalNode[],
  edges: readonly SceneEdge[],
): readonly SceneNode[] {
  const ends = edges.filter((edge) => edge.kind === 'link').map((edge) => [edge.from, edge.to] as const);
  const beside = (stage: StageNode, sort: 'entry' | 'exit') =>
    terminals.filter((t) => t.sort === sort && ends.some((pair) => pair.includes(t.id) && pair.includes(stage.id)));
  const loose = terminals.filter(({ sort }) => sort !== 'entry' && sort !== 'exit');
  const sources = loose.filter((terminal) => edges.some((edge) => edge.from === terminal.id));
  const targets = loose.filter((terminal) => !sources.includes(terminal));
  return [
    ...sources,
    ...stages.flatMap((stage) => [...beside(stage, 'entry'), stage, ...beside(stage, 'exit')]),
    ...targets,
  ];
}
