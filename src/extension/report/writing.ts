import { Worker } from 'node:worker_threads';
import { making, type ReportJob, type ReportNews, stopped } from '../../protocol/report.ts';

/**
 * Writes a report in a thread of its own, so that neither typing nor checking waits for its pictures. Resolves with
 * whether it is written: it is not where the signal came before the writing began, and is whole where it came after.
 */
export function writeReport(
  script: string,
  job: ReportJob,
  progress: (words: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(script, { workerData: { job, state } });
  return new Promise<boolean>((done, failed) => {
    worker.on('message', (news: ReportNews) => {
      if (news.type === 'progress') progress(news.words);
      else if (news.type === 'written') done(true);
      else if (Atomics.load(state, 0) === stopped) done(false);
      else failed(new Error(news.reason));
    });
    worker.once('error', failed);
    worker.once('exit', () => done(false));
    signal.addEventListener('abort', () => {
      if (Atomics.compareExchange(state, 0, making, stopped) === making) void worker.terminate();
    });
  });
}
