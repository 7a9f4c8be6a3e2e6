import type { Piece } from './document.ts';

/** A piece of the text that comes of a merge. */
export type Part = Merged | Rivals;

/** A fact or block that both sides can have. */
export interface Merged {
  readonly leading: string;
  /** Its words; what either side wants them to be, where a person has to decide. */
  readonly head: string | RivalHeads;
  readonly body?: MergedBody;
  readonly trailing: string;
  readonly first: boolean;
  /** The piece of theirs that it is, or stands for. */
  readonly piece?: Piece;
  /** Of a fact: what it says. */
  readonly says?: string;
  /** Whether its words come from theirs. */
  readonly taken?: true;
  /** Whether it is, or may have, a block. */
  readonly block: boolean;
}

export interface MergedBody {
  readonly open: string;
  readonly parts: readonly Part[];
  readonly close: string;
}

/** Two first lines of one block. */
export interface RivalHeads {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A fact that both sides changed, or a piece that one removed while the other changed it: whole lines. */
export interface Rivals {
  /** What stands above it, whichever side is taken. */
  readonly leading: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The piece of theirs, where there is one. */
  readonly piece?: Piece;
  readonly says?: undefined;
  readonly block: boolean;
}

/** What a person has to decide, as facts. */
export interface Conflict {
  /** `both`: the same fact was changed twice. Else which side took out what the other one changed. */
  readonly kind: 'both' | 'ours-removed' | 'theirs-removed';
  /** The blocks around it, from the outermost: `pathway hj`, `stage clinic`. */
  readonly within: readonly string[];
  /** The fact by its keyword, or the block by its kind and name. */
  readonly what: string;
  /** What each side says, in one line; absent where it says nothing. */
  readonly ours?: string;
  readonly theirs?: string;
}

export function isRivals(part: Part): part is Rivals {
  return 'ours' in part;
}
