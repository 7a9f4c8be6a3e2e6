import { fonts, lineHeight } from '../fonts.ts';
import { widest } from '../measure.ts';
import type { Content, PlacedMark, PlacedText } from '../placed.ts';
import type { Change, Direction, TerminalNode } from '../scene.ts';
import { wrapBalanced } from '../wrap.ts';
import { line } from './row.ts';
import { signSizes } from './sizes.ts';

/** What stands at a terminal, measured from its box's corner, the size that it needs, and where its arrow meets it. */
export interface Terminal {
  readonly w: number;
  readonly h: number;
  readonly content: Content;
  /** For ways in and out: the middle of the circle. */
  readonly circle?: { readonly x: number; readonly y: number };
}

const circle = signSizes.entry.w;
const textWidth = 110;
const signGap = 6;

/** Ways in and out are a circle with its text; other pathways and broken names are small boxes. */
export function terminalOf(node: TerminalNode, direction: Direction): Terminal {
  if (node.sort !== 'entry' && node.sort !== 'exit') return boxed(node, node.sort);
  return direction === 'right' ? besideCircle(node, node.sort) : aroundCircle(node, node.sort);
}

/** The text on the side away from the stage, so that the arrow stays short and straight. */
function besideCircle(node: TerminalNode, sort: 'entry' | 'exit'): Terminal {
  const { lines } = wrapBalanced(node.label, fonts.terminal, textWidth, 3);
  const text = lines.length === 0 ? 0 : Math.ceil(widest(lines, fonts.terminal)) + 8;
  const space = text + (node.change ? signSizes[node.change].w + signGap : 0);
  const h = Math.max(20, lines.length * lineHeight(fonts.terminal) + 4);
  const x = sort === 'entry' ? space + circle / 2 : circle / 2;
  const y = h / 2;
  const texts = lines.map((text, index) => {
    const at = middleOf(lines.length, index, y);
    return sort === 'entry'
      ? line([{ text, tone: 'muted', font: 'terminal' }], space - 8, at, 'end')
      : line([{ text, tone: 'muted', font: 'terminal' }], circle + 8, at);
  });
  // What has become of it stands at the far end, so that it is on no arrow.
  const sign = node.change ? signAt(node.change, sort === 'entry' ? 0 : circle + text + signGap, y) : [];
  return {
    w: space + circle,
    h,
    content: { texts, marks: [{ mark: sort, x, y }, ...sign], chips: [] },
    circle: { x, y },
  };
}

/** The text above a way in and below a way out. */
function aroundCircle(node: TerminalNode, sort: 'entry' | 'exit'): Terminal {
  const { lines } = wrapBalanced(node.label, fonts.terminal, textWidth, 3);
  const space = lines.length * lineHeight(fonts.terminal) + (lines.length === 0 ? 0 : 4);
  const signs = node.change ? circle + 2 * (signGap + signSizes[node.change].w) : 20;
  const w = Math.max(signs, Math.ceil(widest(lines, fonts.terminal)) + 4);
  const y = sort === 'entry' ? space + circle / 2 : circle / 2;
  const top = sort === 'entry' ? 12 : circle + 15;
  const texts = lines.map((text, index) =>
    line([{ text, tone: 'muted', font: 'terminal' }], w / 2, top + index * lineHeight(fonts.terminal), 'middle'),
  );
  return {
    w,
    h: space + circle,
    content: {
      texts,
      marks: [
        { mark: sort, x: w / 2, y },
        ...(node.change ? signAt(node.change, w / 2 + circle / 2 + signGap, y) : []),
      ],
      chips: [],
    },
    circle: { x: w / 2, y },
  };
}

function boxed(node: TerminalNode, sort: 'pathway' | 'missing' | 'hidden'): Terminal {
  // The box is the sign for a broken name, so that a question mark in it is enough.
  const sign = ({ pathway: 'elsewhere', missing: 'question', hidden: 'hidden' } as const)[sort];
  const indent = 12 + signSizes[sign].w + 7;
  const { lines } = wrapBalanced(node.label, fonts.terminal, 150, 3);
  const h = Math.max(34, lines.length * lineHeight(fonts.terminal) + 16);
  const text = Math.ceil(indent + widest(lines, fonts.terminal) + 12);
  const w = text + (node.change ? signSizes[node.change].w : 0);
  const tone = ({ pathway: 'text', missing: 'question', hidden: 'muted' } as const)[sort];
  const texts = lines.map(
    (text, index): PlacedText => line([{ text, tone, font: 'terminal' }], indent, middleOf(lines.length, index, h / 2)),
  );
  const marks = [
    { mark: sign, x: 12 + signSizes[sign].w / 2, y: h / 2 },
    ...(node.change ? signAt(node.change, text - signGap, h / 2) : []),
  ];
  return { w, h, content: { texts, marks, chips: [] } };
}

/** The sign of what has become of something, from `left` on. */
function signAt(mark: Change, left: number, y: number): readonly PlacedMark[] {
  return [{ mark, x: left + signSizes[mark].w / 2, y }];
}

/** The baseline of one of several lines that stand around a middle line. */
function middleOf(count: number, index: number, middle: number): number {
  return middle + (index - (count - 1) / 2) * lineHeight(fonts.terminal) + fonts.terminal.size * 0.36;
}
