import type { Three } from './comments.ts';
import { type Markers, markedLines } from './markers.ts';

/** What came of bringing texts together line by line. */
export interface MergedLines {
  readonly text: string;
  /** How many places a person has to decide. */
  readonly conflicts: number;
}

/** Brings three texts together line by line, whatever they are, as git does by itself. */
export function mergeLines(three: Three<string>, markers: Markers): MergedLines {
  const [base, ours, theirs] = [linesOf(three.base), linesOf(three.ours), linesOf(three.theirs)];
  const toOurs = sameLines(base, ours);
  const toTheirs = sameLines(base, theirs);
  let text = '';
  let conflicts = 0;
  const [at, put] = [{ base: 0, ours: 0, theirs: 0 }, (lines: readonly string[]) => (text += lines.join(''))];
  const stretch = (end: Three<number>): void => {
    const b = base.slice(at.base, end.base);
    const o = ours.slice(at.ours, end.ours);
    const t = theirs.slice(at.theirs, end.theirs);
    if (same(o, t) || same(b, t)) put(o);
    else if (same(b, o)) put(t);
    else {
      conflicts++;
      put([markedLines({ base: b.join(''), ours: o.join(''), theirs: t.join('') }, markers)]);
    }
    Object.assign(at, end);
  };
  for (const [index, line] of base.entries()) {
    const [here, there] = [toOurs.get(index), toTheirs.get(index)];
    if (here === undefined || there === undefined) continue;
    if (index > at.base || here > at.ours || there > at.theirs) stretch({ base: index, ours: here, theirs: there });
    put([line]);
    Object.assign(at, { base: index + 1, ours: here + 1, theirs: there + 1 });
  }
  stretch({ base: base.length, ours: ours.length, theirs: theirs.length });
  return { text, conflicts };
}

/** Lines, each with what ends it. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

/** Where more lines than this came or went, nothing between the first and the last of them is looked at. */
const mostSteps = 1000;

/** The lines that both texts have, in order: by the number of the line before. */
function sameLines(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) pairs.set(start, start++);
  let [to, until] = [before.length, after.length];
  while (to > start && until > start && before[to - 1] === after[until - 1]) pairs.set(--to, --until);
  for (const [line, becomes] of fewestSteps(before.slice(start, to), after.slice(start, until)))
    pairs.set(start + line, start + becomes);
  return pairs;
}

/** The way from one text to the other with the fewest lines taken out or put in. (Myers, 1986.) */
function fewestSteps(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const [n, m] = [before.length, after.length];
  const pairs = new Map<number, number>();
  // How far each diagonal has come, after so many lines taken out or put in.
  const rounds: Map<number, number>[] = [];
  const reach = new Map([[1, 0]]);
  for (let steps = 0; steps <= Math.min(n + m, mostSteps); steps++) {
    rounds.push(new Map(reach));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x: number = comesDown(diagonal, steps, reach) ? reach.get(diagonal + 1)! : reach.get(diagonal - 1)! + 1;
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x++;
      reach.set(diagonal, x);
      if (x < n || x - diagonal < m) continue;
      walkBack(rounds, n, m, pairs);
      return pairs;
    }
  }
  return pairs;
}

/** Whether the way to a diagonal is by a line that was put in. */
function comesDown(diagonal: number, steps: number, reach: ReadonlyMap<number, number>): boolean {
  return diagonal === -steps || (diagonal !== steps && reach.get(diagonal - 1)! < reach.get(diagonal + 1)!);
}

function walkBack(
  rounds: readonly ReadonlyMap<number, number>[],
  n: number,
  m: number,
  pairs: Map<number, number>,
): void {
  let [x, y] = [n, m];
  for (let steps = rounds.length - 1; steps >= 0; steps--) {
    const reach = rounds[steps]!;
    const diagonal = x - y;
    const from = comesDown(diagonal, steps, reach) ? diagonal + 1 : diagonal - 1;
    const startX = steps === 0 ? 0 : reach.get(from)!;
    const startY = steps === 0 ? 0 : startX - from;
    while (x > startX && y > startY) pairs.set(--x, --y);
    [x, y] = [startX, startY];
  }
}
