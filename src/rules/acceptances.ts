import type { Acceptance, Declaration } from '../model/elements.ts';
import { comparePlaces, covers, lastBefore, type Place } from '../model/place.ts';
import type { FileModel, Project } from '../model/project.ts';
import { elementsIn } from '../model/walk.ts';

/** An `accept` and the block that it excuses, with all that the block holds. */
export interface Scoped {
  readonly acceptance: Acceptance;
  /** The block's name. */
  readonly element: string;
  readonly place: Place;
  /** The `accept` of the same rule in the nearest block around this one. */
  readonly outer?: Scoped;
}

/**
 * The `accept` that excuses a finding of the rule at the place, if one does and has not run out by today. None excuses
 * what is found of itself.
 */
export function acceptanceOf(declaration: Declaration, rule: string, at: Place, today: string): Acceptance | undefined {
  let scoped = lastBefore(acceptancesIn(declaration).get(rule) ?? [], at);
  while (scoped !== undefined) {
    const { acceptance, place, outer } = scoped;
    if (covers(place, at) && acceptance.place !== at && !isExpired(acceptance, today)) return acceptance;
    scoped = outer;
  }
  return undefined;
}

/** Every `accept` in the declaration, in no particular order. */
export function acceptedIn(declaration: Declaration): readonly Scoped[] {
  return [...acceptancesIn(declaration).values()].flat();
}

/** The declaration of the project's own files in which the place lies. */
export function declarationAt(project: Project, at: Place): Declaration | undefined {
  const candidate = lastBefore(filesOf(project).get(at.file)?.declarations ?? [], at);
  return candidate !== undefined && covers(candidate.place, at) ? candidate : undefined;
}

/** Whether the acceptance has run out by today. */
export function isExpired(acceptance: Acceptance, today: string): boolean {
  return acceptance.until !== undefined && acceptance.until.end < today;
}

const byDeclaration = new WeakMap<Declaration, ReadonlyMap<string, readonly Scoped[]>>();

/** By rule, in the order of the text; blocks hold one another or lie apart, so each knows the one around it. */
function acceptancesIn(declaration: Declaration): ReadonlyMap<string, readonly Scoped[]> {
  const known = byDeclaration.get(declaration);
  if (known !== undefined) return known;
  const found = new Map<string, Scoped[]>();
  const accepting = elementsIn(declaration).filter((element) => element.accepts.length > 0);
  for (const { accepts, name: element, place } of accepting.toSorted((a, b) => comparePlaces(a.place, b.place))) {
    for (const acceptance of accepts) {
      const same = found.get(acceptance.rule) ?? [];
      const outer = around(same.at(-1), place);
      same.push({ acceptance, element, place, ...(outer === undefined ? {} : { outer }) });
      found.set(acceptance.rule, same);
    }
  }
  byDeclaration.set(declaration, found);
  return found;
}

function around(last: Scoped | undefined, place: Place): Scoped | undefined {
  let candidate = last;
  while (candidate !== undefined && !covers(candidate.place, place)) candidate = candidate.outer;
  return candidate;
}

const filesByProject = new WeakMap<Project, ReadonlyMap<string, FileModel>>();

function filesOf(project: Project): ReadonlyMap<string, FileModel> {
  const known = filesByProject.get(project);
  if (known !== undefined) return known;
  const files = new Map(project.files.filter((file) => !file.library).map((file) => [file.file, file]));
  filesByProject.set(project, files);
  return files;
}
