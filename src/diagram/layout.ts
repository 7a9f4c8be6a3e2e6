import { clearer, fits, tooWide } from './choice.ts';
import { partsOf } from './content/parts.ts';
import { banded, flowing, following, spread } from './layout/bands.ts';
import { usable } from './layout/before.ts';
import { folding, free, geometryFor, steady } from './layout/engine.ts';
import type { Geometry } from './layout/geometry.ts';
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
  return (await arranged(scene, previous)).page;
}

/** A picture, and where everything stands in it, so that others can be drawn that stand alike. */
export interface Arranged {
  readonly page: Placed;
  readonly geometry: Geometry;
  /** Whether it stands where an earlier picture had it. */
  readonly stays: boolean;
}

/** The same, with the geometry. What is drawn may need more room than the scene says by itself: as much as the parts do. */
export async function arranged(scene: Scene, previous?: Positions, parts = partsOf(scene)): Promise<Arranged> {
  const placed = (geometry: Geometry, stays = false): Arranged => ({
    page: pageOf(scene, parts, geometry, stays),
    geometry,
    stays,
  });
  if (scene.nodes.length === 0) return placed({ nodes: new Map(), edges: new Map(), labels: new Map() });
  const before = usable(scene, previous);
  if (before) return placed(following(scene, parts, before), true);
  if (scene.lanes !== undefined && scene.lanes.length > 0) return placed(banded(scene, parts));
  if (scene.nodes.length >= large) return placed(spread(scene, parts));
  const drawn = async (more: Readonly<Record<string, string>>) =>
    placed(flowing(scene, parts, await geometryFor(scene, parts, more)));
  const own = async () => placed(spread(scene, parts));
  const small = scene.nodes.length < middling;
  const flat = await clearer(await drawn(steady), small ? [own, () => drawn(free), () => drawn({})] : [own]);
  if (!tooWide(flat.page)) return flat;
  for (const shape of foldings) {
    // A graph that the engine cannot fold stays flat, and so does one that gets more tangled by it.
    const folded = await drawn({ ...folding, 'elk.aspectRatio': shape }).catch(() => undefined);
    if (folded && fits(folded.page) && crossingsOf(folded.page) <= crossingsOf(flat.page) + slack) return folded;
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
