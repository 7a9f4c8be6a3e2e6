import type { Mark } from '../difference.ts';
import type { Change, SceneEdge, StageNode } from '../scene.ts';
import type { Draft } from './draft.ts';
import type { DrawnStage } from './stages.ts';
import type { Became } from './title.ts';

/** What has become of what is drawn, by its id. */
export type Marks = ReadonlyMap<string, Mark>;

/**
 * Both pathways in one picture: what is there now, with what has gone where it stood, each marked as what has become of
 * it. The same thing has the same id in both.
 */
export function bothIn(before: Draft, after: Draft, marks: Marks): Draft {
  const isGone = (id: string) => marks.get(id)?.change === 'removed';
  const stages = merged(before.stages, after.stages, ({ node }) => node.id, isGone);
  const terminals = merged(before.terminals, after.terminals, ({ id }) => id, isGone);
  const edges = merged(before.edges, after.edges, ({ id }) => id, isGone);
  const ends = new Set([...stages.map(({ node }) => node.id), ...terminals.map(({ id }) => id)]);
  return marked({ stages, terminals, edges: edges.filter(({ from, to }) => ends.has(from) && ends.has(to)) }, marks);
}

/** Everything with the mark of what has become of it. What has gone is quiet: nobody need mend it. */
export function marked({ stages, terminals, edges }: Draft, marks: Marks): Draft {
  return {
    stages: stages.map((stage): DrawnStage => ({ ...stage, node: withMark(quiet(stage.node, marks), marks) })),
    terminals: terminals.map((terminal) => {
      const change = marks.get(terminal.id)?.change;
      return change ? { ...terminal, change, spoken: `${terminal.spoken}; ${words[change]}` } : terminal;
    }),
    edges: edges.map((edge) => withMark(quiet(edge, marks), marks)),
  };
}

function quiet<T extends StageNode | SceneEdge>(drawn: T, marks: Marks): T {
  if (marks.get(drawn.id)?.change !== 'removed') return drawn;
  const { badge: _badge, accepted: _accepted, ...rest } = drawn;
  return { ...rest, questions: 0 } as T;
}

const words: Readonly<Record<Change, string>> = { added: 'added', removed: 'taken away', changed: 'changed' };

function withMark<T extends StageNode | SceneEdge>(drawn: T, marks: Marks): T {
  const mark = marks.get(drawn.id);
  if (!mark) return drawn;
  const { change, facts } = mark;
  const said = [words[change], ...facts];
  return {
    ...drawn,
    change,
    ...(facts.length > 0 && { changes: facts.map(inShort) }),
    spoken: `${drawn.spoken}; ${said.join(', ')}`,
    hover: [
      drawn.hover,
      `${words[change].replace(/^./, (letter) => letter.toUpperCase())}${facts.length > 0 ? ':' : ''}`,
      ...facts,
    ].join('\n'),
  };
}

/** So many letters find room on an arrow, on four lines. */
const room = 104;

/** What stands between what was and what is, or between what a line is about and what is otherwise in it. */
const between = /, now |: (?=now |no longer )/;

/** `send Health assessment from Weir Forensic…, now unknown`: of what is too long to be drawn, what it was and what it is. */
function inShort(fact: string): string {
  const joint = between.exec(fact);
  if (fact.length <= room || joint === null) return fact;
  const [was, is] = [fact.slice(0, joint.index), fact.slice(joint.index + joint[0].length)];
  const letters = room - joint[0].length;
  const cut = (text: string, other: string) => {
    const most = letters - Math.min(Math.floor(letters / 2), other.length);
    return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
  };
  return `${cut(was, is)}${joint[0]}${cut(is, was)}`;
}

/** What is there now, and each that has gone behind the one that it stood behind. */
export function merged<T>(
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

/**
 * What has become of each stage, transition and flow that is not as it was, whether or not what has gone is drawn. What
 * only stands elsewhere now is counted there.
 */
export function becameOf(marks: Marks): readonly Became[] {
  return [...marks].flatMap(([id, { change, elsewhere }]) => {
    const kind = /^(?:was:)?(stage|transition|flow):/.exec(id)?.[1];
    return elsewhere || !kind ? [] : [{ kind: kind as Became['kind'], change }];
  });
}
