import { childrenOf, type Piece, sayingOf } from './document.ts';
import { blockKey, headParts } from './head.ts';
import { identityOf, inPlaceOf, isAbsence, isProse } from './identity.ts';

/** Which piece of one text is which of another. */
export interface Matching {
  /** By the piece before. */
  readonly after: ReadonlyMap<Piece, Piece>;
  /** By the piece after. */
  readonly before: ReadonlyMap<Piece, Piece>;
}

/** From how much alike on two blocks, or two texts, are taken for one that was changed. */
const alike = 0.5;

/** Finds each piece of one text in another: whatever else was changed, renamed or moved. */
export function matchVersions(before: readonly Piece[], after: readonly Piece[]): Matching {
  const matcher = new Matcher();
  matcher.versions(before, after);
  matcher.moved(blocksIn(before), blocksIn(after));
  return matcher;
}

/** Finds what was added on two sides alike: only what must be the same, as it goes by the same name. */
export function matchAdditions(ours: readonly Piece[], theirs: readonly Piece[]): Matching {
  const matcher = new Matcher();
  matcher.additions(ours, theirs);
  return matcher;
}

class Matcher implements Matching {
  readonly after = new Map<Piece, Piece>();
  readonly before = new Map<Piece, Piece>();

  versions(before: readonly Piece[], after: readonly Piece[]): void {
    this.#facts(before, after);
    this.#pairLikeliest(factsOf(before), factsOf(after), ({ words: old }, { words: now }) =>
      inPlaceOf(old, now) ? 1 + likeness(old, now) : old[0] === now[0] && isProse(old) ? likeness(old, now) : 0,
    );
    const stages = (pieces: readonly Piece[]) => pieces.filter(({ block, words }) => block && !hasEnds(words));
    const ways = (pieces: readonly Piece[]) => pieces.filter(({ block, words }) => block && hasEnds(words));
    this.#blocks(stages(before), stages(after));
    const renamed = new Map(stages(before).map((stage) => [nameOf(stage), nameOf(this.after.get(stage) ?? stage)]));
    this.#blocks(ways(before), ways(after), (stage) => renamed.get(stage) ?? stage);
    for (const piece of before) {
      const same = this.after.get(piece);
      if (same) this.versions(childrenOf(piece), childrenOf(same));
    }
  }

  /** Blocks that are no longer in the block that they were in, and stand in another now. */
  moved(before: readonly Piece[], after: readonly Piece[]): void {
    const keys = (pieces: readonly Piece[]) => grouped(pieces, ({ words }) => blockKey(words));
    const left = keys(before.filter((piece) => !this.after.has(piece)));
    const come = keys(after.filter((piece) => !this.before.has(piece)));
    for (const [key, [old, ...others]] of left) {
      const [now, ...more] = come.get(key) ?? [];
      if (!old || !now || others.length > 0 || more.length > 0) continue;
      this.#pair(old, now);
      this.versions(childrenOf(old), childrenOf(now));
    }
  }

  additions(ours: readonly Piece[], theirs: readonly Piece[]): void {
    this.#facts(ours, theirs);
    this.#pairLikeliest(factsOf(ours), factsOf(theirs), ({ words: one }, { words: other }) =>
      one[0] === other[0] && (isAbsence(one) || isAbsence(other)) ? 1 : 0,
    );
    const blocks = (pieces: readonly Piece[]) => pieces.filter(({ block }) => block);
    this.#pairBy(blocks(ours), blocks(theirs), ({ words }) => blockKey(words));
  }

  /** Lines that say the same, then those that are the same fact. */
  #facts(before: readonly Piece[], after: readonly Piece[]): void {
    this.#pairBy(factsOf(before), factsOf(after), sayingOf);
    this.#pairBy(factsOf(before), factsOf(after), ({ words }) => identityOf(words));
  }

  #blocks(before: readonly Piece[], after: readonly Piece[], called?: (stage: string) => string): void {
    const olds = new Map(before.map((piece) => [piece, blockKey(piece.words, called)]));
    this.#pairBy(before, after, (piece) => olds.get(piece) ?? blockKey(piece.words));
    const contents = new Map<Piece, Words>();
    const content = (piece: Piece): Words => {
      const known = contents.get(piece) ?? countWords(contentOf(piece));
      contents.set(piece, known);
      return known;
    };
    this.#pairLikeliest(before, after, (old, now) =>
      kindOf(old) === kindOf(now) ? likenessOf(content(old), content(now)) : 0,
    );
  }

  /** Pairs those that have the same key, in their order. */
  #pairBy(before: readonly Piece[], after: readonly Piece[], keyOf: (piece: Piece) => string): void {
    const free = grouped(
      after.filter((piece) => !this.before.has(piece)),
      keyOf,
    );
    for (const piece of before) {
      if (this.after.has(piece)) continue;
      const same = free.get(keyOf(piece))?.shift();
      if (same) this.#pair(piece, same);
    }
  }

  /** Pairs those that are most alike first. */
  #pairLikeliest(before: readonly Piece[], after: readonly Piece[], likely: (old: Piece, now: Piece) => number): void {
    const olds = before.filter((piece) => !this.after.has(piece));
    const nows = after.filter((piece) => !this.before.has(piece));
    const pairs = olds.flatMap((old) =>
      nows.map((now) => ({ old, now, likely: likely(old, now) })).filter(({ likely }) => likely >= alike),
    );
    for (const { old, now } of pairs.toSorted((a, b) => b.likely - a.likely))
      if (!this.after.has(old) && !this.before.has(now)) this.#pair(old, now);
  }

  #pair(before: Piece, after: Piece): void {
    this.after.set(before, after);
    this.before.set(after, before);
  }
}

/** All blocks that stand in other blocks. */
function blocksIn(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) => {
    const inner = childrenOf(piece);
    return [...inner.filter(({ block }) => block), ...blocksIn(inner)];
  });
}

function factsOf(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ block }) => !block);
}

function hasEnds(words: readonly string[]): boolean {
  return headParts(words)?.has('from') === true;
}

function kindOf({ words }: Piece): string | undefined {
  return headParts(words)?.get('kind');
}

function nameOf({ words }: Piece): string {
  return headParts(words)?.get('name') ?? '';
}

/** What a block says, but for its name. */
function contentOf({ words, body }: Piece): readonly string[] {
  const parts = [...(headParts(words) ?? [])].filter(([part]) => part !== 'kind' && part !== 'name');
  return [...parts.map(([, said]) => said), ...linesIn(body?.pieces ?? [])];
}

/** Every line in some pieces and in their blocks. */
function linesIn(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => [sayingOf(piece), ...linesIn(childrenOf(piece))]);
}

/** The words of a text, with how often each is there. */
interface Words {
  readonly size: number;
  readonly times: ReadonlyMap<string, number>;
}

function countWords(said: readonly string[]): Words {
  const times = new Map<string, number>();
  const words = said.flatMap((one) => one.split(/\s+/));
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return { size: words.length, times };
}

function likeness(before: readonly string[], after: readonly string[]): number {
  return likenessOf(countWords(before), countWords(after));
}

/** How much of the words of two texts is in both, from 0 to 1. */
function likenessOf(before: Words, after: Words): number {
  if (before.size === 0 || after.size === 0) return 0;
  let both = 0;
  for (const [word, times] of before.times) both += Math.min(times, after.times.get(word) ?? 0);
  return (2 * both) / (before.size + after.size);
}

function grouped(pieces: readonly Piece[], keyOf: (piece: Piece) => string): Map<string, Piece[]> {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const group = groups.get(keyOf(piece));
    if (group) group.push(piece);
    else groups.set(keyOf(piece), [piece]);
  }
  return groups;
}
