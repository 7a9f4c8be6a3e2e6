import type { SceneEdge, SceneNode, StageNode, TerminalNode } from '../scene.ts';

/** Other pathways that people come from first, each way in before its stage, each way out after it, the rest last. */
export function inReadingOrder(
  stages: readonly StageNode[],
  terminals: readonly TerminalNode[],
  edges: readonly SceneEdge[],
): readonly SceneNode[] {
  const beside = new Map<string, TerminalNode[]>();
  const byId = new Map(terminals.map((terminal) => [terminal.id, terminal]));
  for (const { kind, from, to } of edges) {
    if (kind !== 'link') continue;
    for (const [end, stage] of [
      [from, to],
      [to, from],
    ] as const) {
      const terminal = byId.get(end);
      if (terminal) beside.set(stage, [...(beside.get(stage) ?? []), terminal]);
    }
  }
  const besideOf = ({ id }: StageNode, sort: TerminalNode['sort']) =>
    (beside.get(id) ?? []).filter((terminal) => terminal.sort === sort);
  const leaving = new Set(edges.map(({ from }) => from));
  const loose = terminals.filter(({ sort }) => sort !== 'entry' && sort !== 'exit');
  const sources = loose.filter(({ id }) => leaving.has(id));
  const targets = loose.filter(({ id }) => !leaving.has(id));
  return [
    ...sources,
    ...stages.flatMap((stage) => [...besideOf(stage, 'entry'), stage, ...besideOf(stage, 'exit')]),
    ...targets,
  ];
}
