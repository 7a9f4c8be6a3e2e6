/** What a fact that takes one figure can say instead of a range; nothing for other lines. `before` is the line so far. */
export function rangeAdvice(before: string): string | undefined {
  if (/(?:^|[\s{])cost\s+[£€$]\S*\s*$/.test(before))
    return "a cost is one amount. Write it with 'estimate' or 'budget', as in 'cost £75k estimate', and the range into a 'note'.";
  if (/(?:^|[\s{])(?:activity|capacity|wait|within)\s(?:[\s\w]*\s)?\d[\d,.]*%?\s*$/.test(before))
    return "a figure is one number. Write it with 'about' or 'up to', as in 'about 30' or 'up to 40'.";
  return undefined;
}

/** What to do about a word that is too much on its line, where more can be said of it than of any word. */
export function surplusAdvice(word: string, before: string): string | undefined {
  if (word === 'to') return rangeAdvice(before);
  const absent = /(?:^|[\s{])((?:cost|activity|capacity)\s+(?:unknown|none|not-applicable))\s(?!.*\sbecause\s)/.exec(
    before,
  );
  if (word === 'for' && absent !== null)
    return `'${absent[1]!.replace(/\s+/, ' ')}' takes no year. Put the year into the reason, as in because "2025/26 …".`;
  return undefined;
}
