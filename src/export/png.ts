import type { Placed } from '../diagram/placed.ts';
import { type Sheet, svgOf } from '../diagram/svg.ts';
import { engineFor } from './engine.ts';
import type { ExportFiles } from './files.ts';
import { charactersOf, type Fonts, fontsFor, lostNote, withoutLost } from './fonts.ts';
import { textIn } from './lines.ts';
import type { Exported, ExportOptions } from './picture.ts';
import { keptToWidth } from './svg.ts';
import { type Element, elementsOf, mapped, readSvg } from './tree.ts';

/** A picture of more pixels than this on a side is beyond what programs open. */
const mostPixels = 16_000;

/** The picture as PNG, drawn without a browser. */
export async function pngOf(
  placed: Placed,
  { theme, scale = 2 }: ExportOptions,
  sheet: Sheet | undefined,
  files: ExportFiles,
): Promise<Exported> {
  const plain = readSvg(svgOf(placed, { theme, ...(sheet ? { sheet } : {}) }));
  const root = mapped(plain, keptToWidth);
  const { width, height } = sheet ?? placed;
  const fonts = await fontsFor(charactersOf(textsOf(root)), files);
  const most = mostPixels / Math.max(width, height);
  const zoom = Math.min(scale, most);
  const content = withResolution(
    await drawn(sized(withoutLost(root, fonts.lost), width, height), zoom, fonts, files),
    96 * zoom,
  );
  const smaller = `The picture would be too large at a scale of ${scale}: it was drawn at ${zoom.toFixed(2)}.`;
  return { content, notes: [...(zoom < scale ? [smaller] : []), ...lostNote(fonts.lost)] };
}

async function drawn(root: Element, zoom: number, fonts: Fonts, files: ExportFiles): Promise<Uint8Array> {
  const resvg = await engineFor(root, zoom, fonts, files);
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}

/** Every line of text that is drawn; titles of elements are not. */
function textsOf(element: Element): readonly string[] {
  return element.name === 'text' ? [textIn(element)] : elementsOf(element).flatMap(textsOf);
}

/** Sizes in pixels, so that the scale means the same whatever the page says of itself. */
function sized(root: Element, width: number, height: number): Element {
  return { ...root, attributes: { ...root.attributes, width: String(width), height: String(height) } };
}

/** Notes in a PNG how many pixels make an inch, so that documents take it in at its size. */
function withResolution(png: Uint8Array, perInch: number): Uint8Array {
  const perMetre = Math.round(perInch / 0.0254);
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc(chunk.subarray(4, 17)));
  // After the signature and the header, which are 33 bytes long.
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, 33));
  whole.set(chunk, 33);
  whole.set(png.subarray(33), 33 + chunk.length);
  return whole;
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}
