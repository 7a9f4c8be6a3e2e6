import { isCard, type Placed, type PlacedBlock, type Point } from './placed.ts';
import { blockSvg } from './svg/block.ts';
import { edgeSvg } from './svg/edge.ts';
import { laneSvg } from './svg/lane.ts';
import { nodeSvg } from './svg/node.ts';
import { attributes, escaped } from './svg/xml.ts';
import { type Palette, palettes, type Theme } from './theme.ts';

export type { Theme } from './theme.ts';

export interface SvgOptions {
  readonly theme: Theme;
  /** `@font-face` rules for Inter at weights 400 and 600, with the fonts as data URIs, for files that travel. */
  readonly embedFont?: string;
  /** Elements take the focus and act as buttons. */
  readonly interactive?: boolean;
  /** Where an element leads, and what leads to it, in pages that are read without a script. */
  readonly linkOf?: (id: string) => Link | undefined;
  /** A page to put the picture on; without one the picture is its own page. */
  readonly sheet?: Sheet;
}

/** An element as a link: the address that it leads to, and the id by which others lead to it. */
export interface Link {
  readonly href: string;
  readonly id: string;
}

/** A page of paper or a slide, with its own title and legend and the picture between them. */
export interface Sheet {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The same in units of length: `297mm`. */
  readonly w: string;
  readonly h: string;
  readonly title: PlacedBlock;
  readonly legend?: PlacedBlock;
  /** How large the legend is drawn. */
  readonly legendScale: number;
  /** How large the picture is drawn, and where its top left corner comes to lie. */
  readonly scale: number;
  readonly at: Point;
}

/** The picture as one self-contained, well-formed SVG document. The same arguments give the same bytes. */
export function svgOf(placed: Placed, options: SvgOptions): string {
  const palette = palettes[options.theme];
  const interactive = options.interactive ?? false;
  const { sheet } = options;
  const { width, height } = sheet ?? placed;
  const { title, legend } = sheet ?? placed;
  const heading = headingOf(placed);
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: sheet?.w ?? width,
    height: sheet?.h ?? height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'graphics-document document',
    'aria-label': `Care pathway: ${heading}`,
    'data-pathway': placed.pathway,
    'data-theme': options.theme,
    'font-family': "Inter, 'Segoe UI', system-ui, sans-serif",
    // Widths are measured letter by letter and pair by pair, which contextual forms would upset.
    style: "font-feature-settings:'calt' 0",
  });
  const first = placed.nodes.find(isCard) ?? placed.nodes[0];
  const ground = placed.lanes ? palette.band : palette.canvas;
  const drawn = { palette, ground, interactive, first: first?.id };
  const parts = [
    `<svg${root}>`,
    `<title>${escaped(heading)}</title>`,
    style(options, palette.focus),
    `<rect width="${width}" height="${height}" fill="${palette.canvas}"/>`,
    blockSvg('title', title, palette),
    ...(sheet ? [`<g transform="translate(${sheet.at.x} ${sheet.at.y}) scale(${sheet.scale})">`] : []),
    ...(placed.lanes ?? []).map((lane) => laneSvg(lane, palette)),
    ...placed.nodes.map((node) => linked(node.id, nodeSvg(node, drawn), options)),
    ...placed.edges.map((edge) => linked(edge.id, edgeSvg(edge, drawn), options)),
    ...(placed.empty ? [blockSvg('empty', placed.empty, palette)] : []),
    ...(sheet ? ['</g>'] : []),
    ...(legend ? [legendSvg(legend, sheet?.legendScale ?? 1, palette)] : []),
    '</svg>',
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function linked(id: string, svg: string, { linkOf }: SvgOptions): string {
  const link = linkOf?.(id);
  return link === undefined ? svg : `<a${attributes({ href: link.href, id: link.id })}>${svg}</a>`;
}

function legendSvg(legend: PlacedBlock, scale: number, palette: Palette): string {
  const svg = blockSvg('legend', legend, palette);
  return scale === 1 ? svg : `<g transform="scale(${scale})">${svg}</g>`;
}

/** The picture's title, put together again where it stands on several lines. */
export function headingOf(placed: Placed): string {
  const lines = placed.title.texts.filter(({ runs }) => runs[0]?.font === 'title');
  return lines.length === 0 ? placed.pathway : lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
}

function style(options: SvgOptions, focus: string): string {
  const rules = [
    ...(options.embedFont === undefined ? [] : [options.embedFont]),
    ...(options.interactive
      ? [
          `[data-id]{cursor:pointer}[data-id]:focus{outline:none}[data-id] .ring{stroke:none}`,
          `[data-id]:focus-visible .ring{stroke:${focus}}`,
        ]
      : []),
  ];
  return rules.length === 0 ? '' : `<style>${escaped(rules.join('\n'))}</style>`;
}
