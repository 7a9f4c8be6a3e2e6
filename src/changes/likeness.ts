import { groupBy } from '../model/group.ts';
import type { Renames } from './change.ts';
import { contentOf } from './content.ts';
import type { Item, Outline } from './outline.ts';
import { renamedRef } from './renames.ts';

/** A name in a line, and what it is called on the side after; nothing where something else is called so by then. */
export interface NameLeft {
  readonly name: string;
  readonly now?: string;
}

/** What an item says, with the names of the side after where `renames` knows them. */
export function saysNow(item: Item, { scope }: Outline, renames: Renames): string {
  if (renames.size === 0 || !item.content.includes('<')) return item.content;
  return contentOf(item.value, (ref, pathway) =>
    renamedRef(renames, ref, pathway === undefined ? scope : { ...scope, pathway }),
  );
}

/** The names in an item that stand for something else, or for nothing, on the side after. */
export function namesLeft({ value }: Item, { scope }: Outline, renames: Renames): readonly NameLeft[] {
  const left = new Map<string, NameLeft>();
  contentOf(value, (ref, pathway) => {
    const now = renamedRef(renames, ref, pathway === undefined ? scope : { ...scope, pathway });
    if (now !== ref.name) left.set(ref.name, { name: ref.name, ...(!now.startsWith('?') && { now }) });
    return now;
  });
  return [...left.values()];
}

/** What a line says that it rests on, with the names of the side after. */
export function restsNow(item: Item, { scope }: Outline, renames: Renames): string {
  if (renames.size === 0 || item.evidence === undefined) return item.rests;
  return contentOf(item.evidence, (ref) => renamedRef(renames, ref, scope));
}

/** Everything that an element and the blocks in it say, and who refers to it, to compare it by. */
export function featuresOf(outline: Outline, renames: Renames, uses: readonly string[] = []): readonly string[] {
  const own = outline.items.flatMap((item) => {
    const feature = `${item.fact} ${item.state} ${saysNow(item, outline, renames)}`;
    // What people call a thing tells more of it than any one fact.
    return item.fact === 'label' || item.fact === 'text' ? [feature, feature] : [feature];
  });
  const inner = outline.blocks.flatMap((block) => [
    `${block.element.kind} ${block.element.name}`,
    ...featuresOf(block, renames).map((feature) => `${block.element.kind} ${block.element.name} ${feature}`),
  ]);
  return [...own, ...inner, ...uses];
}

/** How much two elements have in common of what they say, from 0 to 1; 0 where neither says anything. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Map([...groupBy(a, (feature) => feature)].map(([feature, all]) => [feature, all.length]));
  let shared = 0;
  for (const feature of b) {
    const count = left.get(feature) ?? 0;
    if (count > 0) shared += 1;
    left.set(feature, count - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/** Two that are taken for the same, and how alike they are. */
export interface Likely<T> {
  readonly before: T;
  readonly after: T;
  readonly likeness: number;
}

/**
 * Pairs those that are much alike: each is the other's best match by a clear margin, so that nothing is guessed where
 * two would do. Symmetric.
 */
export function mostAlike<T>(
  before: readonly T[],
  after: readonly T[],
  features: (one: T, side: 'before' | 'after') => readonly string[],
  least: number,
): readonly Likely<T>[] {
  if (before.length === 0 || after.length === 0) return [];
  const [old, now] = [before.map((one) => features(one, 'before')), after.map((one) => features(one, 'after'))];
  const scores = old.map((a) => now.map((b) => likeness(a, b)));
  const columns = now.map((_, column) => scores.map((row) => row[column]!));
  return before.flatMap((one, row) => {
    const column = clearlyBest(scores[row]!, least);
    if (column === undefined || clearlyBest(columns[column]!, least) !== row) return [];
    return [{ before: one, after: after[column]!, likeness: scores[row]![column]! }];
  });
}

/** So much more alike than any other has to be what is taken for the same. */
const margin = 0.1;

function clearlyBest(scores: readonly number[], least: number): number | undefined {
  const best = Math.max(...scores);
  if (best < least || scores.filter((score) => score > best - margin).length > 1) return undefined;
  return scores.indexOf(best);
}
