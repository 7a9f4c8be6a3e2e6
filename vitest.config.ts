import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Files share what they import: reading the sources and building the parser takes longer than most files take. So no
    // file may change what another one sees, and what has hooks for each file is called by it, and not only imported.
    isolate: false,
    // Much of the time is spent waiting for the processes that tests start.
    maxWorkers: '100%',
    globalSetup: ['test/support/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
