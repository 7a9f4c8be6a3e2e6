/** What is read of a TrueType or OpenType font: which characters it has, and how wide they are. */
export interface Typeface {
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  readonly glyphs: number;
  /** The glyph of a character; nothing where the font has none. */
  glyphOf(codePoint: number): number | undefined;
  advanceOf(glyph: number): number;
  /** Where a table of the file starts and how long it is. */
  table(tag: string): Uint8Array | undefined;
}

/** Reads a font; nothing where the bytes are none that can be understood. */
export function readTypeface(bytes: Uint8Array, start = 0): Typeface | undefined {
  try {
    return typeface(bytes, start);
  } catch {
    return undefined;
  }
}

function typeface(bytes: Uint8Array, start: number): Typeface | undefined {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(start + 4); index++) {
    const at = start + 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(at + 12)));
  }
  const [head, hhea, hmtx, maxp, cmap] = ['head', 'hhea', 'hmtx', 'maxp', 'cmap'].map((tag) => tables.get(tag));
  if (!head || !hhea || !hmtx || !maxp || !cmap) return undefined;
  const [inHead, inHhea, inHmtx] = [viewOf(head), viewOf(hhea), viewOf(hmtx)];
  const wide = inHhea.getUint16(34);
  const characters = readCmap(cmap);
  return {
    bytes,
    unitsPerEm: inHead.getUint16(18),
    ascent: inHhea.getInt16(4),
    descent: inHhea.getInt16(6),
    box: [inHead.getInt16(36), inHead.getInt16(38), inHead.getInt16(40), inHead.getInt16(42)],
    glyphs: viewOf(maxp).getUint16(4),
    glyphOf: (codePoint) => characters(codePoint) || undefined,
    advanceOf: (glyph) => inHmtx.getUint16(4 * Math.min(glyph, wide - 1)),
    table: (tag) => tables.get(tag),
  };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Which glyph stands for a character, by the best of the font's tables of characters; 0 where none does. */
export function readCmap(cmap: Uint8Array): (codePoint: number) => number {
  const view = viewOf(cmap);
  const offsets = Array.from({ length: view.getUint16(2) }, (_, index) => view.getUint32(4 + 8 * index + 4));
  const ofFormat = (format: number) => offsets.find((offset) => view.getUint16(offset) === format);
  const [full, basic] = [ofFormat(12), ofFormat(4)];
  if (full !== undefined) return (codePoint) => inGroups(view, full, codePoint);
  if (basic !== undefined) return (codePoint) => inSegments(view, basic, codePoint);
  return () => 0;
}

function inGroups(view: DataView, at: number, codePoint: number): number {
  let [low, high] = [0, view.getUint32(at + 12) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + 12 * middle;
    if (codePoint < view.getUint32(group)) high = middle - 1;
    else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
    else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
  }
  return 0;
}

function inSegments(view: DataView, at: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const double = view.getUint16(at + 6);
  for (let index = 0; index < double; index += 2) {
    if (view.getUint16(at + 14 + index) < codePoint) continue;
    const first = view.getUint16(at + 16 + double + index);
    if (first > codePoint) return 0;
    const delta = view.getUint16(at + 16 + 2 * double + index);
    const place = at + 16 + 3 * double + index;
    const range = view.getUint16(place);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(place + range + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
