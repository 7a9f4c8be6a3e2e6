/** The line that opens a block, part by part: each may be changed without the others. In the order of the grammar. */
export type HeadParts = ReadonlyMap<string, string>;

/** The parts that a line may have, in the order in which they are written. */
export const headOrder = [
  ...['kind', 'name', 'from', 'to', 'label', 'is', 'within', 'containing', 'realises', 'in', 'for', 'of', 'changes'],
] as const;

/** The words that a part starts with, which is that word and a name. */
const named: ReadonlySet<string> = new Set(['is', 'within', 'realises', 'in', 'for', 'of', 'changes']);

/** Tells the parts of a block's first line apart; nothing where it has words that are none. */
export function headParts(words: readonly string[]): HeadParts | undefined {
  const parts = new Map<string, string>();
  let at = 0;
  const take = (part: string, count: number): void => {
    parts.set(part, words.slice(at, at + count).join(' '));
    at += count;
  };
  take('kind', words[0] === 'require' || words[0] === 'add' ? 2 : 1);
  const ends = /(?:transition|flow)$/.test(parts.get('kind')!);
  if (!ends || words[at] !== 'from' || words[at + 1] === 'from') take('name', 1);
  if (ends) {
    if (words[at] !== 'from' || words[at + 2] !== 'to') return undefined;
    take('from', 2);
    const toPathway = words[at + 1] === 'pathway' && isName(words[at + 2]);
    take('to', !toPathway && words[at + 2] === 'of' ? 4 : toPathway ? 3 : 2);
  }
  while (at < words.length) {
    const word = words[at]!;
    let count = named.has(word) ? 2 : 1;
    if (word === 'containing') for (count = 2; words[at + count] === 'and'; ) count += 2;
    else if (isName(word) && !named.has(word)) return undefined;
    take(isName(word) ? word : 'label', count);
  }
  return parts;
}

/** What a block is called by: `stage clinic`, `transition from intake to clinic`. `called` gives stages other names. */
export function blockKey(words: readonly string[], called: (stage: string) => string = (stage) => stage): string {
  const parts = headParts(words);
  if (!parts) return words.join(' ');
  const name = parts.get('name');
  if (name !== undefined) return `${parts.get('kind')} ${name}`;
  const ends = `${parts.get('from')} ${parts.get('to')}`.split(' ');
  // The stage that it leads to may be one of another pathway, whose names are its own.
  const here = (word: string, index: number): string =>
    index === 1 || (index === 3 && ends.length === 4) ? called(word) : word;
  return `${parts.get('kind')} ${ends.map(here).join(' ')}`;
}

function isName(word: string | undefined): boolean {
  return word !== undefined && !word.startsWith('"');
}
