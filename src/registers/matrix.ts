import type { Place } from '../model/place.ts';
import type { Column, Row } from './register.ts';

/** One thing that goes from somebody to somebody. */
export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly place: Place;
}

/** The columns and rows of a matrix of who passes what to whom; whoever passes nothing has no row. */
export function matrixOf(
  passages: readonly Passage[],
  heading: string,
): { readonly columns: readonly Column[]; readonly rows: readonly Row[] } {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const from = [...new Set(passages.map((one) => one.from))].toSorted(order);
  const to = [...new Set(passages.map((one) => one.to))].toSorted(order);
  const columns: readonly Column[] = [
    { key: 'from', heading, kind: 'text' },
    ...to.map((name, index): Column => ({ key: `to-${index + 1}`, heading: name, kind: 'matrix' })),
  ];
  const rows = from.map((sender): Row => {
    const own = passages.filter((one) => one.from === sender);
    const cells = to.map((receiver, index) => {
      const items = counted(own.filter((one) => one.to === receiver).map(({ what }) => what));
      return [`to-${index + 1}`, { text: items.join('; '), items }] as const;
    });
    return { cells: { from: { text: sender }, ...Object.fromEntries(cells) }, place: own[0]!.place };
  });
  return { columns, rows };
}

/** Each thing once, with how often it is passed where that is more than once. */
function counted(all: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([one, count]) => (count === 1 ? one : `${one} (${count} times)`));
}
