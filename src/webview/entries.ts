import { entryKey, type PathwayEntry } from '../protocol/preview.ts';
import { counted } from './words.ts';

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

const kinds: readonly (readonly [PathwayEntry['kind'], string])[] = [
  ['region', 'Region'],
  ['pathway', 'Pathways'],
  ['scenario', 'Scenarios'],
  ['specification', 'Specifications'],
];

/** Pictures of one kind stand together: the region first, then pathways, scenarios and specifications. */
export function groupedByKind(entries: readonly PathwayEntry[]): readonly ProjectGroup[] {
  return kinds
    .map(([kind, label]) => ({ label, entries: entries.filter((entry) => entry.kind === kind) }))
    .filter((group) => group.entries.length > 0);
}

/** `7 stages`, `No stages yet`; of a region how many pathways, of a specification how many required stages. */
export function sizeInWords({ kind, stages }: PathwayEntry): string {
  if (kind === 'region') return counted(stages, 'pathway');
  const noun = kind === 'specification' ? 'required stage' : 'stage';
  return stages === 0 ? `No ${noun}s yet` : counted(stages, noun);
}

export function entryOf(entries: readonly PathwayEntry[], key: string | undefined): PathwayEntry | undefined {
  return entries.find((entry) => entryKey(entry) === key);
}
