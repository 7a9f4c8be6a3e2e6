import type { ExportFiles, MachineFont } from './files.ts';
import { type Element, mapped } from './tree.ts';
import { readTypeface, type Typeface } from './truetype.ts';

/** The parts that Inter comes in; the first has what English needs. */
const subsets = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const;

export interface Face {
  readonly name: string;
  readonly weight: 400 | 600;
  readonly typeface: Typeface;
}

/** The parts of Inter that some characters need, of one weight. */
export async function interFaces(
  characters: readonly string[],
  weight: 400 | 600,
  files: ExportFiles,
): Promise<readonly Face[]> {
  const faces: Face[] = [];
  let waiting = characters;
  for (const subset of subsets) {
    if (faces.length > 0 && waiting.length === 0) break;
    const typeface = readTypeface(await files.shipped(`fonts/inter-${subset}-${weight}.ttf`));
    if (!typeface) throw new Error(`The font inter-${subset}-${weight} of this installation cannot be read.`);
    const left = waiting.filter((character) => typeface.glyphOf(character.codePointAt(0)!) === undefined);
    if (subset === 'latin' || left.length < waiting.length) faces.push({ name: subset, weight, typeface });
    waiting = left;
  }
  return faces;
}

/** The characters of some texts, each once, in order; without those that are not seen. */
export function charactersOf(texts: Iterable<string>): readonly string[] {
  return [...new Set([...texts].flatMap((text) => [...text]))].filter((each) => !unseen.test(each)).toSorted();
}

/** Spaces, joiners, direction marks, selectors of variants: no font needs a glyph for them. */
const unseen = /^[\s\p{Cc}\p{Cf}\p{Variation_Selector}]$/u;

export interface Fonts {
  readonly inter: readonly Face[];
  /** Of this machine, for what Inter does not have. */
  readonly others: readonly MachineFont[];
  /** What no font has. */
  readonly lost: readonly string[];
}

/** Every font that some characters need. */
export async function fontsFor(characters: readonly string[], files: ExportFiles): Promise<Fonts> {
  const inter = [...(await interFaces(characters, 400, files)), ...(await interFaces(characters, 600, files))];
  const foreign = characters.filter((character) => !hasOne(inter, character));
  if (foreign.length === 0) return { inter, others: [], lost: [] };
  const others = await files.fontsWith(foreign);
  const lost = foreign.filter((character) => !others.some((font) => font.characters.includes(character)));
  return { inter, others, lost };
}

function hasOne(faces: readonly Face[], character: string): boolean {
  return faces.some(({ typeface }) => typeface.glyphOf(character.codePointAt(0)!) !== undefined);
}

/** Stands for a character that no font has. */
const replacement = '\ufffd';

/** The same picture with a sign in place of each character that no font has; one of them would spoil its whole line. */
export function withoutLost(element: Element, lost: readonly string[]): Element {
  if (lost.length === 0) return element;
  const replaced = (text: string) => [...text].map((each) => (lost.includes(each) ? replacement : each)).join('');
  return mapped(element, (each) => ({
    ...each,
    parts: each.parts.map((part) => (typeof part === 'string' ? replaced(part) : part)),
  }));
}

/** Says which characters could not be drawn, and where they can still be read. */
export function lostNote(lost: readonly string[]): readonly string[] {
  if (lost.length === 0) return [];
  const some = `${lost.slice(0, 12).join(' ')}${lost.length > 12 ? ' …' : ''}`;
  return [
    lost.length === 1
      ? `No font on this machine has the character ${some}: a ${replacement} stands in its place. Install a font that has it, or take the SVG, which keeps every text.`
      : `No font on this machine has the characters ${some}: a ${replacement} stands in place of each. Install a font that has them, or take the SVG, which keeps every text.`,
  ];
}
