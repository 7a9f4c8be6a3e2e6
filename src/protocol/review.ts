import type { Place } from '../model/place.ts';

/** What the review page and whoever shows it say to each other about two versions of a project. All of it is plain JSON. */

/** One sentence of a review. */
export interface ReviewEntry {
  /** Tells the entries of one review apart. */
  readonly id: string;
  readonly sentence: string;
  readonly tone: 'worse' | 'better' | 'open' | 'plain';
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
  /** All of it in a sentence: `Oversight is weaker in 2 places; cost up £40,000; 2 findings closed, 1 opened.` */
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
  | { readonly type: 'review'; readonly review: Review<Placed> }
  /** It takes its time. */
  | { readonly type: 'comparing'; readonly before: string; readonly after: string }
  /** There is nothing to show, and why, in plain words. */
  | { readonly type: 'nothing'; readonly message: string; readonly hint?: string };

/** From the page to the host. */
export type ToReviewHost =
  | { readonly type: 'ready' }
  /** Show the pictures of this subject; only what has changed, where that is asked for. */
  | { readonly type: 'select'; readonly subject: string; readonly onlyChanges: boolean }
  /** Somebody chose an entry: show the two texts beside each other at its place. */
  | { readonly type: 'open'; readonly entry: string };
