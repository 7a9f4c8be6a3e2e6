/** What a fact that takes one figure can say instead of a range; nothing for other lines. `before` is the line so far. */
export function rangeAdvice(before: string): string | undefined {
  if (/\sfor\s+\d[\d/-]*\s*$/.test(before)) return ONE_YEAR;
  if (/(?:^|[\s{])cost\s+[£€$]\S*\s*$/.test(before))
    return "a cost is one amount. Write it with 'estimate' or 'budget', as in 'cost £75k estimate', and the range into a 'note'.";
  if (/(?:^|[\s{])(?:activity|capacity|wait|within)\s(?:[\s\w]*\s)?\d[\d,.]*%?\s*$/.test(before))
    return "a figure is one number. Write it with 'about' or 'up to', as in 'about 30' or 'up to 40'.";
  return undefined;
}

const ONE_YEAR = 'a period is one year, such as 2024 or 2024/25.';

/** What to do about a word that is too much on its line, where more can be said of it than of any word. */
export function surplusAdvice(word: string, before: string): string | undefined {
  if (word === 'to') return rangeAdvice(before);
  // `2024-2025`, of which the first part is read as a month.
  if (/^\d\d$/.test(word) && /\sfor\s+\d{4}-\d\d$/.test(before)) return ONE_YEAR;
  const [, fact, rest = ''] =
    /(?:^|[\s{])((?:cost|activity|capacity)\s+(?:unknown|none|not-applicable))(\s.*)$/.exec(before) ?? [];
  if (word !== 'for' || fact === undefined) return undefined;
  const where = /\sbecause\s/.test(rest) ? 'Move the year into the reason.' : YEAR_IN_REASON;
  return `'${fact.replace(/\s+/, ' ')}' takes no year. ${where}`;
}

const YEAR_IN_REASON = 'Put the year into the reason, as in because "2025/26 …".';
