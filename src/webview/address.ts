import type { Look } from '../diagram/look.ts';
import { lookInQuery, lookQuery } from '../protocol/looks.ts';
import type { PathwayEntry } from '../protocol/preview.ts';

/** What a link asks to see: a pathway, and how; an empty name stands for the list of all of them. */
export interface Asked {
  readonly name?: string;
  readonly within?: string;
  readonly look: Look;
}

/** Reads what stands behind the `#` of a link: `pathway=bc-hj`, `pathway=bc-hj&view=who-does-what`, or `all`. */
export function askedIn(hash: string): Asked {
  if (hash === '#all') return { name: '', look: {} };
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const name = query.get('pathway');
  const within = query.get('in');
  return { ...(name !== null && { name }), ...(within !== null && { within }), look: lookInQuery(query) };
}

/**
 * What a link to a pathway says behind its `#`, with how it is looked at; where several have its name, also the folder
 * of its project.
 */
export function addressOf(entry: PathwayEntry, entries: readonly PathwayEntry[], look: Look = {}): string {
  const query = new URLSearchParams({ pathway: entry.name });
  if (entries.filter(({ name }) => name === entry.name).length > 1) query.set('in', folderName(entry, entries));
  for (const [key, value] of lookQuery(look)) query.append(key, value);
  return `${query}`;
}

/** As many of the last parts of the project's folder as tell it from the others. */
function folderName(entry: PathwayEntry, entries: readonly PathwayEntry[]): string {
  const parts = decodeURIComponent(entry.project).split('/');
  const others = entries.filter((other) => other.name === entry.name && other.project !== entry.project);
  for (let count = 1; count < parts.length; count++) {
    const tail = parts.slice(-count).join('/');
    if (!others.some((other) => decodeURIComponent(other.project).endsWith(`/${tail}`))) return tail;
  }
  return parts.join('/');
}
