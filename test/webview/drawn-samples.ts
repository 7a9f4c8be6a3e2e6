import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { samples } from '../support/command.ts';
import { startBrowser } from './browser.ts';
import { Drawn } from './webview.ts';

/** A browser for the tests of the file. */
export let browser: Browser;
/** The sample pathways with their pictures. */
export let drawn: Drawn;

/** Gives the tests of a file a browser, and what they show in it. */
export function withDrawnSamples(): void {
  beforeAll(async () => {
    browser = await startBrowser();
    drawn = await Drawn.ofFolder(samples);
  });
  afterAll(() => browser?.close());
}
