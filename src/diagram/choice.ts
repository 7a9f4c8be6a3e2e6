import { crossingsOf, faultsOf, qualityOf } from './overlaps.ts';
import type { Placed } from './placed.ts';

/** The widest picture whose text can be read on a landscape page of A4, in pixels. */
const pageWidth = 1750;

/** Whether a picture is so long and thin that it would be too small to read on a page. */
export function tooWide({ direction, width, height, nodes }: Placed): boolean {
  // A picture that would need more than a few rows does not get clearer by them.
  const foldable = width > 2000 && width < 6000 && nodes.length <= 60;
  return direction === 'right' && foldable && width / height > 3.3;
}

/** Whether a picture has no faults and can be read on a page. */
export function fits(page: Placed): boolean {
  return page.width <= pageWidth && faultsOf(qualityOf(page)) === 0;
}

/**
 * The steady picture, which changes little from edit to edit, unless another one has a quarter fewer crossings: only then
 * is a clearer picture worth that stages change places. Of several, the one with the fewest crossings.
 */
export async function clearer<T extends { readonly page: Placed }>(
  steady: T,
  others: readonly (() => Promise<T>)[],
): Promise<T> {
  const crossings = crossingsOf(steady.page);
  let [best, least] = [steady, crossings * 0.75];
  for (const draw of others) {
    if (least === 0) break;
    const other = await draw();
    const count = crossingsOf(other.page);
    if (count > least || (count === least && best !== steady)) continue;
    [best, least] = [other, count];
  }
  return best;
}
