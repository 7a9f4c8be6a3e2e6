import { clearer, fits, tooWide } from './choice.ts';
import { partsOf } from './content/parts.ts';
import { banded, flowing, following, spread } from './layout/bands.ts';
import { usable } from './layout/before.ts';
import { folding, free, geometryFor, steady } from './layout/engine.ts';
import { crossingsOf } from './overlaps.ts';
import { pageOf } from './page.ts';
import type { Placed, Positions } from './placed.ts';
import type { Scene } from './scene.ts';

export { warmUp } from './layout/engine.ts';

/**
 * Places everything that a scene says to draw. The same scene always gives the same picture. Rejects only when the
 * layout engine itself fails.
 */
export async function layout(scene: Scene, previous?: Positions): Promise<Placed> {
  const parts = partsOf(scene);
  if (scene.nodes.length === 0) return pageOf(scene, parts, { nodes: new Map(), edges: new Map(), labels: new Map() });
  const before = usable(scene, previous);
  if (before) return pageOf(scene, parts, following(scene, parts, before), true);
  if (scene.lanes !== undefined && scene.lanes.length > 0) return pageOf(scene, parts, banded(scene, parts));
  if (scene.nodes.length >= large) return pageOf(scene, parts, spread(scene, parts));
  const drawn = async (more: Readonly<Record<string, string>>) =>
    pageOf(scene, parts, flowing(scene, parts, await geometryFor(scene, parts, more)));
  const own = async () => pageOf(scene, parts, spread(scene, parts));
  const small = scene.nodes.length < middling;
  const flat = await clearer(await drawn(steady), small ? [own, () => drawn(free), () => drawn({})] : [own]);
  if (!tooWide(flat)) return flat;
  for (const shape of foldings) {
    // A graph that the engine cannot fold stays flat, and so does one that gets more tangled by it.
    const page = await drawn({ ...folding, 'elk.aspectRatio': shape }).catch(() => undefined);
    if (page && fits(page) && crossingsOf(page) <= crossingsOf(flat) + slack) return page;
  }
  return flat;
}

/** From how many nodes on our own order has fewer crossings than the engine's, in a fraction of the time. */
const large = 150;

/** From how many nodes on it takes too long to ask the engine several times. */
const middling = 90;

/** Shapes to try when folding, as width to height; the first that comes out well is taken. */
const foldings = ['2', '1.4', '2.5', '3'];

/** How many more crossings a picture that fits a page may have. */
const slack = 4;
