import type { EdgeLabel } from '../content/edge.ts';
import { type Part, type Parts, partsOf } from '../content/parts.ts';
import { gone } from '../difference.ts';
import { lanesOf } from '../layout/build.ts';
import { arranged } from '../layout.ts';
import { pageOf } from '../page.ts';
import { type Content, moved, type Placed, type Positions, positionsOf } from '../placed.ts';
import { merged } from '../scene/compare.ts';
import type { Direction, Scene } from '../scene.ts';
import type { ReviewScenes } from './scenes.ts';

/** The three pictures of a review on pages of one size. */
export interface ReviewPages {
  readonly before: Placed;
  readonly difference: Placed;
  readonly after: Placed;
}

/**
 * Places the three pictures of a review as one: whatever is in two of them stands at the same place in both, on pages of
 * the same size. It starts from where things stood before, or from an earlier picture of the same review. Rejects only
 * when the layout engine itself fails.
 */
export async function layoutReview(scenes: ReviewScenes, previous?: Positions): Promise<ReviewPages> {
  const union = unionOf(scenes);
  const all = [scenes.before, scenes.difference, scenes.after].map((scene) => inLanesOf(union, scene));
  const start = withMoved(previous ?? (await startOf(scenes.before)), union);
  const own = all.map(partsOf);
  const parts = largest([partsOf(union), ...own]);
  const { geometry, stays } = await arranged(union, start, parts);
  const [before, difference, after] = all.map((scene, index) =>
    pageOf(scene, fitted(own[index]!, parts, scene.direction), geometry, stays, all),
  ) as [Placed, Placed, Placed];
  return { before, difference, after };
}

/** Where everything stands that is in any of the three, for a later picture of the same review. */
export function positionsOfReview({ before, difference, after }: ReviewPages): Positions {
  const [one, two, three] = [before, difference, after].map(positionsOf) as [Positions, Positions, Positions];
  return {
    ...two,
    nodes: { ...one.nodes, ...three.nodes, ...two.nodes },
    edges: { ...one.edges, ...three.edges, ...two.edges },
  };
}

async function startOf(before: Scene): Promise<Positions | undefined> {
  return before.nodes.length === 0 ? undefined : positionsOf((await arranged(before)).page);
}

/** What may stand in any lane stands in the same one in all pictures, whatever it is joined with in each. */
function inLanesOf(union: Scene, scene: Scene): Scene {
  const { lanes } = union;
  if (!lanes) return scene;
  const places = lanesOf(union);
  const nodes = scene.nodes.map((node) => ({ ...node, lane: lanes[places.get(node.id)!]!.id }));
  return { ...scene, nodes };
}

/** What stands in another lane now stands as far along as it did. */
function withMoved(start: Positions | undefined, { nodes }: Scene): Positions | undefined {
  if (!start) return undefined;
  const moved = nodes.flatMap(({ id }) => {
    const stood = start.nodes[gone(id)];
    return stood && !start.nodes[id] ? [[id, stood] as const] : [];
  });
  return { ...start, nodes: { ...start.nodes, ...Object.fromEntries(moved) } };
}

/** Everything that is drawn in any of the three. What is in several of them has its words from the difference. */
function unionOf({ before, difference, after }: ReviewScenes): Scene {
  const both = <T extends { readonly id: string }>(old: readonly T[], now: readonly T[]) =>
    merged(
      old,
      now,
      ({ id }) => id,
      () => true,
    );
  return {
    ...difference,
    nodes: both(before.nodes, both(after.nodes, difference.nodes)),
    edges: both(before.edges, both(after.edges, difference.edges)),
  };
}

/** Of each thing the largest that it is in any of the pictures. */
function largest(all: readonly Parts[]): Parts {
  const nodes = new Map<string, Part>();
  const labels = new Map<string, EdgeLabel>();
  for (const parts of all) {
    for (const [id, part] of parts.nodes) nodes.set(id, around(nodes.get(id), part));
    for (const [id, label] of parts.labels) {
      const old = labels.get(id);
      labels.set(id, old ? { ...old, w: Math.max(old.w, label.w), h: Math.max(old.h, label.h) } : label);
    }
  }
  return { nodes, labels };
}

/** Where an arrow meets a circle is the same for both. */
function around(old: Part | undefined, { content, ...part }: Part): Part {
  if (!old) return { content, ...part };
  if (!old.circle || !part.circle) return { ...old, w: Math.max(old.w, part.w), h: Math.max(old.h, part.h) };
  const [a, b] = [old.circle, part.circle];
  const circle = { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y) };
  return {
    ...old,
    w: circle.x + Math.max(old.w - a.x, part.w - b.x),
    h: circle.y + Math.max(old.h - a.y, part.h - b.y),
    circle,
  };
}

/** What stands in each box, where it stands in one as large as the largest. */
function fitted(own: Parts, { nodes, labels }: Parts, direction: Direction): Parts {
  return {
    nodes: new Map([...own.nodes].map(([id, part]) => [id, inPart(part, nodes.get(id)!)])),
    labels: new Map([...own.labels].map(([id, label]) => [id, inLabel(label, labels.get(id)!, direction)])),
  };
}

/** A circle stays at the end of its arrow, and a card begins at its top. */
function inPart(part: Part, room: Part): Part {
  const by =
    part.circle && room.circle
      ? { x: room.circle.x - part.circle.x, y: room.circle.y - part.circle.y }
      : { x: 0, y: 0 };
  return { ...room, content: shifted(part.content, by) };
}

/** What is written on a line stays on it, and what is written beside one begins where it did. */
function inLabel(label: EdgeLabel, room: EdgeLabel, direction: Direction): EdgeLabel {
  const { plate } = label;
  const onLine = direction === 'right';
  const by = onLine ? { x: (room.w - label.w) / 2, y: (room.h - label.h) / 2 } : { x: 0, y: 0 };
  return {
    w: room.w,
    h: room.h,
    content: shifted(label.content, by),
    ...(plate && { plate: { ...plate, x: plate.x + by.x, y: plate.y + by.y } }),
  };
}

function shifted(content: Content, by: { readonly x: number; readonly y: number }): Content {
  return by.x === 0 && by.y === 0 ? content : moved(content, by);
}
