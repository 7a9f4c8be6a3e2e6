import { parentPort } from 'node:worker_threads';
import { layout, warmUp } from '../../diagram/layout.ts';
import { layoutReview } from '../../diagram/review.ts';
import type { LayoutAnswer, LayoutJob } from '../layouter.ts';

void warmUp();

/** Lays out one picture after another, in a thread of its own. */
parentPort?.on('message', async ({ job, work }: LayoutJob) => {
  let answer: LayoutAnswer;
  try {
    const { previous } = work;
    const laidOut = await ('scene' in work ? layout(work.scene, previous) : layoutReview(work.scenes, previous));
    answer = { job, laidOut };
  } catch (error) {
    answer = { job, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
