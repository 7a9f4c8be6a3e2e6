import { expect, test } from 'vitest';
import { columnForText } from '../../src/extension/preview/columns.ts';

const previews = [2];

test('the column that shows the file is taken, then one where it is open, then any', () => {
  const empty = { column: 1, shows: false, has: false };
  const open = { column: 3, shows: false, has: true };
  const front = { column: 4, shows: true, has: true };
  const own = { column: 2, shows: false, has: false };
  expect(columnForText([empty, own, open, front], previews)).toBe(4);
  expect(columnForText([empty, own, open], previews)).toBe(3);
  expect(columnForText([own, empty], previews)).toBe(1);
});

test('a preview is never covered, even where the file is open behind it', () => {
  expect(columnForText([{ column: 2, shows: false, has: true }], previews)).toBeUndefined();
});

test('no other preview is covered either', () => {
  const one = { column: 1, shows: false, has: true };
  const two = { column: 2, shows: true, has: true };
  const three = { column: 3, shows: false, has: false };
  expect(columnForText([one, two, three], [1, 2])).toBe(3);
});
