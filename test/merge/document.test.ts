import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyText, readDocument, textOf } from '../../src/merge/document.ts';
import { pathwayText } from '../language/format/generate.ts';

it('cuts any text up without losing a byte', () => {
  fc.assert(
    fc.property(pathwayText, (text) => {
      const document = readDocument(text);
      fc.pre(document !== undefined);
      expect(document.mark + document.pieces.map(textOf).join('') + document.end).toBe(text);
    }),
    { numRuns: 150, seed: 1 },
  );
});

it('gives each fact the comments above it, and the one beside it', () => {
  const [stage] = readDocument('# About it\n\nstage')?.pieces ?? [];
  expect(stage).toBeUndefined();
  const text =
    '# Above\nsystem notes "Notes" { # beside\n  # first\n  note "One"  # so\n              # it is\n  # last\n}\n# end\n';
  const { pieces, end } = readDocument(text)!;
  const { body, leading } = pieces[0]!;
  expect([leading, body!.open, body!.pieces[0]!.leading, body!.pieces[0]!.trailing, body!.close, end]).toEqual([
    '# Above\n',
    ' { # beside\n',
    '  # first\n  ',
    '  # so\n              # it is\n',
    '  # last\n',
    '# end\n',
  ]);
  expect(bodyText(body!)).toBe(text.slice(text.indexOf(' {'), text.indexOf('}') + 1));
});
