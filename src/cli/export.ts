import { resolve } from 'node:path';
import { projectJson } from '../exchange/json/project.ts';
import type { CheckedProject } from '../language/checker.ts';
import { demandNoTable, formatFor, kinds } from './endings.ts';
import { writeAtomically } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { openPaths, shown, shownUri } from './open.ts';

/** What a project can be exported as. */
export const exchangeFormats = ['json', 'xlsx', 'csv'] as const;

export interface ExportCommand {
  /** By default what the file's name ends in, else JSON. */
  readonly format?: (typeof exchangeFormats)[number];
  readonly output?: string;
  readonly project?: string;
}

/** `pathway export`: one whole project as a file for other programs. */
export async function exportProject(folder: string | undefined, options: ExportCommand, io: Io): Promise<ExitCode> {
  const format = formatOf(options, io);
  const checked = oneProject(folder, options.project, io);
  if (format !== 'json') {
    const { exportSheets } = await import('./export/sheets.ts');
    return exportSheets(checked, format, options.output, io);
  }
  const unread = checked.files.flatMap(({ problems }) => problems);
  if (unread.length > 0) {
    const count = unread.length === 1 ? '1 error' : `${unread.length} errors`;
    io.err(
      `The text of this project has ${count}: the file holds what could be understood, and says what could not.\n`,
    );
  }
  const content = projectJson(checked.project, checked.folder, unread);
  if (options.output === undefined) {
    io.out(content);
    return 0;
  }
  const path = resolve(io.cwd, options.output);
  writeAtomically(path, content);
  io.err(`Exported: ${shown(path, io)}\n`);
  return 0;
}

const files = { json: kinds.json, xlsx: kinds.xlsx, csv: kinds.csv };

function formatOf({ format: asked, output }: ExportCommand, io: Io): (typeof exchangeFormats)[number] {
  if (output === undefined) return asked ?? 'json';
  if (asked === undefined || asked === 'csv') demandNoTable('export', 'a project', output);
  const what = asked === undefined || asked === 'json' ? 'The project' : 'The workbook';
  return formatFor({ what, output, asked, files, otherwise: 'json' }, io);
}

/** The project at or below a folder; where there are several, the one of that name. */
export function oneProject(folder: string | undefined, name: string | undefined, io: Io): CheckedProject {
  const { projects } = openPaths(folder === undefined ? [] : [folder], io.today(), io);
  const meant = projects.filter(
    (checked) => name === undefined || checked.project.name === name || checked.folder.endsWith(`/${name}`),
  );
  const [only] = meant;
  if (only && meant.length === 1) return only;
  const list = (only ? meant : projects).map(
    (checked) => `  --project ${checked.project.name}  (${shownUri(checked.folder, io)})`,
  );
  const problem = only
    ? `There are ${meant.length} projects here. Say which one is meant:`
    : `There is no project '${name}' here. These are there:`;
  throw new UsageError(`${problem}\n${list.join('\n')}`);
}
