import type { Host } from './host/install.ts';

/** What the tests of all lanes work with, made ready once before the first of them. */
export interface Tools {
  readonly host: Host;
  /** The browser, by full path. */
  readonly chromium: string;
  /** The packaged extension under test. */
  readonly extension: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    tools: Tools;
  }
}
