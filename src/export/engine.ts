import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ExportFiles } from './files.ts';
import type { Fonts } from './fonts.ts';
import { type Element, mapped, writeSvg } from './tree.ts';

let engine: Promise<void> | undefined;

/** The drawing engine with a picture and its fonts. */
export async function engineFor(root: Element, zoom: number, { inter, others }: Fonts, files: ExportFiles) {
  engine ??= files.shipped('export/resvg.wasm').then((bytes) => initWasm(bytes as BufferSource));
  await engine;
  return new Resvg(writeSvg(mapped(root, (element) => semiBold(slanted(element)))), {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontBuffers: [...inter.map(({ typeface }) => typeface.bytes), ...others.map(({ bytes }) => bytes)],
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      monospaceFamily: 'Inter',
    },
  });
}

/** There is no slanted Inter in the file: browsers lean the upright letters, and so does this. */
function slanted(text: Element): Element {
  const { x = '0', y = '0', 'font-style': style, ...others } = text.attributes;
  if (text.name !== 'text' || style !== 'italic') return text;
  return { ...text, attributes: { ...others, transform: `translate(${x} ${y}) skewX(-14)` } };
}

/** By itself, each weight of Inter is a family of its own. */
function semiBold(element: Element): Element {
  if (element.attributes['font-weight'] !== '600') return element;
  return { ...element, attributes: { ...element.attributes, 'font-family': "'Inter SemiBold', Inter" } };
}
