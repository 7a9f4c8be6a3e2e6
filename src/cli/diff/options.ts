import { type Kind, kinds } from '../endings.ts';

export const diffFormats = ['text', 'markdown', 'json', 'html', 'svg'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** The kind of file that each format makes. */
export const diffFiles: Readonly<Record<DiffFormat, Kind>> = {
  text: kinds.text,
  markdown: kinds.markdown,
  json: kinds.json,
  html: kinds.html,
  svg: kinds.svg,
};

/** What a diff can end with 1 for. */
export const failures = ['error', 'warning', 'opened', 'question', 'weaker', 'worse', 'changed'] as const;
export type FailOn = (typeof failures)[number];

export interface DiffCommand {
  /** Where it is not given: what the output's name ends in, or else `text`. */
  readonly format?: DiffFormat;
  readonly output?: string;
  readonly pathway?: string;
  readonly between?: string;
  readonly and?: string;
  readonly failOn?: readonly FailOn[];
  readonly exitCode?: boolean;
  readonly asOf?: string;
}
