import { type GridCell, placeOf } from './grid.ts';

/** What a cell says where it says that there is nothing: in the words that people write into trackers. */
export type Absence = 'unknown' | 'none' | 'not-applicable';

const words: readonly (readonly [Absence, RegExp])[] = [
  [
    'unknown',
    /^(?:t\.?b\.?[cda]\.?|to be (?:confirmed|determined|advised|agreed)|\?+|unknown|not (?:yet )?known|not (?:available|recorded|provided by .+|stated|given|collected)|no (?:data|information|info)(?: available)?|n\/?k|d\/?k|don'?t know|awaiting\b.*|awaited|pending|outstanding|unclear|not sure|unsure|to follow|xx+|-+|–|—|\.{2,}|…)$/i,
  ],
  [
    'none',
    /^(?:none|nil|none (?:identified|in place|at present|currently|known|commissioned)|no (?:service|provision|provider|commissioner)|not (?:commissioned|provided|funded|in place)|nobody|no one|no-one)$/i,
  ],
  ['not-applicable', /^(?:n\.?\/?\s?a\.?|not applicable|not relevant)$/i],
];

/** Which absence a text stands for; `TBC by ICB in May` is one too. Nothing where it says something. */
export function absenceIn(text: string): Absence | undefined {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[.!*]+$/, '')
    .trim();
  const found = words.find(([, pattern]) => pattern.test(plain))?.[0];
  if (found !== undefined) return found;
  return /^(?:TB[CDA]|\?+|unknown|not known|N\/K)(?:\s*[-–:,(]|\s)\s*\S/i.test(plain) && plain.length < 120
    ? 'unknown'
    : undefined;
}

/** The reason of an absence: what stands in the tracker, where, and for which year. */
export function saying(cell: GridCell, year?: string): string {
  return `${placeOf(cell)} says '${cell.text}'${year === undefined ? '' : ` for ${year}`}`;
}
