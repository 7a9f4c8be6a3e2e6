import { describe, expect, it } from 'vitest';
import { formatText } from '../../src/language/format/format.ts';
import { examplesOf } from '../examples/page.ts';
import { pages } from './format/cases.ts';
import { comments, formatted, meaning } from './format/meaning.ts';

describe.each(pages)('canonical form: $page', ({ cases }) => {
  it.each(cases)('$rule', ({ before, after }) => {
    expect(formatted(before)).toBe(after);
    expect(formatted(after)).toBe(after);
    expect(meaning(after)).toEqual(meaning(before));
    expect(comments(after)).toEqual(comments(before));
  });
});

describe('the ends of lines and of the file', () => {
  it('stay as most of the lines have them', () => {
    expect(formatted('pathway p {\r\nowner icb\r\n}\r\n')).toBe('pathway p {\r\n  owner icb\r\n}\r\n');
    expect(formatted('pathway p {\nowner icb\r\n}\r\n')).toBe('pathway p {\r\n  owner icb\r\n}\r\n');
    expect(formatted('pathway p {\r\nowner icb\n}\n')).toBe('pathway p {\n  owner icb\n}\n');
    const text = 'pathway p {\r\n  note """\r\n    One.\r\n    Two.\r\n    """\r\n}\r\n';
    expect(formatted(text)).toBe(text);
  });

  it('leave exactly one line end at the end of the file', () => {
    expect(formatted('system a')).toBe('system a\n');
    expect(formatted('system a\n\n\n')).toBe('system a\n');
    expect(formatted('\n\n# Nothing yet.')).toBe('# Nothing yet.\n');
    expect(formatted('')).toBe('');
    expect(formatted(' \n\n')).toBe('');
  });

  it('keep the mark that some editors put at the start', () => {
    expect(formatted('\uFEFFsystem  a')).toBe('\uFEFFsystem a\n');
    expect(formatted('\uFEFF')).toBe('\uFEFF');
  });

  it('leave no spaces at the end of a line', () => {
    expect(formatted('# One.  \t\nsystem a \t \n   \t\nsystem b  # Two. \n')).toBe(
      '# One.\nsystem a\n\nsystem b  # Two.\n',
    );
    expect(formatted('system a {\n note """  \n  One. \t\n\t\n  Two.\n"""\n}')).toBe(
      'system a {\n  note """\n    One.\n\n    Two.\n    """\n}\n',
    );
  });

  it('keep the spaces that belong to a text', () => {
    const texts = ['"""One.  \n  Two."""', '"""\n  One. """', '"""\n  \tOne.\n   \tTwo.\n"""', '"""\n"One" """'];
    for (const text of texts) {
      const whole = `system a {\n   note ${text}\n}`;
      expect(meaning(formatted(whole))).toEqual(meaning(whole));
      expect(formatted(formatted(whole))).toBe(formatted(whole));
    }
  });
});

describe('a text with mistakes is left alone, and says the first of them', () => {
  const broken: Readonly<Record<string, readonly [line: number, character: number, problem: string]>> = {
    'pathway p {\n  owner icb\n': [
      1,
      8,
      "Pathway 'p' (line 1) is not closed: add '}' on a line of its own after this one.",
    ],
    'pathway p {\n  stage a {\n    provder\n  }\n}\n': [
      2,
      4,
      "'provder' is not known in a stage. Did you mean 'provider'?",
    ],
    'pathway p {\n  owner "x\n}\n': [1, 8, 'This text has no closing quote: add " at its end.'],
    '\uFEFFsystem b,\nsystem a\n': [0, 9, "',' means nothing here: write each fact on a line of its own."],
    'system a # one\rsystem b\n': [
      0,
      14,
      'This line ends in a way that only very old programs write: save the file with LF or CRLF line ends.',
    ],
  };
  for (const [text, [line, character, problem]] of Object.entries(broken)) {
    it(JSON.stringify(text), () => {
      expect(formatText(text)).toEqual({ line, character, problem });
    });
  }

  it('but not one that is only hard to believe', () => {
    expect(formatted('source s {\n  published 2010-13\n}\n')).toBe('source s {\n  published 2010-13\n}\n');
  });
});

describe.each(['docs/language.md', 'docs/getting-started.md', 'README.md'])('%s', (page) => {
  const whole = examplesOf(page).filter(({ inside }) => inside === undefined);

  it.each(whole)('line $line: an example in canonical form', ({ text }) => {
    expect(formatted(text)).toBe(text);
  });
});
