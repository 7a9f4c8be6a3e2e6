import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Scene } from '../../diagram/scene.ts';
import { dayInWords } from '../../model/units/day.ts';
import type { ExportedFile, ExportWish } from '../../protocol/exports.ts';
import type { Exporter } from '../exporter.ts';
import { toPath } from './folder.ts';
import { stampOf } from './stamp.ts';

/** What the worker is given, and what it answers. */
export interface ExportJob {
  readonly scene: Scene;
  readonly wish: ExportWish;
  readonly date: string;
}

export type ExportAnswer = Omit<ExportedFile, 'name'>;

/** Makes each file in a thread of its own: drawing a large picture takes seconds, and much memory for that time. */
export class WorkerExporter implements Exporter {
  readonly #script: URL;

  /** `script` is the bundled `export-worker`. */
  constructor(script: URL) {
    this.#script = script;
  }

  async stampOf(file: string, date: string, commit: boolean): Promise<string> {
    return commit && file.startsWith('file:') ? stampOf(dirname(toPath(file)), date) : dayInWords(date);
  }

  export(scene: Scene, wish: ExportWish, date: string): Promise<ExportAnswer> {
    const job: ExportJob = { scene, wish, date };
    const worker = new Worker(this.#script, { workerData: job });
    return new Promise<ExportAnswer>((done, failed) => {
      worker.once('message', done);
      worker.once('error', failed);
      worker.once('exit', (code) => failed(new Error(`The file could not be made: the export ended with ${code}.`)));
    });
  }
}
