import { entryKey, type PathwayEntry } from '../protocol/preview.ts';

export interface ProjectGroup {
  readonly label: string;
  readonly entries: readonly PathwayEntry[];
}

/** Pathways of one project stand together. */
export function groupedByProject(entries: readonly PathwayEntry[]): readonly ProjectGroup[] {
  const folders = [...new Set(entries.map(({ project }) => project))];
  return folders.map((folder) => {
    const own = entries.filter(({ project }) => project === folder);
    return { label: own[0]?.projectLabel ?? '', entries: own };
  });
}

export function entryOf(entries: readonly PathwayEntry[], key: string | undefined): PathwayEntry | undefined {
  return entries.find((entry) => entryKey(entry) === key);
}
