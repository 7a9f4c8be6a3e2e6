import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: this is what vitest reads.
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/setup.ts'],
    // Each file starts a server and a browser of its own, and these keep two cores busy: two files at a time take as
    // long as one after the other, and come too late for what waits for them.
    fileParallelism: false,
    // A window of VS Code that came too late on a busy machine says nothing about us. What needed a second try says so
    // in the output ("retry x1"); what fails twice has failed.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
