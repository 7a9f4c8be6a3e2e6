import { type FontName, fonts, lineHeight } from '../fonts.ts';
import { widthOf } from '../measure.ts';
import type { Content, PlacedChip, PlacedMark, PlacedText, Run, Sign, Tone } from '../placed.ts';
import type { Chip, FactLine, FigureLine, StageNode } from '../scene.ts';
import { ellipsised, wrap } from '../wrap.ts';
import { baseline, findingItems, type Item, joined, line, nothing, row, rowWidth } from './row.ts';
import { signSizes, spineWidth } from './sizes.ts';
import { issueTones, toneOf } from './tones.ts';

/** What stands in a stage's box, measured from the box's corner, and the size that it needs. */
export interface Card {
  readonly w: number;
  readonly h: number;
  readonly content: Content;
}

/** All stages of a picture are equally wide, so that columns line up. */
export const cardWidth = 228;
const padding = { left: 16, right: 14, top: 14, bottom: 14 };
const inner = cardWidth - padding.left - padding.right;
const chipHeight = 20;
const chipGap = 6;
const maxChipRows = 3;
const maxChanges = 5;

/** Lays out a stage's label, facts, figures, chips and badges. */
export function cardOf(stage: StageNode): Card {
  const shift = stage.spine ? spineWidth - 6 : 0;
  const left = padding.left + shift;
  const width = cardWidth + shift;
  const items: readonly Item[] = [...(stage.change ? [{ sign: stage.change }] : []), ...findingItems(stage)];
  const badges = rowWidth(items);
  const labelLine = lineHeight(fonts.stage);
  const first = items.length === 0 ? inner : inner - badges - 10;
  const label = wrap(stage.label, fonts.stage, inner, 3, first).lines;
  const quiet = stage.recedes === true || stage.change === 'removed';
  const labels = label.map((text, index) =>
    line(
      [{ text, tone: quiet ? 'muted' : 'text', font: 'stage', ...(stage.closed ? { struck: true } : {}) }],
      left,
      padding.top + 12 + index * labelLine,
    ),
  );
  const corner = row(items, width - padding.right - badges, padding.top + 7);
  const spine = stage.spine
    ? row(
        [{ sign: stage.spine }],
        (spineWidth + (stage.shared ? 5 : 0) - signSizes[stage.spine].w) / 2,
        padding.top + 7,
      )
    : nothing;
  let y = padding.top + label.length * labelLine + 5;
  const facts: Content[] = [];
  for (const told of linesOf(stage, quiet)) {
    const { content, height } = factContent(told, left, y);
    facts.push(content);
    y += height;
  }
  const chips = chipRows(stage.chips, left, y + 8);
  const bottom = chips.content.chips.length === 0 ? y : chips.bottom;
  return {
    w: width,
    h: Math.ceil(bottom + padding.bottom - (chips.content.chips.length === 0 ? 4 : 0)),
    content: joined({ texts: labels, marks: [], chips: [] }, spine, corner, ...facts, chips.content),
  };
}

/** One line below the label: what it is about, what is said, in which tones, and a sign before it. */
interface Told {
  readonly heading: string;
  readonly headingTone: Tone;
  readonly text: string;
  readonly tone: Tone;
  readonly italic: boolean;
  readonly sign?: Sign;
}

const factSigns: Partial<Readonly<Record<FactLine['state'], Sign>>> = {
  unknown: 'question',
  none: 'gap',
  broken: 'broken',
};

function linesOf(stage: StageNode, quiet: boolean): readonly Told[] {
  const changes = stage.changes ?? [];
  const listed =
    changes.length > maxChanges
      ? [...changes.slice(0, maxChanges - 1), `+ ${changes.length - maxChanges + 1} more`]
      : changes;
  return [
    ...stage.lines.map((fact) => toldFact(fact, quiet)),
    ...(stage.figures ?? []).map((figure) => toldFigure(figure, stage.heat ?? 0)),
    ...listed.map((text): Told => ({ heading: '', headingTone: 'muted', text, tone: 'changed', italic: false })),
  ];
}

function toldFact({ fact, state, text }: FactLine, quiet: boolean): Told {
  const sign = factSigns[state];
  return {
    heading: state === 'recorded' && fact !== '' ? `${fact} ` : '',
    headingTone: issueTones[fact] ?? 'muted',
    text,
    tone: toneOf(state, quiet ? 'muted' : 'text'),
    italic: state === 'missing',
    ...(sign && { sign }),
  };
}

function toldFigure({ kind, state, text, shaded }: FigureLine, heat: number): Told {
  // An empty measure is for what nobody has recorded: an answer, or a question, has the sign that it has everywhere.
  const isMeasured = shaded && (state === 'recorded' || state === 'missing' || state === 'unreadable');
  const sign = isMeasured ? heatSigns[heat] : factSigns[state];
  return {
    heading: state === 'recorded' && kind !== 'findings' ? `${kind} ` : '',
    headingTone: 'muted',
    text,
    tone: toneOf(state),
    italic: state === 'missing',
    ...(sign && { sign }),
  };
}

const heatSigns = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4'] as const;

/** Three lines at most; four of what has changed. */
function factContent(told: Told, left: number, top: number): { readonly content: Content; readonly height: number } {
  const { heading, sign } = told;
  const height = lineHeight(fonts.fact) + 1;
  const indent = sign === undefined ? 0 : signSizes[sign].w + 5;
  const { lines } = wrap(heading + told.text, fonts.fact, inner - indent, told.tone === 'changed' ? 4 : 3);
  const texts = lines.map((text, index): PlacedText => {
    const run = (part: string, tone: Tone): Run => ({
      text: part,
      tone,
      font: 'fact',
      ...(told.italic ? { italic: true } : {}),
    });
    const headed = index === 0 && heading !== '' && text.startsWith(heading);
    const runs = headed
      ? [run(heading, told.headingTone), run(text.slice(heading.length), told.tone)]
      : [run(text, told.tone)];
    return line(runs, left + indent, top + 12 + index * height);
  });
  const marks: PlacedMark[] = sign === undefined ? [] : [{ mark: sign, x: left + signSizes[sign].w / 2, y: top + 8 }];
  return { content: { texts, marks, chips: [] }, height: height * lines.length };
}

const chipTones = { status: 'outline', setting: 'plain', level: 'outline', ages: 'outline', cohort: 'plain' } as const;

/** Chips in rows, within `room` pixels; those that find no room are counted in the last one. */
export function chipRows(
  chips: readonly Chip[],
  start: number,
  top: number,
  room = inner,
): { readonly content: Content; readonly bottom: number } {
  const placed: PlacedChip[] = [];
  const texts: PlacedText[] = [];
  let [x, rowIndex] = [0, 0];
  for (const [index, chip] of chips.entries()) {
    const left = chips.length - index;
    const put = chipOf(chip);
    if (x > 0 && x + put.w > room) [x, rowIndex] = [0, rowIndex + 1];
    const more =
      rowIndex === maxChipRows - 1 && left > 1 && x + put.w + chipGap + widthOf(`+ ${left - 1}`, fonts.chip) > room;
    if (rowIndex >= maxChipRows || more) {
      texts.push(
        line(
          [{ text: `+ ${left}`, tone: 'muted', font: 'chip' }],
          start + x,
          top + (maxChipRows - 1) * (chipHeight + chipGap) + 14,
        ),
      );
      rowIndex = maxChipRows - 1;
      break;
    }
    const box = { x: start + x, y: top + rowIndex * (chipHeight + chipGap), w: put.w, h: chipHeight };
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
  const sign = chip.state === 'unknown' || chip.state === 'broken' ? '? ' : '';
  const font: FontName = 'chip';
  const full = sign + chip.text;
  const room = inner - 20;
  const text = widthOf(full, fonts[font]) <= room ? full : ellipsised(full, fonts[font], room);
  const w = Math.ceil(widthOf(text, fonts[font])) + 18;
  if (chip.state === 'unknown' || chip.state === 'broken') return { text, w, tone: 'question', textTone: 'question' };
  if (chip.state === 'none') return { text, w, tone: 'gap', textTone: 'gap' };
  return { text, w, tone: chipTones[chip.kind], textTone: 'muted' };
}
