import type { Sign } from '../placed.ts';
import type { TintMark } from '../scene.ts';

const tintMarks = [
  'tint1',
  'tint2',
  'tint3',
  'tint4',
  'tint5',
  'tint6',
  'tint7',
  'tint8',
  'tint-other',
  'tint-unknown',
  'tint-none',
  'tint-not-applicable',
  'tint-missing',
] as const satisfies readonly TintMark[];

/** How wide the colour at the side of a card is, where the picture has colours. */
export const spineWidth = 20;

interface Size {
  readonly w: number;
  readonly h: number;
}

/** How wide and high each sign is drawn, in pixels. */
export const signSizes: Readonly<Record<Sign, Size>> = {
  question: { w: 8, h: 12 },
  gap: { w: 12, h: 12 },
  missing: { w: 76, h: 14 },
  transition: { w: 28, h: 10 },
  flow: { w: 28, h: 10 },
  sent: { w: 14, h: 18 },
  'sent-unknown': { w: 14, h: 18 },
  'sent-none': { w: 15, h: 15 },
  'sent-missing': { w: 15, h: 15 },
  entry: { w: 16, h: 16 },
  exit: { w: 16, h: 16 },
  elsewhere: { w: 14, h: 14 },
  broken: { w: 20, h: 16 },
  proposed: { w: 26, h: 16 },
  closed: { w: 34, h: 14 },
  shared: { w: 26, h: 16 },
  error: { w: 14, h: 14 },
  warning: { w: 15, h: 14 },
  info: { w: 14, h: 14 },
  accepted: { w: 12, h: 10 },
  hidden: { w: 14, h: 12 },
  ...alike(tintMarks, { w: 14, h: 16 }),
  ...alike(['heat0', 'heat1', 'heat2', 'heat3', 'heat4'], { w: 25, h: 10 }),
  narrow: { w: 28, h: 10 },
  wide: { w: 30, h: 16 },
  ...alike(['added', 'removed', 'changed'], { w: 14, h: 14 }),
  realised: { w: 12, h: 12 },
  varies: { w: 12, h: 10 },
  tie: { w: 28, h: 6 },
};

function alike<T extends Sign>(signs: readonly T[], size: Size): Readonly<Record<T, Size>> {
  return Object.fromEntries(signs.map((sign) => [sign, size])) as Record<T, Size>;
}
