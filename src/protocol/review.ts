import type { Place } from '../model/place.ts';

/** What the review page and whoever shows it say to each other about two versions of a project. All of it is plain JSON. */

/** One sentence of a review. */
export interface ReviewEntry {
  /** Tells the entries of one review apart. */
  readonly id: string;
  readonly sentence: string;
  readonly tone: 'worse' | 'better' | 'open' | 'plain';
  /** What there is to know besides, a line each: all that something says which came or went. */
  readonly lines?: readonly string[];
  /** The pathway that it belongs to, by the name of its subject below. */
  readonly subject?: string;
  /** What is drawn of it in that pathway's picture, such as `stage:first-contact`. */
  readonly drawn?: string;
  /** Where it stood in the text before, and where it stands after. */
  readonly before?: Place;
  readonly after?: Place;
}

/** Sentences that belong together, under a heading. */
export interface ReviewGroup {
  readonly heading: string;
  readonly entries: readonly ReviewEntry[];
}

/** A pathway that is on one side at least, and how many of the entries are about it. */
export interface ReviewSubject {
  readonly name: string;
  readonly label: string;
  readonly changes: number;
}

/** The same picture three times: everything stands at the same place in each. */
export interface ReviewPictures<Placed> {
  readonly before: Placed;
  readonly difference: Placed;
  readonly after: Placed;
}

/** A review as it is shown. */
export interface Review<Placed> {
  readonly title: string;
  /** What the two sides are, as people call them: `main, 3 November 2026`, `as it is now`. */
  readonly before: string;
  readonly after: string;
  /** All of it in a sentence: `Oversight is weaker in 1 place: Justice Board removed; cost up £40,000; 2 findings closed, 1 opened.` */
  readonly headline: string;
  /** What weakens oversight, then what follows, then the rest in the order of the pathways. */
  readonly groups: readonly ReviewGroup[];
  readonly subjects: readonly ReviewSubject[];
  /** The subject whose pictures these are; absent where nothing can be drawn. */
  readonly shown?: { readonly subject: string; readonly pictures: ReviewPictures<Placed> };
  /** What could not be read on either side, a sentence each. */
  readonly troubles: readonly string[];
  /** Counts up with every change, so that an answer that comes too late can be told. */
  readonly version: number;
}

/** From the host to the page. */
export type ToReviewPage<Placed> =
  /** `kept` is what the host wants back after a reload, in a `PageMemory`. */
  | { readonly type: 'review'; readonly review: Review<Placed>; readonly kept?: unknown }
  /** It takes its time. */
  | { readonly type: 'comparing' }
  /** There is nothing to show, and why, in plain words. */
  | { readonly type: 'nothing'; readonly message: string; readonly hint?: string; readonly kept?: unknown }
  /** Go to the next entry, or to the previous one. */
  | { readonly type: 'step'; readonly by: 1 | -1 };

/** From the page to the host. */
export type ToReviewHost =
  | { readonly type: 'ready' }
  /** Show the pictures of this subject, or of whichever has changes; only what has changed, where that is asked for. */
  | { readonly type: 'select'; readonly subject?: string; readonly onlyChanges: boolean }
  /** Somebody chose an entry: show the two texts beside each other at its place. `focus` takes the keyboard there too. */
  | { readonly type: 'open'; readonly entry: string; readonly focus: boolean };

/** Which of the three pictures is seen. */
export type ReviewView = 'before' | 'difference' | 'after';

/** What the page keeps for the time when it is shown again; its host reads what was compared. */
export interface ReviewMemory {
  readonly kept?: unknown;
  readonly subject?: string;
  readonly onlyChanges?: boolean;
  readonly view?: ReviewView;
  readonly entry?: string;
}

/** Begins a review, or begins it anew: `ReviewOpenParams → ReviewOpened`. */
export const REVIEW_OPEN = 'care-pathways/openReview';

/** A review as it is now: `ReviewParams → ReviewResult`. Cancelled when a newer one is asked for. */
export const REVIEW = 'care-pathways/review';

/** Ends a review: `{ reader }`. */
export const REVIEW_CLOSE = 'care-pathways/closeReview';

/** The text of a file. */
export interface SideText {
  readonly uri: string;
  readonly text: string;
}

/** A side of a review: the texts as they are in the editors, or those of another time. */
export type ReviewSide = { readonly called: string } & (
  | { readonly time: 'now' }
  /** As they stand on the disk at this moment, but for some that differ and some that are not there. */
  | { readonly time: 'then'; readonly differ: readonly SideText[]; readonly absent: readonly string[] }
);

export interface ReviewOpenParams {
  /** Whose review it is: there is one for each page. */
  readonly reader: string;
  readonly before: ReviewSide;
  readonly after: ReviewSide;
  readonly what: ReviewScope;
}

/** A pathway by the key of its entry, and the file that declares it. */
export interface ReviewedPathway {
  readonly key: string;
  readonly file: string;
}

/** What is reviewed: the project around a file or folder; what stands in one file; or one pathway beside another. */
export type ReviewScope =
  | { readonly scope: 'project'; readonly at: string }
  | { readonly scope: 'file'; readonly at: string }
  | { readonly scope: 'pair'; readonly before: ReviewedPathway; readonly after: ReviewedPathway };

export interface ReviewParams {
  readonly reader: string;
  readonly subject?: string;
  readonly onlyChanges?: boolean;
}

/** The review; or why there is none: it was never begun (or the server has started again since), or nothing is there. */
export type ReviewResult<Placed> =
  | { readonly review: Review<Placed> }
  | { readonly none: 'not-open' | 'no-project' | 'no-pathway' };
