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
  // Its name says all that stands in it, and more: it is heard as one thing.
  for (const group of svg.querySelectorAll('[data-id]')) group.setAttribute('role', 'img');
  nameLinks(svg, placed);
  return svg;
}

/** The short lines between terminals and their stages are no elements, but they recede and glide like those. */
function nameLinks(svg: SVGSVGElement, placed: Placed): void {
  const links = placed.edges.filter(({ kind }) => kind === 'link');
  for (const [index, group] of svg.querySelectorAll<SVGElement>('g.link').entries()) {
    const link = links[index];
    if (link) group.dataset['link'] = link.id;
  }
}

/** The groups of a drawing by the ids of what they draw; links too. */
export function groupsIn(svg: SVGSVGElement): ReadonlyMap<string, SVGElement> {
  const groups = [...svg.querySelectorAll<SVGElement>('[data-id], [data-link]')];
  return new Map(groups.map((group) => [group.dataset['id'] ?? group.dataset['link'] ?? '', group]));
}

export function elementOf(placed: Placed, id: string): Element | undefined {
  return placed.nodes.find((node) => node.id === id) ?? placed.edges.find((edge) => edge.id === id);
}

/** What must be seen for an element to be seen: a box, or the label of an arrow, or else the arrow. */
export function boxOf(element: Element): Box {
  if ('box' in element) return element.box;
  if (element.label) return element.label.box;
  return around(element.points.map((point) => ({ ...point, w: 0, h: 0 })));
}

/** The smallest box around several. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, w }) => x + w));
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h));
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** Whether a point of the picture is on the badge that counts an element's findings. */
export function isOnBadge(element: Element, x: number, y: number): boolean {
  const content = 'box' in element ? element : element.label;
  return (content?.marks ?? [])
    .filter(({ mark }) => mark === 'error' || mark === 'warning' || mark === 'info')
    .some((badge) => Math.abs(x - badge.x - 6) <= 18 && Math.abs(y - badge.y) <= 12);
}
