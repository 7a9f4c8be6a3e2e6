import type { Declaration } from '../../../model/elements.ts';
import { fileName } from '../../../rules/words.ts';
import type { CheckedProject } from '../../checker.ts';
import type { PathwayFile } from '../../file-store.ts';
import type { Action, Family } from '../action.ts';
import { declarationAround } from '../elements.ts';
import { aboveComments, declareAtTop, takeOut } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

const mostFiles = 3;

/** Moves a declaration to another file of the project, with the comments above it. On its first line. */
export const moveDeclaration: Family = ({ checked, file, range }): readonly Action[] => {
  const declaration = declarationAround(file, range.start.line, range.start.character);
  if (!declaration || declaration.kind === 'project' || declaration.place.line !== range.start.line) return [];
  if (standsTwice(checked, declaration)) return [];
  const sheet = sheetOf(file);
  const first = sheet.startOf(declaration.place);
  const end = sheet.endOf(declaration.place);
  if (!sheet.startsLine(first) || sheet.behind(end) === 'text') return [];
  const above = aboveComments(sheet, first);
  // Comments at the top of a file are about the file.
  const start = above === 0 ? sheet.lineStart(first) : above;
  const text = sheet.text.slice(start, sheet.lineEndAt(end)).replaceAll('\r\n', '\n');
  const many = ({ reading }: PathwayFile): number =>
    reading.model.declarations.filter(({ kind }) => kind === declaration.kind).length;
  return checked.own
    .filter((other) => other !== file && other.problems.length === 0)
    .toSorted((a, b) => many(b) - many(a))
    .slice(0, mostFiles)
    .map((there) => ({
      title: `Move ${declaration.kind} '${declaration.name}' to ${fileName(there.uri)}`,
      kind: 'refactor.move',
      changes: new Map([
        [file.uri, [takeOut(sheet, start, end)]],
        [there.uri, [declareAtTop(sheetOf(there), declaration.kind, text)]],
      ]),
    }));
};

/** Of two of one name the first holds; which one is first must not change. */
function standsTwice({ own }: CheckedProject, { kind, name }: Declaration): boolean {
  const all = own.flatMap(({ reading }) => reading.model.declarations);
  return all.filter((other) => other.kind === kind && other.name === name).length > 1;
}
