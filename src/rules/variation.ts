import type { RequiredStage, Stage } from '../model/elements.ts';
import { type Fact, recordedFacts } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';

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
  const lines = linesOf(stage, fact);
  const understood = lines.every((line) => line.state === 'recorded' && knows(project, fact, line.value));
  if (!understood) return [];
  const first = recordedFacts(lines).filter(
    (line, index, all) => all.findIndex((other) => other.value === line.value) === index,
  );
  const named = first.map(({ value, place }) => ({ name: value, place }));
  if (fact !== 'level' || wanted === undefined) return named;
  const schemes = new Set(wanted.map(({ name }) => schemeOf(project, name)));
  return named.filter(({ name }) => schemes.has(schemeOf(project, name)));
}

function linesOf({ facts }: Stage | RequiredStage, fact: NamedFact): readonly Fact<string>[] {
  switch (fact) {
    case 'setting':
      return facts.setting.map((line) => naming(line, ({ setting }) => setting.name));
    case 'level':
      return facts.level.map((line) => naming(line, ({ name }) => name));
    case 'assessment':
      return facts.assessment.map((line) => naming(line, ({ information }) => information.name));
  }
}

function naming<T>(line: Fact<T>, nameOf: (value: T) => string): Fact<string> {
  return line.state === 'recorded' ? { ...line, value: nameOf(line.value) } : line;
}

function knows(project: Project, fact: NamedFact, name: string): boolean {
  if (fact === 'assessment') return project.information.has(name);
  return project.terms[fact].has(name);
}

function schemeOf(project: Project, level: string): string | undefined {
  return project.terms.level.get(level)?.scheme;
}
