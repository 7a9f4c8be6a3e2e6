/** How lines with the same keyword are told apart. */
interface Kind {
  /** What makes a line one of several, by its words after the keyword. */
  readonly subject: (words: readonly string[]) => string;
  /** Whether another subject in its place is the same fact with another answer, and not another fact. */
  readonly answers?: true;
}

const first: Kind = { subject: ([name = '']) => name };
const all: Kind = { subject: (words) => words.join(' ') };
const answer: Kind = { ...first, answers: true };
const only: Kind = { subject: () => '', answers: true };

const absences: ReadonlySet<string> = new Set(['unknown', 'none', 'not-applicable']);

/** By keyword. A keyword that is not here stands once in its block. */
const kinds: Readonly<Record<string, Kind>> = {
  ...each(all, 'alias', 'allow', 'condition', 'enters', 'excludes', 'include', 'leaves', 'note', 'omits', 'only'),
  ...each(all, 'output', 'overlaps', 'part', 'remove', 'require', 'standard', 'succeeded', 'training', 'uses', 'voice'),
  ...each(first, 'accept', 'action', 'affects', 'badge', 'basis', 'code', 'cohort', 'covers', 'data', 'domain'),
  ...each(first, 'evidence', 'field', 'hide', 'indicator', 'kind', 'member', 'partner', 'party', 'rule', 'show', 'tag'),
  ...each(first, 'under', 'varies', 'workforce'),
  ...each(answer, 'agreement', 'assessment', 'chair', 'commissioner', 'level', 'movement', 'provider', 'setting'),
  governance: { subject: ([kind, name]) => `${kind} ${name}`, answers: true },
  cost: { subject: (words) => [natureOf(words), after(words, 'for')].join(' '), answers: true },
  activity: {
    subject: (words) => [...['measuring', 'from', 'for'].map((w) => after(words, w))].join(' '),
    answers: true,
  },
  capacity: { subject: (words) => after(words, 'for'), answers: true },
  send: { subject: (words) => [words[0], after(words, 'from'), after(words, 'to')].join(' ') },
  in: { subject: (words) => `${words.slice(0, 3).join(' ')} ${identityOf(words.slice(3))}` },
};

function each(kind: Kind, ...keywords: readonly string[]): Readonly<Record<string, Kind>> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, kind]));
}

function kindOf([keyword = '']: readonly string[]): Kind {
  return Object.hasOwn(kinds, keyword) ? kinds[keyword]! : only;
}

/** What makes a line the same fact on two sides, whatever else it says: `provider riverside-trust`, `status`. */
export function identityOf(words: readonly string[]): string {
  const [keyword = '', ...rest] = words;
  return `${keyword} ${isAbsence(words) ? '' : kindOf(words).subject(rest)}`.trim();
}

/** Whether a line says that there is nothing, or nothing known, where an answer could stand. */
export function isAbsence([, word = '']: readonly string[]): boolean {
  return absences.has(word);
}

/** Whether of two lines with one keyword that came and went, the one can only stand in the place of the other. */
export function inPlaceOf(before: readonly string[], after: readonly string[]): boolean {
  return before[0] === after[0] && (kindOf(before).answers === true || isAbsence(before) || isAbsence(after));
}

/** Whether lines with this keyword are texts, which stay the same when somebody improves their words. */
export function isProse([, text = '']: readonly string[]): boolean {
  return text.startsWith('"');
}

function natureOf(words: readonly string[]): string {
  return words.find((word) => ['budget', 'actual', 'estimate', 'grant', 'pooled'].includes(word)) ?? '';
}

function after(words: readonly string[], word: string): string {
  const at = words.indexOf(word);
  return at < 0 ? '' : (words[at + 1] ?? '');
}
