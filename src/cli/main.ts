#!/usr/bin/env node
import { whyNot } from '../server/node/why.ts';
import { processIo } from './io.ts';
import { run } from './run.ts';

// Whoever reads the output may have seen enough of it, as `head` has: then there is nobody left to write for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`The output was cut off: ${whyNot(error)}.\n`);
  process.exit(2);
});
// What is told beside the output is no reason to stop half-way.
process.stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2), processIo());
