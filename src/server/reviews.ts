import type { Comparison } from '../changes/change.ts';
import { comparePathways, compareProjects, type PathwaySide } from '../changes/compare.ts';
import type { Placed, Positions } from '../diagram/placed.ts';
import { positionsOfReview, type ReviewPair, reviewPairs, reviewScenes } from '../diagram/review.ts';
import type { Since } from '../diagram/scene/scene-of.ts';
import type { PathwaySubject } from '../diagram/subjects.ts';
import type { CheckedProject } from '../language/checker.ts';
import type { Workspace } from '../language/workspace.ts';
import type { Pathway } from '../model/elements.ts';
import { labelOf } from '../model/project.ts';
import { entryKey } from '../protocol/preview.ts';
import type {
  Review,
  ReviewOpenParams,
  ReviewParams,
  ReviewResult,
  ReviewScope,
  ReviewSide,
} from '../protocol/review.ts';
import type { Layouter } from './layouter.ts';
import { findSubject } from './pictures.ts';
import { type Called, nameOf, onlyIn, type Told, told } from './review/made.ts';
import { projectAt, sameProject, workspaceThen } from './review/sides.ts';

/** The texts as they are in the editors, and as they stand on the disk. */
export interface ReviewTexts {
  /** The folders that are open, with their files. */
  workspaces(): readonly Workspace[];
  /** The text of a file on the disk; nothing where it cannot be read. */
  read(uri: string): string | undefined;
  /** Today, as YYYY-MM-DD. */
  today(): string;
}

/** A review that somebody looks at. */
interface Opened {
  readonly params: ReviewOpenParams;
  /** The projects of each side, as they are when they are asked for. */
  readonly before: () => readonly CheckedProject[];
  readonly after: () => readonly CheckedProject[];
  last?: Compared;
  /** The pictures that were made of what was compared last, by what was asked for. */
  readonly made: Map<string, Review<Placed>>;
  readonly positions: Map<string, Positions>;
}

/** Two sides, and what differs between them. */
interface Compared {
  readonly sides: readonly [CheckedProject, CheckedProject];
  readonly title: string;
  readonly called: Called;
  readonly comparison: Comparison;
  readonly pairs: readonly ReviewPair[];
  readonly told: Told;
}

type Nothing = Extract<ReviewResult<Placed>, { readonly none: unknown }>;

/** Compares the two sides of every review that is open, as often as it is asked. */
export class Reviews {
  readonly #layouter: Layouter;
  readonly #texts: ReviewTexts;
  readonly #open = new Map<string, Opened>();
  #version = 0;

  constructor(layouter: Layouter, texts: ReviewTexts) {
    this.#layouter = layouter;
    this.#texts = texts;
  }

  /** Begins a review, or begins it anew: texts of another time are taken as they are at this moment. */
  open(params: ReviewOpenParams): void {
    const { reader, before, after } = params;
    const positions = this.#open.get(reader)?.positions ?? new Map();
    const sides = { before: this.#side(before), after: this.#side(after) };
    this.#open.set(reader, { params, ...sides, made: new Map(), positions });
  }

  close(reader: string): void {
    this.#open.delete(reader);
  }

  /** What a pathway was on the side before, by the key of its entry; nothing where no such review was begun. */
  before(reader: string, key: string): Since | undefined {
    const opened = this.#open.get(reader);
    const compared = opened && comparedIn(opened);
    if (!opened || !compared || 'none' in compared) return undefined;
    opened.last = compared;
    const [then, now] = compared.sides;
    const pair = compared.pairs.find(({ name, after }) => after && entryKey({ project: now.folder, name }) === key);
    const called = opened.params.before.called;
    if (pair?.before) return { project: pair.before.project, pathway: pair.before.pathway, called };
    return pair?.after && { project: then.project, pathway: withoutStages(pair.after.pathway), called };
  }

  /** What differs now; with the pictures of the pathway that is asked for, or of the first that differs. */
  async of({ reader, subject, onlyChanges = false }: ReviewParams, signal: AbortSignal): Promise<ReviewResult<Placed>> {
    const opened = this.#open.get(reader);
    if (!opened) return { none: 'not-open' };
    const compared = comparedIn(opened);
    if ('none' in compared) return compared;
    if (compared !== opened.last) opened.made.clear();
    opened.last = compared;
    const { pairs, told: said, title } = compared;
    const named = said.subjects.find(({ name }) => name === subject) ?? said.subjects[0];
    const pair = pairs.find(({ name }) => name === named?.name);
    const wish = JSON.stringify([pair?.name, onlyChanges]);
    const known = opened.made.get(wish);
    if (known) return { review: known };
    const shown = pair && (await this.#shown(opened, compared, pair, onlyChanges, signal));
    const review = { title, ...compared.called, ...said, ...(shown && { shown }), version: ++this.#version };
    opened.made.set(wish, review);
    return { review };
  }

  async #shown(
    { positions }: Opened,
    { comparison, called }: Compared,
    { name, before, after }: ReviewPair,
    onlyChanges: boolean,
    signal: AbortSignal,
  ): Promise<Review<Placed>['shown']> {
    const scenes = reviewScenes(before, after, comparison, { onlyChanges, called });
    const arranged = JSON.stringify([name, onlyChanges]);
    const pages = await this.#layouter.layoutReview(scenes, signal, positions.get(arranged));
    positions.set(arranged, positionsOfReview(pages));
    return { subject: name, pictures: pages };
  }

  #side(side: ReviewSide): () => readonly CheckedProject[] {
    const projectsIn = (workspaces: readonly Workspace[]) =>
      workspaces.flatMap((workspace) => workspace.projects(this.#texts.today()));
    if (side.time === 'now') return () => projectsIn(this.#texts.workspaces());
    const made = this.#texts.workspaces().map((now) => workspaceThen(now, side, (uri) => this.#texts.read(uri)));
    return () => projectsIn(made);
  }
}

/** What differs; the same object as last time where both sides are what they were. */
function comparedIn(opened: Opened): Compared | Nothing {
  const { params, before, after, last } = opened;
  const { what } = params;
  if (what.scope === 'pair') return comparedPair(before(), after(), what, opened);
  const [old, now] = [before(), after()];
  const meant = projectAt(now, what.at) ?? projectAt(old, what.at);
  if (!meant) return { none: 'no-project' };
  const sides = [sameProject(old, meant), sameProject(now, meant)] as const;
  if (last && isSame(last.sides, sides)) return last;
  const all = compareProjects(...sides);
  const comparison = what.scope === 'file' ? onlyIn(what.at, all) : all;
  const pairs = reviewPairs(...sides, comparison);
  const title = what.scope === 'file' ? nameOf(what.at) : titleOf(meant);
  const called = { before: params.before.called, after: params.after.called };
  return { sides, title, called, comparison, pairs, told: told(comparison, pairs, called) };
}

/** One pathway beside another. */
function comparedPair(
  before: readonly CheckedProject[],
  after: readonly CheckedProject[],
  what: Extract<ReviewScope, { readonly scope: 'pair' }>,
  { last }: Opened,
): Compared | Nothing {
  const [one, other] = [findSubject(before, what.before.key), findSubject(after, what.after.key)];
  if (!one || !other || !('pathway' in one.subject) || !('pathway' in other.subject)) return { none: 'no-pathway' };
  const sides = [one.checked, other.checked] as const;
  if (last && isSame(last.sides, sides)) return last;
  const [old, now] = [one, other].map(({ checked, subject }) => ({
    project: checked.project,
    findings: checked.findings,
    pathway: (subject as PathwaySubject).pathway,
  })) as [PathwaySide, PathwaySide];
  const comparison = comparePathways(old, now);
  const pairs = [{ name: other.subject.name, label: other.subject.label, before: old, after: now }];
  const title = `${one.subject.label} and ${other.subject.label}`;
  // Both are of the same time: they are told apart by what they are called themselves.
  const called = { before: one.subject.label, after: other.subject.label };
  return { sides, title, called, comparison, pairs, told: told(comparison, pairs, called) };
}

const nothings = new WeakMap<Pathway, Pathway>();

/** What a pathway was before there was any of it; the same one each time. */
function withoutStages(pathway: Pathway): Pathway {
  const made = nothings.get(pathway) ?? { ...pathway, stages: [], uses: [], transitions: [], flows: [] };
  nothings.set(pathway, made);
  return made;
}

function titleOf({ project }: CheckedProject): string {
  return project.declaration ? labelOf(project.declaration) : project.name;
}

const isSame = (a: Compared['sides'], b: Compared['sides']): boolean => a[0] === b[0] && a[1] === b[1];
