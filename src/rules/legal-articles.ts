/** A place in the law that a text cites. */
export interface Citation {
  /** As written, without what stands around it: `Article 6(1)(g)`. */
  readonly text: string;
  readonly law: 'article' | 'schedule-1';
  /** For an article `6(1)(e)`, in lower case and without spaces; for Schedule 1 empty. */
  readonly point: string;
  /** What is wrong with it: `which does not exist: Article 6(1) has points (a) to (f) and (ea)`. */
  readonly problem?: string;
}

/**
 * What a text cites of the UK GDPR's articles and of Schedule 1 to the Data Protection Act 2018: `Article 6(1)(e)`,
 * `Art. 9(2)(h)`, `6(1)(c) and (e)`, `Schedule 1 Part 2`. Other laws are not known here and are left alone.
 */
export function citationsIn(text: string): readonly Citation[] {
  return [...articlesIn(text), ...schedulesIn(text)];
}

const ARTICLE =
  /\b(art(?:icle)?s?\.?\s*)?(\d{1,3})\s*((?:\(\s*\w{1,2}\s*\)\s*)*)((?:(?:,|and|or|&)\s*\(\s*[a-z]{1,2}\s*\)\s*)*)/giu;

function articlesIn(text: string): readonly Citation[] {
  return [...text.matchAll(ARTICLE)].flatMap((match) => {
    const [whole, word, number = '', parts = '', more = ''] = match;
    // A bare number is an article only where its points say so: the first point of 6(1)(e) is a paragraph's.
    if (word === undefined && !(allowing.has(number) && /^\(\s*\d/.test(parts))) return [];
    if (isOfAnotherLaw(text.slice(match.index + whole.length))) return [];
    const first = inBrackets(parts);
    const stem = first.slice(0, -1);
    const points = [first, ...inBrackets(more).map((point) => [...stem, point])];
    return points.map((point) => article(number, point));
  });
}

/** `Article 8 of the Human Rights Act`, `Article 8 ECHR`. */
function isOfAnotherLaw(rest: string): boolean {
  return /^,?\s*(?:of\s+(?:the\s+)?)?(?:ECHR|European|Human|Convention|TFEU|Treaty)/i.test(rest);
}

function inBrackets(parts: string): readonly string[] {
  return [...parts.matchAll(/\(\s*(\w+)\s*\)/g)].map(([, part = '']) => part.toLowerCase());
}

function article(number: string, parts: readonly string[]): Citation {
  const point = number + parts.map((part) => `(${part})`).join('');
  const problem = problemOf(number, parts);
  return { text: `Article ${point}`, law: 'article', point, ...(problem === undefined ? {} : { problem }) };
}

/** The last article of the UK GDPR. */
const LAST_ARTICLE = 99;

/** An article that allows processing. */
interface Allowing {
  readonly paragraphs: RegExp;
  readonly paragraphsInWords: string;
  /** The points of the paragraph that lists reasons, where there is one. */
  readonly list?: { readonly paragraph: string; readonly points: RegExp; readonly inWords: string };
}

const allowing: ReadonlyMap<string, Allowing> = new Map<string, Allowing>([
  [
    '6',
    {
      paragraphs: /^[1-4]$/,
      paragraphsInWords: 'Article 6 has paragraphs (1) to (4)',
      list: { paragraph: '1', points: /^(?:[a-f]|ea)$/, inWords: 'Article 6(1) has points (a) to (f) and (ea)' },
    },
  ],
  [
    '9',
    {
      paragraphs: /^(?:[1-5]|3a)$/,
      paragraphsInWords: 'Article 9 has paragraphs (1) to (5)',
      list: { paragraph: '2', points: /^[a-j]$/, inWords: 'Article 9(2) has points (a) to (j)' },
    },
  ],
  ['10', { paragraphs: /^[12]$/, paragraphsInWords: 'Article 10 has paragraphs (1) and (2)' }],
]);

function problemOf(number: string, [paragraph, point]: readonly string[]): string | undefined {
  const missing = (words: string): string => `which does not exist: ${words}`;
  if (Number(number) < 1 || Number(number) > LAST_ARTICLE)
    return missing(`the UK GDPR has Articles 1 to ${LAST_ARTICLE}`);
  const known = allowing.get(number);
  if (known === undefined || paragraph === undefined) return undefined;
  if (!known.paragraphs.test(paragraph)) return missing(known.paragraphsInWords);
  const { list } = known;
  if (point === undefined || list?.paragraph !== paragraph || list.points.test(point)) return undefined;
  return missing(list.inWords);
}

const SCHEDULE = /\bsch(?:edule|ed?\.?)?\s*1\b(?:[,\s]*(?:part\s*(\d+)))?(?:[,\s]*para(?:graph|\.)?\s*(\d+))?/giu;

/** Schedule 1 has its conditions in Parts 1 to 3, paragraphs 1 to 37; Part 4 only says what document they call for. */
function schedulesIn(text: string): readonly Citation[] {
  return [...text.matchAll(SCHEDULE)].map(([whole, part, paragraph]) => {
    const wrong =
      Number(part ?? 1) > 3 || Number(part ?? 1) < 1 || Number(paragraph ?? 1) > 37 || Number(paragraph ?? 1) < 1;
    const problem = 'which holds no condition: those of Schedule 1 stand in its Parts 1 to 3, paragraphs 1 to 37';
    return { text: whole.trim(), law: 'schedule-1', point: '', ...(wrong ? { problem } : {}) };
  });
}
