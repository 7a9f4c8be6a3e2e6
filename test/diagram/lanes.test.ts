import { describe, expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { type Quality, qualityOf } from '../../src/diagram/overlaps.ts';
import type { Placed } from '../../src/diagram/placed.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import type { Direction, Scene } from '../../src/diagram/scene.ts';
import { svgOf } from '../../src/diagram/svg.ts';
import { generated } from './generated.ts';
import { dealt, laned } from './laned.ts';
import { blackCountry, everyMark, planOnly, type Sample } from './samples.ts';

function sceneFor(sample: Sample, direction: Direction = 'right'): Scene {
  return sceneOf(sample.project, sample.pathway, sample.findings, { direction });
}

const places = {
  'first-contact': 0,
  'sarc-care': 0,
  'secure-care': 1,
  'early-help': 2,
  'community-camhs': 2,
  'urgent-care': 3,
  'inpatient-camhs': 3,
};

function faults({ crossings, bends, edgeLength, area, ...rest }: Quality): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count !== 0));
}

/** Where bands begin and end, across the flow. */
function spans({ lanes = [], direction }: Placed): readonly (readonly [number, number])[] {
  return lanes.map(({ box }) => (direction === 'down' ? [box.x, box.x + box.w] : [box.y, box.y + box.h]));
}

describe.each(['right', 'down'] as const)('lanes drawn %s', (direction) => {
  test('are bands from one side to the other, in their order, with every stage inside its own', async () => {
    const scene = laned(sceneFor(blackCountry(), direction), places);
    const picture = await layout(scene);
    expect(faults(qualityOf(picture))).toEqual({});
    expect(picture.lanes?.map(({ id }) => id)).toEqual(scene.lanes?.map(({ id }) => id));
    for (const [index, [from]] of spans(picture).slice(1).entries()) {
      expect(from).toBeGreaterThanOrEqual(spans(picture)[index]![1]);
    }
    for (const node of picture.nodes) expect(node.lane).toBe(scene.nodes.find(({ id }) => id === node.id)!.lane);
    const ends = picture.lanes!.map(({ box }) => (direction === 'down' ? [box.y, box.h] : [box.x, box.w]).join());
    expect(new Set(ends).size).toBe(1);
  });

  test('may be empty, and may hold a single box', async () => {
    const all = laned(sceneFor(blackCountry(), direction), { ...places, 'secure-care': 2, 'urgent-care': 6 });
    const picture = await layout(all);
    expect(picture.lanes).toHaveLength(7);
    expect(faults(qualityOf(picture))).toEqual({});
    for (const { box, heading } of picture.lanes!) {
      expect(heading.box.w).toBeLessThan(box.w);
      expect(heading.box.h).toBeLessThan(box.h);
    }
  });

  test('take ways in and out, and what stands in no lane, beside their stage', async () => {
    const scene = dealt(sceneFor(everyMark(), direction), 4, 7);
    const picture = await layout(scene);
    expect(faults(qualityOf(picture))).toEqual({});
    const laneOf = new Map(picture.nodes.map(({ id, lane }) => [id, lane]));
    const links = scene.edges.filter(({ kind }) => kind === 'link');
    expect(links.length).toBeGreaterThan(0);
    for (const { from, to } of links) expect(laneOf.get(from)).toBe(laneOf.get(to));
  });
});

test('without a stage there are no bands', async () => {
  const picture = await layout({ ...sceneFor(planOnly()), lanes: [] });
  expect(picture.lanes).toBeUndefined();
  expect(picture.empty).toBeDefined();
});

test('the heading says how many stages there are, and marks what is not known', async () => {
  const picture = await layout(dealt(sceneFor(everyMark()), 7, 3));
  const words = (at: number) => picture.lanes![at]!.heading.texts.flatMap(({ runs }) => runs.map(({ text }) => text));
  expect(words(0).join(' ')).toMatch(/^Police and court \d+ stages?$/);
  expect(picture.lanes![4]!.heading.marks).toMatchObject([{ mark: 'question' }]);
  expect(picture.lanes![5]!.heading.marks).toMatchObject([{ mark: 'gap' }]);
  expect(picture.lanes![6]!.heading.texts[0]!.runs[0]).toMatchObject({ tone: 'missing', italic: true });
});

test('the bands lie under the stages in the drawing', async () => {
  const svg = svgOf(await layout(laned(sceneFor(blackCountry()), places)), { theme: 'light' });
  expect(svg.match(/class="lane"/g)).toHaveLength(4);
  expect(svg.lastIndexOf('class="lane"')).toBeLessThan(svg.indexOf('class="stage"'));
});

test('the same scene gives the same bands every time', async () => {
  const scene = dealt(sceneFor(everyMark()), 4, 7);
  const [first, second] = [await layout(scene), await layout(scene)];
  expect(JSON.stringify(first) === JSON.stringify(second)).toBe(true);
});

describe('a hundred and forty generated pathways in lanes', () => {
  const sizes = Array.from({ length: 140 }, (_, seed) =>
    seed === 50 ? 150 : seed === 99 ? 300 : 5 + ((seed * 7) % 41),
  );
  test.each(sizes.map((size, seed) => ({ seed, size })))(
    'number $seed with $size stages has no faults',
    async ({ seed, size }) => {
      const scene = sceneFor(generated(seed + 100, size), seed % 3 === 2 ? 'down' : 'right');
      expect(faults(qualityOf(await layout(dealt(scene, 1 + (seed % 7), seed))))).toEqual({});
    },
  );
});
