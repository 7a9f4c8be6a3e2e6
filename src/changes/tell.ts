import type { Project } from '../model/project.ts';
import type { Change, ElementChange, ElementSide, FactChange, Renames, Statement, Weakening } from './change.ts';
import { type Around, type Instead, insteadOf } from './inherited.ts';
import { namesLeft } from './likeness.ts';
import { differingLines, isOtherYear, type LineDifference } from './lines.ts';
import type { Pair } from './match.ts';
import type { Item, Outline } from './outline.ts';
import { weakenedBy, weakenedByLine } from './oversight.ts';
import { type PartsChanged, partsChanged, type Spoken } from './parts.ts';
import { renamedRef } from './renames.ts';
import { ruleChange, ruleSentence } from './rule-words.ts';
import {
  comingSentence,
  factSentence,
  type Inherited,
  movedSentence,
  renamedSentence,
  type Said,
  type SideNames,
} from './sentences.ts';
import {
  elementInWords,
  evidenceInWords,
  factInWords,
  itemInWords,
  itemWithNames,
  pendingOf,
  sayingOf,
  sharesLabel,
} from './words.ts';

/** What is needed to say what has become of a pair. */
export interface Telling {
  readonly before: Project;
  readonly after: Project;
  readonly renames: Renames;
  /** Whether the side after is what becomes of the side before: only then can something get weaker. */
  readonly isLater: boolean;
  /** What the sides are called, where they are no two times of one thing. */
  readonly sides?: SideNames;
  /** The pathway that the pair stands in, whose lines hold in it too. */
  readonly pathways?: Around;
}

/** A pair of which neither side is lacking. */
export interface Both extends Pair {
  readonly before: Outline;
  readonly after: Outline;
}

/** All that has become of an element and of the blocks in it. */
export function changesOf(telling: Telling, pair: Pair): readonly Change[] {
  const inside = withPathways(telling, pair);
  return [...ownChanges(telling, pair), ...pair.blocks.flatMap((block) => changesOf(inside, block))];
}

/** What is in a pathway is told with what the pathway says for all of it. */
export function withPathways(telling: Telling, { before, after }: Pair): Telling {
  if ((after ?? before)?.element.kind !== 'pathway') return telling;
  return { ...telling, pathways: { ...(before && { before }), ...(after && { after }) } };
}

function ownChanges(telling: Telling, pair: Pair): readonly Change[] {
  if (!pair.before) return [comeOrGone(telling, telling.after, pair.after!, 'added')];
  if (!pair.after) return [comeOrGone(telling, telling.before, pair.before, 'removed')];
  const both = pair as Both;
  return [...identityChanges(telling, both), ...linesOf(telling, both)];
}

/** An element that only one side has. */
export function comeOrGone(
  { sides, isLater }: Telling,
  project: Project,
  outline: Outline,
  change: 'added' | 'removed',
): ElementChange {
  const statements = outline.items.map((item) => ({ ...statementOf(project, item, outline), fact: item.fact }));
  const weakens = change === 'added' ? weakenedBy(undefined, outline) : weakenedBy(outline, undefined);
  return {
    id: `${change} ${outline.path}`,
    change,
    sentence: comingSentence(project, outline, change, sides),
    lines: statements.map(({ fact, words }) => `${factInWords(fact)} ${words}`.trim()),
    statements,
    [change === 'added' ? 'after' : 'before']: sideOf(outline),
    ...(isLater && weakens && { weakens }),
  };
}

/** Whether it goes by another name, or stands in another block. */
function identityChanges(telling: Telling, pair: Both): readonly ElementChange[] {
  const { before, after, sides } = telling;
  const who = whoOf(telling, pair);
  const both = { before: sideOf(pair.before), after: sideOf(pair.after), lines: [], statements: [] };
  const renamed: ElementChange = {
    ...both,
    id: `renamed ${pair.before.path}`,
    change: 'renamed',
    sentence: renamedSentence(who, pair, sides),
    likeness: pair.likeness ?? 1,
  };
  if (!pair.movedFrom) return isRenamed(pair) ? [renamed] : [];
  const moved: ElementChange = {
    ...both,
    id: `moved ${pair.before.path}`,
    change: 'moved',
    sentence: movedSentence(before, after, who, pair),
  };
  return isRenamed(pair) ? [renamed, moved] : [moved];
}

/** As it is called on the side after, told apart from whatever goes by the same label on either side. */
const whoOf = ({ before, after }: Telling, pair: Both): string =>
  elementInWords(after, pair.after, sharesLabel(before, pair.before));

/** An arrow that has no name of its own is called by its ends, and those are facts. */
function isRenamed({ before, after }: Both): boolean {
  if (before.element.name === after.element.name) return false;
  return isNamed(before) || isNamed(after);
}

const isNamed = ({ element }: Outline): boolean => !('named' in element) || element.named;

/** What differs between the lines of the two. */
export function linesOf(telling: Telling, pair: Both): readonly FactChange[] {
  return differingLines(pair.before, pair.after, telling.renames).map((line) => factChange(telling, pair, line));
}

function factChange(telling: Telling, pair: Both, line: LineDifference): FactChange {
  const { before, after, sides, isLater } = telling;
  const { fact, part } = line;
  const was = line.was && statementOf(before, line.was, pair.before);
  const is = line.is && statementOf(after, line.is, pair.after);
  const replaced = line.was !== undefined && line.is !== undefined && isOtherYear(line.was, line.is);
  const parts = replaced ? undefined : partsOf(telling, pair, line);
  const said = { fact, part, ...(was && { was }), ...(is && { is }), ...(parts && { parts }) };
  const change = was && is ? 'changed' : is ? 'stated' : 'withdrawn';
  const instead = insteadIn(telling, pair, line);
  const weakens = weakenedByLine(line, pair.after, instead);
  const who = whoOf(telling, pair);
  const pending = fact === 'status' && is?.words === 'closed' ? pendingOf(after, pair.after) : [];
  const rule = sides ? undefined : ruleChange(line);
  return {
    id: `${change} ${pair.after.path}/${fact}${part === 'evidence' ? ' evidence' : ''} ${(was ?? is)!.words}`,
    change,
    ...said,
    sentence: rule
      ? ruleSentence(who, rule)
      : factSentence(
          who,
          {
            ...toldApart(telling, pair, line, said),
            replaced,
            pending,
            ...insteadInWords(telling, pair, line, instead, weakens),
          },
          sides,
        ),
    before: sideOf(pair.before),
    after: sideOf(pair.after),
    ...(isLater && weakens && { weakens }),
  };
}

/** What has moved stood in another pathway before. */
function insteadIn({ pathways = {}, renames }: Telling, pair: Both, line: LineDifference): Instead | undefined {
  const { movedFrom, movedTo } = pair;
  const around = { ...pathways, ...(movedFrom && { before: movedFrom }), ...(movedTo && { after: movedTo }) };
  return insteadOf(line, pair, around, renames);
}

/** What the pathway says in place of a line, in words. */
function insteadInWords(
  { before, after }: Telling,
  pair: Both,
  line: LineDifference,
  instead: Instead | undefined,
  weakens: Weakening | undefined,
): Inherited {
  if (instead === undefined) return {};
  const [project, { scope }] = line.was ? [after, pair.after] : [before, pair.before];
  if (instead.same) {
    const { own, same } = instead.rests;
    const was = own && evidenceInWords(before, own, pair.before.scope);
    const is = same && evidenceInWords(after, same, pair.after.scope);
    return { inherited: 'same', ...(weakens && { rests: { ...(was && { was }), ...(is && { is }) } }) };
  }
  // What was not known has not been replaced.
  const told = instead.others.filter(({ state }) => line.was || state === 'recorded');
  const others = told.map((item) => itemInWords(project, item, scope));
  return others.length > 0 ? { inherited: others } : {};
}

/** What of a line is otherwise, where it has several parts. */
function partsOf({ before, after, renames }: Telling, pair: Both, line: LineDifference): PartsChanged | undefined {
  const { fact, part, was, is } = line;
  if (part !== 'value' || was?.state !== 'recorded' || is?.state !== 'recorded') return undefined;
  const { scope } = pair.before;
  const old: Spoken = {
    value: was.value,
    say: sayingOf(before, scope),
    called: (ref) => renamedRef(renames, ref, scope),
  };
  return partsChanged(fact, old, {
    value: is.value,
    say: sayingOf(after, pair.after.scope),
    called: ({ name }) => name,
  });
}

/** Of two lines that read the same and mean two things: which name was left behind, or which name each of them says. */
function toldApart({ before, after, renames }: Telling, pair: Both, line: LineDifference, said: Said): Said {
  if (!said.was || !said.is || said.part !== 'value') return said;
  const isWrittenAlike = said.was.content === said.is.content && said.was.state === said.is.state;
  if (!isWrittenAlike && said.was.words !== said.is.words) return said;
  const left = namesLeft(line.was!, pair.before, renames);
  if (left.length > 0) return { ...said, left };
  if (said.was.words !== said.is.words) return said;
  const was = { ...said.was, words: itemWithNames(before, line.was!, pair.before.scope) };
  return { ...said, was, is: { ...said.is, words: itemWithNames(after, line.is!, pair.after.scope) } };
}

function statementOf(project: Project, item: Item, { scope }: Outline): Statement {
  return {
    state: item.state,
    words: itemInWords(project, item, scope),
    ...(item.evidence && { evidence: evidenceInWords(project, item.evidence, scope) }),
    content: item.content,
    rests: item.rests,
    place: item.place,
  };
}

/** An element as it stands on its side. */
export function sideOf({ element, path, pathway }: Outline): ElementSide {
  const { kind, name, label, namePlace, place } = element;
  return {
    ...{ kind, name, path, place: namePlace, block: place },
    ...(label !== undefined && { label }),
    ...(pathway !== undefined && { pathway }),
  };
}
