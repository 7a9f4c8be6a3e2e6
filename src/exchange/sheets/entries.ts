import { type Outline, outlineOf } from '../../changes/outline.ts';
import { type Sheet, sheetOf } from '../../language/actions/sheet.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { groupBy } from '../../model/group.ts';
import { HEAD, type Shape, shapeOf } from './shapes.ts';
import { readHead, readStatement, type Statement } from './statement.ts';

/** A block of the project's text, as sheets find it again. */
export interface Entry {
  /** Its kind and name behind those of the blocks around it, but for the pathway; the second of a name ends in `(2)`. */
  readonly element: string;
  /** The name of the pathway that it stands in, or is. */
  readonly pathway: string;
  readonly outline: Outline;
  readonly sheet: Sheet;
  /** Of a block in another one. */
  readonly parent?: Entry;
}

/** One line of a block, as a sheet knows it. */
export interface EntryLine {
  readonly start: number;
  readonly end: number;
  readonly shape: Shape;
  /** Nothing where the line cannot be taken apart. */
  readonly statement: Statement | undefined;
}

/** All blocks of a project's files, in the order of the text; the library's are left out, and what scenarios say. */
export function entriesOf({ files }: Pick<CheckedProject, 'files'>): readonly Entry[] {
  const seen = new Map<string, number>();
  return files.flatMap((file) =>
    file.reading.model.declarations
      .filter(({ kind }) => kind !== 'scenario' && kind !== 'view')
      .flatMap((declaration) => below(outlineOf(declaration), sheetOf(file), undefined, seen)),
  );
}

function below(outline: Outline, sheet: Sheet, parent: Entry | undefined, seen: Map<string, number>): readonly Entry[] {
  const pathway = outline.pathway ?? '';
  const path =
    outline.pathway === undefined || outline.element.kind === 'pathway' ? outline.path : inside(outline.path);
  const key = keyOf(pathway, path);
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  const element = times === 1 ? path : `${path} (${times})`;
  const entry: Entry = { element, pathway, outline, sheet, ...(parent && { parent }) };
  const blocks = outline.blocks.toSorted((a, b) => sheet.startOf(a.element.place) - sheet.startOf(b.element.place));
  return [entry, ...blocks.flatMap((block) => below(block, sheet, entry, seen))];
}

const inside = (path: string): string => path.slice(path.indexOf('/') + 1);

/** Finds a block among all of a project. */
export function keyOf(pathway: string, element: string): string {
  return `${pathway}\n${element}`;
}

const lines = new WeakMap<Outline, ReadonlyMap<string, readonly EntryLine[]>>();

/** The lines of a fact in a block, in the order of the text. */
export function linesOf(entry: Entry, fact: string): readonly EntryLine[] {
  if (fact === HEAD) return [headOf(entry)];
  const { outline, sheet } = entry;
  let known = lines.get(outline);
  if (!known) {
    const facts = groupBy(
      outline.items.filter(({ isFact }) => isFact),
      (item) => item.fact,
    );
    known = new Map(
      [...facts].map(([name, items]) => [name, items.flatMap((item) => lineAt(entry, name, sheet, item))]),
    );
    lines.set(outline, known);
  }
  return known.get(fact) ?? [];
}

function lineAt(
  { outline }: Entry,
  fact: string,
  sheet: Sheet,
  { place }: Outline['items'][number],
): readonly EntryLine[] {
  const shape = shapeOf(outline.element.kind, fact);
  if (!shape) return [];
  const [start, end] = [sheet.startOf(place), sheet.endOf(place)];
  return [{ start, end, shape, statement: readStatement(sheet, shape, start, end) }];
}

function headOf({ outline, sheet }: Entry): EntryLine {
  const { place, kind } = outline.element;
  const shape = shapeOf(kind, HEAD)!;
  const [start, end] = [sheet.startOf(place), sheet.endOf(place)];
  return { start, end, shape, statement: readHead(sheet, shape, start, end) };
}
