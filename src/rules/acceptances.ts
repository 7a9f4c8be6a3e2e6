import type { Acceptance, Declaration } from '../model/elements.ts';
import { comparePlaces, holds, type Place } from '../model/place.ts';
import type { FileModel, Project } from '../model/project.ts';
import { elementsIn } from '../model/walk.ts';

/** An `accept` and the block that it excuses, with all that the block holds. */
interface Scoped {
  readonly acceptance: Acceptance;
  readonly block: Place;
}

const byDeclaration = new WeakMap<Declaration, ReadonlyMap<string, readonly Scoped[]>>();

/** The `accept` that excuses a finding of the rule at the place, if one does and has not run out by today. */
export function acceptanceOf(declaration: Declaration, rule: string, at: Place, today: string): Acceptance | undefined {
  const scoped = acceptancesIn(declaration).get(rule) ?? [];
  return scoped.find(({ acceptance, block }) => covers(block, at) && !isExpired(acceptance, today))?.acceptance;
}

/** The declaration of the project's own files in which the place lies. */
export function declarationAt(project: Project, at: Place): Declaration | undefined {
  const declarations = filesOf(project).get(at.file)?.declarations ?? [];
  // The last declaration that starts at or before the place, found by halving.
  let low = 0;
  let high = declarations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(declarations[middle]!.place, at) <= 0) low = middle + 1;
    else high = middle;
  }
  const candidate = declarations[low - 1];
  return candidate !== undefined && covers(candidate.place, at) ? candidate : undefined;
}

function isExpired(acceptance: Acceptance, today: string): boolean {
  return acceptance.until !== undefined && acceptance.until.end < today;
}

function covers(block: Place, at: Place): boolean {
  return block.file === at.file && holds(block, at.line, at.character);
}

function acceptancesIn(declaration: Declaration): ReadonlyMap<string, readonly Scoped[]> {
  const known = byDeclaration.get(declaration);
  if (known !== undefined) return known;
  const found = new Map<string, Scoped[]>();
  for (const { accepts, place } of elementsIn(declaration)) {
    for (const acceptance of accepts) {
      const same = found.get(acceptance.rule);
      if (same) same.push({ acceptance, block: place });
      else found.set(acceptance.rule, [{ acceptance, block: place }]);
    }
  }
  byDeclaration.set(declaration, found);
  return found;
}

const filesByProject = new WeakMap<Project, ReadonlyMap<string, FileModel>>();

function filesOf(project: Project): ReadonlyMap<string, FileModel> {
  const known = filesByProject.get(project);
  if (known !== undefined) return known;
  const files = new Map(project.files.filter((file) => !file.library).map((file) => [file.file, file]));
  filesByProject.set(project, files);
  return files;
}
