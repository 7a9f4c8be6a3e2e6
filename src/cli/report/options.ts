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

/**
 * The command with its format, which is that of the output's name where none is given. A site is a folder of pages, so a
 * name that ends in `.html` wants one file.
 */
export function withFormat(command: ReportCommand): ReportCommand & { readonly format: ReportFormat } {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(command.output ?? '') ?? [];
  const format = command.format ?? endings[ending.toLowerCase()] ?? 'html';
  const singleFile = command.singleFile ?? (format === 'html' && /^html?$/i.test(ending));
  return { ...command, format, singleFile };
}

const endings: Readonly<Record<string, ReportFormat>> = { xlsx: 'xlsx', csv: 'csv', md: 'markdown', json: 'json' };
