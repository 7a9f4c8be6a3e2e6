import type { Comparison, Change as ModelChange, Renames } from '../changes/change.ts';
import type { Pathway } from '../model/elements.ts';
import { type PathwayStage, stagesOf } from '../model/graph.ts';
import { covers, type Place } from '../model/place.ts';
import { labelOf, type Project } from '../model/project.ts';
import { elementsIn } from '../model/walk.ts';
import { factWords } from './fact-words.ts';
import { figureOf } from './scene/figures.ts';
import { linkIds } from './scene/links.ts';
import { stageId } from './scene/stages.ts';
import type { Change } from './scene.ts';

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
  /** What it is drawn from, where it is a stage. */
  readonly each?: PathwayStage;
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
  const old = new Map(was.map((block) => [ids.get(block.id)!, block]));
  const textOf = textsIn(before, after);
  const marks = new Map<string, Mark>();
  for (const { id, place } of was) {
    if (!partners.has(id)) marks.set(ids.get(id)!, { change: 'removed', facts: movedTo(changes, place, after) });
  }
  const survivors = new Set(partners.values());
  for (const now of is) {
    const { id, place } = now;
    const stood = old.get(id);
    const figureWords = (fact: string) => changedFigure(fact, stood, now);
    const known = { before: blocksOf(stood), after: blocksOf(now), textOf, figureWords };
    const said = factWords(own.get(id) ?? [], known);
    if (!survivors.has(id)) marks.set(id, { change: 'added', facts: movedFrom(changes, place, before) });
    else if (said.length > 0) marks.set(id, { change: 'changed', facts: said });
  }
  const heads = { before: before ? [before.pathway.place] : [], after: after ? [after.pathway.place] : [] };
  return { ids, marks, whole: factWords(whole, { ...heads, textOf }) };
}

function blocksOf(block: DrawnBlock | undefined): readonly Place[] {
  return block ? [block.place, ...(block.described ? [block.described] : [])] : [];
}

/** The id of something that is only in the pathway before, where the same id is taken by something else after it. */
export function gone(id: string): string {
  return `was:${id}`;
}

/** Everything of a pathway that the text has a block for and the picture a box or an arrow. */
export function drawnBlocks({ project, pathway }: Version): readonly DrawnBlock[] {
  const stages = stagesOf(project, pathway).map((each): DrawnBlock => {
    const { name, stage, used } = each;
    const id = stageId(name);
    if (!used) return { id, each, place: stage?.place ?? pathway.place };
    return { id, each, place: used.place, ...(stage ? { described: stage.place } : {}) };
  });
  return [...stages, ...[...linkIds(pathway)].map(([id, { place }]) => ({ id, place }))];
}

/** Of what is drawn on both sides: of figures people compare the latest, whether or not an earlier one is still there. */
function changedFigure(fact: string, before: DrawnBlock | undefined, after: DrawnBlock): string | undefined {
  if (!isFigure(fact) || !before?.each || !after.each) return undefined;
  const say = (each: PathwayStage) => {
    const { state, text } = figureOf(each, fact);
    return state === 'recorded' ? text : state === 'missing' ? 'not recorded' : state;
  };
  const [was, is] = [say(before.each), say(after.each)];
  return was === is ? undefined : `${fact} ${was}, now ${is}`;
}

function isFigure(fact: string): fact is 'cost' | 'activity' | 'wait' {
  return fact === 'cost' || fact === 'activity' || fact === 'wait';
}

/** What is drawn of a place of the text: what has its block there, else what is described there. */
export function ownerOf(blocks: readonly DrawnBlock[], at: Place): DrawnBlock | undefined {
  return (
    blocks.find(({ place }) => covers(place, at)) ?? blocks.find(({ described }) => described && covers(described, at))
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

/** Where what is no longer in this pathway is now. */
function movedTo(changes: readonly ModelChange[], place: Place, after: Version | undefined): readonly string[] {
  const change = changes.find(({ before, after: now }) => before && now && keyOf(before.block) === keyOf(place));
  return change ? [`now in ${pathwayCalled(after, change.after!.pathway)}`] : [];
}

/** Where what has come into this pathway was before. */
function movedFrom(changes: readonly ModelChange[], place: Place, before: Version | undefined): readonly string[] {
  const change = changes.find(({ before: was, after }) => was && after && keyOf(after.block) === keyOf(place));
  return change ? [`was in ${pathwayCalled(before, change.before!.pathway)}`] : [];
}

function pathwayCalled(version: Version | undefined, name: string | undefined): string {
  const pathway = version?.project.pathways.get(name ?? '');
  return pathway ? labelOf(pathway) : 'another pathway';
}

/** What each gap, risk or action says, on the side that a change is about. */
function textsIn(before: Version | undefined, after: Version | undefined) {
  const texts = (version: Version | undefined) =>
    new Map(
      (version ? elementsIn(version.pathway) : []).flatMap((element) =>
        'text' in element && element.text !== '' ? [[keyOf(element.place), element.text] as const] : [],
      ),
    );
  const [was, is] = [texts(before), texts(after)];
  return (change: ModelChange) =>
    change.after ? is.get(keyOf(change.after.block)) : change.before && was.get(keyOf(change.before.block));
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
    side !== undefined && version !== undefined && covers(version.pathway.place, side.place);
  return within(before, was) || within(after, is);
}
