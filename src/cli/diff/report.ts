import type { Change, Comparison, Consequence } from '../../changes/change.ts';
import { compareProjects, type Side as ProjectSide } from '../../changes/compare.ts';
import { type Reading, readingOf } from '../../changes/reading.ts';
import type { ReviewPair } from '../../diagram/review.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { libraryFiles } from '../../language/workspace.ts';
import { nearest } from '../../model/nearest.ts';
import type { Place } from '../../model/place.ts';
import { joinFiles, labelOf } from '../../model/project.ts';
import { ownPathways } from '../../model/walk.ts';
import { holdsPersonalData, printable, withoutPersonalData } from '../check/personal-data.ts';
import { UsageError } from '../io.ts';
import type { FailOn } from './options.ts';
import { askedOf, type ProjectPair, type ReadSides } from './read.ts';
import type { Sides } from './sides.ts';
import type { Version } from './versions.ts';

/** Everything that `pathway diff` has to say, whatever it is printed as. */
export interface Report {
  readonly before: Pick<Version, 'name' | 'commit'>;
  readonly after: Pick<Version, 'name' | 'commit'>;
  /** Whether the two stand beside each other, rather than one being what became of the other. */
  readonly beside?: true;
  /** Projects in which something differs or cannot be understood. */
  readonly projects: readonly Compared[];
  /** Files of any project whose text differs, by their URIs: also where nothing that they mean does. */
  readonly rewritten: readonly string[];
  /** What could not be read, a sentence each. */
  readonly unreadable: readonly string[];
}

/** What differs in one project. */
export interface Compared extends ProjectPair {
  /** What the project is called. */
  readonly title: string;
  /** Everything that differs in it, whatever was asked for. */
  readonly whole: Comparison;
  /** What of that was asked for. */
  readonly comparison: Comparison;
  /** Which pathway is compared with which, where they are not two versions of the same. */
  readonly pairs?: readonly ReviewPair[];
  readonly reading: Reading;
  /** The lines of a place, as they may be printed: those of the side before, or of the side after. */
  readonly linesAt: (place: Place, side: 'before' | 'after') => readonly string[];
}

/** Compares what was read; of one pathway only, where its name is given. */
export function reportOf(sides: Sides, { pairs, unreadable }: ReadSides, pathway: string | undefined): Report {
  if (pathway !== undefined) demandPathwayCalled(pathway, pairs);
  const projects = pairs
    .map((pair) => comparedOf(pair, sides, pathway))
    .filter(({ comparison: { changes, consequences, troubles } }) =>
      [changes, consequences, troubles].some((list) => list.length > 0),
    );
  const rewritten = [...new Set(pairs.flatMap((pair) => rewrittenIn(pair, sides)))];
  return { before: sides.before.version, after: sides.after.version, projects, rewritten, unreadable };
}

function comparedOf(pair: ProjectPair, sides: Sides, pathway: string | undefined): Compared {
  const { before, after } = pair;
  const whole = compareProjects(before ?? emptySide(), after ?? emptySide());
  const asked = limitedTo(whole, spokenOf(pair, sides));
  const comparison = withoutPersons(pathway === undefined ? asked : ofPathway(asked, pathway), pair);
  const texts = { before: linesOf(before), after: linesOf(after) };
  return {
    ...pair,
    title: titleOf((after ?? before)!),
    whole,
    comparison,
    reading: readingOf(comparison),
    linesAt: (place, side) => texts[side](place),
  };
}

/** Nothing is printed as it stands where a text holds what looks like data about a person. */
export function withoutPersons(comparison: Comparison, { before, after }: ProjectPair): Comparison {
  const files = [...(before?.files ?? []), ...(after?.files ?? [])];
  if (!files.some(holdsPersonalData)) return comparison;
  const { changes, consequences, troubles } = comparison;
  return { ...comparison, ...withoutPersonalData({ changes, consequences, troubles }) };
}

/** What a project is called. */
export function titleOf({ project }: CheckedProject): string {
  return project.declaration === undefined ? project.name : labelOf(project.declaration);
}

/** The side on which there was no such project, or is none any more. */
export function emptySide(): ProjectSide {
  const library = libraryFiles().map((file) => file.reading.model);
  return { project: joinFiles('', library), findings: [] };
}

type Spoken = Readonly<Record<'before' | 'after', (uri: string) => boolean>>;

/** Files are spoken of that were asked for and are the project's own: what it includes belongs to another one. */
function spokenOf({ before, after }: ProjectPair, sides: Sides): Spoken {
  const [old, now] = [askedOf(sides.before), askedOf(sides.after)];
  const own = (checked: CheckedProject | undefined) => new Set(checked?.own.map(({ uri }) => uri));
  const [ownBefore, ownAfter] = [own(before), own(after)];
  return { before: (uri) => ownBefore.has(uri) && old(uri), after: (uri) => ownAfter.has(uri) && now(uri) };
}

function limitedTo(comparison: Comparison, spoken: Spoken): Comparison {
  const changes = comparison.changes.filter(({ before, after }) => isSpokenOf(before?.place, after?.place, spoken));
  const consequences = comparison.consequences.filter(
    ({ before, after }) => (!before && !after) || isSpokenOf(before, after, spoken),
  );
  const troubles = comparison.troubles.filter(({ side, place }) => spoken[side](place.file));
  return { ...comparison, changes, consequences, troubles };
}

function isSpokenOf(before: Place | undefined, after: Place | undefined, spoken: Spoken): boolean {
  return (before !== undefined && spoken.before(before.file)) || (after !== undefined && spoken.after(after.file));
}

/** What is about one pathway, by either of its names. */
function ofPathway(comparison: Comparison, pathway: string): Comparison {
  const names = new Set([pathway]);
  for (const [old, now] of comparison.renames) {
    if (!old.startsWith('pathway ')) continue;
    const name = old.slice('pathway '.length);
    if (name === pathway) names.add(now);
    if (now === pathway) names.add(name);
  }
  const isOf = (name: string | undefined): boolean => name !== undefined && names.has(name);
  return {
    ...comparison,
    changes: comparison.changes.filter(({ before, after }) => isOf(before?.pathway) || isOf(after?.pathway)),
    consequences: comparison.consequences.filter((consequence) => isOf(consequence.pathway)),
  };
}

function demandPathwayCalled(name: string, pairs: readonly ProjectPair[]): void {
  const projects = pairs.flatMap(({ before, after }) => [after, before]).filter((one) => one !== undefined);
  const names = [...new Set(projects.flatMap(({ project }) => ownPathways(project)).map((one) => one.name))];
  if (names.includes(name)) return;
  const guess = nearest(name, names, 1)[0];
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  const list = names.length === 0 ? '' : ` These are there: ${names.map((one) => `'${one}'`).join(', ')}.`;
  throw new UsageError(`There is no pathway '${name}' on either side.${hint}${list}`);
}

function rewrittenIn({ before, after }: ProjectPair, sides: Sides): readonly string[] {
  const old = new Map(before?.own.map(({ uri, text }) => [uri, text]));
  const asked = askedOf(sides.after);
  return (after?.own ?? [])
    .filter(({ uri, text }) => asked(uri) && old.has(uri) && old.get(uri) !== text)
    .map(({ uri }) => uri);
}

/** Looks up the lines of a place, as they may be printed. */
export function linesOf(checked: CheckedProject | undefined): (place: Place) => readonly string[] {
  const lines = new Map<string, readonly string[]>();
  return ({ file, line, endLine }) => {
    let all = lines.get(file);
    if (all === undefined) {
      const found = checked?.files.find(({ uri }) => uri === file);
      all = found === undefined ? [] : printable(found).split(/\r\n|\n|\r/);
      lines.set(file, all);
    }
    return all.slice(line, endLine + 1);
  };
}

/** Whether there is something that the diff is to fail for. */
export function fails({ projects }: Report, kinds: readonly FailOn[]): boolean {
  return projects.some(({ comparison: { changes, consequences } }) =>
    kinds.some((kind) => changes.some(changeFails[kind]) || consequences.some(consequenceFails[kind])),
  );
}

const weakens = (change: Change): boolean => change.weakens !== undefined;
const opened = ({ kind }: Consequence): boolean => kind === 'finding-opened' || kind === 'finding-reopened';

const changeFails: Readonly<Record<FailOn, (change: Change) => boolean>> = {
  error: () => false,
  warning: () => false,
  opened: () => false,
  question: () => false,
  weaker: weakens,
  worse: weakens,
  changed: () => true,
};

const consequenceFails: Readonly<Record<FailOn, (consequence: Consequence) => boolean>> = {
  error: (one) => opened(one) && one.severity === 'error',
  warning: (one) => opened(one) && (one.severity === 'error' || one.severity === 'warning'),
  opened,
  question: ({ kind }) => kind === 'question-raised',
  weaker: () => false,
  worse: ({ tone }) => tone === 'worse',
  changed: () => true,
};
