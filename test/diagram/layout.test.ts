import { describe, expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { faultsOf, type Quality, qualityOf } from '../../src/diagram/overlaps.ts';
import { type Placed, positionsOf } from '../../src/diagram/placed.ts';
import { type SceneOptions, sceneOf } from '../../src/diagram/scene/scene-of.ts';
import { edited } from './edits.ts';
import { generated } from './generated.ts';
import { pathway, projectOf, stage, transition, unknown } from './models.ts';
import { movesBetween } from './moves.ts';
import { blackCountry, everyMark, planOnly, type Sample } from './samples.ts';

function placed(sample: Sample, options: SceneOptions = {}): Promise<Placed> {
  return layout(sceneOf(sample.project, sample.pathway, sample.findings, options));
}

/** Everything that ought to be nothing, by name, where it is not. */
function faults(quality: Quality): Readonly<Record<string, number>> {
  const { crossings, bends, edgeLength, area, ...rest } = quality;
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count !== 0));
}

const samples = { blackCountry, everyMark, planOnly };

describe.each(Object.entries(samples))('%s', (_, sample) => {
  test.each(['right', 'down'] as const)('has no faults drawn %s', async (direction) => {
    expect(faults(qualityOf(await placed(sample(), { direction })))).toEqual({});
  });

  test('is the same every time', async () => {
    const one = sample();
    const [first, second] = [await placed(one), await placed(one)];
    expect(JSON.stringify(first) === JSON.stringify(second)).toBe(true);
  });

  test('is plain data that leaves its scene as it was', async () => {
    const { project, pathway: each, findings } = sample();
    const scene = sceneOf(project, each, findings);
    const before = JSON.stringify(scene);
    const picture = await layout(scene);
    expect(JSON.stringify(scene)).toBe(before);
    expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
    expect(JSON.stringify(picture)).not.toContain('$H');
  });
});

test('the Black Country sample has no crossing and fits a landscape page', async () => {
  const picture = await placed(blackCountry());
  expect(qualityOf(picture).crossings).toBe(0);
  expect(picture.width).toBeLessThanOrEqual(1800);
  expect(picture.width / picture.height).toBeGreaterThan(1.2);
  expect(picture.width / picture.height).toBeLessThan(2.4);
});

describe('sixty generated pathways of 5 to 60 stages', () => {
  const sizes = Array.from({ length: 60 }, (_, index) => 5 + Math.floor((index * 55) / 59));

  test.each(sizes.map((size, seed) => ({ seed, size })))(
    'number $seed with $size stages has no faults',
    async ({ seed, size }) => {
      const direction = seed % 3 === 2 ? 'down' : 'right';
      const picture = await placed(generated(seed, size), { direction });
      expect(faults(qualityOf(picture))).toEqual({});
      expect(picture.nodes.filter((node) => node.shape === 'stage')).toHaveLength(size);
    },
  );
});

describe('large pathways', () => {
  test.each([150, 220])('of %i stages have no faults, also after an edit', async (size) => {
    const sample = generated(size, size);
    const scene = sceneOf(sample.project, sample.pathway, sample.findings);
    const picture = await layout(scene);
    expect(faults(qualityOf(picture))).toEqual({});
    const edit = edited(scene, 'add', 3)!;
    const after = await layout(edit.scene, positionsOf(picture));
    expect(faults(qualityOf(after))).toEqual({});
    expect(movesBetween(picture, after, edit.touched).mean).toBeLessThan(0.25);
  });
});

/** Stages one after another. */
function chain(length: number): Sample {
  const stages = Array.from({ length }, (_, index) =>
    stage(`s${index}`, `Stage number ${index}`, { provider: unknown }),
  );
  const transitions = stages.slice(1).map((_, index) => transition(`s${index} -> s${index + 1}`, 'Next'));
  const one = pathway('chain', 'A chain', { stages, transitions });
  return { project: projectOf(one), pathway: one, findings: [] };
}

describe('long pathways', () => {
  test('of five stages stay on one line', async () => {
    const picture = await placed(chain(5));
    expect(new Set(picture.nodes.map((node) => node.box.y + node.box.h / 2)).size).toBe(1);
  });

  test.each([8, 10, 14])('of %i stages are folded into rows that can be read on a page', async (length) => {
    const picture = await placed(chain(length));
    expect(faultsOf(qualityOf(picture))).toBe(0);
    expect(picture.width).toBeLessThanOrEqual(1750);
  });
});

test('arrows end at the box they lead to and start at the one they leave', async () => {
  const picture = await placed(blackCountry());
  const boxes = new Map(picture.nodes.map((node) => [node.id, node.box]));
  for (const edge of picture.edges) {
    expect(edge.points.at(-1)!.x).toBe(boxes.get(edge.to)!.x);
    expect(edge.points[0]!.x).toBe(boxes.get(edge.from)!.x + boxes.get(edge.from)!.w);
  }
});

test('arrows into one stage arrive apart from one another', async () => {
  const picture = await placed(blackCountry());
  const ends = picture.edges.filter((edge) => edge.to === 'stage:community-camhs').map((edge) => edge.points.at(-1)!.y);
  expect(ends).toHaveLength(5);
  const sorted = ends.toSorted((a, b) => a - b);
  for (const [index, y] of sorted.slice(1).entries()) expect(y - sorted[index]!).toBeGreaterThanOrEqual(12);
});

test('nothing reaches beyond the page', async () => {
  const picture = await placed(everyMark());
  for (const { box } of [...picture.nodes, picture.title, picture.legend!]) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.w).toBeLessThanOrEqual(picture.width);
    expect(box.y + box.h).toBeLessThanOrEqual(picture.height);
  }
});
