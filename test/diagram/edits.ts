import type { Scene, SceneEdge, SceneNode, StageNode } from '../../src/diagram/scene.ts';
import { lot } from './generated.ts';

/** A scene after one edit, and the ids of what the edit touched. */
export interface Edited {
  readonly scene: Scene;
  readonly touched: ReadonlySet<string>;
}

export const kinds = ['add', 'remove', 'relabel', 'reconnect', 'add transition', 'move lane'] as const;
export type Kind = (typeof kinds)[number];

/** Edits a scene as somebody might in its text: one stage or one transition. Nothing where it holds none to edit. */
export function edited(scene: Scene, kind: Kind, seed: number): Edited | undefined {
  const next = lot(seed);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)];
  const stages = scene.nodes.filter((node): node is StageNode => node.kind === 'stage');
  const transitions = scene.edges.filter((edge) => edge.kind === 'transition');
  const [stage, other, transition] = [pick(stages), pick(stages), pick(transitions)];
  if (!stage || !other) return undefined;
  switch (kind) {
    case 'add': {
      const added: SceneNode = { ...stage, id: 'stage:added', label: 'A new stage' };
      const at = scene.nodes.indexOf(stage) + 1;
      const edge = edgeFrom(stage.id, added.id, 'transition:added');
      return with_(scene, { nodes: scene.nodes.toSpliced(at, 0, added), edges: [...scene.edges, edge] }, [added.id]);
    }
    case 'remove': {
      const gone = new Set([stage.id, ...terminalsOf(scene, stage.id)]);
      const nodes = scene.nodes.filter(({ id }) => !gone.has(id));
      const ids = new Set(nodes.map(({ id }) => id));
      return with_(scene, { nodes, edges: scene.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) }, [
        stage.id,
      ]);
    }
    case 'relabel': {
      const label = `${stage.label} for children, young people and the families that look after them`;
      const nodes = scene.nodes.map((node) => (node === stage ? { ...stage, label } : node));
      return with_(scene, { nodes }, [stage.id]);
    }
    case 'reconnect': {
      if (!transition) return undefined;
      const edges = scene.edges.map((edge) => (edge === transition ? { ...edge, to: other.id } : edge));
      return with_(scene, { edges }, []);
    }
    case 'add transition':
      return with_(scene, { edges: [...scene.edges, edgeFrom(stage.id, other.id, 'transition:added')] }, []);
    case 'move lane': {
      const lane = pick(scene.lanes ?? [])?.id;
      if (lane === undefined) return undefined;
      const beside = terminalsOf(scene, stage.id);
      const nodes = scene.nodes.map((node) => (node === stage ? { ...stage, lane } : node));
      return with_(scene, { nodes }, [stage.id, ...beside]);
    }
  }
}

function with_(scene: Scene, change: Partial<Scene>, touched: readonly string[]): Edited {
  return { scene: { ...scene, ...change }, touched: new Set(touched) };
}

/** The ways in and out of a stage. */
function terminalsOf({ edges }: Scene, stage: string): readonly string[] {
  const links = edges.filter(({ kind, from, to }) => kind === 'link' && (from === stage || to === stage));
  return links.map(({ from, to }) => (from === stage ? to : from));
}

function edgeFrom(from: string, to: string, id: string): SceneEdge {
  const place = {
    file: 'file:///edited.pathway',
    line: 0,
    character: 0,
    endLine: 0,
    endCharacter: 1,
  } as SceneEdge['place'];
  const words = { spoken: 'Transition', hover: 'Transition', place, label: 'Referral', sendings: [], questions: 0 };
  return { id, kind: 'transition', from, to, ...words };
}
