import { without } from './comments.ts';
import { childrenOf, commentsIn, type Document, type Piece, sayingOf } from './document.ts';
import { headParts } from './head.ts';

/** Everything that a document says, a line each, in any order: facts, parts of first lines, comments. */
export function contentOf({ pieces, end }: Document): readonly string[] {
  return [...pieces.flatMap(everythingIn), ...commentsIn(end)];
}

/** Everything that a piece says. */
export function everythingIn(piece: Piece): readonly string[] {
  const { leading, inner, body, trailing } = piece;
  const between = [leading, body?.open ?? '', body?.close ?? '', trailing].flatMap(commentsIn);
  return [...headIn(piece), ...inner, ...between, ...childrenOf(piece).flatMap(everythingIn)];
}

/** Whether something stands in a piece that did not before. */
export function addsTo(before: Piece, after: Piece): boolean {
  return without(everythingIn(after), everythingIn(before)).length > 0;
}

function headIn(piece: Piece): readonly string[] {
  const parts = piece.block ? headParts(piece.words) : undefined;
  return parts ? [...parts.values()] : [sayingOf(piece)];
}
