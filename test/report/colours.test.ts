import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/diagram/theme.ts';
import { pages } from '../../src/report/colours.ts';
import { contrast } from '../support/contrast.ts';

type Colour = keyof (typeof pages)['light'];

/** What is written, on what. */
const texts: readonly (readonly [front: Colour, back: Colour])[] = [
  ...(['ink', 'quiet', 'link', 'unknown', 'absent', 'planned', 'omitted'] as const).flatMap((front) =>
    (['page', 'mark'] as const).map((back) => [front, back] as const),
  ),
  ...(['ink', 'link'] as const).map((front) => [front, 'soft'] as const),
  ['ink', 'provided-ground'],
  ['unknown', 'unknown-ground'],
  ['absent', 'absent-ground'],
  ['omitted', 'omitted-ground'],
  ['planned', 'omitted-ground'],
];

/** What is drawn and says something, on what. */
const lines: readonly (readonly [front: Colour, back: Colour])[] = [
  ...(['field', 'accent', 'unknown', 'absent', 'omitted-edge', 'provided'] as const).map(
    (front) => [front, 'page'] as const,
  ),
  ['field', 'soft'],
  ['accent', 'soft'],
];

describe.each(Object.keys(pages) as Theme[])('the colours of a report in %s', (theme) => {
  const colours = pages[theme];

  it('can be read', () => {
    for (const [front, back] of texts)
      expect(contrast(colours[front], colours[back]), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
    for (const ground of ['bar', 'button'] as const)
      expect(contrast('#ffffff', colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('can be told apart from what they stand on', () => {
    for (const [front, back] of lines)
      expect(contrast(colours[front], colours[back]), `${front} on ${back}`).toBeGreaterThanOrEqual(3);
    const edge = Math.max(contrast(colours['button-edge'], colours.page), contrast(colours.button, colours.page));
    expect(edge).toBeGreaterThanOrEqual(3);
  });
});
