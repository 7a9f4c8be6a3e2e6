import type { Change as ModelChange } from '../../changes/change.ts';
import type { Pathway } from '../../model/elements.ts';
import { stagesOf } from '../../model/graph.ts';
import { holds, type Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { linkIds } from '../scene/links.ts';
import { stageId } from '../scene/stages.ts';
import type { Change } from '../scene.ts';
import { factWords, wholeWords } from './fact-words.ts';

/** A pathway, and the project that its names are looked up in. */
export interface Version {
  readonly project: Project;
  readonly pathway: Pathway;
}

/** What has become of something that is drawn. */
export interface Mark {
  readonly change: Change;
  /** Each thing that has changed of it, with what it was and what it is: `cost £500,000, now £410,000`. */
  readonly facts: readonly string[];
  /** It has not gone: it stands or leads elsewhere now, and this is where it did before. */
  readonly elsewhere?: true;
}

/** What differs from one pathway to another, in terms of what is drawn of both. */
export interface Difference {
  /** By the id that a stage or arrow of the pathway before has by itself: the one that it has in the picture of both. */
  readonly ids: ReadonlyMap<string, string>;
  /** By the id in the picture of both. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** What has changed of the pathway as a whole. */
  readonly whole: readonly string[];
}

/** A stage, transition or flow by the id that it is drawn with, and the blocks of the text that are about it. */
export interface DrawnBlock {
  readonly id: string;
  readonly place: Place;
  /** Of a used stage, the block that describes it. */
  readonly described?: Place;
}

/** What of two pathways is the same, and what has come, gone and changed, as the changes say. Either may be absent. */
export function differenceOf(
  before: Version | undefined,
  after: Version | undefined,
  changes: readonly ModelChange[],
): Difference {
  const [was, is] = [before ? drawnBlocks(before) : [], after ? drawnBlocks(after) : []];
  const partners = partnersOf(was, is, changes);
  const taken = new Set(is.map(({ id }) => id));
  const ids = new Map(was.map(({ id }) => [id, partners.get(id) ?? (taken.has(id) ? gone(id) : id)]));
  const facts = new Map<string, string[]>();
  const whole: string[] = [];
  const say = (id: string, words: string) => facts.set(id, [...(facts.get(id) ?? []), words]);
  for (const change of changes) {
    const at = change.after && ownerOf(is, change.after.place);
    const old = change.before && ownerOf(was, change.before.place);
    const id = at?.id ?? (old && ids.get(old.id));
    const block = at?.place ?? old?.place;
    if (id !== undefined && block) for (const words of factWords(change, block)) say(id, words);
    else if (isAbout(change, before, after)) whole.push(...wholeWords(change));
  }
  const survivors = new Set(partners.values());
  const marks = new Map<string, Mark>();
  const moved = movesIn(changes, before, after);
  for (const { id, place } of was) {
    if (!partners.has(id)) marks.set(ids.get(id)!, { change: 'removed', facts: moved.get(keyOf(place)) ?? [] });
  }
  for (const { id, place } of is) {
    const said = [...new Set(facts.get(id) ?? [])];
    if (!survivors.has(id)) marks.set(id, { change: 'added', facts: moved.get(keyOf(place)) ?? [] });
    else if (said.length > 0) marks.set(id, { change: 'changed', facts: said });
  }
  return { ids, marks, whole };
}

/** The id of something that is only in the pathway before, where the same id is taken by something else after it. */
export function gone(id: string): string {
  return `was:${id}`;
}

/** Everything of a pathway that the text has a block for and the picture a box or an arrow. */
export function drawnBlocks({ project, pathway }: Version): readonly DrawnBlock[] {
  const stages = stagesOf(project, pathway).map(({ name, stage, used }): DrawnBlock => {
    const id = stageId(name);
    if (!used) return { id, place: stage?.place ?? pathway.place };
    return { id, place: used.place, ...(stage ? { described: stage.place } : {}) };
  });
  return [...stages, ...[...linkIds(pathway)].map(([id, { place }]) => ({ id, place }))];
}

/** What is drawn of a place of the text: what has its block there, else what is described there. */
export function ownerOf(blocks: readonly DrawnBlock[], at: Place): DrawnBlock | undefined {
  const inside = (block: Place | undefined) =>
    block !== undefined && block.file === at.file && holds(block, at.line, at.character);
  return blocks.find(({ place }) => inside(place)) ?? blocks.find(({ described }) => inside(described));
}

/** By each id before, the id after of the same thing: as the changes say, else what has the same id. */
function partnersOf(
  was: readonly DrawnBlock[],
  is: readonly DrawnBlock[],
  changes: readonly ModelChange[],
): ReadonlyMap<string, string> {
  const [old, now] = [byPlace(was), byPlace(is)];
  const partners = new Map<string, string>();
  const [left, come] = [new Set<string>(), new Set<string>()];
  for (const { before, after } of changes) {
    const a = before && old.get(keyOf(before.block));
    const b = after && now.get(keyOf(after.block));
    if (a !== undefined && b !== undefined) partners.set(a, b);
    // What has moved to another pathway, or from one, is in one of the two only.
    else if (a !== undefined) left.add(a);
    else if (b !== undefined) come.add(b);
  }
  const known = new Set(is.map(({ id }) => id));
  const found = new Set(partners.values());
  for (const { id } of was) {
    if (partners.has(id) || left.has(id) || come.has(id) || found.has(id) || !known.has(id)) continue;
    partners.set(id, id);
  }
  return partners;
}

/** Where what is in one of two pathways only has gone or has come from, by its place. */
function movesIn(
  changes: readonly ModelChange[],
  was: Version | undefined,
  is: Version | undefined,
): ReadonlyMap<string, readonly string[]> {
  const called = (side: Version | undefined, name: string | undefined) => {
    const pathway = side?.project.pathways.get(name ?? '');
    return pathway ? labelOf(pathway) : 'another pathway';
  };
  return new Map(
    changes
      .filter(({ before, after }) => before && after && before.pathway !== after.pathway)
      .flatMap(({ before, after }): readonly (readonly [string, readonly string[]])[] => [
        [keyOf(before!.block), [`now in ${called(is, after!.pathway)}`]],
        [keyOf(after!.block), [`was in ${called(was, before!.pathway)}`]],
      ]),
  );
}

function byPlace(blocks: readonly DrawnBlock[]): ReadonlyMap<string, string> {
  return new Map(blocks.map(({ id, place }) => [keyOf(place), id]));
}

function keyOf({ file, line, character }: Place): string {
  return `${file}#${line}:${character}`;
}

/** Whether a change is about the pathway itself, and not about what is drawn in it. */
function isAbout({ before, after }: ModelChange, was: Version | undefined, is: Version | undefined): boolean {
  const own = (side: typeof before, version: Version | undefined) =>
    version !== undefined && side?.kind === 'pathway' && keyOf(side.block) === keyOf(version.pathway.place);
  return own(before, was) || own(after, is);
}
