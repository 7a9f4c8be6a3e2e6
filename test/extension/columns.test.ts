import { expect, test } from 'vitest';
import { columnForText } from '../../src/extension/preview/columns.ts';

const preview = 2;

test('the column that shows the file is taken, then one where it is open, then any', () => {
  const empty = { column: 1, shows: false, has: false };
  const open = { column: 3, shows: false, has: true };
  const front = { column: 4, shows: true, has: true };
  const own = { column: preview, shows: false, has: false };
  expect(columnForText([empty, own, open, front], preview)).toBe(4);
  expect(columnForText([empty, own, open], preview)).toBe(3);
  expect(columnForText([own, empty], preview)).toBe(1);
});

test('the preview is never covered, even where the file is open behind it', () => {
  expect(columnForText([{ column: preview, shows: false, has: true }], preview)).toBeUndefined();
});
