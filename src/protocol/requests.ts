import type { Place } from '../model/place.ts';
import type { PathwayEntry, Picture } from './preview.ts';

/** What the extension asks the language server, beside the Language Server Protocol itself. Names are LSP methods. */

/** Every pathway of the workspace: `undefined → PathwayEntry[]`. */
export const PATHWAYS = 'care-pathways/pathways';

/** The picture of one pathway, laid out: `PictureParams → Picture | null`. Cancelled when a newer one is asked for. */
export const PICTURE = 'care-pathways/picture';

/** The pathway and drawn element at a place of the text: `ElementAtParams → ElementAt | null`. */
export const ELEMENT_AT = 'care-pathways/elementAt';

/** Told by the server whenever models may have changed, after diagnostics: `{ version }`. */
export const CHANGED = 'care-pathways/changed';

/** The editor's command that asks for another name for what stands at a place: `uri, line, character`. */
export const RENAME = 'care-pathways.rename';

/** The initialization option with which an editor says that it has that command. */
export const CAN_RENAME = 'rename';

export interface PictureParams {
  /** See `entryKey`. */
  readonly key: string;
}

export interface ElementAtParams {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export interface ElementAt {
  /** The key of the pathway that the place lies in. */
  readonly key: string;
  /** The drawn element, such as `stage:first-contact`; absent where the place is in none. */
  readonly id?: string;
  readonly place?: Place;
}

export type PathwaysResult = readonly PathwayEntry[];
export type PictureResult<Placed> = Picture<Placed> | null;

/**
 * The text of a file of the built-in library, `care-pathways-library:/england.pathway`, for showing it:
 * `LibraryTextParams → string | null`.
 */
export const LIBRARY_TEXT = 'care-pathways/libraryText';

export interface LibraryTextParams {
  readonly uri: string;
}

export type LibraryTextResult = string | null;
