import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { editsBetween } from '../../src/language/format/edits.ts';
import { commentText, isComment, tokensOf } from '../../src/language/format/items.ts';
import { formatRange } from '../../src/language/format/range.ts';
import { formatOnType } from '../../src/language/format/typing.ts';
import { pathwayText } from './format/generate.ts';
import { formatted, meaning } from './format/meaning.ts';

const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('file:///p/a.pathway', 'pathway', 1, text), [...edits]);

/** Edits as `line:character-line:character text`. */
const shown = (edits: readonly TextEdit[]): string[] =>
  edits.map(({ range: { start, end }, newText }) => {
    const to = end.line === start.line ? end.character : `${end.line}:${end.character}`;
    return `${start.line}:${start.character}-${to} ${JSON.stringify(newText)}`;
  });

describe('the edits between two texts', () => {
  it('leave lines alone that stay, and words of lines that only move sideways', () => {
    const before = 'pathway p {\n stage a {\n      cost none\n  }\n}\n';
    expect(shown(editsBetween(before, formatted(before)))).toEqual(['1:1-1 " "', '2:4-6 ""']);
  });

  it('move a fact by taking it out and putting it in', () => {
    const before = 'pathway p {\n  owner icb\n  cohort girls\n  ages 0 to 5\n  status current\n}\n';
    expect(shown(editsBetween(before, formatted(before)))).toEqual(['1:0-0 "  status current\\n"', '4:0-5:0 ""']);
  });

  it('are none where nothing changes', () => {
    expect(editsBetween('system a\n', 'system a\n')).toEqual([]);
    expect(editsBetween('', '')).toEqual([]);
  });

  it('never cut a line end or a character in two', () => {
    expect(shown(editsBetween('a\r\nb\r\n', 'a\n\nb\n'))).toEqual(['0:1-1:0 "\\n"', '1:0-0 "\\n"', '1:1-2:0 "\\n"']);
    expect(shown(editsBetween('\u{1F600}', '\u{1F601}'))).toEqual(['0:0-2 "\u{1F601}"']);
  });

  it('make the one text of the other, whatever the two are', () => {
    const line = fc.constantFrom('a', ' a', 'b', '  b', 'c {', '}', ' }', '', 'd', '\t');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, editsBetween(before, after))).toBe(after);
      }),
      { numRuns: 1000, seed: 20164 },
    );
    fc.assert(
      fc.property(pathwayText, (before) => {
        const after = formatted(before);
        expect(applied(before, editsBetween(before, after))).toBe(after);
      }),
      { numRuns: 200, seed: 20165 },
    );
  });
});

/** What becomes of a text when the given lines are formatted, counted from one. */
function ranged(text: string, first: number, last: number): string {
  const edits = formatRange(text, first - 1, last - 1);
  if ('problem' in edits) throw new Error(edits.problem);
  return applied(text, edits);
}

describe('formatting some of the lines', () => {
  it('sets right indentation and spacing, moves nothing, and touches no other line', () => {
    const text =
      'pathway p{\n cost   none\n owner  icb status   current # new\n\t\n   stage a{ cost   none   wait 5 days}\n}\n';
    expect(ranged(text, 3, 5)).toBe(
      'pathway p{\n cost   none\n  owner icb  status current  # new\n\n  stage a { cost none  wait 5 days }\n}\n',
    );
    expect(ranged(text, 1, 1)).toBe(text.replace('p{', 'p {'));
    expect(ranged(text, 6, 7)).toBe(text);
  });

  it('sets what goes on with a line above deeper than a fact', () => {
    const text = 'pathway p {\ncommissioner icb\n# where\nscope local\nunder section-75\n# end\n}\n';
    expect(ranged(text, 1, 7)).toBe(
      'pathway p {\n  commissioner icb\n      # where\n      scope local\n      under section-75\n  # end\n}\n',
    );
  });

  it('leaves a text of several lines alone unless all of it is meant', () => {
    const text = 'pathway p {\nnote """\n One.\n   Two.\n"""\n}\n';
    expect(ranged(text, 1, 4)).toBe(text);
    expect(ranged(text, 3, 6)).toBe(text);
    expect(ranged(text, 2, 5)).toBe('pathway p {\n  note """\n    One.\n      Two.\n    """\n}\n');
  });

  it('keeps comments below each other that stand below each other', () => {
    const text =
      'pathway p {\nowner icb     # one\n  ages 0 to 5 # two\n              # and more\n  cohort girls  # three\n}\n';
    expect(ranged(text, 2, 2)).toBe(text.replace('owner icb    ', '  owner icb  '));
    expect(ranged(text, 1, 6)).toBe(
      'pathway p {\n  owner icb    # one\n  ages 0 to 5  # two\n               # and more\n  cohort girls  # three\n}\n',
    );
  });

  it('leaves a text with mistakes alone', () => {
    expect(formatRange('pathway p {\n owner\n}\n', 0, 2)).toMatchObject({ line: 1, character: 1 });
  });

  it('changes only the given lines of any text, and keeps what it says', () => {
    fc.assert(
      fc.property(pathwayText, fc.nat(), fc.nat(20), (text, at, more) => {
        const lines = text.split('\n');
        const first = at % lines.length;
        const last = Math.min(first + more, lines.length - 1);
        const now = ranged(text, first + 1, last + 1);
        const after = now.split('\n');
        expect(after).toHaveLength(lines.length);
        expect(after.slice(0, first)).toEqual(lines.slice(0, first));
        expect(after.slice(last + 1)).toEqual(lines.slice(last + 1));
        expect(meaning(now)).toEqual(meaning(text));
        expect(ranged(now, first + 1, last + 1)).toBe(now);
        expect(tokensOf(now).filter(isComment).map(commentText)).toEqual(
          tokensOf(text).filter(isComment).map(commentText),
        );
      }),
      { numRuns: 300, seed: 20166 },
    );
  });

  it('leaves canonical texts as they are', () => {
    const folder = new URL('../../examples/', import.meta.url);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pathway'),
    );
    for (const name of names) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(ranged(text, 1, text.split('\n').length)).toBe(text);
    }
  });
});

/** What becomes of a text with a caret, `|`, after the character before it was typed. */
function typed(text: string): string {
  const at = text.indexOf('|');
  const before = text.slice(0, at).split('\n');
  const now = text.replace('|', '');
  const character = text[at - 1] === '}' ? '}' : '\n';
  return applied(now, formatOnType(now, before.length - 1, before.at(-1)!.length, character));
}

describe('while typing', () => {
  it('a closing brace takes the indentation of the line that opened its block', () => {
    expect(typed('pathway p {\n  stage a {\n    cost none\n    }|\n}')).toBe(
      'pathway p {\n  stage a {\n    cost none\n  }\n}',
    );
    expect(typed('pathway p {\n\tstage a {\n }|')).toBe('pathway p {\n\tstage a {\n\t}');
  });

  it('a new line is one step deeper than the block around it', () => {
    expect(typed('pathway p {\n|')).toBe('pathway p {\n  ');
    expect(typed('pathway p {\n  stage a {\n  |cost none\n')).toBe('pathway p {\n  stage a {\n    cost none\n');
    expect(typed('pathway p {\n  stage a { # {\n|}\n')).toBe('pathway p {\n  stage a { # {\n  }\n');
    expect(typed('pathway p {\n}\n  |')).toBe('pathway p {\n}\n');
  });

  it('only the indentation of this line is touched, and nothing where it is right', () => {
    const text = 'pathway p {\nstage   a {\n  cost   none\n';
    expect(formatOnType(text, 2, 2, '\n')).toEqual([]);
    expect(formatOnType('pathway p {\n  stage a { cost none }\n', 1, 23, '}')).toEqual([]);
    expect(formatOnType('}\n', 0, 1, '}')).toEqual([]);
    expect(formatOnType('', 3, 0, '\n')).toEqual([]);
  });

  it('a text of several lines is left alone', () => {
    expect(typed('pathway p {\n  note """\n|\n  """\n}')).toBe('pathway p {\n  note """\n\n  """\n}');
    expect(typed('pathway p {\n  note """\n}|\n  """\n}')).toBe('pathway p {\n  note """\n}\n  """\n}');
  });
});
