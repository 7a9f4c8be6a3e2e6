import type { Said } from '../preview/controller.ts';
import type { TextsThen } from './texts.ts';
import type { ReviewWish } from './wish.ts';

/** One side of a review. */
export interface Side {
  /** What people call it, in a sentence: `the last commit (3 November 2026)`. */
  readonly called: string;
  /** Changes when it has to be read anew: `main` is another commit now, something else is staged. */
  readonly version: string;
  /** What git calls it; absent of the texts as they are in the editors. */
  readonly ref?: string;
  readonly texts?: TextsThen;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** Changes when either has to be read anew. */
  readonly version: string;
}

/** Where the texts of other times come from. */
export interface History {
  /** Both sides; or, in plain words, why they cannot be had. */
  sides(wish: ReviewWish): Promise<Sides | Said>;
  /** What their version would be now. */
  version(wish: ReviewWish): Promise<string>;
}
