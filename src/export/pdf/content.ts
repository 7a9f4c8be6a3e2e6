import { isMeasured, widthOf } from '../../diagram/measure.ts';
import { type Line, lineOf, type Run, textIn } from '../lines.ts';
import { type Element, elementsOf } from '../tree.ts';
import { decimal, hex } from './document.ts';
import type { PdfFont } from './fonts.ts';
import { pathOps, rectOps } from './path.ts';

type Looks = Readonly<Record<string, string>>;

/** What a page of a document shows, and what stands on it, for those who have it read to them. */
export interface PageContent {
  readonly ops: string;
  /** In the order in which they are marked on the page. */
  readonly marked: readonly Marked[];
  /** How opaque some things are, by the names that the page calls it. */
  readonly opacities: ReadonlyMap<string, { readonly fill: number; readonly stroke: number }>;
}

export interface Marked {
  readonly role: 'H1' | 'P' | 'Figure';
  /** What a figure shows, in words. */
  readonly alt?: string;
}

/** Looks that hold for whatever stands inside an element. */
const inherited = /^(?:fill|stroke|font|text|opacity)/;
const silent = new Set(['title', 'style', 'desc', 'defs']);

/** Turns a picture into the drawing orders of a page. Throws at what pictures do not use. */
export class PageWriter {
  readonly #ops: string[] = [];
  readonly #marked: Marked[] = [];
  readonly #opacities = new Map<string, { readonly fill: number; readonly stroke: number }>();
  readonly #fonts: readonly PdfFont[];

  constructor(fonts: readonly PdfFont[]) {
    this.#fonts = fonts;
  }

  content(): PageContent {
    return { ops: this.#ops.join('\n'), marked: this.#marked, opacities: this.#opacities };
  }

  op(op: string): void {
    this.#ops.push(op);
  }

  /** Draws everything in an element that is no part of its own to a reader as mere decoration. */
  root(element: Element): void {
    for (const part of elementsOf(element)) this.#part(part, {}, false);
  }

  #part(element: Element, looks: Looks, inMark: boolean): void {
    if (silent.has(element.name)) return;
    const mark = inMark ? undefined : markOf(element);
    if (mark) this.#ops.push(`/${mark.role} <</MCID ${this.#marked.push(mark) - 1}>> BDC`);
    const artifact = !mark && !inMark && element.name !== 'g';
    if (artifact) this.#ops.push('/Artifact BMC');
    this.#draw(element, looks, inMark || mark !== undefined || artifact);
    if (mark || artifact) this.#ops.push('EMC');
  }

  #draw(element: Element, outer: Looks, inMark: boolean): void {
    const own = element.attributes;
    const looks = { ...outer, ...Object.fromEntries(Object.entries(own).filter(([name]) => inherited.test(name))) };
    const opacity = String(Number(outer['opacity'] ?? 1) * Number(own['opacity'] ?? 1));
    const all = opacity === '1' ? looks : { ...looks, opacity };
    const transform = own['transform'];
    if (transform !== undefined) this.#ops.push('q', ...transformOps(transform));
    if (element.name === 'g' || element.name === 'svg') {
      for (const part of elementsOf(element)) this.#part(part, all, inMark);
    } else if (element.name === 'text') {
      this.#text(element, all);
    } else {
      this.#shape(shapeOps(element), all);
    }
    if (transform !== undefined) this.#ops.push('Q');
  }

  #shape(path: string, looks: Looks): void {
    const fill = looks['fill'] ?? '#000000';
    const stroke = looks['stroke'] ?? 'none';
    const opacity = Number(looks['opacity'] ?? 1);
    const alpha = {
      fill: opacity * Number(looks['fill-opacity'] ?? 1),
      stroke: opacity * Number(looks['stroke-opacity'] ?? 1),
    };
    const [fills, strokes] = [fill !== 'none' && alpha.fill > 0, stroke !== 'none' && alpha.stroke > 0];
    if (!fills && !strokes) return;
    const dashes = looks['stroke-dasharray'];
    this.#ops.push(
      [
        'q',
        ...this.#opacity(alpha),
        ...(fills ? [`${colour(fill)} rg`] : []),
        ...(strokes ? [`${colour(stroke)} RG`, `${decimal(Number(looks['stroke-width'] ?? 1))} w`] : []),
        ...(strokes && dashes !== undefined && dashes !== 'none' ? [`[${dashes.replaceAll(',', ' ')}] 0 d`] : []),
        ...(looks['stroke-linecap'] === 'round' ? ['1 J'] : []),
        ...(looks['stroke-linejoin'] === 'round' ? ['1 j'] : []),
        path,
        fills && strokes ? 'B' : fills ? 'f' : 'S',
        'Q',
      ].join(' '),
    );
  }

  #opacity(alpha: { readonly fill: number; readonly stroke: number }): readonly string[] {
    if (alpha.fill === 1 && alpha.stroke === 1) return [];
    const name = `G${decimal(alpha.fill)}-${decimal(alpha.stroke)}`.replaceAll('.', '_');
    this.#opacities.set(name, alpha);
    return [`/${name} gs`];
  }

  #text(element: Element, looks: Looks): void {
    const line = lineOf(element, looks);
    const unseen = !canDraw(this.#fonts, textIn(element));
    const opacity = Number(looks['opacity'] ?? 1);
    const gs = this.#opacity({ fill: opacity, stroke: opacity });
    for (const run of line.runs) {
      if (run.text === '' || run.fill === 'none') continue;
      this.#ops.push(['q', ...gs, `${colour(run.fill)} rg`, ...this.#runOps(line, run, unseen), 'Q'].join(' '));
    }
  }

  #runOps(line: Line, run: Run, unseen: boolean): readonly string[] {
    const x = line.x + run.x;
    const lean = run.italic ? 0.25 : 0;
    const ops = ['BT', ...(unseen ? ['3 Tr'] : [])];
    for (const { font, at, codes } of this.#pieces(run, unseen)) {
      ops.push(
        `/${font.name} ${decimal(run.size)} Tf 1 0 ${lean} -1 ${decimal(x + at)} ${decimal(line.y)} Tm [${codes}] TJ`,
      );
    }
    ops.push('ET');
    if (run.struck) ops.push(rectOps(x, line.y - run.size * 0.34, run.w, run.size * 0.07, 0), 'f');
    return ops;
  }

  /** The stretches of a run that one font draws, each character exactly where it was measured to stand. */
  #pieces(run: Run, unseen: boolean): readonly { font: PdfFont; at: number; codes: string }[] {
    const { size, weight } = run;
    const fonts = this.#fonts.filter(({ face }) => face.weight === weight);
    const pieces: { font: PdfFont; at: number; codes: string; end: number }[] = [];
    // Where widths are only guessed, letters follow one another as the font has them.
    const measured = isMeasured(run.text);
    let before = '';
    for (const character of run.text) {
      before += character;
      const own = widthOf(character, { size, weight });
      const at = measured ? widthOf(before, { size, weight }) - own : (pieces.at(-1)?.end ?? 0);
      const font = fonts.find((each) => each.has(character)) ?? fonts[0]!;
      if (!font.has(character) && !unseen) continue;
      const use = font.has(character)
        ? font.use(character)
        : font.useUnseen(character, Math.round((own * 1000) / size));
      const code = `<${hex(use.code)}>`;
      const last = pieces.at(-1);
      const end = at + (use.width * size) / 1000;
      if (last?.font !== font) {
        pieces.push({ font, at, codes: code, end });
        continue;
      }
      const shift = Math.round(((last.end - at) * 1_000_000) / size) / 1000;
      last.codes =
        Math.abs(shift) < 0.5 ? `${last.codes}${code}`.replace('><', '') : `${last.codes} ${decimal(shift)} ${code}`;
      last.end = Math.abs(shift) < 0.5 ? last.end + (use.width * size) / 1000 : end;
    }
    return pieces;
  }
}

/** Whether some fonts have every character of a text that is to be seen. */
export function canDraw(fonts: readonly { has(character: string): boolean }[], text: string): boolean {
  return [...text].every(
    (character) => widthOf(character, { size: 1, weight: 400 }) === 0 || fonts.some((font) => font.has(character)),
  );
}

/** What an element is to somebody who has the page read to them. */
function markOf({ name, attributes }: Element): Marked | undefined {
  if (name !== 'g') return undefined;
  const { class: kind, 'aria-label': alt } = attributes;
  if (kind === 'title') return { role: 'H1' };
  if (kind === 'legend' || kind === 'empty') return { role: 'P' };
  return alt === undefined ? undefined : { role: 'Figure', alt };
}

function shapeOps({ name, attributes }: Element): string {
  const of = (key: string) => Number(attributes[key] ?? 0);
  switch (name) {
    case 'path':
      return pathOps(attributes['d'] ?? '');
    case 'rect':
      return rectOps(of('x'), of('y'), of('width'), of('height'), of('rx'));
    case 'circle':
      return rectOps(of('cx') - of('r'), of('cy') - of('r'), 2 * of('r'), 2 * of('r'), of('r'));
    case 'line':
      return pathOps(`M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`);
    default:
      throw new Error(`A '${name}' cannot be drawn in a PDF.`);
  }
}

function transformOps(transform: string): readonly string[] {
  return [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].map(([whole, kind, list = '']) => {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [a = 0, b] = numbers;
    if (kind === 'translate') return `1 0 0 1 ${decimal(a)} ${decimal(b ?? 0)} cm`;
    if (kind === 'scale') return `${a} 0 0 ${b ?? a} 0 0 cm`;
    if (kind === 'matrix') return `${numbers.map((number) => number.toFixed(6)).join(' ')} cm`;
    if (kind === 'rotate') return rotation(a, numbers.slice(1));
    throw new Error(`The transform ${whole} cannot be drawn in a PDF.`);
  });
}

function rotation(degrees: number, [x = 0, y = 0]: readonly number[]): string {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((number) => Math.round(number * 1e6) / 1e6) as [
    number,
    number,
  ];
  const turn = `${cos} ${sin} ${-sin} ${cos} 0 0 cm`;
  return x === 0 && y === 0 ? turn : `1 0 0 1 ${x} ${y} cm ${turn} 1 0 0 1 ${-x} ${-y} cm`;
}

/** A colour as three numbers from 0 to 1. */
function colour(text: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  const full = short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : text;
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(full);
  if (!parts) throw new Error(`The colour ${text} cannot be drawn in a PDF.`);
  return parts
    .slice(1)
    .map((part) => decimal(Number.parseInt(part, 16) / 255))
    .join(' ');
}
