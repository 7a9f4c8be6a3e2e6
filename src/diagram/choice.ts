import { crossingsOf, faultsOf, qualityOf } from './overlaps.ts';
import type { Placed } from './placed.ts';

/** The widest picture whose text can be read on a landscape page of A4, in pixels. */
const pageWidth = 1750;

/** Whether a picture is so long and thin that it would be too small to read on a page. */
export function tooWide({ direction, width, height, nodes }: Placed): boolean {
  return direction === 'right' && width > 2000 && width / height > 3.3 && nodes.length <= 60;
}

/** Of pictures without faults that can be read on a page, the one whose arrows bend least; then the narrowest. */
export function simplest(pages: readonly Placed[]): Placed | undefined {
  const judged = pages.map((page) => ({ page, quality: qualityOf(page) }));
  const sound = judged.filter(({ page, quality }) => faultsOf(quality) === 0 && page.width <= pageWidth);
  return sound.toSorted((a, b) => a.quality.bends - b.quality.bends || a.page.width - b.page.width)[0]?.page;
}

/**
 * The steady picture, which changes little from edit to edit, unless the free one has a quarter fewer crossings:
 * only then is a clearer picture worth that stages change places.
 */
export async function clearer(steady: Placed, free: () => Promise<Placed>): Promise<Placed> {
  const crossings = crossingsOf(steady);
  if (crossings === 0) return steady;
  const other = await free();
  return crossingsOf(other) <= crossings * 0.75 ? other : steady;
}
