import { groupTitles } from '../registers/all.ts';
import { evidenceInWords } from '../registers/cells.ts';
import { cellOf, type Register } from '../registers/register.ts';
import type { Report } from './report.ts';

/** The whole report as one Markdown document: what it is, then a table a register. */
export function markdownOf({ made, registers, where }: Report): string {
  const commit = made.commit === undefined ? '' : `, from commit ${made.commit}`;
  const groups = [...new Set(registers.map(({ group }) => group))];
  return [
    `# ${plain(made.title)}\n`,
    `Made on ${made.date}${commit}. As on ${made.today}.\n`,
    `${made.counts.map(({ name, count }) => `- ${name}: ${count}`).join('\n')}\n`,
    ...groups.flatMap((group) => [
      `## ${groupTitles[group]}\n`,
      ...registers.filter((one) => one.group === group).map((one) => markdownOfRegister(one, where, 3)),
    ]),
  ].join('\n');
}

/** A register with its heading, what it is for, its table and its notes. */
export function markdownOfRegister(register: Register, where: Report['where'], level = 1): string {
  const { title, about, notes, empty, rows } = register;
  const parts = [`${'#'.repeat(level)} ${plain(title)}\n`, `${plain(about)}\n`];
  const table = rows.length === 0 ? `${plain(empty)}\n` : `${tableOf(register, where)}\n`;
  return [
    ...parts,
    table,
    ...(notes.length === 0 ? [] : [`${notes.map((note) => `- ${plain(note)}`).join('\n')}\n`]),
  ].join('\n');
}

function tableOf({ columns, rows }: Register, where: Report['where']): string {
  const shown = columns.filter((column) => rows.some((row) => cellOf(row, column).text !== ''));
  const right = (kind: string): boolean => kind === 'money' || kind === 'number';
  const lines = [
    [...shown.map(({ heading }) => heading), 'Evidence', 'Where'],
    [...shown.map(({ kind }) => (right(kind) ? '--:' : '---')), '---', '---'],
    ...rows.map((row) => [
      ...shown.map((column) => plain(cellOf(row, column).text)),
      plain(evidenceInWords(row.evidence)),
      plain(where(row.place)),
    ]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A text of the author's in which nothing is taken for a mark of Markdown or HTML. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
