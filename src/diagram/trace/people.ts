import { type Ages, formatAges, inverted, OLDEST } from '../../model/units/ages.ts';
import { counted, listed } from '../scene/words.ts';
import type { Break, Route } from '../trace.ts';
import { type Graph, isEntry, reachedFrom, type TracedEdge, type TracedNode } from './graph.ts';

export type Person = { readonly age: number } | { readonly cohort: string };

/** Whether a stage or an arrow is for them; `unsaid` where the text does not say. */
type Open = 'open' | 'closed' | 'unsaid';

/**
 * The way that people of an age or a cohort can go: from where they come in, through stages that are for them or do
 * not say, and where they cannot go on or cannot come to.
 */
export function forPeople(graph: Graph, person: Person): Route {
  const who = inWords(graph, person);
  const isOpen = new Map(graph.stages.map((stage) => [stage.id, openTo(stage, person)]));
  const passes = (edge: TracedEdge, to: TracedNode): boolean =>
    isOpen.get(to.id) !== 'closed' && arrowOpen(edge, person) !== 'closed';
  const starts = graph.stages.filter((stage) => isOpen.get(stage.id) !== 'closed' && isEntry(graph, stage));
  const reached = reachedFrom(graph, starts, passes);
  const taken = graph.edges.filter((edge) => isTaken(graph, edge, reached, person));
  const on = new Set([...reached, ...taken.flatMap(({ id, from, to }) => [id, from, to])]);
  const open = graph.stages.filter(({ id }) => isOpen.get(id) === 'open');
  const unsure = graph.stages.filter(({ id }) => isOpen.get(id) === 'unsaid');
  const possible = open.length + unsure.length;
  const nobody = possible === 0 ? [{ sentence: `No stage is for ${who}.` }] : [];
  const noWayIn = possible > 0 && reached.size === 0 ? [{ sentence: `No way in is open to ${who}.` }] : [];
  const breaks: readonly Break[] = [
    ...nobody,
    ...noWayIn,
    ...graph.stages.flatMap((stage) => (reached.has(stage.id) ? stuckAt(graph, stage, person, who) : [])),
    ...brokenOff(graph, open, reached, passes, who),
  ];
  return {
    on: [...graph.nodes, ...graph.edges].map(({ id }) => id).filter((id) => on.has(id)),
    unsure: unsure.map(({ id }) => id),
    breaks,
    summary: [
      `For ${who}, ${open.length} of ${counted(graph.stages.length, 'stage')} ${open.length === 1 ? 'is' : 'are'} open.`,
      ...(unsure.length === 0 ? [] : [`${counted(unsure.length, 'stage does', 'stages do')} not say.`]),
      breaks.length === 0 ? 'The route does not break.' : `The route breaks in ${counted(breaks.length, 'place')}.`,
    ].join(' '),
  };
}

function inWords(graph: Graph, person: Person): string {
  if ('age' in person) return `people of age ${person.age}`;
  const known = graph.stages.flatMap(({ facts }) => facts?.cohorts.values ?? []);
  const { cohort } = person;
  return `people of the cohort '${known.find(({ name }) => name === cohort)?.label ?? cohort}'`;
}

function openTo({ facts }: TracedNode, person: Person): Open {
  if (facts === undefined) return 'unsaid';
  if ('age' in person) return ofAge(facts.ages, person.age);
  const { state, values } = facts.cohorts;
  if (state === 'recorded') return values.some(({ name }) => name === person.cohort) ? 'open' : 'closed';
  return state === 'not-applicable' ? 'open' : 'unsaid';
}

function arrowOpen({ facts }: TracedEdge, person: Person): Open {
  return facts && 'age' in person ? ofAge(facts.ages, person.age) : 'unsaid';
}

function ofAge({ state, values }: NonNullable<TracedNode['facts']>['ages'], age: number): Open {
  if (state === 'not-applicable') return 'open';
  if (state !== 'recorded' || values.some(inverted)) return 'unsaid';
  return values.some(({ from, to = OLDEST }) => from <= age && age <= to) ? 'open' : 'closed';
}

/** An arrow that people take: between stages of the route, into it from outside, or out of it. */
function isTaken(graph: Graph, edge: TracedEdge, reached: ReadonlySet<string>, person: Person): boolean {
  if (edge.kind === 'flow' || arrowOpen(edge, person) === 'closed') return false;
  const ends = [edge.from, edge.to];
  return (
    ends.some((id) => reached.has(id)) && ends.every((id) => reached.has(id) || graph.byId.get(id)?.shape !== 'stage')
  );
}

/** Where people are at a stage and nothing that it leads to is for them. */
function stuckAt(graph: Graph, stage: TracedNode, person: Person, who: string): readonly Break[] {
  const out = graph.out.get(stage.id) ?? [];
  const name = `'${stage.caption}'`;
  if (out.length === 0) {
    return [{ id: stage.id, sentence: `Nobody goes on from ${name}: no transition and no way out starts there.` }];
  }
  const closed = out.map((edge) => closedBehind(graph, stage, edge, person));
  if (closed.some((words) => words === undefined)) return [];
  const targets = [...new Set(closed.flatMap((words) => words ?? []))];
  return [{ id: stage.id, sentence: `In ${name}, ${who} cannot go on: it leads only to ${listed(targets)}.` }];
}

/** What an arrow leads to, with whom that is for, where it is closed to the people; nothing where they can take it. */
function closedBehind(graph: Graph, from: TracedNode, edge: TracedEdge, person: Person): string | undefined {
  const to = graph.byId.get(edge.to);
  if (!to) return undefined;
  if (arrowOpen(edge, person) === 'closed') {
    return `'${to.caption}', which people take ${agesInWords(edge.facts?.ages.values ?? [])}`;
  }
  if (to.shape !== 'stage' || openTo(to, person) !== 'closed') return undefined;
  if ('age' in person && followsOn(from, to, edge, person.age)) return undefined;
  const cohorts = listed((to.facts?.cohorts.values ?? []).map(({ label }) => label));
  return `'${to.caption}' (${'age' in person ? agesInWords(to.facts?.ages.values ?? []) : cohorts})`;
}

/** Whether people move there when they are too old to stay, without a year between. */
function followsOn(from: TracedNode, to: TracedNode, edge: TracedEdge, age: number): boolean {
  const movements = edge.facts?.movements.values ?? [];
  if (movements.length > 0 && !movements.some(({ name }) => name === 'age')) return false;
  const before = (from.facts?.ages.values ?? []).filter((ages) => ages.from <= age && age <= (ages.to ?? OLDEST));
  const after = (to.facts?.ages.values ?? []).filter((ages) => ages.from > age);
  return before.some(({ to: last = OLDEST }) => after.some(({ from: first }) => first <= last + 1));
}

function agesInWords(ages: readonly Ages[]): string {
  return `ages ${listed(ages.map(formatAges))}`;
}

/** Stages that are for the people and that nobody of them comes to: of those behind one another, the first. */
function brokenOff(
  graph: Graph,
  open: readonly TracedNode[],
  reached: ReadonlySet<string>,
  passes: (edge: TracedEdge, to: TracedNode) => boolean,
  who: string,
): readonly Break[] {
  const left = open.filter(({ id }) => !reached.has(id));
  const told = new Set<string>();
  const breaks: Break[] = [];
  const firstOnes = left.toSorted((a, b) => Number(isBehind(graph, a, left)) - Number(isBehind(graph, b, left)));
  for (const stage of firstOnes) {
    if (told.has(stage.id)) continue;
    for (const id of reachedFrom(graph, [stage], passes)) told.add(id);
    const before = (graph.into.get(stage.id) ?? []).flatMap((edge) => graph.byId.get(edge.from) ?? []);
    const names = [...new Set(before.filter(({ shape }) => shape === 'stage').map(({ caption }) => `'${caption}'`))];
    const why = names.length === 0 ? 'nothing leads to it' : `no open way leads there through ${listed(names)}`;
    breaks.push({ id: stage.id, sentence: `'${stage.caption}' is for ${who}, but none of them comes to it: ${why}.` });
  }
  return breaks;
}

function isBehind(graph: Graph, stage: TracedNode, left: readonly TracedNode[]): boolean {
  return (graph.into.get(stage.id) ?? []).some(
    (edge) => edge.from !== stage.id && left.some(({ id }) => id === edge.from),
  );
}
