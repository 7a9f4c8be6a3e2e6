/** What separates things that share a line and are not words of one fact. */
export const gap = '  ';

/** Lines with comments at their end. */
export interface Commented {
  /** Without the comments. */
  readonly lines: readonly string[];
  /** The comment at the end of the last line; further ones stand below it, in its column. */
  readonly beside: readonly string[];
  /** The column in which the author wrote them; nothing where they are to follow at once. */
  readonly column: number | undefined;
  /** Whether nothing stands between it and the one before. */
  readonly follows: boolean;
}

/**
 * Puts comments beside what they comment on, two spaces from it. Those that the author wrote below each other, in one
 * column, stay below each other.
 */
export function withBeside(all: readonly Commented[]): readonly (readonly string[])[] {
  const result: (readonly string[])[] = [];
  for (let from = 0, to = 0; from < all.length; from = to) {
    do to++;
    while (to < all.length && all[to]!.follows && inOneColumn(all[to - 1]!, all[to]!));
    const together = all.slice(from, to);
    const width = Math.max(...together.map(({ lines }) => lines.at(-1)!.length));
    result.push(...together.map((one) => joined(one, width)));
  }
  return result;
}

function inOneColumn(a: Commented, b: Commented): boolean {
  return a.column !== undefined && a.column === b.column;
}

function joined({ lines, beside }: Commented, width: number): readonly string[] {
  const [first, ...more] = beside;
  if (first === undefined) return lines;
  const before = lines.at(-1)!.padEnd(width) + gap;
  return [...lines.slice(0, -1), before + first, ...more.map((text) => ' '.repeat(before.length) + text)];
}
