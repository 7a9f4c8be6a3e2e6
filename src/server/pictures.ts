import type { Look } from '../diagram/look.ts';
import { type Placed, type Positions, positionsOf } from '../diagram/placed.ts';
import type { Since } from '../diagram/scene/scene-of.ts';
import { drawingOf, type Subject } from '../diagram/subjects.ts';
import { viewsOf } from '../diagram/views/choices.ts';
import type { CheckedProject } from '../language/checker.ts';
import type { Pathway } from '../model/elements.ts';
import { labelOf } from '../model/project.ts';
import { arrangementOf, lookFrom } from '../protocol/looks.ts';
import { entryKey, type ListedFinding, type PathwayEntry, type Picture } from '../protocol/preview.ts';
import { countBySeverity, type Finding } from '../rules/finding.ts';
import { drawables, elementOf, filesOf, findingsOf, isAbout, mergedFindings, sizeOf } from './drawn.ts';
import type { Layouter } from './layouter.ts';
import { Recent } from './recent.ts';

/** Every pathway and scenario that the projects declare, project by project, in the order of the files' names and their text. */
export function pathwayEntries(projects: readonly CheckedProject[]): readonly PathwayEntry[] {
  return projects.flatMap((checked) =>
    drawables(checked)
      .map((subject) => entryOf(checked, subject))
      .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.place.line - b.place.line)),
  );
}

/** Finds a pathway again by the key of its entry. */
export function findSubject(
  projects: readonly CheckedProject[],
  key: string,
): { readonly checked: CheckedProject; readonly subject: Subject } | undefined {
  for (const checked of projects) {
    const subject = drawables(checked).find(({ name }) => entryKey({ project: checked.folder, name }) === key);
    if (subject) return { checked, subject };
  }
  return undefined;
}

/** Which picture of a pathway is wanted. */
export interface Wish {
  readonly key: string;
  readonly look?: Look | undefined;
  /** Whether it is the first one on the screen, so that it starts from no earlier one. */
  readonly fresh?: boolean | undefined;
  /** Whose screen it is for. */
  readonly reader?: string | undefined;
  /** What it was at some time: what is not as it was then is marked. */
  readonly since?: Since | undefined;
}

interface Last {
  readonly checked: CheckedProject;
  readonly picture: Picture<Placed>;
  readonly fresh: boolean;
  readonly since: Pathway | undefined;
}

/** So many pictures are remembered; the one that was asked for longest ago goes first. */
const most = 40;

/**
 * Draws pathways, each from where things stood in its reader's last picture, and remembers each one's last good picture
 * for as long as its text is broken.
 */
export class Pictures {
  readonly #layouter: Layouter;
  readonly #last = new Recent<Last>(most);
  /** Where things stand on a reader's screen, whatever else of the look has changed. */
  readonly #positions = new Recent<Positions>(most);
  #version = 0;

  constructor(layouter: Layouter) {
    this.#layouter = layouter;
  }

  /**
   * The picture of a pathway; nothing where it does not exist. Where its file cannot be understood whole, the last
   * good picture with `stale` set and the findings of now; where there is none yet, what can be understood.
   */
  async of(projects: readonly CheckedProject[], wish: Wish, signal: AbortSignal): Promise<Picture<Placed> | undefined> {
    const { key, look: given, fresh = false, reader = '', since } = wish;
    const look = lookFrom(given);
    const seen = JSON.stringify([reader, key, look, since?.called]);
    const arranged = JSON.stringify([reader, key, arrangementOf(look)]);
    const last = this.#last.get(seen);
    const found = findSubject(projects, key);
    if (!found) return this.#lost(projects, last);
    const { checked, subject } = found;
    if (last?.checked === checked && last.since === since?.pathway && (last.fresh || !fresh)) {
      this.#positions.set(arranged, positionsOf(last.picture.placed));
      return last.picture;
    }
    const broken = isBroken(checked, subject);
    const entry = entryOf(checked, subject);
    const findings = listFindings(checked, subject);
    if (broken && last) return { ...last.picture, entry, findings, stale: true, version: ++this.#version };
    const scene = drawingOf(checked.project, subject, mergedFindings(checked), { look, ...(since && { since }) });
    const previous = fresh ? undefined : this.#positions.get(arranged);
    const placed = await this.#layouter.layout(scene, signal, previous);
    const views = viewsOf(checked.project, subject);
    const picture = { entry, placed, look, views, stale: false, findings, version: ++this.#version };
    this.#positions.set(arranged, positionsOf(placed));
    if (!broken) this.#last.set(seen, { checked, picture, fresh: previous === undefined, since: since?.pathway });
    return picture;
  }

  /** A pathway that is gone while its file is broken may be back with the next key that is pressed. */
  #lost(projects: readonly CheckedProject[], last: Last | undefined): Picture<Placed> | undefined {
    const file = last?.picture.entry.file;
    const checked = projects.find((project) => project.files.some(({ uri }) => uri === file));
    const problems = checked?.files.find(({ uri }) => uri === file)?.problems ?? [];
    if (!last || !checked || problems.length === 0) return undefined;
    const findings = checked.findings
      .filter((finding) => finding.place.file === file)
      .map((finding) => listed(finding));
    return { ...last.picture, findings, stale: true, version: ++this.#version };
  }
}

function entryOf(checked: CheckedProject, subject: Subject): PathwayEntry {
  const { kind, name, label, place, namePlace } = subject;
  const declaration = checked.project.declaration;
  return {
    project: checked.folder,
    projectLabel: declaration ? labelOf(declaration) : checked.project.name,
    kind,
    name,
    label,
    file: place.file,
    place: namePlace,
    stages: sizeOf(checked.project, subject),
    counts: countBySeverity(findingsOf(checked, subject)),
  };
}

/** What is found about the subject, then errors elsewhere in its files: they too keep the picture from following. */
function listFindings(checked: CheckedProject, subject: Subject): readonly ListedFinding[] {
  const files = filesOf(checked, subject);
  const known = findingsOf(checked, subject);
  const own = known.map((finding) => listed(finding, elementOf(checked.project, subject, finding)?.id));
  const outside = checked.files
    .filter(({ uri }) => files.has(uri))
    .flatMap(({ problems }) => problems.filter((problem) => !isAbout(subject, problem)));
  return [...own, ...outside.map((finding) => listed(finding))];
}

function listed({ rule, severity, message, place }: Finding, id?: string): ListedFinding {
  return { rule, severity, message, place, ...(id && { id }) };
}

function isBroken(checked: CheckedProject, subject: Subject): boolean {
  const files = filesOf(checked, subject);
  return checked.files.some(({ uri, problems }) => files.has(uri) && problems.length > 0);
}
