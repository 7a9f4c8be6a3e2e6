import type { Placed } from '../../../diagram/placed.ts';
import { isLegible, type Room } from '../../../report/printed-picture.ts';

/** How a page of A4 lies. */
export type Paper = 'portrait' | 'landscape';

/** What is left of a page for a picture, below its heading. */
export const rooms: Readonly<Record<Paper, Room>> = {
  portrait: { width: 186, height: 250 },
  landscape: { width: 273, height: 160 },
};

/** Upright, unless the letters of a picture would then be too small, and are larger on a page on its side. */
export function paperFor(pictures: readonly Pick<Placed, 'width' | 'height'>[]): Paper {
  const isSideways = pictures.some((size) => !isLegible(rooms.portrait, size) && size.width > size.height);
  return isSideways ? 'landscape' : 'portrait';
}
