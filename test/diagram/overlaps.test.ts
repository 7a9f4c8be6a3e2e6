import { expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import type { Placed, PlacedEdge, PlacedNode } from '../../src/diagram/placed.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import { blackCountry } from './samples.ts';

const sample = blackCountry();
const good = await layout(sceneOf(sample.project, sample.pathway, sample.findings));

function withNode(id: string, change: (node: PlacedNode) => PlacedNode): Placed {
  return { ...good, nodes: good.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

function withEdge(id: string, change: (edge: PlacedEdge) => PlacedEdge): Placed {
  return { ...good, edges: good.edges.map((edge) => (edge.id === id ? change(edge) : edge)) };
}

const box = (id: string) => good.nodes.find((node) => node.id === id)!.box;
const edge = (id: string) => good.edges.find((each) => each.id === id)!;

test('a good picture has no faults', () => {
  expect(faultsOf(qualityOf(good))).toBe(0);
});

test('a box on another is seen', () => {
  const bad = withNode('stage:sarc-care', (node) => ({ ...node, box: { ...box('stage:secure-care') } }));
  expect(qualityOf(bad).boxOverlaps).toBe(1);
});

test('a label on a box is seen', () => {
  const at = box('stage:urgent-care');
  const bad = withEdge('transition:crisis', (each) => ({
    ...each,
    label: { ...each.label!, box: { ...each.label!.box, x: at.x, y: at.y } },
  }));
  expect(qualityOf(bad).labelOverlaps).toBe(1);
});

test('an arrow through a box, and on a foreign label, is seen', () => {
  const [a, b] = [box('stage:community-camhs'), box('stage:inpatient-camhs')];
  const y = edge('transition:crisis').points[0]!.y;
  const points = [
    { x: a.x + a.w, y },
    { x: b.x, y },
  ];
  const quality = qualityOf(withEdge('transition:discharge', (each) => ({ ...each, points })));
  expect(quality.edgesThroughBoxes).toBe(1);
  expect(quality.labelsOnForeignEdges).toBe(2);
  expect(quality.sharedSegments).toBe(2);
});

test('a text that spills out of its card is seen', () => {
  const bad = withNode('stage:sarc-care', (node) => ({
    ...node,
    texts: node.texts.map((text, index) => (index === 0 ? { ...text, w: 400 } : text)),
  }));
  expect(qualityOf(bad).spills).toBe(1);
  expect(qualityOf(bad).innerOverlaps).toBeGreaterThan(0);
});

test('words on their own arrow are seen', () => {
  const bad = withEdge('transition:crisis', (each) => ({
    ...each,
    label: { ...each.label!, texts: each.label!.texts.map((text) => ({ ...text, y: each.points[0]!.y + 4 })) },
  }));
  expect(qualityOf(bad).wordsOnOwnEdge).toBe(1);
});

test('crossings, bends and lengths are counted', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 50 },
  ];
  const bare = { ...good, nodes: [], legend: undefined };
  const one: PlacedEdge = { ...edge('transition:crisis'), label: undefined, points } as unknown as PlacedEdge;
  const two: PlacedEdge = {
    ...one,
    id: 'transition:two',
    points: [
      { x: 50, y: -20 },
      { x: 50, y: 20 },
    ],
  };
  const quality = qualityOf({ ...bare, edges: [one, two] } as unknown as Placed);
  expect(quality).toMatchObject({ crossings: 1, bends: 1, edgeLength: 190 });
});
