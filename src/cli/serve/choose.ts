import { entryKey, type PathwayEntry } from '../../protocol/preview.ts';

/** Which pathway a page asks for. */
export interface Wanted {
  /** Its name; any one where there is none, and the list of all of them where it is empty. */
  readonly name: string | undefined;
  /** The name of its project's folder, where several have one of that name. */
  readonly within: string | undefined;
}

/** What a page is shown. */
export interface Choice {
  readonly key: string;
  readonly entry: PathwayEntry;
  /** What else there was at the time, by keys. */
  readonly others: readonly string[];
}

/**
 * The pathway to show: the same as before; where that is gone, the one that took its place in its file, as when
 * somebody renames it; else what the page asked for.
 */
export function chooseEntry(entries: readonly PathwayEntry[], wanted: Wanted, before?: Choice): Choice | undefined {
  const entry = (before && (same(entries, before) ?? renamed(entries, before))) ?? asked(entries, wanted);
  return entry && { key: entryKey(entry), entry, others: entries.map(entryKey) };
}

function same(entries: readonly PathwayEntry[], before: Choice): PathwayEntry | undefined {
  return entries.find((entry) => entryKey(entry) === before.key);
}

function renamed(entries: readonly PathwayEntry[], before: Choice): PathwayEntry | undefined {
  const fresh = entries
    .filter(({ file }) => file === before.entry.file)
    .filter((entry) => !before.others.includes(entryKey(entry)));
  return fresh.length === 1 ? fresh[0] : undefined;
}

function asked(entries: readonly PathwayEntry[], { name, within }: Wanted): PathwayEntry | undefined {
  if (name === undefined) return entries[0];
  const named = entries.filter((entry) => entry.name === name);
  return (
    named.find(({ project }) => within !== undefined && decodeURIComponent(project).endsWith(`/${within}`)) ?? named[0]
  );
}
