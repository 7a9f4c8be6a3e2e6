import { parentPort, workerData } from 'node:worker_threads';
import { making, type ReportJob, type ReportNews, writing } from '../../protocol/report.ts';
import { type Io, processIo } from '../io.ts';
import { report } from '../report.ts';
import { commandFor } from './job.ts';

/** Writes one report for an editor, exactly as the command does, in a thread of its own, and is done. */
const { job, state } = workerData as { readonly job: ReportJob; readonly state: Int32Array };
const tell = (news: ReportNews) => parentPort?.postMessage(news);
const io: Io = { ...processIo(), cwd: job.folder, out: () => {}, err: () => {} };
const progress = {
  tell: (doing: string) => tell({ type: 'progress', words: doing }),
  count: (doing: string, number: number, of: number, name: string) =>
    tell({ type: 'progress', words: `${doing} ${number} of ${of}: ${name}` }),
  end: () => {},
};
try {
  await report('.', commandFor(job), io, {
    progress,
    beforeWriting: () => {
      if (Atomics.compareExchange(state, 0, making, writing) !== making) throw new Error('Stopped.');
    },
  });
  tell({ type: 'written' });
} catch (error) {
  tell({ type: 'refused', reason: error instanceof Error ? error.message : String(error) });
}
