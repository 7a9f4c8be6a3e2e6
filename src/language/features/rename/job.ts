import type { Project } from '../../../model/project.ts';
import type { CheckedProject } from '../../checker.ts';
import type { PathwaySymbol } from '../../symbols.ts';
import type { Changes } from './changes.ts';

/** What is renamed, in one of the projects that see it. */
export interface Job {
  readonly checked: CheckedProject;
  readonly project: Project;
  readonly symbol: PathwaySymbol;
  readonly newName: string;
  readonly changes: Changes;
}
