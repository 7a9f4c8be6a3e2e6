#!/usr/bin/env node
import { processIo } from './io.ts';
import { run } from './run.ts';

// Whoever reads the output may have seen enough of it, as `head` has: then there is nobody left to write for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processIo());
