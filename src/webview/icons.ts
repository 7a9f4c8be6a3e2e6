import { svgFrom } from './dom.ts';

export type Icon = keyof typeof drawings;

/** A small picture beside words, or in a button that says in words what it does. */
export function icon(name: Icon): SVGSVGElement {
  return svgFrom(
    `<svg xmlns="http://www.w3.org/2000/svg" class="icon icon-${name}" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">${drawings[name]}</svg>`,
  );
}

const stroke = (width: number): string =>
  `fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
const line = stroke(1.6);
const on = 'fill="none" stroke="var(--on-sign)" stroke-width="1.7" stroke-linecap="round"';

/** Findings have the shapes that they have in the picture. */
const drawings = {
  error: `<path d="M-2.9 -7H2.9L7 -2.9V2.9L2.9 7H-2.9L-7 2.9V-2.9z" fill="currentColor"/><path d="M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5" ${on}/>`,
  warning: `<path d="M0 -6L6.6 6H-6.6z" fill="currentColor" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M0 -2.4V2" ${on}/><circle cy="4.4" r="0.95" fill="var(--on-sign)"/>`,
  info: `<circle r="6.8" fill="currentColor"/><circle cy="-3.2" r="1" fill="var(--on-sign)"/><path d="M0 -0.4V3.6" ${on}/>`,
  question: `<path d="M-3.2 -2.6A3.2 3.2 0 1 1 1.3 0.3Q0 1.1 0 2.6" ${stroke(2)}/><circle cy="5.8" r="1.25" fill="currentColor"/>`,
  accepted: `<path d="M-5.5 0.5L-1.8 4.2L5.5 -4" ${stroke(2)}/>`,
  worse: `<path d="M-6.4 -4.6H6.4L0 6.2z" fill="currentColor" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/>`,
  better: `<path d="M-6.4 4.6H6.4L0 -6.2z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/>`,
  judge: `<path d="M0 -6.6L6.6 0L0 6.6L-6.6 0z" ${line}/><circle r="1.5" fill="currentColor"/>`,
  plain: `<circle r="2.6" fill="currentColor"/>`,
  in: `<path d="M-5.5 0H5.5M0 -5.5V5.5" ${line}/>`,
  out: `<path d="M-5.5 0H5.5" ${line}/>`,
  fit: `<path d="M-6 -2.5V-6H-2.5M2.5 -6H6V-2.5M6 2.5V6H2.5M-2.5 6H-6V2.5" ${line}/>`,
  'fit-selection': `<path d="M-6.5 -3V-6.5H-3M3 -6.5H6.5V-3M6.5 3V6.5H3M-3 6.5H-6.5V3" ${line}/><rect x="-3" y="-2" width="6" height="4" rx="1" fill="currentColor"/>`,
  find: `<circle cx="-1.2" cy="-1.2" r="4.6" ${line}/><path d="M2.2 2.2L6.2 6.2" ${line}/>`,
  filter: `<path d="M-6.5 -5.5H6.5L1.6 0.6V5.8L-1.6 4.2V0.6z" ${line}/>`,
  since: `<path d="M0 -6.8V1.2M-4 -2.8H4M-4 5.6H4" ${line}/>`,
  pin: `<path d="M-2.6 -6.6H2.6M-1.8 -6.6V-1.8L-4.4 1.4H4.4L1.8 -1.8V-6.6M0 1.4V6.8" ${line}/>`,
  share: `<path d="M-6 1.5V6H6V1.5M0 2.5V-6.4M-3.4 -3L0 -6.4L3.4 -3" ${line}/>`,
  more: `<circle cx="-4.6" r="1.4" fill="currentColor"/><circle r="1.4" fill="currentColor"/><circle cx="4.6" r="1.4" fill="currentColor"/>`,
  trace: `<circle cx="-4.8" cy="4.6" r="1.9" ${line}/><circle cx="4.8" cy="-4.6" r="1.9" ${line}/><path d="M-2.8 4.6H1.6Q4 4.6 4 2.4Q4 0.2 1.6 0.2H-1.6Q-4 0.2 -4 -2.2Q-4 -4.6 -1.6 -4.6H2.8" ${line}/>`,
  table: `<rect x="-6.5" y="-5.5" width="13" height="11" rx="1.6" ${line}/><path d="M-6.5 -1.8H6.5M-6.5 1.9H6.5M-1.6 -1.8V5.5" ${line}/>`,
  up: `<path d="M-4 2L0 -2L4 2" ${line}/>`,
  down: `<path d="M-4 -2L0 2L4 -2" ${line}/>`,
  break: `<path d="M0 -7.5L7.5 0L0 7.5L-7.5 0z" fill="currentColor"/><path d="M-4.2 0H-2.2M2.2 0H4.2M-1.3 2.8L1.3 -2.8" fill="none" stroke="var(--on-sign)" stroke-width="1.4" stroke-linecap="round"/>`,
  fold: `<path d="M-3.2 -6.6L0 -3.6L3.2 -6.6M-3.2 6.6L0 3.6L3.2 6.6M-5.5 0H5.5" ${stroke(1.4)}/>`,
  unfold: `<path d="M-3.2 -3.4L0 -6.4L3.2 -3.4M-3.2 3.4L0 6.4L3.2 3.4M-5.5 0H5.5" ${stroke(1.4)}/>`,
  open: `<path d="M-4 2.5L0 -2L4 2.5" ${line}/>`,
  close: `<path d="M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5" ${line}/>`,
  keys: `<rect x="-7" y="-4.5" width="14" height="9" rx="1.6" ${stroke(1.3)}/><path d="M-4.3 -1.7H-4.2M-1.5 -1.7H-1.4M1.4 -1.7H1.5M4.2 -1.7H4.3M-2.5 1.6H2.5" ${line}/>`,
} as const;
