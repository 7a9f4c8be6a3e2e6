import type { Side } from '../../changes/compare.ts';
import {
  drawnIdOf,
  layoutReview,
  type ReviewPages,
  type ReviewPair,
  type ReviewScenes,
  reviewPairs,
  reviewScenes,
} from '../../diagram/review.ts';
import { mermaidOfReview } from '../../export/mermaid.ts';
import { type Compared, emptySide, type Report } from './report.ts';

/** Every pathway that one of the sentences is about, as it was and as it is. */
export function changedPathways({ before, after, whole, comparison, pairs: given }: Compared): readonly ReviewPair[] {
  const [old, now]: readonly [Side, Side] = [before ?? emptySide(), after ?? emptySide()];
  const pairs = given ?? reviewPairs(old, now, whole);
  const said = [...comparison.changes, ...comparison.consequences];
  const changed = new Set(said.map((one) => drawnIdOf(one, whole, pairs)?.subject));
  return pairs.filter(({ name }) => changed.has(name));
}

/** The three pictures of a pathway: what to draw. */
function scenesOf(
  { before, after }: ReviewPair,
  { whole }: Compared,
  report: Report,
  onlyChanges: boolean,
): ReviewScenes {
  const called = { before: report.before.name, after: report.after.name };
  return reviewScenes(before, after, whole, { called, onlyChanges });
}

/** The three pictures of a pathway, placed; with what is unchanged as few quiet boxes, where only changes are wanted. */
export function pagesOf(
  pair: ReviewPair,
  compared: Compared,
  report: Report,
  onlyChanges = false,
): Promise<ReviewPages> {
  return layoutReview(scenesOf(pair, compared, report, onlyChanges));
}

/** What has changed of each pathway, as a Mermaid flowchart. */
export function mermaidIn(
  compared: Compared,
  report: Report,
): readonly { readonly label: string; readonly mermaid: string }[] {
  return changedPathways(compared).map((pair) => ({
    label: pair.label,
    mermaid: mermaidOfReview(scenesOf(pair, compared, report, false).difference),
  }));
}
