import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { foldingRangesOf } from '../../../src/language/features/folding.ts';
import { selectionRangeAt } from '../../../src/language/features/selection.ts';
import { placeOf, read } from './reading.ts';

const text = `# About this file
# and its people
system one
system two
system three

pathway p {
  # one comment
  note """
    Two
    lines
    """
  stage a {
    cost £1.2m budget for 2025/26
  }
  stage b
}
`;

const folds = (text: string) =>
  foldingRangesOf(read(text).file).map(({ startLine, endLine, kind }) =>
    [startLine, endLine, kind].filter((one) => one !== undefined),
  );

describe('folding', () => {
  it('folds comments, entries of one kind, blocks and long texts', () => {
    expect(folds(text)).toEqual([
      [0, 1, 'comment'],
      [2, 4],
      [6, 15],
      [8, 11],
      [12, 13],
    ]);
  });

  it('is the same for a text from Windows', () => {
    expect(folds(text.replaceAll('\n', '\r\n'))).toEqual(folds(text));
  });

  it('folds what is there of a text whose braces do not match', () => {
    expect(folds('pathway p {\n  stage a {\n    cost unknown\n  stage b {\n    wait unknown\n')).toEqual([
      [0, 4],
      [1, 2],
      [3, 4],
    ]);
  });

  it('folds nothing in an empty text, nor on one line', () => {
    expect(folds('')).toEqual([]);
    expect(folds('pathway p { stage a }\n')).toEqual([]);
  });

  it('folds the terms of a vocabulary', () => {
    expect(folds('vocabulary v {\n  setting a\n  setting b\n  setting c\n  level d\n}\n')).toEqual([
      [0, 4],
      [1, 3],
    ]);
  });
});

const selections = (text: string, piece: string, words?: string): string[] => {
  const lines = text.split('\n');
  const cut = ({ start, end }: SelectionRange['range']): string =>
    start.line === end.line
      ? lines[start.line]!.slice(start.character, end.character)
      : `${lines[start.line]!.slice(start.character).trim()} … ${lines[end.line]!.slice(0, end.character).trim()}`;
  const found: string[] = [];
  let at: SelectionRange | undefined = selectionRangeAt(read(text).file, placeOf(text, piece, words));
  for (; at; at = at.parent) found.push(cut(at.range));
  return found;
};

describe('selecting more and more', () => {
  it('goes from the word to the value, the line, the block inside, the block, and on', () => {
    expect(selections(text, 'budget')).toEqual([
      'budget',
      '£1.2m budget for 2025/26',
      'cost £1.2m budget for 2025/26',
      'stage a { … }',
      '# one comment … stage b',
      'pathway p { … }',
      'system one … }',
      '# About this file … ',
    ]);
  });

  it('takes a text without its quotes first', () => {
    expect(selections('pathway p "A label"\n', 'label')).toEqual([
      'A label',
      '"A label"',
      'p "A label"',
      'pathway p "A label"',
      'pathway p "A label" … ',
    ]);
  });

  it('is the whole text where nothing else is', () => {
    expect(selections('\n\npathway p\n', '\n')).toEqual([' … ']);
    expect(selections('', '')).toEqual(['']);
  });

  it('holds each range in the next one, wherever one stands, also in a broken text', () => {
    const broken =
      'pathway p {\n  stage a {\n    provider\n    cost unknown ask\n  stage b {\n    note """\n  never ends\n';
    for (const one of [text, broken, text.replaceAll('\n', '\r\n')]) {
      const { file } = read(one);
      one.split('\n').forEach((line, number) => {
        for (let character = 0; character <= line.length; character++) {
          for (let at = selectionRangeAt(file, { line: number, character }); at.parent; at = at.parent) {
            const [inner, outer] = [at.range, at.parent.range];
            expect(before(outer.start, inner.start) && before(inner.end, outer.end)).toBe(true);
            expect(before(inner.start, { line: number, character })).toBe(true);
          }
        }
      });
    }
  });
});

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
