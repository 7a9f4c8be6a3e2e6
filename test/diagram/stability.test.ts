import { describe, expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import { type Placed, positionsOf } from '../../src/diagram/placed.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import type { Scene } from '../../src/diagram/scene.ts';
import { edited, type Kind, kinds } from './edits.ts';
import { generated } from './generated.ts';
import { dealt } from './laned.ts';
import { type Moves, movesBetween } from './moves.ts';
import { blackCountry } from './samples.ts';

interface Drawn {
  readonly scene: Scene;
  readonly picture: Placed;
  readonly seed: number;
}

function sceneFor(seed: number, size: number): Scene {
  const { project, pathway, findings } = generated(seed, size);
  return sceneOf(project, pathway, findings, { direction: seed % 3 === 2 ? 'down' : 'right' });
}

async function drawn(lanes: number): Promise<readonly Drawn[]> {
  const all: Drawn[] = [];
  for (let seed = 300; seed < 312; seed++) {
    const plain = sceneFor(seed, 6 + ((seed * 5) % 24));
    const scene = lanes === 0 ? plain : dealt(plain, lanes, seed);
    all.push({ scene, picture: await layout(scene), seed });
  }
  return all;
}

function mean(all: readonly Moves[]): Moves {
  const of = (key: keyof Moves) => all.reduce((sum, moves) => sum + moves[key], 0) / all.length;
  return { mean: of('mean'), swapped: of('swapped') };
}

/** Each picture after an edit, laid out from where things stood, and laid out anew. */
async function compared(all: readonly Drawn[], kind: Kind): Promise<{ readonly kept: Moves; readonly anew: Moves }> {
  const [kept, anew]: [Moves[], Moves[]] = [[], []];
  for (const { scene, picture, seed } of all) {
    const edit = edited(scene, kind, seed);
    if (!edit) continue;
    const after = await layout(edit.scene, positionsOf(picture));
    expect(faultsOf(qualityOf(after))).toBe(0);
    kept.push(movesBetween(picture, after, edit.touched));
    anew.push(movesBetween(picture, await layout(edit.scene), edit.touched));
  }
  expect(kept.length).toBeGreaterThan(8);
  return { kept: mean(kept), anew: mean(anew) };
}

describe.each([0, 4])('with %i lanes', (lanes) => {
  const pictures = drawn(lanes);

  // Stages that the edit does not touch: how far they move on average, in widths of a stage.
  test.each(kinds.filter((kind) => lanes > 0 || kind !== 'move lane'))('%s: others stay', async (kind) => {
    const { kept, anew } = await compared(await pictures, kind);
    expect(kept.mean).toBeLessThan(0.25);
    expect(kept.swapped).toBeLessThanOrEqual(0.02);
    // A longer label moves little either way.
    expect(kept.mean).toBeLessThan(Math.max(0.05, anew.mean));
  });

  test('laid out again from itself, nothing moves', async () => {
    for (const { scene, picture } of await pictures) {
      const again = await layout(scene, positionsOf(picture));
      expect(movesBetween(picture, again, new Set())).toEqual({ mean: 0, swapped: 0 });
      expect(again.edges.map(({ points }) => points)).toEqual(picture.edges.map(({ points }) => points));
    }
  });
});

describe('a picture starts anew', () => {
  const { project, pathway, findings } = blackCountry();
  const scene = sceneOf(project, pathway, findings);

  test('when the flow runs the other way', async () => {
    const down = { ...scene, direction: 'down' as const };
    expect(await layout(down, positionsOf(await layout(scene)))).toEqual(await layout(down));
  });

  test('when it gets lanes', async () => {
    const laned = dealt(scene, 3, 1);
    expect(await layout(laned, positionsOf(await layout(scene)))).toEqual(await layout(laned));
  });

  test('when most of it is new', async () => {
    const few = await layout({ ...scene, nodes: scene.nodes.slice(0, 2), edges: [] });
    expect(await layout(scene, positionsOf(few))).toEqual(await layout(scene));
  });
});

test('what comes before the first column stands before it, and the rest stays', async () => {
  const scene = sceneFor(301, 8);
  const picture = await layout(scene);
  const stages = scene.nodes.filter((node) => node.kind === 'stage');
  const first = stages.toSorted((a, b) => {
    const x = ({ id }: typeof a) =>
      picture.nodes.find((node) => node.id === id)!.box[scene.direction === 'down' ? 'y' : 'x'];
    return x(a) - x(b);
  })[0]!;
  const added = { ...first, id: 'stage:added' };
  const edge = {
    ...scene.edges.find(({ kind }) => kind === 'transition')!,
    id: 'transition:added',
    from: added.id,
    to: first.id,
  };
  const grown = { ...scene, nodes: [added, ...scene.nodes], edges: [...scene.edges, edge] };
  const after = await layout(grown, positionsOf(picture));
  expect(after.nodes.every(({ box }) => Number.isFinite(box.x + box.y))).toBe(true);
  expect(faultsOf(qualityOf(after))).toBe(0);
  expect(movesBetween(picture, after, new Set([added.id])).swapped).toBe(0);
});

test('a hundred edits one after another leave no faults', async () => {
  let scene = dealt(sceneFor(7, 14), 3, 7);
  let picture = await layout(scene);
  for (let step = 0; step < 100; step++) {
    const edit = edited(scene, kinds[step % kinds.length]!, step);
    if (!edit) continue;
    // Each new element has a name of its own, as in a text.
    const rename = (id: string) => (id.endsWith(':added') ? `${id}-${step}` : id);
    scene = {
      ...edit.scene,
      nodes: edit.scene.nodes.map((node) => ({ ...node, id: rename(node.id) })),
      edges: edit.scene.edges.map((edge) => ({
        ...edge,
        id: rename(edge.id),
        from: rename(edge.from),
        to: rename(edge.to),
      })),
    };
    picture = await layout(scene, positionsOf(picture));
    expect(faultsOf(qualityOf(picture))).toBe(0);
  }
});
