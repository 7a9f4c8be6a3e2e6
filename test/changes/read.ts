import { type Reading, readingOf } from '../../src/changes/reading.ts';
import { comparisonOf, edited, exampleTexts } from './sides.ts';

/** The texts of the fictional county. */
export const county = exampleTexts('fictional-county');

/** What a reader reads of some edits of the example. */
export function readAfter(
  ...edits: Parameters<typeof edited> extends [unknown, ...infer Rest] ? Rest : never
): Reading {
  return readingOf(comparisonOf(county, edited(county, ...edits)));
}

/** The sentences of a reading, by heading. */
export const outline = ({ groups }: Reading): Record<string, readonly string[]> =>
  Object.fromEntries(groups.map(({ heading, entries }) => [heading, entries.map(({ sentence }) => sentence)]));
