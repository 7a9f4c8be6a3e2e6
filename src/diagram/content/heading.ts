import { fonts, lineHeight } from '../fonts.ts';
import { widest } from '../measure.ts';
import type { Content, Tone } from '../placed.ts';
import type { SceneLane } from '../scene.ts';
import { wrapBalanced } from '../wrap.ts';
import { joined, line, row } from './row.ts';
import { signSizes } from './sizes.ts';

/** What stands at the beginning of a lane, measured from its own corner, and the size that it needs. */
export interface Heading {
  readonly w: number;
  readonly h: number;
  readonly content: Content;
}

const textWidth = 118;
const signs = { unknown: 'question', none: 'gap' } as const;
const tones: Readonly<Record<SceneLane['state'], Tone>> = {
  recorded: 'text',
  unknown: 'question',
  none: 'gap',
  missing: 'missing',
  'not-applicable': 'muted',
};

/** A lane's name, after its sign where it has none, and how many stages it has. */
export function headingOf(lane: SceneLane): Heading {
  const sign = lane.state === 'unknown' || lane.state === 'none' ? signs[lane.state] : undefined;
  const indent = sign ? signSizes[sign].w + 6 : 0;
  const { lines } = wrapBalanced(lane.label, fonts.lane, textWidth, 4);
  const counted = lane.size ?? (lane.stages === 1 ? '1 stage' : `${lane.stages} stages`);
  const below = lane.folded ? `${counted}, folded` : counted;
  const high = lineHeight(fonts.lane);
  const italic = lane.state === 'missing';
  const names = lines.map((text, index) =>
    line([{ text, tone: tones[lane.state], font: 'lane', ...(italic ? { italic } : {}) }], indent, 11 + index * high),
  );
  const count = line([{ text: below, tone: 'muted', font: 'fact' }], indent, 11 + lines.length * high);
  const w = Math.ceil(indent + Math.max(widest(lines, fonts.lane), widest([below], fonts.fact)));
  const mark = sign ? [row([{ sign }], 0, 7)] : [];
  const content = joined({ texts: [...names, count], marks: [], chips: [] }, ...mark);
  return { w, h: (lines.length + 1) * high, content };
}
