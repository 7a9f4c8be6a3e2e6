import type { Look } from '../diagram/look.ts';
import type { Theme } from '../diagram/theme.ts';
import { type ExportFormat, exportFormats, type PageSize, pageSizes } from '../export/formats.ts';

/** A picture as a file: `ExportParams → ExportResult`. */
export const EXPORT = 'care-pathways/export';

/** What kind of file somebody wants. */
export interface ExportWish {
  readonly format: ExportFormat;
  readonly theme: Theme;
  /** How many pixels of a PNG make one of the picture. */
  readonly scale?: number;
  /** A page that the picture is fitted in; else the file is as large as the picture. */
  readonly page?: PageSize;
  readonly portrait?: boolean;
}

export interface ExportParams {
  /** See `entryKey`. */
  readonly key: string;
  readonly look: Look;
  readonly wish: ExportWish;
  /** Whether to say the commit: a folder that nobody trusts must not have its git asked. */
  readonly commit: boolean;
}

export interface ExportedFile {
  /** What the file may be called: `bc-hj-who-does-what.pdf`. */
  readonly name: string;
  /** The text, or the bytes as Base64. */
  readonly content: string;
  readonly encoding: 'text' | 'base64';
  /** What somebody should know of the file, in sentences. */
  readonly notes: readonly string[];
}

/** The file; nothing where the pathway is gone. */
export type ExportResult = ExportedFile | null;

/** A wish as an address says it. */
export function exportQuery({
  format,
  theme,
  scale,
  page,
  portrait,
}: ExportWish): readonly (readonly [string, string])[] {
  return [
    ['format', format],
    ['theme', theme],
    ...(scale === undefined ? [] : [['scale', `${scale}`] as const]),
    ...(page === undefined ? [] : [['page', page] as const]),
    ...(portrait ? [['portrait', 'yes'] as const] : []),
  ];
}

/** Reads what `exportQuery` wrote; nothing where it asks for no kind of file that there is. */
export function exportInQuery(query: URLSearchParams): ExportWish | undefined {
  const format = exportFormats.find((one) => one === query.get('format'));
  const theme = themeNames.find((one) => one === (query.get('theme') ?? 'light'));
  const page = pageSizes.find((one) => one === query.get('page'));
  const scale = Number(query.get('scale') ?? '2');
  if (!format || !theme || !(scale >= 0.1 && scale <= mostScale)) return undefined;
  return {
    format,
    theme,
    ...(format === 'png' && { scale }),
    ...(page && { page }),
    ...(page && query.get('portrait') === 'yes' && { portrait: true }),
  };
}

const themeNames = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'] as const satisfies readonly Theme[];
/** So many pixels for each of the picture are enough for any print. */
const mostScale = 8;
