import type { CheckedProject } from '../language/checker.ts';
import { groupBy } from '../model/group.ts';
import type { Place } from '../model/place.ts';
import { coverage as coverageOf } from '../registers/coverage.ts';
import { type Cell, cellOf, type Register } from '../registers/register.ts';
import { csvOf } from '../report/csv.ts';
import { plainOf } from '../report/json.ts';
import { markdownOfRegister } from '../report/markdown.ts';
import type { ExitCode, Io } from './io.ts';
import { asOfOption, openPaths, shownUri } from './open.ts';
import { type Paint, paintOf } from './terminal/paint.ts';
import { cutTo, shownSafely, widthOf, wrap } from './terminal/width.ts';

export const coverageFormats = ['text', 'markdown', 'csv', 'json'] as const;

export interface CoverageCommand {
  readonly format: (typeof coverageFormats)[number];
  readonly asOf?: string;
}

/** `pathway coverage`: prints what each footprint has of what each specification requires. */
export function coverage(folder: string | undefined, { format, asOf }: CoverageCommand, io: Io): ExitCode {
  const today = asOfOption(asOf, io);
  const { projects } = openPaths(folder === undefined ? [] : [folder], today, io);
  const matrices = projects.flatMap((checked) => matricesOf(checked, today));
  const where = ({ file, line }: Place): string => `${shownUri(file, io)}:${line + 1}`;
  switch (format) {
    case 'text':
      io.out(matrices.map((one) => textOf(one, io)).join('\n'));
      break;
    case 'markdown':
      io.out(matrices.map((one) => markdownOfRegister(one, where)).join('\n'));
      break;
    case 'csv':
      io.out(matrices.map((one) => csvOf(one, where)).join('\r\n'));
      break;
    case 'json':
      io.out(`${JSON.stringify({ version: 1, matrices: matrices.map((one) => plainOf(one, where)) }, null, 2)}\n`);
  }
  return 0;
}

function matricesOf({ project, findings }: CheckedProject, asOf: string): readonly Register[] {
  return coverageOf({ project, findings, asOf });
}

/** The matrix in few words, then what is to be said of it footprint by footprint. */
function textOf(register: Register, io: Io): string {
  const { title, rows, empty } = register;
  const paint = paintOf(io);
  const heading = paint.strong(shownSafely(title));
  if (rows.length === 0) return `${heading}\n  ${empty}\n`;
  const areas = register.columns.filter(({ kind }) => kind === 'matrix');
  const cells = rows.flatMap((row) => areas.map((area) => cellOf(row, area)));
  return `${heading}\n\n${tableOf(register, io, paint)}\n${details(register, io, paint)}${summaryOf(cells)}\n`;
}

/** `5 of 8 with a known provider; 2 there, provider not known; 1 left out.` */
function summaryOf(cells: readonly Cell[]): string {
  const provided = cells.filter(({ state }) => state === 'provided').length;
  const others = cells.filter(({ state }) => state !== 'provided').map((cell) => briefOf(cell).replace(VARIES, ''));
  const parts = [...groupBy(others, (words) => words)].map(([words, those]) => `${those.length} ${words}`);
  return `${[`${provided} of ${cells.length} with a known provider`, ...parts].join('; ')}.`;
}

const VARIES = /, varies$/;

function tableOf({ columns, rows }: Register, io: Io, paint: Paint): string {
  const areas = columns.filter(({ kind }) => kind === 'matrix');
  const names = rows.map((row) => shownSafely(row.cells['stage']?.text ?? ''));
  const headings = areas.map(({ heading }) => shownSafely(heading));
  const brief = rows.map((row) => areas.map((area) => cellOf(row, area)));
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(widthOf));
  const first = Math.min(widest(names), io.width === undefined ? Number.POSITIVE_INFINITY : Math.max(24, io.width / 3));
  const needed = areas.map((_, at) => widest(brief.map((cells) => briefOf(cells[at]!))));
  const full = areas.map((_, at) => Math.max(needed[at]!, widthOf(headings[at]!)));
  const fits = (widths: readonly number[]): boolean =>
    io.width === undefined || 2 + first + widths.reduce((sum, width) => sum + 2 + width, 0) <= io.width;
  // Where the names of the footprints do not fit, they have numbers, and below the table what those stand for.
  const isNumbered = !fits(full);
  const widths = isNumbered ? needed.map((width, at) => Math.max(width, String(at + 1).length)) : full;
  if (!fits(widths)) return listOf(names, headings, brief, io);
  const line = (name: string, texts: readonly string[]): string =>
    `  ${[padded(name, first), ...texts].join('  ')}`.trimEnd();
  const head = line(
    '',
    headings.map((heading, at) => padded(isNumbered ? String(at + 1) : heading, widths[at]!)),
  );
  const body = brief.map((cells, row) =>
    line(
      names[row]!,
      cells.map((cell, at) => toned(cell, padded(briefOf(cell), widths[at]!), paint)),
    ),
  );
  const key = isNumbered ? ['', ...headings.map((heading, at) => `  ${at + 1}  ${heading}`)] : [];
  return `${[paint.faint(head), ...body, ...key].join('\n')}\n`;
}

/** For narrow terminals and many footprints: stage by stage, a line a footprint. */
function listOf(
  names: readonly string[],
  headings: readonly string[],
  cells: readonly (readonly Cell[])[],
  io: Io,
): string {
  const paint = paintOf(io);
  const longest = Math.max(...cells.flat().map((cell) => widthOf(briefOf(cell))));
  const room = Math.max(12, (io.width ?? Number.POSITIVE_INFINITY) - longest - 6);
  const widest = Math.min(room, Math.max(...headings.map(widthOf)));
  const parts = names.map((name, row) => {
    const lines = headings.map((heading, at) => {
      const cell = cells[row]![at]!;
      return `    ${padded(heading, widest)}  ${toned(cell, briefOf(cell), paint)}`;
    });
    return [`  ${name}`, ...lines].join('\n');
  });
  return `${parts.join('\n')}\n`;
}

/** Why something is left out, whom to ask, and what varies: what the table has no room for. */
function details({ columns, rows }: Register, io: Io, { faint }: Paint): string {
  const lines = columns
    .filter(({ kind }) => kind === 'matrix')
    .flatMap((area) =>
      rows.flatMap((row) => {
        const cell = cellOf(row, area);
        const isSaid = cell.state === 'provided' ? cell.brief === 'provided' : cell.text.toLowerCase() === cell.brief;
        if (isSaid || cell.state === 'missing') return [];
        return [`${area.heading}, ${row.cells['stage']?.text}: ${cell.text}`];
      }),
    );
  const wrapped = lines.map((line) => {
    const parts = wrap(
      shownSafely(line),
      io.width === undefined ? Number.POSITIVE_INFINITY : Math.max(io.width - 4, 36),
    );
    return `  - ${parts.join('\n    ')}\n`;
  });
  return wrapped.length === 0 ? '' : `${faint('Reasons, and what varies')}\n${wrapped.join('')}\n`;
}

const briefOf = ({ brief, text }: Cell): string => brief ?? text;

function padded(text: string, width: number): string {
  const cut = cutTo(text, width);
  return cut + ' '.repeat(width - widthOf(cut));
}

function toned({ state }: Cell, text: string, { error, warning, info, faint }: Paint): string {
  switch (state) {
    case 'provided':
      return text;
    case 'none':
    case 'closed':
      return error(text);
    case 'unknown':
    case 'proposed':
      return info(text);
    case 'missing':
      return warning(text);
    default:
      return faint(text);
  }
}
