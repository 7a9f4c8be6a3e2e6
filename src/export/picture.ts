import type { Placed } from '../diagram/placed.ts';
import type { Scene } from '../diagram/scene.ts';
import type { Theme } from '../diagram/theme.ts';
import { bpmnOf } from './bpmn.ts';
import { drawioOf } from './drawio.ts';
import type { ExportFiles } from './files.ts';
import type { ExportFormat, PageSize } from './formats.ts';
import { mermaidOf } from './mermaid.ts';
import { sheetOf } from './sheet.ts';
import { travellingSvg } from './svg.ts';

/** A picture that is to leave as a file: what was to be drawn, and where it was placed. */
export interface Drawing {
  readonly scene: Scene;
  readonly placed: Placed;
}

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly theme: Theme;
  /** How many pixels of a PNG make one of the picture; 2 where nothing is said. */
  readonly scale?: number;
  /** A page that the picture is fitted in; without one, the file is as large as the picture. */
  readonly page?: PageSize;
  readonly portrait?: boolean;
  /** When it was drawn, as YYYY-MM-DD, for formats that note it; a file without it is the same on every day. */
  readonly date?: string;
}

export interface Exported {
  readonly content: string | Uint8Array;
  /** What somebody should know of the file, in sentences: what could not be drawn, or will be hard to read. */
  readonly notes: readonly string[];
}

/** The picture as a file that opens without us. The same picture, options and fonts give the same bytes. */
export async function exportPicture(drawing: Drawing, options: ExportOptions, files: ExportFiles): Promise<Exported> {
  if (options.format === 'mermaid') return { content: mermaidOf(drawing.scene), notes: [] };
  if (options.format === 'drawio') return { content: drawioOf(drawing), notes: [] };
  if (options.format === 'bpmn') return { content: await bpmnOf(drawing.scene), notes: [] };
  const { sheet, notes } = sheetOf(drawing, options);
  if (options.format === 'svg')
    return { content: await travellingSvg(drawing.placed, options.theme, sheet, files), notes };
  const made =
    options.format === 'png'
      ? await (await import('./png.ts')).pngOf(drawing.placed, options, sheet, files)
      : await (await import('./pdf.ts')).pdfOf(drawing.placed, options, sheet, files);
  return { content: made.content, notes: [...notes, ...made.notes] };
}
