import { isCard, type Placed, type Point } from '../diagram/placed.ts';
import type { Theme } from '../diagram/svg.ts';
import { draw, type Element, groupsIn } from './drawing.ts';
import { patch } from './patch.ts';

/** What stands out of the picture, and what steps back, for as long as somebody looks for something. */
export interface Emphasis {
  /** What steps back; the words say why, for those who do not see it. */
  readonly receding?: { readonly ids: ReadonlySet<string>; readonly because: string };
  /** What was found. */
  readonly found?: ReadonlySet<string>;
  /** The one of what was found that one looks at. */
  readonly current?: string;
  /** What a route may or may not lead through: it is not recorded. */
  readonly unsure?: ReadonlySet<string>;
  /** Where a route breaks, each with a sentence. */
  readonly breaks?: ReadonlyMap<string, string>;
}

/** The drawing in the document: its groups by their ids, and how each of them is marked. */
export class DrawnPicture {
  readonly #sheet: HTMLElement;
  #placed: Placed | undefined;
  #theme: Theme = 'light';
  #svg: SVGSVGElement | undefined;
  #groups: ReadonlyMap<string, SVGElement> = new Map();
  #elements: ReadonlyMap<string, Element> = new Map();
  #reachable: string | undefined;
  #selected: string | undefined;
  #emphasis: Emphasis = {};

  constructor(sheet: HTMLElement) {
    this.#sheet = sheet;
  }

  get placed(): Placed | undefined {
    return this.#placed;
  }

  get theme(): Theme {
    return this.#theme;
  }

  get selected(): string | undefined {
    return this.#selected;
  }

  /** Draws it; where the same pathway is drawn already, only what is new about it. */
  draw(placed: Placed, theme: Theme): void {
    const next = draw(placed, theme);
    const before = new Map([...this.#elements].map(([id, element]) => [id, JSON.stringify(element)]));
    const isAlike = this.#svg && this.#placed?.pathway === placed.pathway && this.#theme === theme;
    this.#elements = new Map([...placed.nodes, ...placed.edges].map((element) => [element.id, element]));
    if (this.#svg && isAlike) {
      patch(this.#svg, next, (id) => before.get(id) === JSON.stringify(this.#elements.get(id)));
    } else {
      this.#svg = next;
      this.#sheet.replaceChildren(next);
    }
    this.#placed = placed;
    this.#theme = theme;
    this.#groups = groupsIn(this.#svg);
    this.#mark();
  }

  clear(): void {
    this.#placed = undefined;
    this.#svg = undefined;
    this.#groups = new Map();
    this.#elements = new Map();
    this.#selected = undefined;
    this.#reachable = undefined;
    this.#emphasis = {};
    this.#sheet.replaceChildren();
  }

  element(id: string): Element | undefined {
    return this.#elements.get(id);
  }

  group(id: string): SVGElement | undefined {
    return this.#groups.get(id);
  }

  /** The element that a part of the drawing belongs to. */
  at(target: EventTarget | null): Element | undefined {
    const id = (target as globalThis.Element | null)?.closest<SVGElement>('[data-id]')?.dataset['id'];
    return id === undefined ? undefined : this.#elements.get(id);
  }

  get focusedId(): string | undefined {
    const active = document.activeElement;
    return active && this.#sheet.contains(active) ? (active as SVGElement).dataset['id'] : undefined;
  }

  /** Outlines an element, or none. */
  select(id: string | undefined): void {
    if (this.#selected !== undefined) this.#groups.get(this.#selected)?.classList.remove('selected');
    this.#selected = id;
    const group = id === undefined ? undefined : this.#groups.get(id);
    group?.classList.add('selected');
    if (id !== undefined && group) this.makeReachable(id);
  }

  /** Tab leads to one element; the arrow keys lead on from there. */
  makeReachable(id: string): void {
    if (!this.#groups.get(id)?.dataset['id']) return;
    const before = this.#reachable === undefined ? undefined : this.#groups.get(this.#reachable);
    before?.setAttribute('tabindex', '-1');
    this.#groups.get(id)?.setAttribute('tabindex', '0');
    this.#reachable = id;
  }

  emphasise(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    this.#mark();
  }

  /** Writes down on every group what is to be seen and heard of it. */
  #mark(): void {
    const { receding, found, current, unsure, breaks } = this.#emphasis;
    for (const [id, group] of this.#groups) {
      const recedes = receding?.ids.has(id) ?? false;
      const sentence = breaks?.get(id);
      group.classList.toggle('selected', id === this.#selected);
      group.classList.toggle('receding', recedes);
      group.classList.toggle('found', found?.has(id) ?? false);
      group.classList.toggle('current', id === current);
      group.classList.toggle('breaking', sentence !== undefined);
      const isUnsure = unsure?.has(id) ?? false;
      group.classList.toggle('unsure', isUnsure);
      const words = [
        ...(sentence === undefined ? [] : [sentence]),
        ...(isUnsure ? ['The text does not say whether it belongs to the route.'] : []),
        ...(recedes && receding ? [receding.because] : []),
      ];
      if (words.length > 0) group.setAttribute('aria-description', words.join(' '));
      else group.removeAttribute('aria-description');
      if (group.dataset['id'] !== undefined && this.#reachable !== undefined) group.setAttribute('tabindex', '-1');
    }
    if (this.#reachable !== undefined && this.#groups.has(this.#reachable)) this.makeReachable(this.#reachable);
    else this.#reachFirst();
    this.#drawBreaks();
  }

  /** Tab must lead somewhere. */
  #reachFirst(): void {
    const first = this.#placed?.nodes.find(isCard) ?? this.#placed?.nodes[0];
    this.#reachable = undefined;
    if (first) this.makeReachable(first.id);
  }

  /** A sign where a route breaks: nobody has to tell it by its colour. */
  #drawBreaks(): void {
    this.#svg?.querySelector('.breaks')?.remove();
    const places = [...(this.#emphasis.breaks?.keys() ?? [])].flatMap((id) => this.#elements.get(id) ?? []);
    if (!this.#svg || places.length === 0) return;
    const layer = document.createElementNS(namespace, 'g');
    layer.setAttribute('class', 'breaks');
    layer.setAttribute('aria-hidden', 'true');
    layer.append(...places.map(breakSign));
    this.#svg.append(layer);
  }
}

const namespace = 'http://www.w3.org/2000/svg';

/** At the corner of a box, or in the middle of an arrow. */
function breakSign(element: Element): SVGElement {
  const at: Point | undefined = 'box' in element ? element.box : element.points[Math.floor(element.points.length / 2)];
  const group = document.createElementNS(namespace, 'g');
  group.setAttribute('transform', `translate(${at?.x ?? 0} ${at?.y ?? 0})`);
  for (const [name, d] of [
    ['break-ground', 'M0 -13L13 0L0 13L-13 0z'],
    ['break-sign', 'M-7 0H-3.4M3.4 0H7M-2 4.5L2 -4.5'],
  ] as const) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', d);
    group.append(path);
  }
  return group;
}
