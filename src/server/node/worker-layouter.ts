import { Worker } from 'node:worker_threads';
import type { Placed, Positions } from '../../diagram/placed.ts';
import type { ReviewPages, ReviewScenes } from '../../diagram/review.ts';
import type { Scene } from '../../diagram/scene.ts';
import type { LayoutAnswer, Layouter, LayoutJob, LayoutWork } from '../layouter.ts';

interface Job {
  readonly work: LayoutWork;
  readonly signal: AbortSignal;
  readonly resolve: (laidOut: Placed | ReviewPages) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Lays out in a worker thread, one scene at a time. A scene that nobody wants any more is dropped while it waits; one
 * that is being laid out is stopped by ending the worker, since ELK itself cannot be interrupted.
 */
export class WorkerLayouter implements Layouter {
  readonly #script: URL;
  readonly #waiting: Job[] = [];
  #worker: Worker | undefined;
  #running: Job | undefined;
  #count = 0;

  /** `script` is the bundled `layout-worker`. The worker starts at once, so that the first picture need not wait. */
  constructor(script: URL) {
    this.#script = script;
    this.#start();
  }

  layout(scene: Scene, signal: AbortSignal, previous?: Positions): Promise<Placed> {
    return this.#layOut({ scene, ...(previous && { previous }) }, signal) as Promise<Placed>;
  }

  layoutReview(scenes: ReviewScenes, signal: AbortSignal, previous?: Positions): Promise<ReviewPages> {
    return this.#layOut({ scenes, ...(previous && { previous }) }, signal) as Promise<ReviewPages>;
  }

  #layOut(work: LayoutWork, signal: AbortSignal): Promise<Placed | ReviewPages> {
    return new Promise((resolve, reject) => {
      const job: Job = { work, signal, resolve, reject };
      if (signal.aborted) return reject(abortError());
      signal.addEventListener('abort', () => this.#abort(job), { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  dispose(): void {
    for (const job of [...this.#waiting.splice(0), this.#running]) job?.reject(abortError());
    this.#running = undefined;
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    const worker = new Worker(this.#script);
    worker.unref();
    worker.on('message', (answer: LayoutAnswer) => this.#answered(worker, answer));
    worker.on('error', (error) => this.#failed(worker, error instanceof Error ? error : new Error(String(error))));
    this.#worker = worker;
    return worker;
  }

  #next(): void {
    if (this.#running) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job;
    const worker = this.#worker ?? this.#start();
    // While a layout is under way the process must not end; an idle worker does not hold it back.
    worker.ref();
    const message: LayoutJob = { job: ++this.#count, work: job.work };
    worker.postMessage(message);
  }

  #answered(worker: Worker, answer: LayoutAnswer): void {
    if (worker !== this.#worker || answer.job !== this.#count) return;
    const job = this.#running;
    this.#running = undefined;
    worker.unref();
    if ('laidOut' in answer) job?.resolve(answer.laidOut);
    else job?.reject(new Error(answer.error));
    this.#next();
  }

  #failed(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    const job = this.#running;
    this.#running = undefined;
    job?.reject(error);
    this.#next();
  }

  #abort(job: Job): void {
    const index = this.#waiting.indexOf(job);
    if (index >= 0) this.#waiting.splice(index, 1);
    else if (this.#running === job) this.#stop();
    else return;
    job.reject(abortError());
    this.#next();
  }

  #stop(): void {
    this.#running = undefined;
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#start();
  }
}

function abortError(): Error {
  return new DOMException('The picture is not wanted any more.', 'AbortError');
}
