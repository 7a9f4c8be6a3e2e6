import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ensureChromium } from '../e2e/debian.ts';
import { launchBrowser } from '../e2e/editor/browser.ts';

/** A Chromium for the tests of one file. */
export async function startBrowser(): Promise<Browser> {
  const chromium = await ensureChromium();
  if ('missing' in chromium) throw new Error(chromium.missing);
  return launchBrowser(chromium.path);
}

/** A page, and everything it complained of. */
export interface Opened extends AsyncDisposable {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** Where the picture stands, and how large. */
export function viewOf(page: Page): Promise<string> {
  return page.locator('.sheet').evaluate((sheet) => (sheet as HTMLElement).style.transform);
}

/** The id of the element of the picture that has the focus. */
export function focusedElement(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['id']);
}

export function element(page: Page, id: string) {
  return page.locator(`.sheet [data-id="${id}"]`);
}
