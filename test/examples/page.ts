import { readFileSync } from 'node:fs';

/** A ```pathway example of a page. */
export interface Example {
  /** The line of the page on which it starts, from one. */
  readonly line: number;
  /** The block that it stands in, where it is a part of one: `stage`. */
  readonly inside?: string;
  readonly text: string;
}

/** Every ```pathway example of a page, in order. */
export function examplesOf(path: string): readonly Example[] {
  const page = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  return [...page.matchAll(/^```pathway(?: in=(\S+))?\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: inside, 2: text = '' }) => ({
      line: page.slice(0, index).split('\n').length,
      ...(inside === undefined ? {} : { inside }),
      text,
    }),
  );
}
