import type { CheckedProject } from '../../language/checker.ts';
import { labelOf } from '../../model/project.ts';
import type { RegistersParams, ReportedProject } from '../../protocol/report.ts';
import { registersOf } from '../../registers/all.ts';
import type { Register } from '../../registers/register.ts';
import { nameIn } from '../../report/where.ts';
import type { Texts } from '../feature.ts';

/** The project that is meant, by a file of it or by its folder; the first one where none is named. */
export function projectMeant(
  { at, projects, version }: Pick<Texts, 'at' | 'projects' | 'version'>,
  { at: uri }: RegistersParams,
): CheckedProject | undefined {
  const all = projects();
  if (uri === undefined) return all[0];
  const isFile = uri.endsWith('.pathway') || version(uri) !== undefined;
  return isFile ? at(uri)?.checked : all.find(({ folder }) => folder === uri);
}

const made = new WeakMap<CheckedProject, readonly Register[]>();

/** Every register of a project. They are made once for each state of its texts. */
export function registersNow(checked: CheckedProject): readonly Register[] {
  const known = made.get(checked);
  if (known) return known;
  const { project, findings, asOf } = checked;
  const registers = registersOf({ project, findings, asOf });
  made.set(checked, registers);
  return registers;
}

/** What is to be said of the project itself. */
export function reportedProject({ project, folder, files }: CheckedProject): ReportedProject {
  return {
    folder,
    name: project.name,
    title: project.declaration ? labelOf(project.declaration) : project.name,
    broken: files.filter(({ problems }) => problems.length > 0).map(({ uri }) => nameIn(folder, uri)),
  };
}
