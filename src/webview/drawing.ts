import type { Box, Placed, PlacedEdge, PlacedNode } from '../diagram/placed.ts';
import { svgOf, type Theme } from '../diagram/svg.ts';
import { svgFrom } from './dom.ts';

export type Element = PlacedNode | PlacedEdge;

/**
 * The picture as nodes of the page. Its style sheet and its tooltips are left to the page, which shows more in their
 * place; the page's security policy would not let it bring styles of its own anyway, unless they are set by script.
 */
export function draw(placed: Placed, theme: Theme): SVGSVGElement {
  const markup = svgOf(placed, { theme, interactive: true }).replace(/<style>[^<]*<\/style>/g, '');
  const style = /^<svg[^>]* style="([^"]*)"/.exec(markup)?.[1];
  const svg = svgFrom(markup.replace(/(<svg[^>]*) style="[^"]*"/, '$1'));
  if (style !== undefined) svg.style.cssText = style;
  for (const title of svg.querySelectorAll('title')) title.remove();
  return svg;
}

export function elementOf(placed: Placed, id: string): Element | undefined {
  return placed.nodes.find((node) => node.id === id) ?? placed.edges.find((edge) => edge.id === id);
}

/** What must be seen for an element to be seen: a box, or the label of an arrow, or else the arrow. */
export function boxOf(element: Element): Box {
  if ('box' in element) return element.box;
  if (element.label) return element.label.box;
  const xs = element.points.map(({ x }) => x);
  const ys = element.points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** Whether a point of the picture is on the badge that counts an element's findings. */
export function isOnBadge(element: Element, x: number, y: number): boolean {
  const content = 'box' in element ? element : element.label;
  return (content?.marks ?? [])
    .filter(({ mark }) => mark === 'error' || mark === 'warning' || mark === 'info')
    .some((badge) => Math.abs(x - badge.x - 6) <= 18 && Math.abs(y - badge.y) <= 12);
}
