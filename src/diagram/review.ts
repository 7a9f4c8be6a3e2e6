/** Two versions of a pathway on one picture: what to draw, where, and which sentence belongs to what. */
export { layoutReview, positionsOfReview, type ReviewPages } from './review/layout.ts';
export { type ReviewOptions, type ReviewScenes, reviewScenes } from './review/scenes.ts';
export { type DrawnIn, drawnIdOf, type ReviewPair, reviewPairs } from './review/subjects.ts';
