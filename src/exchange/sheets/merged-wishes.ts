import { groupBy } from '../../model/group.ts';
import type { Refusal } from './given.ts';
import type { LineWish } from './wish.ts';

/** Wishes of several sheets about one line become one; those that contradict each other are refused. */
export function merged(wishes: readonly LineWish[], refusals: Refusal[]): readonly LineWish[] {
  const byLine = groupBy(wishes, ({ line }) => line);
  return [...byLine].flatMap(([line, group]) =>
    line === undefined ? group : [group.reduce((a, b) => both(a, b, refusals))],
  );
}

function both(a: LineWish, b: LineWish, refusals: Refusal[]): LineWish {
  const refuse = (): LineWish => {
    const message = `this contradicts cell ${a.origin.cell} of the sheet '${a.origin.sheet}', which is about the same line: change it in one of them.`;
    refusals.push({ ...b.origin, message });
    return a;
  };
  const isSwitch = ({ line, state, removed }: LineWish): boolean => removed || state !== line?.statement?.state;
  if (isSwitch(a) || isSwitch(b)) return refuse();
  const parts = new Map(a.parts);
  for (const [column, values] of b.parts) {
    const known = parts.get(column);
    if (known && known.join('\n') !== values.join('\n')) return refuse();
    parts.set(column, values);
  }
  return { ...a, parts };
}
