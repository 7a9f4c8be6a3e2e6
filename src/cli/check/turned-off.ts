import type { CheckedProject } from '../../language/checker.ts';
import type { RuleSetting } from '../../model/elements.ts';
import { allRules } from '../../rules/registry.ts';
import { turnedOff } from '../../rules/settings.ts';
import { holdsPersonalData, withoutPersonalData } from './personal-data.ts';

/** A rule that a project does without, and the line that says so. */
export interface TurnedOff extends RuleSetting {
  /** The project's name. */
  readonly project: string;
}

/** The rules that the project turned off, in the order of its lines. */
export function turnedOffIn({ project, files }: CheckedProject): readonly TurnedOff[] {
  const { declaration } = project;
  if (declaration === undefined) return [];
  const off = turnedOff(project, allRules).map((setting) => ({ ...setting, project: declaration.name }));
  return files.some(holdsPersonalData) ? off.map(withoutPersonalData) : off;
}
