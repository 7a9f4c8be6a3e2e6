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
  },
};

type Colour = keyof Palette;

/** Two colours that meet in the picture, and the contrast that WCAG 2.2 AA asks of them. */
export interface ColourPair {
  readonly front: Colour;
  readonly back: Colour;
  readonly atLeast: 4.5 | 3;
}

const onCard: readonly Colour[] = ['text', 'muted', 'question', 'gap', 'missing', 'error', 'warning', 'info'];
const onCanvas: readonly Colour[] = ['text', 'muted', 'accent', 'question', 'missing', 'error', 'warning', 'info'];
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
  ...(['error', 'warning', 'info'] as const).map((back): ColourPair => ({ front: 'onSign', back, atLeast: 4.5 })),
];
