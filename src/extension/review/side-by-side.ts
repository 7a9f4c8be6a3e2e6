import type { Place } from '../../protocol/preview.ts';
import type { ReviewEntry } from '../../protocol/review.ts';
import type { Side, Sides } from './history.ts';
import type { ReviewWish } from './wish.ts';

/** A file at a time; nothing where there was none. */
export type FileThen = { readonly file: string; readonly ref?: string } | undefined;

/** Two texts to show beside each other, and the place in one of them that is meant. */
export interface SideBySide {
  readonly left: FileThen;
  readonly right: FileThen;
  readonly side: 'left' | 'right';
  readonly place: Place;
}

/**
 * Which texts show an entry: the file in which it stands now with what it was, or else the one in which it stood with
 * what became of it. Nothing for an entry that stands in no text.
 */
export function sideBySide(
  { before, after }: ReviewEntry,
  sides: Sides,
  what: ReviewWish['what'],
): SideBySide | undefined {
  const place = after ?? before;
  if (!place) return undefined;
  const side = after ? 'right' : 'left';
  if (what.scope === 'pair') {
    const [left, right] = [before?.file ?? what.before.file, after?.file ?? what.after.file];
    return { left: { file: left }, right: { file: right }, side, place };
  }
  const file = after?.file ?? calledNow(before!.file, sides);
  return { left: fileThen(file, sides.before, sides), right: fileThen(file, sides.after, sides), side, place };
}

/** What a file that stood somewhere before is called on the disk. */
function calledNow(file: string, { before, after }: Sides): string {
  const names = [before, after].flatMap(({ texts }) => [...(texts?.calledThen ?? [])]);
  return names.find(([, old]) => old === file)?.[0] ?? file;
}

function fileThen(file: string, { ref, texts }: Side, { before, after }: Sides): FileThen {
  const isOnDisk = ![before, after].some((side) => side.texts?.gone.includes(file));
  if (!texts || ref === undefined) return isOnDisk ? { file } : undefined;
  const old = texts.calledThen.get(file);
  if (old !== undefined) return { file: old, ref };
  const wasThere = isOnDisk ? !texts.absent.includes(file) : texts.gone.includes(file);
  return wasThere ? { file, ref } : undefined;
}
