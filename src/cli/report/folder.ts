import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../files.ts';
import { type Io, UsageError } from '../io.ts';
import { shown } from '../open.ts';

/** Says which files of a folder a report is made of, so that the next one can take their place. */
const listFile = '.pathway-report.json';

/**
 * Writes the files of a report into a folder of its own. Files of an earlier report that this one does not have are
 * taken away; a folder that holds anything else is left alone.
 */
export function writeFolder(path: string, files: ReadonlyMap<string, string>, io: Io): void {
  const before = filesOfReport(path, io);
  mkdirSync(path, { recursive: true });
  for (const [name, content] of files) writeAtomically(join(path, name), content);
  for (const name of before) if (!files.has(name)) rmSync(join(path, name), { force: true });
  writeAtomically(join(path, listFile), `${JSON.stringify({ files: [...files.keys()] }, null, 2)}\n`);
}

/** The files of the report that stands in the folder; none where it is new or empty. */
function filesOfReport(path: string, io: Io): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) throw new UsageError(`${shown(path, io)} is a file: give the name of a folder.`);
  const entries = readdirSync(path);
  if (entries.length === 0) return [];
  const list = entries.includes(listFile) ? readList(join(path, listFile)) : undefined;
  if (list === undefined)
    throw new UsageError(
      `The folder ${shown(path, io)} holds other files, and no report: give a folder that is new or empty, such as ${shown(join(path, 'report'), io)}.`,
    );
  return list.filter((name) => entries.includes(name));
}

/** The names in the list, as far as they are names of files beside it. */
function readList(path: string): readonly string[] | undefined {
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { readonly files?: unknown };
    if (!Array.isArray(files)) return undefined;
    return files.filter((name): name is string => typeof name === 'string' && /^[^/\\]+\.(html|css|csv)$/.test(name));
  } catch {
    return undefined;
  }
}
