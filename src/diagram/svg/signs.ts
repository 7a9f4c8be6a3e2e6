import { fonts } from '../fonts.ts';
import type { PlacedMark, Sign } from '../placed.ts';
import type { Palette } from '../theme.ts';
import { attributes, escaped } from './xml.ts';

/** A sign at its place. Each has a shape of its own, so that no two differ in colour alone. */
export function signSvg({ mark, x, y }: PlacedMark, palette: Palette): string {
  return `<g class="sign ${mark}" transform="translate(${x} ${y})">${drawings[mark](palette)}</g>`;
}

const drawings: Readonly<Record<Sign, (palette: Palette) => string>> = {
  question: (p) => glyph('?', 14, 5, p.question),
  // A hollow line with a bar: something that ought to run through and is stopped.
  gap: (p) =>
    `<circle r="5.2" fill="none" stroke="${p.gap}" stroke-width="1.6"/><path d="M-3 0H3" stroke="${p.gap}" stroke-width="1.8"/>`,
  missing: (p) =>
    text('not recorded', { x: -38, y: 4.3, 'font-size': fonts.legend.size, 'font-style': 'italic', fill: p.missing }),
  transition: (p) => `<path d="M-14 0H6" stroke="${p.arrow}" stroke-width="1.6" fill="none"/>${tip(p.arrow)}`,
  flow: (p) =>
    `<path d="M-14 0H6" stroke="${p.accent}" stroke-width="1.6" stroke-dasharray="5 4" fill="none"/>${tip(p.accent)}`,
  sent: (p) => `${document(p.accent, p)}<path d="M-3.2 -0.5H3.2M-3.2 3H3.2" stroke="${p.accent}" stroke-width="1.3"/>`,
  'sent-unknown': (p) => `${document(p.question, p)}${glyph('?', 11, 4.8, p.question)}`,
  'sent-none': (p) =>
    `<circle r="6.6" fill="${p.canvas}" stroke="${p.gap}" stroke-width="1.7"/><path d="M-3.6 0H3.6" stroke="${p.gap}" stroke-width="1.8"/>`,
  'sent-missing': (p) => `<circle r="6.6" fill="${p.canvas}" stroke="${p.missing}" stroke-width="1.7"/>`,
  entry: (p) => `<circle r="7" fill="${p.canvas}" stroke="${p.arrow}" stroke-width="1.8"/>`,
  exit: (p) =>
    `<circle r="7" fill="${p.canvas}" stroke="${p.arrow}" stroke-width="1.8"/><circle r="3.4" fill="${p.arrow}"/>`,
  elsewhere: (p) =>
    `<path d="M-1 -4.5H-5.5V5.5H4.5V1M0 0L5.5 -5.5M1.5 -5.5H5.5V-1.5" fill="none" stroke="${p.accent}" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"/>`,
  broken: (p) =>
    `<rect x="-9.5" y="-7.5" width="19" height="15" rx="4" fill="none" stroke="${p.question}" stroke-width="1.2" stroke-dasharray="3 2"/>${glyph('?', 11, 4, p.question)}`,
  proposed: (p) =>
    `<rect x="-12.5" y="-7.5" width="25" height="15" rx="4" fill="none" stroke="${p.arrow}" stroke-width="1.4" stroke-dasharray="5 3"/>`,
  closed: (p) =>
    text('Label', {
      x: -17,
      y: 4.3,
      'font-size': fonts.legend.size,
      'font-weight': 600,
      'text-decoration': 'line-through',
      fill: p.text,
    }),
  shared: (p) =>
    `<rect x="-12.5" y="-7.5" width="25" height="15" rx="4" fill="none" stroke="${p.outline}"/><rect x="-9.5" y="-4.5" width="19" height="9" rx="2" fill="none" stroke="${p.outline}"/>`,
  error: (p) =>
    `<path d="M-2.9 -7H2.9L7 -2.9V2.9L2.9 7H-2.9L-7 2.9V-2.9z" fill="${p.error}"/><path d="M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5" stroke="${p.onSign}" stroke-width="1.7" stroke-linecap="round"/>`,
  warning: (p) =>
    `<path d="M0 -6L6.6 6H-6.6z" fill="${p.warning}" stroke="${p.warning}" stroke-width="1.6" stroke-linejoin="round"/><path d="M0 -2.4V2" stroke="${p.onSign}" stroke-width="1.7" stroke-linecap="round"/><circle cy="4.4" r="0.95" fill="${p.onSign}"/>`,
  accepted: (p) =>
    `<path d="M-5 0.4L-1.6 4L5 -4" fill="none" stroke="${p.muted}" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>`,
  realised: (p) =>
    `<circle r="5.6" fill="${p.accent}"/><path d="M-2.6 0.2L-0.7 2.2L2.7 -1.9" fill="none" stroke="${p.onSign}" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/>`,
  varies: (p) =>
    `<path d="M-5.2 -1C-3.4 -4 -1.8 -4 0 -2C1.8 0 3.4 0 5.2 -3M-5.2 4C-3.4 1 -1.8 1 0 3C1.8 5 3.4 5 5.2 2" fill="none" stroke="${p.accent}" stroke-width="1.6" stroke-linecap="round"/>`,
  tie: (p) => `<path d="M-14 0H14" stroke="${p.outline}" stroke-width="1.4" fill="none"/>`,
  info: (p) =>
    `<circle r="6.8" fill="${p.info}"/><circle cy="-3.2" r="1" fill="${p.onSign}"/><path d="M0 -0.4V3.6" stroke="${p.onSign}" stroke-width="1.7" stroke-linecap="round"/>`,
  hidden: (p) =>
    `<path d="M-6.2 0Q0 -8 6.2 0Q0 8 -6.2 0z" fill="none" stroke="${p.muted}" stroke-width="1.3"/><path d="M-5 5L5 -5" stroke="${p.muted}" stroke-width="1.4"/>`,
  tint1: (p) => letter('A', p.tint1, p),
  tint2: (p) => letter('B', p.tint2, p),
  tint3: (p) => letter('C', p.tint3, p),
  tint4: (p) => letter('D', p.tint4, p),
  tint5: (p) => letter('E', p.tint5, p),
  tint6: (p) => letter('F', p.tint6, p),
  tint7: (p) => letter('G', p.tint7, p),
  tint8: (p) => letter('H', p.tint8, p),
  'tint-other': (p) => `${swatch(p.card, p.muted)}${glyph('+', 12, 4.2, p.muted)}`,
  'tint-unknown': (p) => `${swatch(p.card, p.question)}${glyph('?', 11, 4, p.question)}`,
  'tint-none': (p) => `${swatch(p.card, p.gap)}<path d="M-3.4 0H3.4" stroke="${p.gap}" stroke-width="1.8"/>`,
  'tint-not-applicable': (p) => `${swatch(p.card, p.muted)}<path d="M-3.5 3.5L3.5 -3.5" stroke="${p.muted}"/>`,
  'tint-missing': (p) => swatch(p.card, p.missing, '2.5 2'),
  heat0: (p) => meter(0, p),
  heat1: (p) => meter(1, p),
  heat2: (p) => meter(2, p),
  heat3: (p) => meter(3, p),
  heat4: (p) => meter(4, p),
  narrow: (p) => `<path d="M-14 0H6" stroke="${p.arrow}" stroke-width="1.6" fill="none"/>${tip(p.arrow)}`,
  wide: (p) =>
    `<path d="M-15 0H4" stroke="${p.arrow}" stroke-width="8" fill="none"/><path d="M3 -8L15 0L3 8z" fill="${p.arrow}"/>`,
  added: (p) => `${disc(p.added)}<path d="M-3.6 0H3.6M0 -3.6V3.6" stroke="${p.canvas}" stroke-width="1.8"/>`,
  removed: (p) =>
    `<circle r="6.2" fill="${p.canvas}" stroke="${p.muted}" stroke-width="1.4" stroke-dasharray="3 2"/><path d="M-3.2 0H3.2" stroke="${p.muted}" stroke-width="1.8"/>`,
  changed: (p) =>
    `${disc(p.changed)}<path d="M-4 1.2Q-2 -2.8 0 0T4 -1.2" fill="none" stroke="${p.canvas}" stroke-width="1.7" stroke-linecap="round"/>`,
};

/** The tip of an arrow that points right, for the legend. */
function tip(colour: string): string {
  return `<path d="M5 -4.5L14 0L5 4.5z" fill="${colour}"/>`;
}

/** A sheet with a folded corner. */
function document(colour: string, palette: Palette): string {
  return `<path d="M-6 -8H2L6 -4V8H-6z" fill="${palette.canvas}" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round"/><path d="M2 -8V-4H6" fill="none" stroke="${colour}" stroke-width="1.2"/>`;
}

function glyph(sign: string, size: number, y: number, colour: string): string {
  return text(sign, { y, 'font-size': size, 'font-weight': 600, 'text-anchor': 'middle', fill: colour });
}

function text(words: string, all: Readonly<Record<string, string | number>>): string {
  return `<text${attributes(all)}>${escaped(words)}</text>`;
}

/** A colour with the letter that stands for it, so that it need not be told by its colour. */
function letter(sign: string, colour: string, palette: Palette): string {
  return `<rect x="-7" y="-8" width="14" height="16" rx="3" fill="${colour}"/>${glyph(sign, 11, 4, palette.onSign)}`;
}

function swatch(fill: string, stroke: string, dashes?: string): string {
  const dashed = dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`;
  return `<rect x="-6.3" y="-7.3" width="12.6" height="14.6" rx="3" fill="${fill}" stroke="${stroke}" stroke-width="1.4"${dashed}/>`;
}

/** Four cells, as many of them filled as the shade is deep. */
function meter(filled: number, palette: Palette): string {
  return [0, 1, 2, 3]
    .map((cell) => {
      const fill = cell < filled ? palette.meter : 'none';
      return `<rect x="${-12 + cell * 6.3}" y="-4" width="4.7" height="8" rx="1" fill="${fill}" stroke="${palette.meter}" stroke-width="1"/>`;
    })
    .join('');
}

function disc(colour: string): string {
  return `<circle r="6.8" fill="${colour}"/>`;
}
