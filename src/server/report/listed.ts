import type { CheckedProject } from '../../language/checker.ts';
import type { RegisterGroup, RegisterRow, RegisterRowsResult, RegistersResult } from '../../protocol/report.ts';
import { groupTitles } from '../../registers/all.ts';
import { evidenceInWords } from '../../registers/cells.ts';
import { type Column, cellOf, type Register, type Row } from '../../registers/register.ts';
import { type Links, linksOf } from '../../report/links.ts';
import { whereIn } from '../../report/where.ts';
import { registersNow, reportedProject } from './reported.ts';

/** More rows than this nobody reads in a side bar; the report has them all. */
export const mostRows = 1000;

/** The registers of a project in the groups of its report, each with how many rows it has. */
export async function listRegisters(checked: CheckedProject): Promise<NonNullable<RegistersResult>> {
  const registers = await registersNow(checked);
  return { project: reportedProject(checked), groups: groupsOf(registers, linksOf({ registers, pictures: [] }, true)) };
}

/** Registers in their groups, in reading order. */
export function groupsOf(registers: readonly Register[], links: Links): readonly RegisterGroup[] {
  const labels = registers.map(shortly);
  const labelOf = (title: string, short: string): string =>
    labels.filter((one) => one === short).length > 1 ? title : short;
  return [...new Set(registers.map(({ group }) => group))].map((group) => ({
    name: group,
    title: groupTitles[group],
    registers: registers
      .filter((register) => register.group === group)
      .map((register) => ({
        name: register.name,
        title: register.title,
        label: labelOf(register.title, shortly(register)),
        about: register.about,
        empty: register.empty,
        count: register.rows.length,
        page: links.pageOfRegister(register.name),
      })),
  }));
}

const shortly = ({ title }: Register): string => title.replace(/: .*$/s, '');

/** The rows of one register in few words; none where it is gone. */
export async function listRows(checked: CheckedProject, name: string): Promise<RegisterRowsResult> {
  const register = (await registersNow(checked)).find((one) => one.name === name);
  if (!register) return { rows: [], total: 0 };
  const telling = tellingOf(register);
  const where = whereIn(checked.folder);
  const rows = register.rows.slice(0, mostRows).map((row): RegisterRow => {
    const [label = '', ...beside] = telling.map((column) => inFewWords(row, column)).filter(Boolean);
    const evidence = evidenceInWords(row.evidence);
    return {
      label: label || register.title,
      beside: beside.slice(0, mostBeside).join(' · '),
      cells: [
        ...register.columns.map((column) => [column.heading, cellOf(row, column).text] as const),
        ['Evidence', evidence] as const,
      ].filter(([, text]) => text !== ''),
      where: where(row.place),
      place: row.place,
    };
  });
  return { rows, total: register.rows.length };
}

/** So many cells stand beside the first one. */
const mostBeside = 3;

/** The columns by which rows are told apart, the one that says what a row is about first. */
function tellingOf({ columns, rows }: Register): readonly Column[] {
  const early = columns.slice(0, 3);
  const head = early.find(({ kind, filter }) => kind === 'text' && !filter) ?? columns[0];
  const differs = (column: Column): boolean => new Set(rows.map((row) => cellOf(row, column).text)).size > 1;
  const others = columns.filter((column) => column !== head && column.key !== 'footprint');
  return [...(head ? [head] : []), ...others.filter((column) => rows.length === 1 || differs(column))];
}

/** A cell that stands without its heading. */
function inFewWords(row: Row, { key, kind, heading }: Column): string {
  const { text, brief, state } = cellOf(row, { key });
  if (text === '' || state === 'missing') return kind === 'matrix' && brief !== undefined ? `${heading}: ${brief}` : '';
  if (kind === 'matrix') return `${heading}: ${brief ?? text}`;
  if (key === 'to') return `→ ${text}`;
  return kind === 'number' ? `${heading}: ${text}` : text;
}
