import { demandNoTable, formatFor, type Kind, kinds } from '../endings.ts';
import type { Io } from '../io.ts';

export const reportFormats = ['html', 'markdown', 'xlsx', 'csv', 'json'] as const;

export type ReportFormat = (typeof reportFormats)[number];

export interface ReportCommand {
  /** By default what the output's name ends in, else a site. */
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly singleFile?: boolean;
  readonly project?: string;
  /** The date that is written on it. */
  readonly date?: string;
  readonly asOf?: string;
  /** Says nothing but what is wrong. */
  readonly quiet?: boolean;
  /** False where the commit is not to be said: git may not be asked for it. */
  readonly commit?: boolean;
}

/** The command with its format, which is that of the output's name where none is given. */
export function withFormat(command: ReportCommand, io: Io): ReportCommand & { readonly format: ReportFormat } {
  const format = formatOf(command, io);
  // A site is a folder of pages, so a name that ends in `.html` wants one file.
  const singleFile = command.singleFile ?? (format === 'html' && /\.html?$/i.test(command.output ?? ''));
  return { ...command, format, singleFile };
}

const files: Readonly<Record<ReportFormat, Kind>> = {
  html: kinds.html,
  xlsx: kinds.xlsx,
  markdown: kinds.markdown,
  json: kinds.json,
  csv: kinds.csv,
};

function formatOf({ format: asked, output }: ReportCommand, io: Io): ReportFormat {
  if (output === undefined) return asked ?? 'html';
  if (asked === undefined || asked === 'csv') demandNoTable('report', 'a report', output);
  return formatFor({ what: 'The report', output, asked, files, otherwise: 'html' }, io);
}
