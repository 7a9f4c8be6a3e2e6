import type { Declaration } from '../model/elements.ts';
import { groupBy } from '../model/group.ts';
import type { Project } from '../model/project.ts';
import { ownDeclarations } from '../model/walk.ts';
import type { Renames } from './change.ts';
import { featuresOf, likeness, mostAlike, restsNow, saysNow } from './likeness.ts';
import { type Outline, outlineOf } from './outline.ts';
import { renameKey } from './renames.ts';

/** An element on one or both sides, and the blocks in it. */
export interface Pair {
  readonly before?: Outline;
  readonly after?: Outline;
  /** Where it goes by another name now: how alike the two are, from 0 to 1. */
  readonly likeness?: number;
  /** It stood in another block before: that block, and the one that it stands in now. */
  readonly movedFrom?: Outline;
  readonly movedTo?: Outline;
  /** In the order of the side after; what has gone stands behind what it stood behind. */
  readonly blocks: readonly Pair[];
}

/** Which element of one side is which of the other. */
export interface Matched {
  readonly pairs: readonly Pair[];
  readonly renames: Renames;
}

/** Elements on their way to pairs: the blocks of one side that have found no partner yet. */
interface Leftover {
  readonly outline: Outline;
  readonly parent: Draft;
}

interface Draft {
  before?: Outline;
  after?: Outline;
  likeness?: number;
  movedFrom?: Outline;
  movedTo?: Outline;
  blocks: Draft[];
}

/** From here on two elements of different names are taken for one that was renamed. */
const least = 0.6;

/** From here on two elements of one name in different blocks are taken for one that was moved. */
const leastMoved = 0.4;

/**
 * Which declaration of one project is which of the other, and so on with all blocks in them. Declarations that are the
 * same objects on both sides, as those of a text that was read once, are left out: they say the same, unless what they
 * refer to has another name now.
 */
export function matchProjects(before: Project, after: Project): Matched {
  const [old, now] = [ownDeclarations(before), ownDeclarations(after)];
  const shared = new Set<Declaration>(now);
  const same = new Set(old.filter((declaration) => shared.has(declaration)));
  const others = (all: readonly Declaration[]) => all.filter((one) => !same.has(one)).map(outlineOf);
  const renames = new Map<string, string>();
  const root: Draft = { blocks: [] };
  const waiting: Waiting = { before: [], after: [] };
  matchBlocks({ parent: root, renames, waiting }, others(old), others(now));
  for (const draft of root.blocks) matchInner(draft, renames, waiting);
  matchMoved(waiting, renames);
  const touched = renames.size === 0 ? [] : [...same].map(outlineOf).filter((outline) => mentions(outline, renames));
  for (const outline of touched) {
    const draft: Draft = { before: outline, after: outline, blocks: [] };
    matchInner(draft, renames, waiting);
    root.blocks.push(draft);
  }
  return { pairs: root.blocks.map(finished), renames };
}

/** Whether something is called in it by a name that it no longer has. */
function mentions(outline: Outline, renames: Renames): boolean {
  return (
    outline.items.some((item) => saysNow(item, outline, renames) !== item.content) ||
    outline.items.some((item) => restsNow(item, outline, renames) !== item.rests) ||
    outline.blocks.some((block) => mentions(block, renames))
  );
}

/** Which block of one element is which of the other; the two themselves are taken for the same. */
export function matchElements(before: Outline, after: Outline): Matched {
  const renames = new Map<string, string>();
  noteRename(renames, before, after, undefined);
  const draft: Draft = { before, after, blocks: [] };
  const waiting: Waiting = { before: [], after: [] };
  matchInner(draft, renames, waiting);
  matchMoved(waiting, renames);
  return { pairs: [finished(draft)], renames };
}

interface Waiting {
  readonly before: Leftover[];
  readonly after: Leftover[];
}

function finished({ blocks, ...draft }: Draft): Pair {
  return { ...draft, blocks: blocks.map(finished) };
}

/** What others refer to is matched first, so that a renamed stage is known before its arrows. */
const referredFirst: readonly string[] = [
  ...['vocabulary', 'source', 'footprint', 'organisation', 'system', 'information', 'board', 'agreement'],
  ...['specification', 'term', 'required-stage', 'pathway', 'stage', 'used-stage', 'action', 'milestone'],
];

/** Pairs the blocks in a pair; of an element that is on one side only, all of them have yet to find a partner. */
function matchInner(draft: Draft, renames: Map<string, string>, waiting: Waiting): void {
  const { before, after } = draft;
  const within: Within = { parent: draft, renames, waiting, ...(before && { name: before.element.name }) };
  matchBlocks(within, before?.blocks ?? [], after?.blocks ?? []);
  for (const inner of draft.blocks) matchInner(inner, renames, waiting);
}

interface Within {
  readonly parent: Draft;
  /** The name of the block, before. */
  readonly name?: string;
  readonly renames: Map<string, string>;
  readonly waiting: Waiting;
}

function matchBlocks(
  { parent, name, renames, waiting }: Within,
  before: readonly Outline[],
  after: readonly Outline[],
): void {
  const [old, now] = [groupBy(before, kindOf), groupBy(after, kindOf)];
  const kinds = [...new Set([...old.keys(), ...now.keys()])].toSorted((a, b) => rank(a) - rank(b));
  const partner = new Map<Outline, Draft>();
  for (const kind of kinds) {
    for (const draft of matchKind(old.get(kind) ?? [], now.get(kind) ?? [], renames)) {
      if (draft.before) partner.set(draft.before, draft);
      if (draft.after) partner.set(draft.after, draft);
      if (draft.before && draft.after) noteRename(renames, draft.before, draft.after, name);
      else if (draft.before) waiting.before.push({ outline: draft.before, parent });
      else waiting.after.push({ outline: draft.after!, parent });
    }
  }
  parent.blocks = inReadingOrder(before, after, partner);
}

const rank = (kind: string): number => {
  const at = referredFirst.findIndex((each) => kind === each || kind.startsWith(`${each} `));
  return at < 0 ? referredFirst.length : at;
};

/** Terms of different kinds have names of their own. */
function kindOf({ element }: Outline): string {
  return element.kind === 'term' ? `term ${element.of}` : element.kind;
}

/** Pairs the elements of one kind in one block: by their names, then by what is in them. */
function matchKind(before: readonly Outline[], after: readonly Outline[], renames: Renames): readonly Draft[] {
  const [old, now] = [groupBy(before, nameOf), groupBy(after, nameOf)];
  const drafts: Draft[] = [];
  const left: { before: Outline[]; after: Outline[] } = { before: [], after: [] };
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const pairs = pairUp(old.get(name) ?? [], now.get(name) ?? [], renames);
    drafts.push(...pairs.pairs);
    left.before.push(...pairs.before);
    left.after.push(...pairs.after);
  }
  const features = (one: Outline, side: 'before' | 'after') => featuresOf(one, side === 'before' ? renames : new Map());
  const alike = mostAlike(left.before, left.after, features, least);
  const found = new Set(alike.flatMap((pair) => [pair.before, pair.after]));
  for (const pair of alike) drafts.push({ ...pair, blocks: [] });
  for (const one of left.before) if (!found.has(one)) drafts.push({ before: one, blocks: [] });
  for (const one of left.after) if (!found.has(one)) drafts.push({ after: one, blocks: [] });
  return drafts;
}

const nameOf = ({ element }: Outline): string => element.name;

/** Where a name stands several times, those that say the same belong together, and the rest in their order. */
function pairUp(before: readonly Outline[], after: readonly Outline[], renames: Renames) {
  if (before.length === 1 && after.length === 1)
    return { pairs: [{ before: before[0]!, after: after[0]!, blocks: [] }], before: [], after: [] };
  const left = [...after];
  const pairs: Draft[] = [];
  const rest: Outline[] = [];
  for (const one of before) {
    const said = featuresOf(one, renames).toSorted().join('\n');
    const at = left.findIndex((other) => featuresOf(other, new Map()).toSorted().join('\n') === said);
    if (at < 0) rest.push(one);
    else pairs.push({ before: one, after: left.splice(at, 1)[0]!, blocks: [] });
  }
  const count = Math.min(rest.length, left.length);
  for (let at = 0; at < count; at += 1) pairs.push({ before: rest[at]!, after: left[at]!, blocks: [] });
  return { pairs, before: rest.slice(count), after: left.slice(count) };
}

function noteRename(renames: Map<string, string>, before: Outline, after: Outline, parent: string | undefined): void {
  if (before.element.name !== after.element.name) renames.set(renameKey(before.element, parent), after.element.name);
}

/** What has gone from one block and come into another under the same name, and says much the same, was moved. */
function matchMoved(waiting: Waiting, renames: Map<string, string>): void {
  const key = ({ outline }: Leftover) => `${kindOf(outline)} ${outline.element.name}`;
  const gone = groupBy(waiting.before, key);
  const come = groupBy(waiting.after, key);
  for (const [name, [old, ...others]] of gone) {
    const [only, ...more] = come.get(name) ?? [];
    if (!old || !only || others.length + more.length > 0 || old.parent === only.parent) continue;
    if (old.parent.before === undefined || only.parent.after === undefined) continue;
    const alike = likeness(featuresOf(old.outline, renames), featuresOf(only.outline, new Map()));
    if (alike < leastMoved) continue;
    const draft = only.parent.blocks.find(({ after }) => after === only.outline)!;
    draft.before = old.outline;
    draft.movedFrom = old.parent.before;
    draft.movedTo = only.parent.after;
    old.parent.blocks = old.parent.blocks.filter(({ before, after }) => before !== old.outline || after !== undefined);
    // What was in it was on its own on either side until now.
    matchInner(draft, renames, { before: [], after: [] });
  }
}

/** In the order of the side after; what has gone stands behind what it stood behind. */
function inReadingOrder(
  before: readonly Outline[],
  after: readonly Outline[],
  partner: ReadonlyMap<Outline, Draft>,
): Draft[] {
  const all = after.map((outline) => partner.get(outline)!);
  let behind: Draft | undefined;
  for (const outline of before) {
    const draft = partner.get(outline)!;
    if (!draft.after) all.splice(behind === undefined ? 0 : all.indexOf(behind) + 1, 0, draft);
    behind = draft;
  }
  return all;
}
