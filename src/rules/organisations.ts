import { recorded } from '../model/facts.ts';
import type { Project } from '../model/project.ts';

/** The organisations of the names, and those that they are part of at whatever remove. */
export function bodiesAround(project: Project, names: Iterable<string>): ReadonlySet<string> {
  const bodies = new Set(names);
  for (const name of bodies) {
    for (const whole of recorded(project.organisations.get(name)?.facts.partOf ?? [])) bodies.add(whole.name);
  }
  return bodies;
}

/** Whether the organisation is the body itself, or a part of it. */
export function isPartOf(project: Project, organisation: string, body: string): boolean {
  return organisation === body || bodiesAround(project, [organisation]).has(body);
}

/** Whether one of the two speaks for the other: they are the same body, or one is a part of the other. */
export function speaksFor(project: Project, one: string, other: string): boolean {
  return isPartOf(project, one, other) || isPartOf(project, other, one);
}
