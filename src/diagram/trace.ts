import { firstBy } from '../model/group.ts';
import { isCard } from './placed.ts';
import { counted } from './scene/words.ts';
import { type Graph, graphOf, type Traced } from './trace/graph.ts';
import { atLevel } from './trace/level.ts';
import { forPeople } from './trace/people.ts';

export type { Traced } from './trace/graph.ts';

/** What somebody may ask of a picture. Levels and cohorts are asked for by their names. */
export type Question =
  /** Everything that leads to an element, or that it leads to. `from` is the id of a box or an arrow. */
  | { readonly from: string; readonly direction: 'upstream' | 'downstream' }
  /** The way that people of an age or a cohort can go, and where it breaks. */
  | { readonly age: number }
  | { readonly cohort: string }
  /** The stages at a level, and the ways between and to and from them. */
  | { readonly level: string };

/** The answer: what stands out, and where something is wrong. Plain data. */
export interface Route {
  /** The ids of the boxes and arrows that belong to it, in the order of the picture. */
  readonly on: readonly string[];
  /** The ids of stages whose text does not say whether they belong to it. People are taken to pass through them. */
  readonly unsure: readonly string[];
  readonly breaks: readonly Break[];
  /** The answer in a sentence or two. */
  readonly summary: string;
}

/** A place where people cannot go on or cannot come to. */
export interface Break {
  /** The box where it breaks; absent where it is nowhere in particular. */
  readonly id?: string;
  readonly sentence: string;
}

/** Answers a question about a picture, from nothing but the picture. */
export function traceOf(picture: Traced, question: Question): Route {
  const graph = graphOf(picture);
  if ('from' in question) return along(graph, question.from, question.direction);
  if ('level' in question) return atLevel(graph, question.level);
  return forPeople(graph, question);
}

/** The levels and cohorts that stages of the picture name, as far as a question can be asked of them. */
export function asked(picture: Traced, fact: 'levels' | 'cohorts'): readonly { name: string; label: string }[] {
  const all = picture.nodes.flatMap((node) => node.facts?.[fact].values ?? []);
  return firstBy(all, ({ name }) => name);
}

const nouns: Readonly<Partial<Record<Graph['nodes'][number]['shape'], string>>> = {
  whole: 'pathway',
  required: 'required stage',
};

function along(graph: Graph, from: string, direction: 'upstream' | 'downstream'): Route {
  const [near, far] = direction === 'downstream' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const arrow = graph.edges.find((edge) => edge.id === from);
  const found = new Set(arrow ? [arrow[far]] : [from]);
  const arrows = new Set(arrow ? [arrow.id] : []);
  const waiting = [...found];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const edge of graph.edges) {
      if (edge.kind === 'flow' || edge.kind === 'tie' || edge[near] !== id) continue;
      arrows.add(edge.id);
      if (found.has(edge[far])) continue;
      found.add(edge[far]);
      waiting.push(edge[far]);
    }
  }
  const stages = graph.nodes.filter((node) => isCard(node) && found.has(node.id) && node.id !== from);
  const caption = arrow?.caption ?? graph.byId.get(from)?.caption ?? '';
  const name = caption === '' ? 'here' : `'${caption}'`;
  const where = direction === 'downstream' ? `People go on from ${name} to` : `People come to ${name} from`;
  const none =
    direction === 'downstream' ? `Nobody goes on from ${name} to a stage.` : `Nobody comes to ${name} from a stage.`;
  const everything = [...graph.nodes, ...graph.edges].map(({ id }) => id);
  return {
    on: everything.filter((id) => found.has(id) || arrows.has(id)),
    unsure: [],
    breaks: [],
    summary: stages.length === 0 ? none : `${where} ${counted(stages.length, nouns[stages[0]!.shape] ?? 'stage')}.`,
  };
}
