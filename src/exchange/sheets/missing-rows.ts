import { cellsOf, rowKey } from './changed-rows.ts';
import { definitions, headings, partColumns, type SheetDefinition } from './definitions.ts';
import type { GivenBook, GivenTable } from './given.ts';

/**
 * What was exported and has been deleted in the workbook, a sentence each: nothing is taken out for it. Rows in which
 * nothing was written are no loss.
 */
export function missingRows({ tables, exported = [] }: GivenBook): readonly string[] {
  const found = exported.flatMap((known) => {
    const definition = definitions.find(({ name }) => name === known.name);
    const table = tables.find(({ name }) => name === known.name);
    return definition ? [{ definition, table, count: countOf(definition, known, table) }] : [];
  });
  const sheets = found.flatMap(({ definition, table, count }) => (table || count === 0 ? [] : [definition.name]));
  return [
    ...(sheets.length === 0
      ? []
      : [`${sheets.length === 1 ? 'A sheet is' : 'Sheets are'} missing: ${sheets.join(', ')}. Nothing was taken out.`]),
    ...found.flatMap(({ definition, table, count }) => (table && count > 0 ? [sentence(definition, count)] : [])),
  ];
}

function countOf(definition: SheetDefinition, known: GivenTable, table: GivenTable | undefined): number {
  const there = new Set((table ? cellsOf(table) : []).map(({ cells }) => rowKey(cells)));
  const parts = partColumns(definition);
  return cellsOf(known).filter(
    ({ cells }) => !there.has(rowKey(cells)) && parts.some(({ heading }) => (cells.get(heading) ?? '').trim() !== ''),
  ).length;
}

function sentence({ name, rows }: SheetDefinition, count: number): string {
  const [what, back] = count === 1 ? ['1 row', 'the row'] : [`${count} rows`, 'the rows'];
  const how = {
    lines: `To take out what was said there, put ${back} back and write remove in the column '${headings.wish}'.`,
    blocks: `To take out facts, put ${back} back, empty their cells and write clear in the column '${headings.wish}'; a whole stage, organisation and so on is taken out in the pathway file.`,
    unknown: 'Its lines stand on other sheets too: change them there.',
    resting: 'Its lines stand on other sheets too: change them there.',
  };
  return `${what} of sheet '${name}' ${count === 1 ? 'is' : 'are'} missing: nothing was taken out. ${how[rows]}`;
}
