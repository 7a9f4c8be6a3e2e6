import { entryKey, type PathwayEntry } from '../../protocol/preview.ts';

/** What is known about the pathway that somebody wants to see. */
export interface Wish {
  /** The key of the pathway that is shown now. */
  readonly selected?: string | undefined;
  /** The key of the pathway that the caret stands in. */
  readonly atCaret?: string | undefined;
  /** The file that somebody works in, as a URI. */
  readonly file?: string | undefined;
}

/**
 * Which pathway to show, by its key: the one at the caret, which may also be a specification or the whole region; else the one that is shown, as long as it belongs to the
 * file somebody works in or that file has none of its own; else one that is near. None where there is none.
 */
export function choosePathway(entries: readonly PathwayEntry[], wish: Wish): string | undefined {
  const withKey = (key: string | undefined) => entries.find((entry) => entryKey(entry) === key);
  const selected = withKey(wish.selected);
  const inFile = entries.filter(({ file, kind }) => file === wish.file && isPathway(kind));
  const chosen =
    withKey(wish.atCaret) ??
    (selected && inFile.includes(selected) ? selected : inFile[0]) ??
    selected ??
    inSameProject(entries, wish.file) ??
    entries.find(({ kind }) => isPathway(kind)) ??
    entries[0];
  return chosen && entryKey(chosen);
}

/** Nobody who works in a pathway's text is to be led away from it, to the region or to a specification. */
function isPathway(kind: PathwayEntry['kind']): boolean {
  return kind === 'pathway' || kind === 'scenario';
}

/** The first pathway of the innermost project that the file lies in. */
function inSameProject(entries: readonly PathwayEntry[], file = ''): PathwayEntry | undefined {
  return entries
    .filter(({ kind }) => isPathway(kind))
    .filter(({ project }) => file.startsWith(project.endsWith('/') ? project : `${project}/`))
    .toSorted((a, b) => b.project.length - a.project.length)[0];
}
