import { isBelow } from '../../language/discovery.ts';
import type { Workspace } from '../../language/workspace.ts';
import type { Excerpt } from '../../protocol/preview.ts';

/** A single line is shown among its neighbours, so that it can be told where it stands; a block stands for itself. */
const neighbours = 4;
const longest = 80;

/** Lines of a file of the workspace, counted from zero; nothing where there is no such place. */
export function excerptOf(workspace: Workspace, uri: string, line: number, endLine: number): Excerpt | undefined {
  const text = workspace.get(uri)?.text;
  if (text === undefined || !Number.isInteger(line) || line < 0) return undefined;
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (line >= lines.length) return undefined;
  const last = Math.min(
    Number.isInteger(endLine) ? Math.max(line, endLine) : line,
    lines.length - 1,
    line + longest - 1,
  );
  const around = last === line ? neighbours : 0;
  const first = Math.max(0, line - around);
  return {
    file: nameOf(workspace, uri),
    firstLine: first + 1,
    lines: lines.slice(first, last + around + 1),
    from: line + 1,
    to: last + 1,
  };
}

/** The file as seen from the folder that is shown. */
function nameOf(workspace: Workspace, uri: string): string {
  const short = isBelow(uri, workspace.folder)
    ? uri.slice(workspace.folder.length + 1)
    : uri.slice(uri.lastIndexOf('/') + 1);
  return decodeURIComponent(short);
}
