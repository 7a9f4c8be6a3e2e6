import type { Face } from '../fonts.ts';
import { type Typeface, viewOf } from '../truetype.ts';
import { hex, joined, type PdfObjects, ref } from './document.ts';

/** A font of the document: what it was used for so far. */
export class PdfFont {
  readonly name: string;
  readonly face: Face;
  /** The characters of the glyphs that are used, and how wide each is, in thousandths of the size. */
  readonly #used = new Map<number, { readonly character: string; readonly width: number }>();

  constructor(name: string, face: Face) {
    this.name = name;
    this.face = face;
  }

  has(character: string): boolean {
    return this.face.typeface.glyphOf(character.codePointAt(0)!) !== undefined;
  }

  /** The number that stands for a character in the page's text, and how wide it is drawn by itself. */
  use(character: string): { readonly code: number; readonly width: number } {
    const { typeface } = this.face;
    const glyph = typeface.glyphOf(character.codePointAt(0)!) ?? 0;
    const width = Math.round((typeface.advanceOf(glyph) * 1_000_000) / typeface.unitsPerEm) / 1000;
    this.#used.set(glyph, { character, width });
    return { code: glyph, width };
  }

  /** The same for a character that this font cannot draw, and that is only there to be selected and searched for. */
  useUnseen(character: string, width: number): { readonly code: number; readonly width: number } {
    const known = [...this.#used].find(
      ([code, use]) => code >= this.face.typeface.glyphs && use.character === character,
    );
    if (known) return { code: known[0], width: known[1].width };
    const beyond = [...this.#used.keys()].filter((code) => code >= this.face.typeface.glyphs).length;
    const code = this.face.typeface.glyphs + beyond;
    this.#used.set(code, { character, width });
    return { code, width };
  }

  /** Puts the font into the document, with the glyphs that are used and no others. */
  async write(objects: PdfObjects): Promise<number> {
    const { typeface, weight, name: part } = this.face;
    const used = [...this.#used].toSorted(([a], [b]) => a - b);
    const own = used.map(([code]) => code).filter((code) => code < typeface.glyphs);
    const subset = subsetOf(typeface, own);
    const file = await objects.stream(subset, `/Length1 ${subset.length}`);
    const full = `${tag(this.name)}+Inter${weight === 600 ? '-SemiBold' : '-Regular'}${part === 'latin' ? '' : `-${part}`}`;
    const scaled = (units: number) => Math.round((units * 1000) / typeface.unitsPerEm);
    const descriptor = objects.add(
      `<</Type/FontDescriptor/FontName/${full}/Flags 4/FontBBox[${typeface.box.map(scaled).join(' ')}]/ItalicAngle 0/Ascent ${scaled(typeface.ascent)}/Descent ${scaled(typeface.descent)}/CapHeight 728/StemV ${weight === 600 ? 120 : 80}/FontFile2 ${ref(file)}>>`,
    );
    const widths = used.map(([code, { width }]) => `${code}[${width}]`).join('');
    const descendant = objects.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${full}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${ref(descriptor)}/CIDToGIDMap/Identity/DW 0/W[${widths}]>>`,
    );
    const meanings = await objects.stream(unicodeMap(used.map(([code, { character }]) => [code, character])));
    return objects.add(
      `<</Type/Font/Subtype/Type0/BaseFont/${full}/Encoding/Identity-H/DescendantFonts[${ref(descendant)}]/ToUnicode ${ref(meanings)}>>`,
    );
  }
}

/** Six capitals that tell apart the parts of fonts in a document: `F12` is `AAAABC`. */
function tag(name: string): string {
  const number = name.replace(/\D/g, '').padStart(6, '0');
  return [...number].map((figure) => String.fromCharCode(65 + Number(figure))).join('');
}

/** Which character each glyph stands for, so that text can be selected, searched and read aloud. */
function unicodeMap(used: readonly (readonly [number, string])[]): string {
  const utf16 = (text: string) => Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('');
  const blocks: string[] = [];
  for (let at = 0; at < used.length; at += 100) {
    const rows = used.slice(at, at + 100).map(([code, character]) => `<${hex(code)}><${utf16(character)}>`);
    blocks.push(`${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange\n<0000><FFFF>\nendcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}

/** The font with the outlines of some glyphs only; every glyph keeps its number. */
function subsetOf(typeface: Typeface, glyphs: readonly number[]): Uint8Array {
  const [glyf, loca, head] = ['glyf', 'loca', 'head'].map((name) => typeface.table(name)!) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const places = viewOf(loca);
  const long = viewOf(head).getInt16(50) === 1;
  const start = (glyph: number) => (long ? places.getUint32(4 * glyph) : 2 * places.getUint16(2 * glyph));
  const outline = (glyph: number) => glyf.subarray(start(glyph), start(glyph + 1));
  const kept = new Set<number>();
  const waiting = [0, ...glyphs];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (kept.has(glyph)) continue;
    kept.add(glyph);
    waiting.push(...piecesOf(outline(glyph)));
  }
  const newLoca = new Uint8Array(4 * (typeface.glyphs + 1));
  const outlines: Uint8Array[] = [];
  let at = 0;
  for (let glyph = 0; glyph < typeface.glyphs; glyph++) {
    viewOf(newLoca).setUint32(4 * glyph, at);
    if (!kept.has(glyph)) continue;
    const padded = new Uint8Array(Math.ceil(outline(glyph).length / 4) * 4);
    padded.set(outline(glyph));
    outlines.push(padded);
    at += padded.length;
  }
  viewOf(newLoca).setUint32(4 * typeface.glyphs, at);
  const newHead = head.slice();
  viewOf(newHead).setInt16(50, 1);
  return sfnt([
    ['glyf', joined(outlines)],
    ['head', newHead],
    ['hhea', typeface.table('hhea')!],
    ['hmtx', typeface.table('hmtx')!],
    ['loca', newLoca],
    ['maxp', typeface.table('maxp')!],
  ]);
}

/** The glyphs that a glyph is put together from. */
function piecesOf(outline: Uint8Array): readonly number[] {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return [];
  const view = viewOf(outline);
  const pieces: number[] = [];
  for (let at = 10; ; ) {
    const flags = view.getUint16(at);
    pieces.push(view.getUint16(at + 2));
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if (!(flags & 0x20)) return pieces;
  }
}

function sfnt(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const head = new Uint8Array(12 + 16 * tables.length);
  const view = viewOf(head);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  const parts = [head];
  let offset = head.length;
  for (const [index, [name, data]] of tables.entries()) {
    const at = 12 + 16 * index;
    for (const [letter, character] of [...name].entries()) head[at + letter] = character.charCodeAt(0);
    const padded = new Uint8Array(Math.ceil(data.length / 4) * 4);
    padded.set(data);
    view.setUint32(at + 4, checksum(padded));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, data.length);
    parts.push(padded);
    offset += padded.length;
  }
  return joined(parts);
}

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
