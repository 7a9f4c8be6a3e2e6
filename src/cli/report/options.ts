export const reportFormats = ['html', 'markdown', 'csv', 'json'] as const;

export interface ReportCommand {
  readonly format: (typeof reportFormats)[number];
  readonly output?: string;
  readonly singleFile?: boolean;
  readonly project?: string;
  /** The date that is written on it. */
  readonly date?: string;
  readonly asOf?: string;
}
