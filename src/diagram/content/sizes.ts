import type { Sign } from '../placed.ts';

/** How wide and high each sign is drawn, in pixels. */
export const signSizes: Readonly<Record<Sign, { readonly w: number; readonly h: number }>> = {
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
};
