import type { CheckedProject } from '../../language/checker.ts';
import { labelOf } from '../../model/project.ts';
import type { RegistersParams, ReportedProject } from '../../protocol/report.ts';
import { eachRegister } from '../../registers/all.ts';
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

const made = new WeakMap<CheckedProject, Promise<readonly Register[]>>();

/**
 * Every register of a project, made once for each state of its texts. Those of a large project take a second or two: in
 * between, whatever else somebody asks while typing is answered.
 */
export function registersNow(checked: CheckedProject): Promise<readonly Register[]> {
  const known = made.get(checked);
  if (known) return known;
  const registers = makeRegisters(checked);
  made.set(checked, registers);
  return registers;
}

/** So long is worked without a break, in milliseconds. */
const stretch = 30;

async function makeRegisters({ project, findings, asOf }: CheckedProject): Promise<readonly Register[]> {
  const registers: Register[] = [];
  let began = performance.now();
  for (const register of eachRegister({ project, findings, asOf })) {
    registers.push(register);
    if (performance.now() - began < stretch) continue;
    await new Promise((done) => setTimeout(done));
    began = performance.now();
  }
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
