/** Where something stands in the text. Lines and characters count from zero, as editors count them. */
export interface Place {
  /** The file's URI. */
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A place that spans from the start of one to the end of another place of the same file. */
export function span(from: Place, to: Place): Place {
  return { ...from, endLine: to.endLine, endCharacter: to.endCharacter };
}

/** Whether a position of the same file lies inside the place, its end included. */
export function holds(place: Place, line: number, character: number): boolean {
  if (line < place.line || line > place.endLine) return false;
  if (line === place.line && character < place.character) return false;
  return line !== place.endLine || character <= place.endCharacter;
}

/** Whether a place begins inside a block of the same file, the block's end included. */
export function covers(block: Place, { file, line, character }: Place): boolean {
  return block.file === file && holds(block, line, character);
}

/** Orders places by file, then by where they start. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.character - b.character;
}

/** The last of the blocks, which are in the order of the text, that starts at or before the place. */
export function lastBefore<T extends { readonly place: Place }>(blocks: readonly T[], at: Place): T | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(blocks[middle]!.place, at) <= 0) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
