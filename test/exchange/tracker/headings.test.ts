import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fields } from '../../../src/exchange/tracker/fields.ts';
import { fieldOf } from '../../../src/exchange/tracker/headings.ts';

const PAGE = new URL('../../../docs/spreadsheets.md', import.meta.url);

/** The headings that are known, as a table; without those that an earlier field has taken. */
function headingsTable(): string {
  const rows = fields.flatMap(({ name, becomes, headings }) => {
    const known = headings.filter((heading) => fieldOf(heading) === name);
    return known.length === 0 ? [] : [`| \`${name}\` | ${becomes} | ${known.join(', ')} |`];
  });
  return ['| word in a mapping | what becomes of it | its heading is one of |', '|---|---|---|', ...rows].join('\n');
}

/** Written again by UPDATE_GOLDEN=1. */
it('the page lists every heading that is known, and no other', () => {
  const text = readFileSync(PAGE, 'utf8');
  const table = /^\| word in a mapping \|.*\n(?:\|.*\n)+/m;
  if (process.env['UPDATE_GOLDEN'])
    writeFileSync(
      PAGE,
      text.replace(table, () => `${headingsTable()}\n`),
    );
  expect(table.exec(readFileSync(PAGE, 'utf8'))?.[0].trimEnd()).toBe(headingsTable());
});
