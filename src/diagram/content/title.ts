import { fonts, lineHeight } from '../fonts.ts';
import { widthOf } from '../measure.ts';
import { type Content, moved, origin, type PlacedBlock, type PlacedText, type Point } from '../placed.ts';
import type { TitleBlock } from '../scene.ts';
import { wrap } from '../wrap.ts';
import { baseline, joined, line, nothing, row, rowWidth } from './row.ts';
import { signSizes } from './sizes.ts';

type Counted = keyof TitleBlock['counts'];
const words: Readonly<Record<Counted, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  question: ['open question', 'open questions'],
  accepted: ['accepted', 'accepted'],
};
const countRow = 24;

/** Lays out the title, what the pathway is about, and how many findings it has, each with its sign. */
export function titleBlock(title: TitleBlock, at: Point, width: number): PlacedBlock {
  const stamp = title.stamp === undefined ? 0 : widthOf(title.stamp, fonts.subtitle) + 32;
  const heading = wrap(title.label, fonts.title, width, 2, width - stamp).lines;
  const headings = heading.map((text, index) =>
    line([{ text, tone: 'text', font: 'title' }], at.x, at.y + 18 + index * lineHeight(fonts.title)),
  );
  const below = at.y + heading.length * lineHeight(fonts.title) + 2;
  const about = wrap(title.facts.join(' · '), fonts.subtitle, width, 2).lines;
  const abouts = about.map((text, index) =>
    line([{ text, tone: 'muted', font: 'subtitle' }], at.x, below + 14 + index * lineHeight(fonts.subtitle)),
  );
  const seen = wrap((title.shown ?? []).join(' · '), fonts.count, width, 3).lines;
  const seenTop = below + about.length * lineHeight(fonts.subtitle) + (seen.length > 0 ? 6 : 0);
  const shown = seen.map((text, index) =>
    line([{ text, tone: 'accent', font: 'count' }], at.x, seenTop + 14 + index * lineHeight(fonts.count)),
  );
  const countTop = seenTop + seen.length * lineHeight(fonts.count) + 10;
  const counts = countsRow(title, at.x, countTop + countRow / 2);
  const corner: PlacedText[] =
    title.stamp === undefined
      ? []
      : [line([{ text: title.stamp, tone: 'muted', font: 'subtitle' }], at.x + width, at.y + 18, 'end')];
  const content = joined({ texts: [...headings, ...abouts, ...shown, ...corner], marks: [], chips: [] }, counts);
  const bottom = counts === nothing ? countTop - 6 : countTop + countRow;
  return { box: { x: at.x, y: at.y, w: width, h: Math.ceil(bottom - at.y) }, ...moved(content, origin) };
}

function countsRow(title: TitleBlock, x: number, middle: number): Content {
  let left = x;
  let content = nothing;
  for (const key of ['error', 'warning', 'info', 'question', 'accepted'] as const) {
    const count = title.counts[key];
    if (count === 0) continue;
    const sign = row([{ sign: key }], left, middle);
    const text = line(
      [
        { text: `${count}`, tone: key === 'accepted' ? 'muted' : key, font: 'count' },
        { text: ` ${words[key][count === 1 ? 0 : 1]}`, tone: 'muted', font: 'subtitle' },
      ],
      left + signSizes[key].w + 5,
      baseline(middle, 'subtitle'),
    );
    content = joined(content, sign, { texts: [text], marks: [], chips: [] });
    left += rowWidth([{ sign: key }]) + 5 + text.w + 22;
  }
  return content;
}
