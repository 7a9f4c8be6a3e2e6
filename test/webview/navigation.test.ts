import { beforeAll, describe, expect, it } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import type { Placed } from '../../src/diagram/placed.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { readInto, toUri } from '../../src/server/node/folder.ts';
import { type Arrow, arrowFrom, stepFrom, walkable } from '../../src/webview/navigation.ts';
import { samples } from '../support/command.ts';

const arrows: readonly Arrow[] = ['right', 'left', 'up', 'down'];
const pictures = new Map<string, Placed>();

beforeAll(async () => {
  const workspace = new Workspace(toUri(samples));
  readInto(workspace, [samples]);
  for (const { project, findings } of workspace.projects('2026-06-30')) {
    for (const pathway of project.pathways.values()) {
      for (const direction of ['right', 'down'] as const) {
        const placed = await layout(sceneOf(project, pathway, findings, { direction }));
        pictures.set(`${pathway.name} ${direction}`, placed);
      }
    }
  }
});

const picture = (name: string): Placed => pictures.get(name)!;

describe('walking through a picture', () => {
  it('follows the flow from stage to stage, there and back', () => {
    const placed = picture('offender-pd right');
    const stages = ['identification', 'planning', 'treatment', 'pipe', 'case-management'].map(
      (name) => `stage:${name}`,
    );
    expect(walk(placed, stages[0]!, 'right', 4)).toEqual(stages);
    expect(walk(placed, stages.at(-1)!, 'left', 4)).toEqual(stages.toReversed());
  });

  it('follows the flow downwards in a picture that is drawn downwards', () => {
    const placed = picture('offender-pd down');
    expect(stepFrom(placed, 'stage:identification', 'down')).toBe('stage:planning');
    expect(stepFrom(placed, 'stage:planning', 'up')).toBe('stage:identification');
  });

  it('goes from a stage to its arrows, and from an arrow to its ends and to the arrows beside', () => {
    const placed = picture('bc-hj right');
    expect(arrowFrom(placed, 'stage:secure-care', 'right')).toBe('transition:through-the-gate');
    expect(arrowFrom(placed, 'stage:secure-care', 'left')).toBe('transition:into-custody');
    expect(arrowFrom(placed, 'stage:secure-care', 'up')).toBeUndefined();
    expect(stepFrom(placed, 'transition:through-the-gate', 'right')).toBe('stage:community-camhs');
    expect(stepFrom(placed, 'transition:through-the-gate', 'left')).toBe('stage:secure-care');
    const beside = [
      stepFrom(placed, 'transition:into-custody', 'up'),
      stepFrom(placed, 'transition:into-custody', 'down'),
    ];
    expect(beside).toContain('transition:diversion');
  });

  it('goes up and down between stages that stand above one another', () => {
    const placed = picture('bc-hj right');
    for (const { id, box, shape } of placed.nodes.filter((node) => node.shape === 'stage')) {
      const next = stepFrom(placed, id, 'down');
      if (next === undefined) continue;
      const other = placed.nodes.find((node) => node.id === next)!;
      expect(other.box.y + other.box.h / 2, `${shape} ${id} → ${next}`).toBeGreaterThan(box.y + box.h / 2);
    }
  });

  it('reaches every element of every picture, and nothing else', () => {
    for (const [name, placed] of pictures) {
      const known = walkable(placed);
      const reached = new Set(known.slice(0, 1));
      for (const id of reached) {
        for (const arrow of arrows) {
          for (const next of [stepFrom(placed, id, arrow), arrowFrom(placed, id, arrow)]) if (next) reached.add(next);
        }
      }
      expect([...reached].toSorted(), name).toEqual(known.toSorted());
    }
  });

  it('has nowhere to go in a picture without elements', () => {
    const placed = picture('yh-yjs right');
    expect(walkable(placed)).toEqual([]);
    expect(stepFrom(placed, 'stage:any', 'right')).toBeUndefined();
  });
});

function walk(placed: Placed, from: string, arrow: Arrow, steps: number): readonly string[] {
  const path = [from];
  for (let step = 0; step < steps; step++) path.push(stepFrom(placed, path.at(-1)!, arrow) ?? 'nowhere');
  return path;
}
