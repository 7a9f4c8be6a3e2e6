import type { Look } from '../diagram/look.ts';
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

/** The editor's command that puts the caret at a place of a file, which it opens: `uri, line, character`. */
export const SHOW = 'care-pathways.show';

/** The initialization option with which an editor says that it has that command. */
export const CAN_SHOW = 'show';

/** The editor's command that shows places; see `ShowReferencesParams`. */
export const SHOW_REFERENCES = 'care-pathways.showReferences';

/** The editor's command that opens the preview beside the text. */
export const OPEN_PREVIEW = 'care-pathways.openPreviewToSide';

/** The editor's own command that shows the list of problems. */
export const SHOW_PROBLEMS = 'workbench.actions.view.problems';

/** The file and the place that the places are asked from, and the places. */
export type ShowReferencesParams = readonly [uri: string, at: TextPosition, places: readonly TextLocation[]];

interface TextPosition {
  readonly line: number;
  readonly character: number;
}

interface TextLocation {
  readonly uri: string;
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}

export interface PictureParams {
  /** See `entryKey`. */
  readonly key: string;
  /** How somebody wants to see it. */
  readonly look?: Look;
  /** Nothing of this pathway is on the screen yet: it is laid out as for everybody, not from what stood there before. */
  readonly fresh?: boolean;
  /** Whose screen it is for: where things stood on one of them is nothing to another. */
  readonly reader?: string;
  /** The reader of a review that was begun: what is not as it was before is marked. */
  readonly since?: string;
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
  /** What is drawn of the place in other pictures: of the region, or of a specification. */
  readonly others?: readonly { readonly key: string; readonly id: string }[];
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

/**
 * Where the page of a rule stands, for editors that show it: they ask for its text by `RULE_PAGE`. The path ends like the
 * name of a file, so that an editor knows what it is.
 */
export const RULE_PAGES = 'care-pathways-rule:';

/** The initialization option with which an editor says that it shows those pages. */
export const CAN_SHOW_RULES = 'rulePages';

/** The text of a rule's page, in Markdown: `RulePageParams → string | null`. */
export const RULE_PAGE = 'care-pathways/rulePage';

export interface RulePageParams {
  readonly uri: string;
}

export type RulePageResult = string | null;

/** Every specification of the workspace, for starting a pathway from: `undefined → SpecificationsResult`. */
export const SPECIFICATIONS = 'care-pathways/specifications';

export interface SpecificationEntry {
  /** The project's folder, as a URI. */
  readonly project: string;
  readonly projectLabel: string;
  readonly name: string;
  readonly label: string;
  /** The file that declares it, as a URI. */
  readonly file: string;
  /** Where it may be realised. */
  readonly footprints: readonly SpecificationFootprint[];
}

export interface SpecificationFootprint {
  readonly name: string;
  readonly label: string;
  /** The pathway that realises it there already, and the file that holds it, as a URI. */
  readonly pathway?: { readonly label: string; readonly file: string };
}

export type SpecificationsResult = readonly SpecificationEntry[];

/**
 * The text of a new pathway that realises a specification: `SpecificationSkeletonParams → SpecificationSkeletonResult`.
 * Where the project has a pathway of that name already, the text has another one.
 */
export const SPECIFICATION_SKELETON = 'care-pathways/specificationSkeleton';

export interface SpecificationSkeletonParams {
  readonly project: string;
  readonly specification: string;
  readonly name: string;
  readonly label?: string;
  readonly footprint?: string;
}

export type SpecificationSkeletonResult = string | null;
