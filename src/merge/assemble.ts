import { type Body, type Piece, sayingOf } from './document.ts';
import { indentOf } from './fit.ts';
import { isRivals, type Part } from './parts.ts';

/** Puts a piece of theirs where it stands there: below what it follows, and below what ours has added there. */
export function insert(parts: Part[], part: Part, theirs: readonly Piece[], lineEnd: string): void {
  const before = theirs.slice(0, theirs.indexOf(part.piece!)).findLast((piece) => placeOf(piece, parts) >= 0);
  let at = before ? placeOf(before, parts) + 1 : 0;
  while (at < parts.length && parts[at]!.piece === undefined && (part.block || !parts[at]!.block)) at++;
  parts.splice(at, 0, apart(part, parts[at - 1], parts[at], lineEnd));
}

function placeOf(piece: Piece, parts: readonly Part[]): number {
  return parts.findIndex((part) => part.piece === piece);
}

/** A block over several lines is set apart from what stands above and below it. */
function apart(part: Part, above: Part | undefined, below: Part | undefined, lineEnd: string): Part {
  if (isRivals(part) || !part.block || typeof part.head !== 'string' || !part.head.trim().includes('\n')) return part;
  const words = part.leading + part.head;
  const spaced = /^[^\S\n]*\n/.test(words);
  const before = above === undefined ? words.replace(/^(?:[^\S\n]*\n)+/, '') : spaced ? words : lineEnd + words;
  const follows = above === undefined && below !== undefined && !isRivals(below) && !/^[^\S\n]*\n/.test(below.leading);
  return { ...part, leading: '', head: follows ? before + lineEnd : before };
}

/** Leaves out what came from theirs and stands there already, as both sides wrote it at different places. */
export function withoutRepeats(
  parts: readonly Part[],
  ours: readonly Piece[],
  theirs: readonly Piece[],
): readonly Part[] {
  const count = (pieces: readonly Piece[], says: string) => pieces.filter((piece) => sayingOf(piece) === says).length;
  const seen = new Map<string, number>();
  for (const part of parts) if (part.says !== undefined) seen.set(part.says, (seen.get(part.says) ?? 0) + 1);
  return parts.filter((part) => {
    if (isRivals(part) || part.says === undefined || !part.taken || `${part.leading}${part.head}`.includes('#'))
      return true;
    const times = seen.get(part.says)!;
    if (times <= Math.max(count(ours, part.says), count(theirs, part.says))) return true;
    seen.set(part.says, times - 1);
    return false;
  });
}

/** Puts comments below what stands above a line, each on a line of its own. */
export function withLines(above: string, comments: readonly string[], indent: string, lineEnd: string): string {
  if (comments.length === 0) return above;
  const rest = /[^\n]*$/.exec(above)![0];
  const lines = comments.map((comment) => indent + comment + lineEnd).join('');
  const whole = above.slice(0, above.length - rest.length);
  return rest.trim() === '' ? whole + lines + rest : `${above}${lineEnd}${lines}`;
}

/** How far the lines of a block are indented, which itself is indented so far. */
export function innerIndent({ pieces }: Body, outer: string): string {
  const line = pieces.find(({ first }) => first);
  return line ? indentOf(line) : `${outer}  `;
}

export function isOneLine(body: Body | undefined): boolean {
  if (!body || /\n/.test(body.open + body.close)) return false;
  return body.pieces.every(({ first }) => !first);
}

/** Whether a part is a piece of ours as it was. */
export function isSame(part: Part, { leading, head, trailing, body }: Piece): boolean {
  if (isRivals(part) || part.leading !== leading || part.head !== head || part.trailing !== trailing) return false;
  const inner = body?.pieces ?? [];
  const parts = part.body?.parts ?? [];
  return parts.length === inner.length && parts.every((one, at) => isSame(one, inner[at]!));
}
