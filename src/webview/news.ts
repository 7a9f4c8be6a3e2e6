import { arrangementOf } from '../protocol/looks.ts';
import { entryKey, type Picture } from '../protocol/preview.ts';
import { countsIn, countsInWords } from './words.ts';

/** A picture in which things are arranged in another way is another one: one does not look at the same place of it. */
export function keyOf({ entry, look }: Picture<unknown>): string {
  const arrangement = arrangementOf(look);
  return arrangement === arrangementOf({}) ? entryKey(entry) : `${entryKey(entry)} ${arrangement}`;
}

/** What changed, in a sentence or two. */
export function spokenNews(before: Picture<unknown> | undefined, picture: Picture<unknown>, isSame: boolean): string {
  const found = countsInWords(countsIn(picture));
  const view = picture.views.find(({ name }) => name === picture.look.view);
  const shown = view ? `${picture.entry.label}: ${view.label}` : picture.entry.label;
  if (!isSame) return `${shown}. ${found === '' ? 'Nothing found' : found}.`;
  if (picture.stale) return before?.stale ? '' : 'The text has errors: showing the last good picture.';
  return `Picture updated. ${found === '' ? 'Nothing found' : found}.`;
}
