import { parentPort, workerData } from 'node:worker_threads';
import { layout } from '../../diagram/layout.ts';
import { exportPicture } from '../../export/picture.ts';
import { machineFiles } from './machine.ts';
import type { ExportAnswer, ExportJob } from './worker-exporter.ts';

/** Makes one file of one scene, and is done. */
const { scene, wish, date } = workerData as ExportJob;
const { content, notes } = await exportPicture({ scene, placed: await layout(scene) }, { ...wish, date }, machineFiles);
const answer: ExportAnswer =
  typeof content === 'string'
    ? { content, encoding: 'text', notes }
    : { content: Buffer.from(content).toString('base64'), encoding: 'base64', notes };
parentPort?.postMessage(answer);
