import type { Footprint } from '../model/elements.ts';
import { groupBy } from '../model/group.ts';
import type { Project } from '../model/project.ts';

/** A footprint and all those that it lies within, from the inside out; without those that nothing declares. */
export function areasAround(project: Project, name: string): ReadonlySet<string> {
  const areas = new Set<string>();
  let next = project.footprints.get(name);
  while (next !== undefined && !areas.has(next.name)) {
    areas.add(next.name);
    next = project.footprints.get(next.within?.name ?? '');
  }
  return areas;
}

/** Whether one of the two lies within the other, or they are the same. */
export function overlap(project: Project, one: string, other: string): boolean {
  return areasAround(project, one).has(other) || areasAround(project, other).has(one);
}

/** The footprints within another one that hold no others themselves, in the order of the text. */
export function smallestWithin(project: Project, name: string): readonly Footprint[] {
  const inside = insideOf(project);
  const found = new Set<string>([name]);
  for (const area of found) for (const one of inside.get(area) ?? []) found.add(one.name);
  found.delete(name);
  return [...found].flatMap((area) => (inside.has(area) ? [] : (project.footprints.get(area) ?? [])));
}

const insides = new WeakMap<Project, ReadonlyMap<string, readonly Footprint[]>>();

function insideOf(project: Project): ReadonlyMap<string, readonly Footprint[]> {
  const known = insides.get(project);
  if (known !== undefined) return known;
  const made = groupBy(project.footprints.values(), ({ within }) => within?.name ?? '');
  insides.set(project, made);
  return made;
}
