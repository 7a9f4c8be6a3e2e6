import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import type { Side } from '../../src/changes/compare.ts';
import { sideOf } from './sides.ts';

/** The files of one project, by their names. */
export type Texts = Readonly<Record<string, string>>;

const folder = resolve(import.meta.dirname, '../../examples/fictional-county');
/** The texts that are edited. */
export const texts: Texts = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
);
const names = Object.keys(texts);

/** The project that they make. */
export function checked(all: Texts): Side {
  return sideOf(new Map(Object.entries(all).map(([name, text]) => [`file:///project/${name}`, text] as const)));
}

/** One edit of somebody's: of one line, of a whole block, of a name wherever it stands, or of where a block stands. */
const edit = fc.record({
  do: fc.constantFrom('cut', 'twice', 'swap', 'figure', 'unknown', 'reword', 'rename', 'cut-block', 'move-block'),
  file: fc.constantFrom(...names),
  to: fc.constantFrom(...names),
  at: fc.nat(400),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** The texts with one edit done. */
export function edited(all: Texts, { do: what, file, to, at }: Edit): Texts {
  const lines = all[file]!.split('\n');
  const line = at % lines.length;
  const put = (changed: readonly string[]): Texts => ({ ...all, [file]: changed.join('\n') });
  const replaced = (text: string): Texts => put(lines.with(line, text));
  const text = lines[line]!;
  switch (what) {
    case 'cut':
      return put(lines.toSpliced(line, 1));
    case 'twice':
      return put(lines.toSpliced(line, 0, text));
    case 'swap':
      return put(lines.toSpliced(line, 2, lines[line + 1] ?? '', text));
    case 'figure':
      return replaced(text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)));
    case 'unknown':
      return replaced(text.replace(/^(\s+(?:provider|commissioner|cost|activity|governance)) .*$/, '$1 unknown'));
    case 'reword':
      return replaced(text.replace(/"([^"]+)"/, '"$1 anew"'));
    case 'rename': {
      const name = /^\s*(?:stage|organisation|board|pathway|agreement) ([\w-]+)/.exec(text)?.[1];
      const whole = name && new RegExp(`(?<![\\w"-])${name}(?![\\w"-])`, 'g');
      if (!whole) return all;
      return Object.fromEntries(Object.entries(all).map(([key, each]) => [key, each.replace(whole, `${name}-anew`)]));
    }
    case 'cut-block':
    case 'move-block': {
      const end = endOfBlock(lines, line);
      if (end === undefined) return all;
      const without = put(lines.toSpliced(line, end - line + 1));
      if (what === 'cut-block') return without;
      const block = lines.slice(line, end + 1);
      const target = without[to]!.split('\n');
      // Into the first pathway of the other file, or where it holds none, to its end.
      const opened = target.findIndex((each) => /^pathway .*\{/.test(each));
      const place = text.startsWith(' ') && opened >= 0 ? opened + 1 : target.length;
      return { ...without, [to]: target.toSpliced(place, 0, ...block).join('\n') };
    }
    default:
      return all;
  }
}

/** Where the block ends that begins on a line; nothing where none does. */
function endOfBlock(lines: readonly string[], start: number): number | undefined {
  if (!/^\s*[a-z].*\{\s*$/.test(lines[start]!)) return undefined;
  const indent = /^\s*/.exec(lines[start]!)![0];
  const end = lines.findIndex((line, at) => at > start && line === `${indent}}`);
  return end < 0 ? undefined : end;
}

/** A few edits, one after the other. */
export const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
