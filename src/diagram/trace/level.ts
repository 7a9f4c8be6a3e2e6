import { counted } from '../scene/words.ts';
import type { Break, Route } from '../trace.ts';
import { type Graph, isEntry, reachedFrom } from './graph.ts';

/**
 * The stages at a level with the ways between them, and the ways to and from them. People go from level to level, so
 * that it breaks only where nobody comes to a stage of the level, or goes on from it.
 */
export function atLevel(graph: Graph, level: string): Route {
  const at = graph.stages.filter((stage) => stage.facts?.levels.values.some(({ name }) => name === level));
  const ids = new Set(at.map(({ id }) => id));
  const label = at[0]?.facts?.levels.values.find(({ name }) => name === level)?.label ?? level;
  const reached = reachedFrom(
    graph,
    graph.stages.filter((stage) => isEntry(graph, stage)),
    () => true,
  );
  const arrows = graph.edges.filter((edge) => edge.kind !== 'flow' && (ids.has(edge.from) || ids.has(edge.to)));
  const beside = new Set(
    arrows.flatMap(({ from, to }) => [from, to]).filter((id) => graph.byId.get(id)?.shape !== 'stage'),
  );
  const on = new Set([...ids, ...beside, ...arrows.map(({ id }) => id)]);
  const unsure = graph.stages.filter(
    ({ facts }) => !['recorded', 'none', 'not-applicable'].includes(facts?.levels.state ?? 'missing'),
  );
  const breaks = at.flatMap((stage): readonly Break[] => {
    const name = `'${stage.caption}'`;
    if (!reached.has(stage.id)) return [{ id: stage.id, sentence: `Nobody comes to ${name}: no way in leads to it.` }];
    if ((graph.out.get(stage.id) ?? []).length > 0) return [];
    return [{ id: stage.id, sentence: `Nobody goes on from ${name}: no transition and no way out starts there.` }];
  });
  const none = at.length === 0 ? [{ sentence: `No stage is at the level '${label}'.` }] : [];
  return {
    on: [...graph.nodes, ...graph.edges].map(({ id }) => id).filter((id) => on.has(id)),
    unsure: unsure.map(({ id }) => id),
    breaks: [...none, ...breaks],
    summary: [
      at.length === 0
        ? `No stage is at the level '${label}'.`
        : `At the level '${label}': ${at.length} of ${counted(graph.stages.length, 'stage')}.`,
      ...(unsure.length === 0 ? [] : [`${counted(unsure.length, 'stage does', 'stages do')} not say at which level.`]),
      ...(breaks.length === 0 ? [] : [`The route breaks in ${counted(breaks.length, 'place')}.`]),
    ].join(' '),
  };
}
