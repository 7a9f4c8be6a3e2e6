import type { Pathway } from '../model/elements.ts';
import { groupBy } from '../model/group.ts';
import type { Project } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import type { Change, Comparison, ElementChange, ElementSide, FactChange, Renames, Statement } from './change.ts';
import { consequencesOf, consequencesOfPathways } from './consequences.ts';
import { differingLines, type LineDifference } from './lines.ts';
import { type Matched, matchElements, matchProjects, type Pair } from './match.ts';
import { type Item, type Outline, outlineOf } from './outline.ts';
import { weakenedBy, weakenedByLine } from './oversight.ts';
import { comingSentence, factSentence, movedSentence, renamedSentence } from './sentences.ts';
import { troublesOf } from './troubles.ts';
import { elementInWords, evidenceInWords, factInWords, itemInWords } from './words.ts';

/** One side of a comparison: a project as it was checked at some time. A `CheckedProject` is one. */
export interface Side {
  readonly project: Project;
  /** Everything that was found in it. */
  readonly findings: readonly Finding[];
}

/** Two pathways that are to be compared, whatever they are called. */
export interface PathwaySide extends Side {
  readonly pathway: Pathway;
}

/** Everything that differs from one project to another, or from one time of it to another. Never fails. */
export function compareProjects(before: Side, after: Side): Comparison {
  const matched = matchProjects(before.project, after.project);
  const changes = [
    ...movedFiles(before, after, matched.pairs),
    ...matched.pairs.flatMap((pair) => changesOf(before, after, pair, matched.renames)),
  ];
  return comparison(before, after, matched, changes, consequencesOf(before, after, matched.renames));
}

/** What differs from one pathway to another; their names, files and footprints count for nothing. Never fails. */
export function comparePathways(before: PathwaySide, after: PathwaySide): Comparison {
  const matched = matchElements(headless(outlineOf(before.pathway)), headless(outlineOf(after.pathway)));
  const changes = matched.pairs.flatMap((pair) => [
    ...linesOf(before, after, pair as Both, matched.renames),
    ...pair.blocks.flatMap((block) => changesOf(before, after, block, matched.renames)),
  ]);
  return comparison(before, after, matched, changes, consequencesOfPathways(before, after, matched.renames));
}

/** What a pathway says of itself that another one may say otherwise without being another pathway. */
function headless(outline: Outline): Outline {
  return { ...outline, items: outline.items.filter(({ fact }) => fact !== 'label' && fact !== 'in') };
}

function comparison(
  before: Side,
  after: Side,
  { renames }: Matched,
  changes: readonly Change[],
  consequences: Comparison['consequences'],
): Comparison {
  const all = told(changes);
  return {
    changes: [...all.filter(({ weakens }) => weakens), ...all.filter(({ weakens }) => !weakens)],
    consequences,
    troubles: [...troublesOf('before', before.findings), ...troublesOf('after', after.findings)],
    renames,
  };
}

/** Those of one id are told apart by their order. */
function told(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const count = (seen.get(change.id) ?? 0) + 1;
    seen.set(change.id, count);
    return count === 1 ? change : { ...change, id: `${change.id} #${count}` };
  });
}

interface Both extends Pair {
  readonly before: Outline;
  readonly after: Outline;
}

/** All that has become of an element and of the blocks in it. */
function changesOf(before: Side, after: Side, pair: Pair, renames: Renames): readonly Change[] {
  return [
    ...ownChanges(before, after, pair, renames),
    ...pair.blocks.flatMap((block) => changesOf(before, after, block, renames)),
  ];
}

function ownChanges(before: Side, after: Side, pair: Pair, renames: Renames): readonly Change[] {
  if (!pair.before) return [comeOrGone(after.project, pair.after!, 'added')];
  if (!pair.after) return [comeOrGone(before.project, pair.before, 'removed')];
  const both = pair as Both;
  return [...identityChanges(before, after, both), ...linesOf(before, after, both, renames)];
}

function comeOrGone(project: Project, outline: Outline, change: 'added' | 'removed'): ElementChange {
  const statements = outline.items.map((item) => ({ ...statementOf(project, item, outline), fact: item.fact }));
  const weakens = change === 'added' ? weakenedBy(undefined, outline) : weakenedBy(outline, undefined);
  return {
    id: `${change} ${outline.path}`,
    change,
    sentence: comingSentence(project, outline, change),
    lines: statements.map(({ fact, words }) => `${factInWords(fact)} ${words}`.trim()),
    statements,
    [change === 'added' ? 'after' : 'before']: sideOf(outline),
    ...(weakens && { weakens }),
  };
}

/** Whether it goes by another name, or stands in another block. */
function identityChanges(before: Side, after: Side, pair: Both): readonly ElementChange[] {
  const who = elementInWords(after.project, pair.after);
  const sides = { before: sideOf(pair.before), after: sideOf(pair.after), lines: [], statements: [] };
  const renamed: readonly ElementChange[] = isRenamed(pair)
    ? [
        {
          ...sides,
          id: `renamed ${pair.before.path}`,
          change: 'renamed',
          sentence: renamedSentence(pair.before, pair.after, who, pair.likeness),
          likeness: pair.likeness ?? 1,
        },
      ]
    : [];
  const moved: readonly ElementChange[] = pair.movedFrom
    ? [
        {
          ...sides,
          id: `moved ${pair.before.path}`,
          change: 'moved',
          sentence: movedSentence(before.project, after.project, who, pair),
        },
      ]
    : [];
  return [...renamed, ...moved];
}

/** An arrow that has no name of its own is called by its ends, and those are facts. */
function isRenamed({ before, after }: Both): boolean {
  if (before.element.name === after.element.name) return false;
  return isNamed(before) || isNamed(after);
}

const isNamed = ({ element }: Outline): boolean => !('named' in element) || element.named;

function linesOf(before: Side, after: Side, pair: Both, renames: Renames): readonly FactChange[] {
  return differingLines(pair.before, pair.after, renames).map((line) => factChange(before, after, pair, line));
}

function factChange(before: Side, after: Side, pair: Both, line: LineDifference): FactChange {
  const { fact, part } = line;
  const was = line.was && statementOf(before.project, line.was, pair.before);
  const is = line.is && statementOf(after.project, line.is, pair.after);
  const said = { fact, part, ...(was && { was }), ...(is && { is }) };
  const change = was && is ? 'changed' : is ? 'stated' : 'withdrawn';
  const weakens = weakenedByLine(line, pair.after);
  return {
    id: `${change} ${pair.after.path}/${fact}${part === 'evidence' ? ' evidence' : ''} ${(was ?? is)!.words}`,
    change,
    ...said,
    sentence: factSentence(elementInWords(after.project, pair.after), said),
    before: sideOf(pair.before),
    after: sideOf(pair.after),
    ...(weakens && { weakens }),
  };
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

function sideOf({ element, path, pathway }: Outline): ElementSide {
  const { kind, name, label, namePlace, place } = element;
  return {
    ...{ kind, name, path, place: namePlace, block: place },
    ...(label !== undefined && { label }),
    ...(pathway !== undefined && { pathway }),
  };
}

/**
 * What stands in another file than before, file by file: one change says all that went from one to another. Where either
 * side is one file only, nothing could stand elsewhere.
 */
function movedFiles(before: Side, after: Side, pairs: readonly Pair[]): readonly ElementChange[] {
  const [old, now] = fileNames(before.project, after.project);
  if (old.size < 2 && now.size < 2) return [];
  const moved = pairs.filter((pair): pair is Both => {
    if (!pair.before || !pair.after) return false;
    return old.get(pair.before.element.place.file) !== now.get(pair.after.element.place.file);
  });
  const groups = groupBy(moved, (pair) => `${pair.before.element.place.file}\n${pair.after.element.place.file}`);
  return [...groups.values()].map((group): ElementChange => {
    const [first] = group as [Both, ...Both[]];
    const [from, to] = [old.get(first.before.element.place.file)!, now.get(first.after.element.place.file)!];
    const who = group.map(({ after: outline }) => elementInWords(after.project, outline));
    const subject = group.length === 1 ? `${who[0]} stands` : `${group.length} declarations stand`;
    return {
      id: `moved ${from} ${to}`,
      change: 'moved',
      sentence: `${subject} in the file '${to}' now; ${group.length === 1 ? 'it' : 'they'} stood in '${from}'.`,
      lines: group.length === 1 ? [] : who,
      statements: [],
      before: sideOf(first.before),
      after: sideOf(first.after),
    };
  });
}

type FileNames = ReadonlyMap<string, string>;

/**
 * The files of both sides by their URIs, as people call them: without the folders that all of them stand in. Two sides
 * that have no file in common lie in folders of their own.
 */
function fileNames(before: Project, after: Project): readonly [FileNames, FileNames] {
  const [old, now] = [ownFiles(before), ownFiles(after)];
  const known = new Set(old);
  if (!now.some((file) => known.has(file))) return [namedBelow(old, old), namedBelow(now, now)];
  const all = [...old, ...now];
  return [namedBelow(old, all), namedBelow(now, all)];
}

const ownFiles = (project: Project): readonly string[] =>
  project.files.filter(({ library }) => !library).map(({ file }) => file);

function namedBelow(files: readonly string[], all: readonly string[]): FileNames {
  const folders = all.map((file) => file.slice(0, file.lastIndexOf('/') + 1));
  const shared = folders.reduce(commonFolder, folders[0] ?? '');
  return new Map(files.map((file) => [file, decodeURIComponent(file.slice(shared.length))]));
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (!b.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}
