import { parentPort } from 'node:worker_threads';
import { layout, warmUp } from '../../diagram/layout.ts';
import type { LayoutAnswer, LayoutJob } from '../layouter.ts';

void warmUp();

/** Lays out one scene after another, in a thread of its own. */
parentPort?.on('message', async ({ job, scene, previous }: LayoutJob) => {
  let answer: LayoutAnswer;
  try {
    answer = { job, placed: await layout(scene, previous) };
  } catch (error) {
    answer = { job, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
