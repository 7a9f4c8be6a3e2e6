import { type FontName, fonts, lineHeight } from '../fonts.ts';
import { widthOf } from '../measure.ts';
import type { Content, PlacedChip, PlacedMark, PlacedText, Run, Tone } from '../placed.ts';
import type { Chip, FactLine, StageNode } from '../scene.ts';
import { ellipsised, wrap } from '../wrap.ts';
import { baseline, findingItems, joined, line, row, rowWidth } from './row.ts';
import { signSizes } from './sizes.ts';

/** What stands in a stage's box, measured from the box's corner, and the size that it needs. */
export interface Card {
  readonly w: number;
  readonly h: number;
  readonly content: Content;
}

/** All stages are equally wide, so that columns line up. */
export const cardWidth = 228;
const padding = { left: 16, right: 14, top: 14, bottom: 14 };
const inner = cardWidth - padding.left - padding.right;
const chipHeight = 20;
const chipGap = 6;
const maxChipRows = 3;

/** Lays out a stage's label, facts, chips and badges. */
export function cardOf(stage: StageNode): Card {
  const items = findingItems(stage);
  const badges = rowWidth(items);
  const labelLine = lineHeight(fonts.stage);
  const first = items.length === 0 ? inner : inner - badges - 10;
  const label = wrap(stage.label, fonts.stage, inner, 3, first).lines;
  const labels = label.map((text, index) =>
    line(
      [{ text, tone: 'text', font: 'stage', ...(stage.closed ? { struck: true } : {}) }],
      padding.left,
      padding.top + 12 + index * labelLine,
    ),
  );
  const corner = row(items, cardWidth - padding.right - badges, padding.top + 7);
  let y = padding.top + label.length * labelLine + 5;
  const facts: Content[] = [];
  for (const fact of stage.lines) {
    const { content, height } = factContent(fact, y);
    facts.push(content);
    y += height;
  }
  const chips = chipRows(stage.chips, y + 8);
  const bottom = chips.content.chips.length === 0 ? y : chips.bottom;
  return {
    w: cardWidth,
    h: Math.ceil(bottom + padding.bottom - (chips.content.chips.length === 0 ? 4 : 0)),
    content: joined({ texts: labels, marks: [], chips: [] }, corner, ...facts, chips.content),
  };
}

const factTones: Readonly<Record<FactLine['state'], Tone>> = {
  recorded: 'text',
  unknown: 'question',
  none: 'gap',
  missing: 'missing',
  'not-applicable': 'muted',
  broken: 'question',
  unreadable: 'muted',
};

/** One fact below the label, on three lines at most, with a sign before it where it states an absence. */
function factContent(fact: FactLine, top: number): { readonly content: Content; readonly height: number } {
  const tone = factTones[fact.state];
  const sign =
    fact.state === 'unknown'
      ? 'question'
      : fact.state === 'none'
        ? 'gap'
        : fact.state === 'broken'
          ? 'broken'
          : undefined;
  const height = lineHeight(fonts.fact) + 1;
  const indent = sign === undefined ? 0 : signSizes[sign].w + 5;
  const heading = fact.state === 'recorded' ? `${fact.fact} ` : '';
  const { lines } = wrap(heading + fact.text, fonts.fact, inner - indent, 3);
  const texts = lines.map((text, index): PlacedText => {
    const run = (part: string, of: Tone): Run => ({
      text: part,
      tone: of,
      font: 'fact',
      ...(fact.state === 'missing' ? { italic: true } : {}),
    });
    const headed = index === 0 && heading !== '' && text.startsWith(heading);
    const runs = headed ? [run(heading, 'muted'), run(text.slice(heading.length), tone)] : [run(text, tone)];
    return line(runs, padding.left + indent, top + 12 + index * height);
  });
  const marks: PlacedMark[] =
    sign === undefined ? [] : [{ mark: sign, x: padding.left + signSizes[sign].w / 2, y: top + 8 }];
  return { content: { texts, marks, chips: [] }, height: height * lines.length };
}

const chipTones = { status: 'outline', setting: 'plain', level: 'outline', ages: 'outline' } as const;

/** Chips in rows; those that find no room are counted in the last one. */
function chipRows(chips: readonly Chip[], top: number): { readonly content: Content; readonly bottom: number } {
  const placed: PlacedChip[] = [];
  const texts: PlacedText[] = [];
  let [x, rowIndex] = [0, 0];
  for (const [index, chip] of chips.entries()) {
    const left = chips.length - index;
    const put = chipOf(chip);
    if (x > 0 && x + put.w > inner) [x, rowIndex] = [0, rowIndex + 1];
    const more =
      rowIndex === maxChipRows - 1 && left > 1 && x + put.w + chipGap + widthOf(`+ ${left - 1}`, fonts.chip) > inner;
    if (rowIndex >= maxChipRows || more) {
      texts.push(
        line(
          [{ text: `+ ${left}`, tone: 'muted', font: 'chip' }],
          padding.left + x,
          top + (maxChipRows - 1) * (chipHeight + chipGap) + 14,
        ),
      );
      rowIndex = maxChipRows - 1;
      break;
    }
    const box = { x: padding.left + x, y: top + rowIndex * (chipHeight + chipGap), w: put.w, h: chipHeight };
    placed.push({ ...box, tone: put.tone });
    texts.push(
      line(
        [{ text: put.text, tone: put.textTone, font: 'chip' }],
        box.x + box.w / 2,
        baseline(box.y + chipHeight / 2, 'chip'),
        'middle',
      ),
    );
    x += put.w + chipGap;
  }
  return { content: { texts, marks: [], chips: placed }, bottom: top + rowIndex * (chipHeight + chipGap) + chipHeight };
}

function chipOf(chip: Chip): {
  readonly text: string;
  readonly w: number;
  readonly tone: PlacedChip['tone'];
  readonly textTone: Tone;
} {
  const sign = chip.state === 'unknown' ? '? ' : '';
  const font: FontName = 'chip';
  const full = sign + chip.text;
  const room = inner - 20;
  const text = widthOf(full, fonts[font]) <= room ? full : ellipsised(full, fonts[font], room);
  const w = Math.ceil(widthOf(text, fonts[font])) + 18;
  if (chip.state === 'unknown') return { text, w, tone: 'question', textTone: 'question' };
  if (chip.state === 'none') return { text, w, tone: 'gap', textTone: 'gap' };
  return { text, w, tone: chipTones[chip.kind], textTone: 'muted' };
}
