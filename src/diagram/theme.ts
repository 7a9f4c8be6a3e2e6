import type { Tone } from './placed.ts';

export type Theme = 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

/** The colours of one theme, by what they are for. */
export interface Palette extends Readonly<Record<Tone, string>> {
  readonly canvas: string;
  readonly card: string;
  /** The ground of a lane. */
  readonly band: string;
  /** The outline of stages and terminals. */
  readonly outline: string;
  readonly arrow: string;
  readonly chip: string;
  /** The outline of a filled chip: to be seen only where the fill is not. */
  readonly chipEdge: string;
  /** The glyph inside a filled sign. */
  readonly onSign: string;
  /** Rules that only tidy up. */
  readonly rule: string;
  readonly focus: string;
  /** The outline of what steps back. */
  readonly faint: string;
  /** What groups of stages are told apart by, each with a letter. */
  readonly tint1: string;
  readonly tint2: string;
  readonly tint3: string;
  readonly tint4: string;
  readonly tint5: string;
  readonly tint6: string;
  readonly tint7: string;
  readonly tint8: string;
  /** Cards shaded by how much there is of something. */
  readonly heat1: string;
  readonly heat2: string;
  readonly heat3: string;
  readonly heat4: string;
  /** The filled part of the meter that says the same as the shade. */
  readonly meter: string;
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    canvas: '#ffffff',
    card: '#ffffff',
    band: '#f5f7fa',
    outline: '#82909d',
    arrow: '#5b6b7a',
    chip: '#e9eef3',
    chipEdge: '#e9eef3',
    text: '#16222e',
    muted: '#4c5b69',
    accent: '#005eb8',
    question: '#5b3aa8',
    gap: '#a3122f',
    missing: '#8a5000',
    error: '#b00020',
    warning: '#8f5500',
    info: '#005eb8',
    onSign: '#ffffff',
    rule: '#d3dbe2',
    focus: '#005eb8',
    added: '#1a6b2f',
    changed: '#8a5000',
    faint: '#c3ccd5',
    tint1: '#1f6fc9',
    tint2: '#b05a14',
    tint3: '#0b5c4c',
    tint4: '#6f2c91',
    tint5: '#717780',
    tint6: '#c23a6e',
    tint7: '#1f2d46',
    tint8: '#6e1a1a',
    heat1: '#fff9ec',
    heat2: '#fff1d6',
    heat3: '#ffe8bf',
    heat4: '#ffdfa8',
    meter: '#9a5b00',
  },
  dark: {
    canvas: '#0f1720',
    card: '#1a2733',
    band: '#141e29',
    outline: '#6f8293',
    arrow: '#8fa3b5',
    chip: '#263644',
    chipEdge: '#263644',
    text: '#eef3f7',
    muted: '#a9b8c5',
    accent: '#6db3ff',
    question: '#bda4ff',
    gap: '#ff8095',
    missing: '#ffb454',
    error: '#ff8a8a',
    warning: '#ffb454',
    info: '#6db3ff',
    onSign: '#0f1720',
    rule: '#2a3947',
    focus: '#6db3ff',
    added: '#7ddc8f',
    changed: '#ffb454',
    faint: '#3a4a58',
    tint1: '#6db3ff',
    tint2: '#f0a35e',
    tint3: '#8fd9b6',
    tint4: '#b78ae0',
    tint5: '#edd55e',
    tint6: '#e8718f',
    tint7: '#cfd8e6',
    tint8: '#8f9a3c',
    heat1: '#222a2c',
    heat2: '#2b2d28',
    heat3: '#353124',
    heat4: '#3f3620',
    meter: '#ffb454',
  },
  'high-contrast-light': {
    canvas: '#ffffff',
    card: '#ffffff',
    band: '#ffffff',
    outline: '#000000',
    arrow: '#000000',
    chip: '#ffffff',
    chipEdge: '#767676',
    text: '#000000',
    muted: '#1f1f1f',
    accent: '#0f4a85',
    question: '#45158f',
    gap: '#8a0018',
    missing: '#6a3b00',
    error: '#8a0018',
    warning: '#6a3b00',
    info: '#0f4a85',
    onSign: '#ffffff',
    rule: '#000000',
    focus: '#0f4a85',
    added: '#004a1c',
    changed: '#6a3b00',
    faint: '#767676',
    tint1: '#0f4a85',
    tint2: '#7d3f00',
    tint3: '#004034',
    tint4: '#4d0a7a',
    tint5: '#555555',
    tint6: '#a0104a',
    tint7: '#0a1020',
    tint8: '#5a0000',
    heat1: '#ffffff',
    heat2: '#ffffff',
    heat3: '#ffffff',
    heat4: '#ffffff',
    meter: '#000000',
  },
  'high-contrast-dark': {
    canvas: '#000000',
    card: '#000000',
    band: '#000000',
    outline: '#ffffff',
    arrow: '#ffffff',
    chip: '#000000',
    chipEdge: '#949494',
    text: '#ffffff',
    muted: '#e6e6e6',
    accent: '#6fc3df',
    question: '#d6c2ff',
    gap: '#ff9aa8',
    missing: '#ffcc66',
    error: '#ff9aa8',
    warning: '#ffcc66',
    info: '#6fc3df',
    onSign: '#000000',
    rule: '#ffffff',
    focus: '#f38518',
    added: '#8cff9e',
    changed: '#ffcc66',
    faint: '#949494',
    tint1: '#6fc3df',
    tint2: '#ffaa33',
    tint3: '#99f0c8',
    tint4: '#c9a0ff',
    tint5: '#f5f07a',
    tint6: '#ff8aa0',
    tint7: '#ffffff',
    tint8: '#a8a840',
    heat1: '#000000',
    heat2: '#000000',
    heat3: '#000000',
    heat4: '#000000',
    meter: '#ffffff',
  },
};

type Colour = keyof Palette;

/** Two colours that meet in the picture, and the contrast that WCAG 2.2 AA asks of them. */
export interface ColourPair {
  readonly front: Colour;
  readonly back: Colour;
  readonly atLeast: 4.5 | 3;
}

const onCard: readonly Colour[] = [
  'text',
  'muted',
  'question',
  'gap',
  'missing',
  'error',
  'warning',
  'info',
  'added',
  'changed',
];
const tints = ['tint1', 'tint2', 'tint3', 'tint4', 'tint5', 'tint6', 'tint7', 'tint8'] as const;
const shades = ['heat1', 'heat2', 'heat3', 'heat4'] as const;
const onCanvas: readonly Colour[] = [
  'text',
  'muted',
  'added',
  'changed',
  'gap',
  'accent',
  'question',
  'missing',
  'error',
  'warning',
  'info',
];
const signs: readonly Colour[] = [
  'accent',
  'question',
  'gap',
  'missing',
  'error',
  'warning',
  'info',
  'arrow',
  'outline',
  'focus',
  'meter',
];

/** Every pair of colours that the picture puts on one another. */
export const colourPairs: readonly ColourPair[] = [
  ...onCard.map((front): ColourPair => ({ front, back: 'card', atLeast: 4.5 })),
  ...onCanvas.flatMap((front): ColourPair[] => [
    { front, back: 'canvas', atLeast: 4.5 },
    { front, back: 'band', atLeast: 4.5 },
  ]),
  ...(['muted', 'text'] as const).map((front): ColourPair => ({ front, back: 'chip', atLeast: 4.5 })),
  ...signs.flatMap((front): ColourPair[] => [
    { front, back: 'card', atLeast: 3 },
    { front, back: 'canvas', atLeast: 3 },
    { front, back: 'band', atLeast: 3 },
  ]),
  ...onCard.flatMap((front) => shades.map((back): ColourPair => ({ front, back, atLeast: 4.5 }))),
  ...tints.flatMap((tint): ColourPair[] => [
    { front: 'onSign', back: tint, atLeast: 4.5 },
    { front: tint, back: 'card', atLeast: 3 },
    { front: tint, back: 'canvas', atLeast: 3 },
  ]),
  ...shades.map((back): ColourPair => ({ front: 'meter', back, atLeast: 3 })),
  ...(['error', 'warning', 'info'] as const).map((back): ColourPair => ({ front: 'onSign', back, atLeast: 4.5 })),
];
