import type { Comparison, Change as ModelChange, Renames } from '../../changes/change.ts';
import type { Pathway } from '../../model/elements.ts';
import { stagesOf } from '../../model/graph.ts';
import { groupBy } from '../../model/group.ts';
import { holds, type Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { linkIds } from '../scene/links.ts';
import { stageId } from '../scene/stages.ts';
import type { Change } from '../scene.ts';
import { factWords } from './fact-words.ts';

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
  { changes, renames }: Pick<Comparison, 'changes' | 'renames'>,
): Difference {
  const [was, is] = [before ? drawnBlocks(before) : [], after ? drawnBlocks(after) : []];
  const partners = partnersOf(was, is, changes, (block) => nameNow(block, before?.pathway.name ?? '', renames));
  const taken = new Set(is.map(({ id }) => id));
  const ids = new Map(was.map(({ id }) => [id, partners.get(id) ?? (taken.has(id) ? gone(id) : id)]));
  const own = new Map<string, ModelChange[]>();
  const whole: ModelChange[] = [];
  for (const change of changes) {
    const at = change.after && ownerOf(is, change.after.place);
    const old = change.before && ownerOf(was, change.before.place);
    const id = at?.id ?? (old && ids.get(old.id));
    if (id !== undefined) own.set(id, [...(own.get(id) ?? []), change]);
    else if (isAbout(change, before, after)) whole.push(change);
  }
  const blocks = groupBy([...was.map(({ id, ...one }) => ({ id: ids.get(id)!, ...one })), ...is], ({ id }) => id);
  const survivors = new Set(partners.values());
  const marks = new Map<string, Mark>();
  const moved = movesIn(changes, before, after);
  for (const { id, place } of was) {
    if (!partners.has(id)) marks.set(ids.get(id)!, { change: 'removed', facts: moved.get(keyOf(place)) ?? [] });
  }
  for (const { id, place } of is) {
    const about = blocks.get(id)!.flatMap(({ described, ...one }) => [one.place, ...(described ? [described] : [])]);
    const said = factWords(own.get(id) ?? [], about);
    if (!survivors.has(id)) marks.set(id, { change: 'added', facts: moved.get(keyOf(place)) ?? [] });
    else if (said.length > 0) marks.set(id, { change: 'changed', facts: said });
  }
  const heads = [before, after].flatMap((side) => (side ? [side.pathway.place] : []));
  return { ids, marks, whole: factWords(whole, heads) };
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
  return (
    blocks.find(({ place }) => isIn(place, at)) ?? blocks.find(({ described }) => described && isIn(described, at))
  );
}

/** The id that something of the pathway before has now, where only its name has changed. */
function nameNow({ id }: DrawnBlock, pathway: string, renames: Renames): string {
  const [kind = '', name = ''] = /^(\w+):(.*?)(?:~\d+)?$/s.exec(id)?.slice(1) ?? [];
  const now = renames.get(`${pathway}/${kind} ${name}`);
  return now === undefined ? id : `${kind}:${now}`;
}

/** By each id before, the id after of the same thing: as the changes say, else what goes by that name now. */
function partnersOf(
  was: readonly DrawnBlock[],
  is: readonly DrawnBlock[],
  changes: readonly ModelChange[],
  now: (block: DrawnBlock) => string,
): ReadonlyMap<string, string> {
  const [old, others] = [byPlace(was), byPlace(is)];
  const partners = new Map<string, string>();
  const [left, come] = [new Set<string>(), new Set<string>()];
  for (const { before, after } of changes) {
    const a = before && old.get(keyOf(before.block));
    const b = after && others.get(keyOf(after.block));
    if (a !== undefined && b !== undefined) partners.set(a, b);
    // What has moved to another pathway, or from one, is in one of the two only.
    else if (a !== undefined) left.add(a);
    else if (b !== undefined) come.add(b);
  }
  const known = new Set(is.map(({ id }) => id));
  const found = new Set(partners.values());
  for (const block of was) {
    const id = now(block);
    if (partners.has(block.id) || left.has(block.id) || come.has(id) || found.has(id) || !known.has(id)) continue;
    partners.set(block.id, id);
    found.add(id);
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

/** Whether a change is about the pathway itself, or about something in it that is not drawn. */
function isAbout({ before, after }: ModelChange, was: Version | undefined, is: Version | undefined): boolean {
  const within = (side: typeof before, version: Version | undefined) =>
    side !== undefined && version !== undefined && isIn(version.pathway.place, side.place);
  return within(before, was) || within(after, is);
}

function isIn(block: Place, at: Place): boolean {
  return block.file === at.file && holds(block, at.line, at.character);
}
