import type { FactLine, Scene, SceneEdge, SceneNode } from '../../diagram/scene.ts';
import { edgeLines, stageLines, terminalWords } from '../words.ts';

/** What an element is called. */
export function nameOf(node: SceneNode): string {
  if (node.kind !== 'terminal') return node.label;
  return node.change ? `${terminalWords(node)} (${node.change})` : terminalWords(node);
}

/** What is noted beside a box, a line each: what is open or not there, and that it is not simply so today. */
export function noteLines(node: SceneNode): readonly string[] {
  if (node.kind === 'terminal') return [];
  const change = node.change ? [node.change] : [];
  if (node.kind === 'summary') return [...change, ...stageLines(node).map(({ text }) => text)];
  const status = [...(node.proposed ? ['proposed'] : []), ...(node.closed ? ['closed'] : []), ...change];
  const figures = (node.figures ?? []).map(({ kind, ...figure }): FactLine => ({ fact: kind, ...figure }));
  const chips = node.chips.filter(({ state }) => state !== 'recorded').map(({ text }) => text);
  return [...status, ...[...node.lines, ...figures].filter(isOpen).map(inWords), ...chips];
}

/** What is written along an arrow, a line each. */
export function arrowLines(edge: SceneEdge): readonly string[] {
  if (edge.kind === 'link') return [];
  const change = edge.change ? [edge.change] : [];
  return [...edgeLines(edge), ...(edge.details ?? []).filter(isOpen).map(inWords), ...change];
}

/** Whom a transition is for, where that is recorded: its criteria and its threshold. */
export function conditionOf({ details = [] }: SceneEdge): string | undefined {
  const stated = details.filter(
    ({ fact, state }) => state === 'recorded' && (fact === 'criteria' || fact === 'threshold'),
  );
  return stated.length === 0 ? undefined : stated.map(({ fact, text }) => `${fact}: ${text}`).join('; ');
}

/** Gaps, risks and whatever is stated not to be there or not to be known; what nobody spoke of yet only where it shows. */
function isOpen({ fact, state }: FactLine): boolean {
  return state !== 'recorded' || fact === 'gap' || fact === 'risk';
}

function inWords({ fact, state, text }: FactLine): string {
  return state === 'recorded' ? `${fact}: ${text}` : text;
}

/** The scene with nothing in its boxes but their names, and all words of an arrow on one side of it. */
export function slim(scene: Scene): Scene {
  return {
    ...scene,
    direction: 'right',
    nodes: scene.nodes.map((node) => {
      if (node.kind === 'terminal') return node;
      const { badge: _, accepted: _a, ...rest } = node;
      const bare = { ...rest, questions: 0, lines: [], chips: [] };
      return bare.kind === 'stage' ? { ...bare, figures: [] } : bare;
    }),
    edges: scene.edges.map(({ badge: _, accepted: _a, change: _c, ...edge }) => ({
      ...edge,
      label: '',
      sendings: [],
      questions: 0,
      details: arrowLines(edge).map((text): FactLine => ({ fact: '', state: 'recorded', text })),
    })),
  };
}
