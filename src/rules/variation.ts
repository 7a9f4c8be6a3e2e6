import type { RequiredStage, Stage } from '../model/elements.ts';
import type { Ref } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { Assessment, SettingUse } from '../model/values.ts';

/** The facts whose names a specification may give for a stage. */
export type NamedFact = 'setting' | 'level' | 'assessment';

export const named: readonly NamedFact[] = ['setting', 'level', 'assessment'];

/** What a line names, and where the line stands. */
export interface NamedLine {
  readonly name: string;
  readonly place: Place;
}

/**
 * What the lines of the fact name, each once; nothing where a line cannot be understood. Levels are compared scheme by
 * scheme: those of a scheme that none of the `wanted` lines uses are left out.
 */
export function namesOf(
  project: Project,
  stage: Stage | RequiredStage,
  fact: NamedFact,
  wanted?: readonly NamedLine[],
): readonly NamedLine[] {
  const named: NamedLine[] = [];
  for (const line of stage.facts[fact]) {
    const name = line.state === 'recorded' ? nameOf(line.value) : undefined;
    if (name === undefined || !knows(project, fact, name)) return [];
    if (!named.some((other) => other.name === name)) named.push({ name, place: line.place });
  }
  if (fact !== 'level' || wanted === undefined) return named;
  const schemes = new Set(wanted.map(({ name }) => schemeOf(project, name)));
  return named.filter(({ name }) => schemes.has(schemeOf(project, name)));
}

function nameOf(value: SettingUse | Ref | Assessment): string {
  if ('setting' in value) return value.setting.name;
  return 'information' in value ? value.information.name : value.name;
}

function knows(project: Project, fact: NamedFact, name: string): boolean {
  if (fact === 'assessment') return project.information.has(name);
  return project.terms[fact].has(name);
}

function schemeOf(project: Project, level: string): string | undefined {
  return project.terms.level.get(level)?.scheme;
}
