import type { Pathway } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import { type Difference, differenceOf, type ElementChange } from '../difference.ts';
import type { Change, SceneEdge, TerminalNode } from '../scene.ts';
import type { Wanted } from '../views/wanted.ts';
import { type Draft, draftOf } from './draft.ts';
import { attribute } from './findings.ts';
import type { DrawnStage } from './stages.ts';
import type { Became } from './title.ts';

/** Both pathways in one picture: what is there now, with what has gone beside it, each marked as what has become of it. */
function bothIn(before: Draft, after: Draft, difference: Difference): Draft {
  const marked = (id: string) => difference.get(id);
  const stages = merged(
    before.stages,
    after.stages,
    ({ node }) => node.id,
    (id) => marked(id)?.change === 'removed',
  );
  const terminals = merged(
    before.terminals,
    after.terminals,
    ({ id }) => id,
    () => true,
  );
  const edges = merged(
    before.edges,
    after.edges,
    ({ id }) => id,
    () => true,
  );
  const ids = new Set(after.edges.map(({ id }) => id));
  const drawn = edges.map((edge) => (ids.has(edge.id) ? withChange(edge, marked(edge.id)) : gone(edge)));
  const known = new Set([...after.terminals, ...before.terminals].map(({ id }) => id));
  const ends = new Set([...stages.map(({ node }) => node.id), ...known]);
  return {
    stages: stages.map((stage): DrawnStage => ({ ...stage, node: withChange(stage.node, marked(stage.node.id)) })),
    terminals: terminals.map((terminal) => ({ ...terminal, ...changeOfEnd(terminal, drawn, before, after) })),
    edges: drawn.filter(({ from, to }) => ends.has(from) && ends.has(to)),
  };
}

const words: Readonly<Record<Change, string>> = { added: 'added', removed: 'removed', changed: 'changed' };

function withChange<T extends { readonly spoken: string; readonly hover: string }>(
  drawn: T,
  change: ElementChange | undefined,
): T {
  if (!change) return drawn;
  const { facts } = change;
  const said = [words[change.change], ...facts];
  return {
    ...drawn,
    change: change.change,
    ...(facts.length > 0 && { changes: facts }),
    spoken: `${drawn.spoken}; ${said.join(', ')}`,
    hover: [
      drawn.hover,
      `${words[change.change].replace(/^./, (letter) => letter.toUpperCase())}${facts.length > 0 ? ':' : ''}`,
      ...facts,
    ].join('\n'),
  };
}

function gone(edge: SceneEdge): SceneEdge {
  return withChange(edge, { change: 'removed', facts: [] });
}

/** A way in or out comes and goes with its arrow. */
function changeOfEnd(
  terminal: TerminalNode,
  edges: readonly SceneEdge[],
  before: Draft,
  after: Draft,
): { readonly change?: Change } {
  const was = before.terminals.some(({ id }) => id === terminal.id);
  const is = after.terminals.some(({ id }) => id === terminal.id);
  if (was && !is) return { change: 'removed' };
  if (is && !was && edges.some(({ from, to }) => from === terminal.id || to === terminal.id))
    return { change: 'added' };
  return {};
}

/** What is there now, and each that has gone behind the one that it stood behind. */
function merged<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (one: T) => string,
  keep: (id: string) => boolean,
): readonly T[] {
  const all = [...after];
  const ids = new Set(after.map(idOf));
  let behind: string | undefined;
  for (const one of before) {
    const id = idOf(one);
    if (!ids.has(id) && keep(id)) {
      const at = behind === undefined ? 0 : all.findIndex((other) => idOf(other) === behind) + 1;
      all.splice(at, 0, one);
      ids.add(id);
    }
    if (ids.has(id)) behind = id;
  }
  return all;
}

/** The pathway beside the one that it is compared with. */
export function comparedWith(project: Project, before: Pathway, after: Pathway, draft: Draft, wanted: Wanted): Draft {
  const difference = differenceOf({ project, pathway: before }, { project, pathway: after });
  return bothIn(draftOf(project, before, attribute(before, []), wanted), draft, difference);
}

/** What has become of each stage and arrow that is not as it was. */
export function becameOf({ stages, edges }: Draft): readonly Became[] {
  return [...stages.map(({ node }) => node), ...edges].flatMap(({ kind, change }) =>
    kind === 'link' || kind === 'tie' || !change ? [] : [{ kind, change }],
  );
}
