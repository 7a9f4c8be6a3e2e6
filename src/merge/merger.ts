import { innerIndent, insert, isOneLine, isSame, withLines, withoutRepeats } from './assemble.ts';
import { mergeBetween, newsOf, type Three } from './comments.ts';
import { addsTo } from './content.ts';
import { type Body, bodyText, childrenOf, commentsIn, type Document, type Piece, sayingOf } from './document.ts';
import { fitted, fittedWords, indentOf, withLineEnds } from './fit.ts';
import { blockKey, headOrder, headParts } from './head.ts';
import { type Matching, matchAdditions, matchVersions } from './match.ts';
import type { Conflict, Merged, MergedBody, Part, RivalHeads, Rivals } from './parts.ts';

/** The same piece on three sides; absent where it was not there, or is no longer. */
interface Pieces {
  readonly base?: Piece | undefined;
  readonly ours: Piece;
  readonly theirs: Piece;
}

/** Where pieces stand: the blocks around them, and how far lines are indented there. */
interface Around {
  readonly within: readonly string[];
  readonly indent: string;
}

/** Brings two texts together piece by piece, from what they both come from. Everything starts from ours. */
export class Merger {
  readonly conflicts: Conflict[] = [];
  readonly #documents: Three<Document>;
  readonly #ours: Matching;
  readonly #theirs: Matching;
  readonly #around = new Map<Piece, Piece>();
  readonly #lineEnd: string;

  constructor(documents: Three<Document>) {
    const { base, ours, theirs } = documents;
    this.#documents = documents;
    this.#ours = matchVersions(base.pieces, ours.pieces);
    this.#theirs = matchVersions(base.pieces, theirs.pieces);
    this.#lineEnd = ours.pieces.length > 0 ? ours.lineEnd : theirs.lineEnd;
    for (const { pieces } of [base, ours, theirs]) this.#remember(pieces);
  }

  /** The pieces of the whole text, and what follows them. */
  merge(): { readonly parts: readonly Part[]; readonly end: string } {
    const { base, ours, theirs } = this.#documents;
    const lists = { base: base.pieces, ours: ours.pieces, theirs: theirs.pieces };
    const end = { base: base.end, ours: ours.end, theirs: theirs.end };
    return { parts: this.#list(lists, { within: [], indent: '' }), end: mergeBetween(end, '', this.#lineEnd) };
  }

  #remember(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      for (const inner of childrenOf(piece)) this.#around.set(inner, piece);
      this.#remember(childrenOf(piece));
    }
  }

  #list(lists: Three<readonly Piece[]>, around: Around): readonly Part[] {
    const added = matchAdditions(
      lists.ours.filter((piece) => !this.#ours.before.has(piece)),
      lists.theirs.filter((piece) => !this.#theirs.before.has(piece)),
    );
    const parts = lists.ours.flatMap((ours) => this.#ofOurs(ours, added, around));
    for (const theirs of lists.theirs) {
      if (parts.some((part) => part.piece === theirs)) continue;
      const part = this.#ofTheirs(theirs, added, around);
      if (part) insert(parts, part, lists.theirs, this.#lineEnd);
    }
    return withoutRepeats(parts, lists.ours, lists.theirs);
  }

  /** What becomes of a piece that ours has. */
  #ofOurs(ours: Piece, added: Matching, around: Around): readonly Part[] {
    const base = this.#ours.before.get(ours);
    if (!base) {
      const theirs = added.after.get(ours);
      return [theirs ? this.#piece({ ours, theirs }, around) : untouched(ours)];
    }
    const theirs = this.#theirs.after.get(base);
    if (theirs) return this.#movedByTheirs(base, theirs) ? [] : [this.#piece({ base, ours, theirs }, around)];
    return addsTo(base, ours) ? [this.#removed(base, { ours }, around)] : [];
  }

  /** What becomes of a piece of theirs that ours has not at this place. */
  #ofTheirs(theirs: Piece, added: Matching, around: Around): Part | undefined {
    const base = this.#theirs.before.get(theirs);
    if (!base) return added.before.has(theirs) ? undefined : this.#taken(theirs, around);
    const ours = this.#ours.after.get(base);
    if (ours) return this.#movedByTheirs(base, theirs) ? this.#piece({ base, ours, theirs }, around) : undefined;
    return addsTo(base, theirs) ? this.#removed(base, { theirs }, around) : undefined;
  }

  /** Whether theirs has put a piece into another block, one that ours has too; where ours has moved it, ours decides. */
  #movedByTheirs(base: Piece, theirs: Piece): boolean {
    const [was, is] = [this.#around.get(base), this.#around.get(theirs)];
    if (!was || !is || this.#theirs.after.get(was) === is) return false;
    const ours = this.#ours.after.get(base);
    const stayed = ours !== undefined && this.#ours.after.get(was) === this.#around.get(ours);
    const there = this.#theirs.before.get(is);
    return stayed && there !== undefined && this.#ours.after.has(there);
  }

  #taken(theirs: Piece, { indent }: Around): Merged {
    const head = fitted(theirs, indent, this.#lineEnd);
    const says = theirs.block ? {} : { says: sayingOf(theirs) };
    return { leading: '', head, trailing: '', first: true, block: theirs.block, piece: theirs, taken: true, ...says };
  }

  #removed(base: Piece, { ours, theirs }: Partial<Pieces>, around: Around): Rivals {
    const left = (ours ?? theirs)!;
    this.conflicts.push({
      ...{ kind: ours ? 'theirs-removed' : 'ours-removed', within: around.within, what: calledBy(left) },
      ...(ours && !ours.block && { ours: sayingOf(ours) }),
      ...(theirs && !theirs.block && { theirs: sayingOf(theirs) }),
    });
    const lines = (piece: Piece | undefined) => (piece ? fitted(piece, around.indent, this.#lineEnd) : '');
    const sides = { base: lines(base), ours: lines(ours), theirs: lines(theirs) };
    return { leading: '', ...sides, block: left.block, ...(theirs && { piece: theirs }) };
  }

  #piece(pieces: Pieces, around: Around): Part {
    const { base, ours, theirs } = pieces;
    const indent = ours.first ? indentOf(ours) : around.indent;
    const side = this.#beside({ base: base?.trailing ?? '', ours: ours.trailing, theirs: theirs.trailing });
    const leading = mergeBetween(
      { base: base?.leading ?? '', ours: ours.leading, theirs: theirs.leading },
      ...([indent, this.#lineEnd] as const),
    );
    const above = withLines(leading, side.left, indent, this.#lineEnd);
    const head = this.#head(pieces, around);
    if (typeof head !== 'string' && !ours.block) {
      const lines = (piece: Piece) => fitted({ ...piece, leading: indentOf(piece) }, indent, this.#lineEnd);
      const sides = { base: base ? lines(base) : '', ours: lines(ours), theirs: lines(theirs) };
      return {
        leading: leading.slice(0, leading.length - indentOf(ours).length),
        ...sides,
        block: false,
        piece: theirs,
      };
    }
    const within = [...around.within, blockKey(ours.words)];
    const body = this.#body(pieces, { within, indent });
    return {
      ...{ leading: above, head: typeof head === 'string' && typeof body === 'string' ? head + body : head },
      ...(body && typeof body !== 'string' && { body }),
      ...{ trailing: side.kept, first: ours.first, block: ours.block, piece: theirs },
      ...(!ours.block && { says: sayingOf(head === ours.head ? ours : theirs) }),
      ...(head !== ours.head && { taken: true }),
    };
  }

  /** The words of a line: of the side that changed them, or of both for a person to decide. */
  #head({ base, ours, theirs }: Pieces, { within }: Around): string | RivalHeads {
    const [was, here, there] = [base && sayingOf(base), sayingOf(ours), sayingOf(theirs)];
    if (here === there || there === was) return ours.head;
    const words = (piece: Piece) => fittedWords(piece.head, indentOf(piece), indentOf(ours), this.#lineEnd);
    if (here === was) return words(theirs);
    const both = ours.block ? mergeHeads(base, ours, theirs) : undefined;
    if (both !== undefined) return both;
    this.conflicts.push({ kind: 'both', within, what: calledBy(base ?? ours), ours: here, theirs: there });
    return { base: base ? words(base) : '', ours: ours.head, theirs: words(theirs) };
  }

  /** The block of a piece; as it stands in the text, where it is wholly that of one side. */
  #body({ base, ours, theirs }: Pieces, around: Around): MergedBody | string | undefined {
    const { indent } = around;
    const taken = (body: Body) => fittedWords(bodyText(body), indentOf(theirs), indent, this.#lineEnd);
    if (!theirs.body && !base?.body) return ours.body && untouchedBody(ours.body);
    if (!ours.body && !base?.body) return theirs.body && taken(theirs.body);
    const asBefore = ours.body && base?.body && bodyText(ours.body) === bodyText(base.body);
    if (asBefore && theirs.body && isOneLine(ours.body) && isOneLine(theirs.body)) return taken(theirs.body);
    const none: Body = { open: ` {${this.#lineEnd}`, pieces: [], close: indent };
    const own = ours.body ?? none;
    const [was, there] = [base?.body ?? none, theirs.body ?? none];
    const inside = { within: around.within, indent: innerIndent(own, indent) };
    const parts = this.#list({ base: was.pieces, ours: own.pieces, theirs: there.pieces }, inside);
    const { kept: open, left } = this.#beside({ base: was.open, ours: own.open, theirs: there.open });
    const close = mergeBetween(
      { base: was.close, ours: own.close, theirs: there.close },
      ...([inside.indent, this.#lineEnd] as const),
    );
    const merged = { open: withLines(open, left, inside.indent, this.#lineEnd), parts, close };
    const same = own.pieces.length === parts.length && parts.every((part, at) => isSame(part, own.pieces[at]!));
    return isOneLine(own) && !same ? this.#spread(merged, inside.indent, indent) : merged;
  }

  /** Comments beside a line. Where both sides wrote one, the other one is `left`, for a line of its own. */
  #beside(three: Three<string>): { readonly kept: string; readonly left: readonly string[] } {
    const { come, gone } = newsOf(three);
    if (come.length === 0 && gone.length === 0) return { kept: three.ours, left: [] };
    if (commentsIn(three.ours).join('\n') !== commentsIn(three.base).join('\n'))
      return { kept: three.ours, left: come };
    return { kept: withLineEnds(three.theirs, this.#lineEnd), left: [] };
  }

  /** A block that stood on one line, on several. */
  #spread({ open, parts, close }: MergedBody, indent: string, outer: string): MergedBody {
    const line = (part: Part): Part =>
      'ours' in part || part.first
        ? part
        : { ...part, leading: indent, first: true, trailing: part.trailing.trimEnd() + this.#lineEnd };
    const opened = open.endsWith('\n') ? open : open.trimEnd() + this.#lineEnd;
    return { open: opened, parts: parts.map(line), close: close.trim() === '' ? outer : close };
  }
}

/** What a conflict calls a piece: a fact by its keyword, a block by its kind and name. */
function calledBy({ block, words }: Piece): string {
  return block ? blockKey(words) : words[0]!;
}

/** The first line of a block of which each side changed another part; nothing where both changed the same. */
function mergeHeads(base: Piece | undefined, ours: Piece, theirs: Piece): string | undefined {
  const sides = [base, ours, theirs].map((piece) =>
    piece?.inner.length ? undefined : piece && headParts(piece.words),
  );
  const [was, here, there] = sides;
  if (!here || !there || (base && !was)) return undefined;
  const parts: string[] = [];
  for (const part of headOrder) {
    const [before, own, other] = [was?.get(part), here.get(part), there.get(part)];
    if (own !== other && own !== before && other !== before) return undefined;
    const said = own === before ? other : own;
    if (said !== undefined) parts.push(headParts((said === own ? ours : theirs).written)!.get(part)!);
  }
  return parts.join(' ');
}

function untouched(piece: Piece): Merged {
  const { leading, head, body, trailing, first, block } = piece;
  const says = block ? {} : { says: sayingOf(piece) };
  return { leading, head, trailing, first, block, ...says, ...(body && { body: untouchedBody(body) }) };
}

function untouchedBody({ open, pieces, close }: Body): MergedBody {
  return { open, parts: pieces.map(untouched), close };
}
