import { CarePathwaysGrammar } from './generated/grammar.ts';
import { lineWordsOf } from './line-words.ts';
import { keywordsOf, reserved } from './tokens.ts';

/**
 * The TextMate grammar for editors, made from the language's grammar. A keyword is coloured where it is one: first on
 * its line or after a brace, and in the middle of a line only where it belongs to a fact.
 */
export function textMateGrammar(): object {
  const grammar = CarePathwaysGrammar();
  const words = keywordsOf(grammar).filter((word) => /^[a-z]/.test(word) && !reserved.has(word));
  const starts = new Set([...lineWordsOf(grammar).values()].flat());
  const blocks = [...starts].filter((word) => declares.has(word));
  const facts = [...starts].filter((word) => !declares.has(word));
  const clauses = words.filter((word) => !starts.has(word) || alsoClauses.has(word));
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Care pathway',
    scopeName: 'source.pathway',
    fileTypes: ['pathway'],
    patterns: [{ include: '#everything' }],
    repository: {
      everything: {
        patterns: [
          { name: 'comment.line.number-sign.pathway', match: '#.*$' },
          { name: 'string.quoted.triple.pathway', begin: '"""', end: '"""' },
          {
            name: 'string.quoted.double.pathway',
            begin: '"',
            end: '"|$',
            patterns: [{ name: 'constant.character.escape.pathway', match: '\\\\.' }],
          },
          declaration(blocks),
          { name: 'keyword.other.fact.pathway', match: `(?:(?<=^\\s*)|(?<=[{}]\\s*))(?:${oneOf(facts)})(?![\\w-])` },
          { name: 'constant.language.absence.pathway', match: `(?<![\\w-])(?:${oneOf([...reserved])})(?![\\w-])` },
          { name: 'constant.numeric.money.pathway', match: '[£€$][0-9][0-9,]*(?:\\.[0-9]+)?(?:[kKmM]|bn|BN)?' },
          {
            name: 'constant.numeric.pathway',
            match: '(?<![\\w-])[0-9][0-9,]*(?:\\.[0-9]+|/[0-9]{2,4}|-[0-9]{2}(?:-[0-9]{2})?)?%?(?![\\w-])',
          },
          { name: 'keyword.control.clause.pathway', match: `(?<![\\w-])(?:${oneOf(clauses)})(?![\\w-])` },
          { name: 'variable.other.name.pathway', match: '[\\p{L}][\\p{L}\\p{N}_-]*' },
        ],
      },
    },
  };
}

/** Words that declare something with a name of its own. */
const declares: ReadonlySet<string> = new Set(
  (
    'project source footprint organisation system information agreement board vocabulary specification pathway view ' +
    'scenario stage transition flow gap risk challenge strength need action milestone outcome indicator'
  ).split(' '),
);

/** Words that start a fact in one block, and go on with one in another. */
const alsoClauses: ReadonlySet<string> = new Set(['under', 'from', 'in', 'as', 'of', 'to', 'within', 'is']);

function declaration(blocks: readonly string[]): object {
  return {
    match: `(?:(?<=^\\s*)|(?<=[{}]\\s*))(?:(require|uses|add|remove)\\s+)?(${oneOf(blocks)})(?![\\w-])(?:\\s+(?!(?:from|to)\\s)([\\p{L}][\\p{L}\\p{N}_-]*))?`,
    captures: {
      1: { name: 'keyword.other.fact.pathway' },
      2: { name: 'storage.type.block.pathway' },
      3: { name: 'entity.name.pathway' },
    },
  };
}

/** Longest first, so that `tier-3-plus` is not cut short at `tier-3`. */
function oneOf(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length || a.localeCompare(b)).join('|');
}
