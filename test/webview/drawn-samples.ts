import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { samples } from '../support/command.ts';
import { startBrowser } from './browser.ts';
import { Drawn } from './webview.ts';

/** A browser for the tests of the file, and the sample pathways with their pictures. */
export let browser: Browser;
export let drawn: Drawn;

beforeAll(async () => {
  browser = await startBrowser();
  drawn = await Drawn.ofFolder(samples);
}, 60_000);
afterAll(() => browser?.close());
