import type { Placed, Positions } from '../diagram/placed.ts';
import type { ReviewPages, ReviewScenes } from '../diagram/review.ts';
import type { Scene } from '../diagram/scene.ts';

/** Whoever lays out scenes: a worker, so that nothing else waits for it; or, for one picture, the process itself. */
export interface Layouter {
  /**
   * Places everything that a scene says to draw. Rejects with an `AbortError` when the signal says that nobody wants
   * it any more, and with the layout engine's own error when that fails. `previous` is where things stood in the picture
   * that this one takes the place of.
   */
  layout(scene: Scene, signal: AbortSignal, previous?: Positions): Promise<Placed>;
  /** The same for the three pictures of a review. */
  layoutReview(scenes: ReviewScenes, signal: AbortSignal, previous?: Positions): Promise<ReviewPages>;
  dispose(): void;
}

/** What is to be laid out: one picture, or the three of a review. */
export type LayoutWork = ({ readonly scene: Scene } | { readonly scenes: ReviewScenes }) & {
  readonly previous?: Positions;
};

/** What a worker is told, and what it answers. */
export interface LayoutJob {
  readonly job: number;
  readonly work: LayoutWork;
}

export type LayoutAnswer =
  | { readonly job: number; readonly laidOut: Placed | ReviewPages }
  | { readonly job: number; readonly error: string };
