import { isCard, type Placed } from '../../diagram/placed.ts';
import { findingIn } from '../card.ts';
import { boxOf, type Element } from '../drawing.ts';

/**
 * The ids of what a text is found in: in what stages and arrows are called and in their facts, but not in what is found
 * on them. Every word of it has to be there, in whatever order. In the order of the flow.
 */
export function findIn(placed: Placed, text: string): readonly string[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = elementsOf(placed).filter((element) => {
    const all = plain(textOf(element));
    return words.every((word) => all.includes(word));
  });
  return inFlow(placed, found).map(({ id }) => id);
}

function elementsOf(placed: Placed): readonly Element[] {
  return [...placed.nodes, ...placed.edges.filter(({ kind }) => kind !== 'link')];
}

/**
 * What a way in or an arrow says of the stages at its ends is left out: who looks for a stage does not look for all that
 * touches it.
 */
function textOf(element: Element): string {
  const all = element.hover.split('\n').filter((line) => !findingIn(line));
  const lines = !('box' in element) ? all.slice(1) : isCard(element) ? all : [];
  const facts = Object.values(element.facts ?? {}).flatMap((fact) =>
    fact.values.flatMap((value: object) => ('label' in value ? [String(value.label)] : [])),
  );
  const drawn = ('box' in element ? element : element.label)?.texts ?? [];
  const written = drawn.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ');
  return [element.caption, ...lines, ...facts, written].join('\n');
}

/** Without accents and capital letters, so that nobody has to know how it is written. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function inFlow(placed: Placed, elements: readonly Element[]): readonly Element[] {
  const key = (element: Element): readonly [number, number] => {
    const { x, y, w, h } = boxOf(element);
    const middle = [x + w / 2, y + h / 2] as const;
    return placed.direction === 'right' ? middle : [middle[1], middle[0]];
  };
  return elements
    .map((element) => ({ element, at: key(element) }))
    .toSorted((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
    .map(({ element }) => element);
}
