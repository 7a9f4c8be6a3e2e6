import { fileURLToPath } from 'node:url';
import { serveLanguage } from './language-server.ts';

/** The language server as the editor starts it: over standard input and output, beside its layout worker. */
await serveLanguage({
  input: process.stdin,
  output: process.stdout,
  layoutWorker: fileURLToPath(new URL('./layout-worker.js', import.meta.url)),
  exportWorker: fileURLToPath(new URL('./export-worker.js', import.meta.url)),
  today: () => new Date().toLocaleDateString('sv'),
});
process.exit(0);
