import type { Look } from '../diagram/look.ts';
import type { Place } from '../model/place.ts';

/** What somebody can do to the text from its picture. The server says what is to be written, the editor writes it. */

/** What can be done with an element of a picture: `OffersParams → OffersResult`. */
export const OFFERS = 'care-pathways/offers';

/** What is to be written for a wish: `EditParams → EditResult`. */
export const EDIT = 'care-pathways/edit';

export interface OffersParams {
  /** See `entryKey`. */
  readonly key: string;
  /** The drawn element, such as `stage:first-contact`. */
  readonly id: string;
}

/**
 * What an offer does: it writes something new, renames what is there, puts a finding right, or says that one lives
 * with it.
 */
export type OfferKind = 'write' | 'rename' | 'fix' | 'live-with';

/** One thing that can be done, as a reader sees it. */
export interface OfferEntry {
  readonly title: string;
  readonly kind: OfferKind;
  /** What has to be said before it can be done: what the new stage is called, or which stage a transition leads to. */
  readonly asks?: 'label' | 'stage';
}

export interface Offer extends OfferEntry {
  /** What is to be written. Absent where something has to be said before, and for a new name. */
  readonly edit?: Edit;
  /** What a new name is for. */
  readonly rename?: Place;
}

export interface OffersResult {
  readonly offers: readonly Offer[];
  /** Why there are not more, in plain words. */
  readonly note?: string;
}

/** Something to write, of an author's own making. */
export type Wish =
  | { readonly wish: 'stage'; readonly after?: string; readonly label: string }
  | { readonly wish: 'transition'; readonly from: string; readonly to: string }
  | { readonly wish: 'view'; readonly look: Look; readonly label: string };

export interface EditParams {
  readonly key: string;
  readonly wish: Wish;
}

/** Something to write, or in plain words why it cannot be written. */
export type EditResult = Edit | { readonly refused: string };

export interface Edit {
  /** The file where the author goes on, and which is shown for it. */
  readonly file: string;
  /** A `WorkspaceEdit` of the Language Server Protocol. */
  readonly changes: object;
  /**
   * The versions of the texts that it was made for, by file; nothing for a file that is not open. In any other text it
   * would be written in the wrong place.
   */
  readonly versions: Readonly<Record<string, number | null>>;
  /** The same as text, for whoever cannot write: the lines that are new. */
  readonly text?: string;
}
