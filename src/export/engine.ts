import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ExportFiles } from './files.ts';
import type { Fonts } from './fonts.ts';
import { type Element, writeSvg } from './tree.ts';

let engine: Promise<void> | undefined;

/** The drawing engine with a picture and its fonts. */
export async function engineFor(root: Element, zoom: number, { inter, others }: Fonts, files: ExportFiles) {
  engine ??= files.shipped('export/resvg.wasm').then((bytes) => initWasm(bytes as BufferSource));
  await engine;
  return new Resvg(writeSvg(root), {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontBuffers: [...inter.map(({ typeface }) => typeface.bytes), ...others.map(({ bytes }) => bytes)],
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      monospaceFamily: 'Inter',
    },
  });
}
