import type { Browser, Page } from 'playwright-core';
import { layout } from '../../src/diagram/layout.ts';
import type { Placed } from '../../src/diagram/placed.ts';
import { layoutReview } from '../../src/diagram/review.ts';
import { Workspace } from '../../src/language/workspace.ts';
import type { Review, ReviewMemory, ToReviewHost, ToReviewPage } from '../../src/protocol/review.ts';
import { Reviews } from '../../src/server/reviews.ts';
import type { Opened } from './browser.ts';
import { openInVsCode, type WebviewOptions } from './webview.ts';

/** Texts by the names of their files. */
export type Files = Readonly<Record<string, string>>;

const folder = 'file:///project';

/** Compares two versions of a project as the language server does, in this process. */
export class Compared {
  readonly #reviews: Reviews;

  constructor(before: Files, after: Files) {
    const workspace = new Workspace(folder);
    for (const [name, text] of Object.entries(after)) workspace.set(`${folder}/${name}`, text);
    const layouter = {
      layout: (scene: Parameters<typeof layout>[0]) => layout(scene),
      layoutReview: (scenes: Parameters<typeof layoutReview>[0]) => layoutReview(scenes),
      dispose: () => {},
    };
    this.#reviews = new Reviews(layouter, {
      workspaces: () => [workspace],
      read: () => undefined,
      today: () => '2026-06-30',
    });
    const differ = Object.entries(before).map(([name, text]) => ({ uri: `${folder}/${name}`, text }));
    this.#reviews.open({
      reader: 'test',
      before: { called: 'the last commit (3 November 2026)', time: 'then', differ, absent: [] },
      after: { called: 'the text as it is now', time: 'now' },
      what: { scope: 'project', at: folder },
    });
  }

  async review(subject?: string, onlyChanges = false): Promise<Review<Placed>> {
    const wish = { reader: 'test', ...(subject !== undefined && { subject }), onlyChanges };
    const result = await this.#reviews.of(wish, new AbortController().signal);
    if ('none' in result) throw new Error(result.none);
    return result.review;
  }
}

/** The page of a review as VS Code shows it. */
export class ReviewWebview implements AsyncDisposable {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly #opened: Opened;

  private constructor(opened: Opened) {
    this.#opened = opened;
    this.page = opened.page;
    this.complaints = opened.complaints;
  }

  static async open(browser: Browser, options?: WebviewOptions): Promise<ReviewWebview> {
    return new ReviewWebview(await openInVsCode(browser, 'review', options));
  }

  async tell(message: ToReviewPage<Placed>): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message as unknown);
  }

  async show(review: Review<Placed>): Promise<void> {
    await this.tell({ type: 'review', review });
    await this.page.locator('.headline', { hasText: review.headline }).waitFor({ state: 'attached' });
  }

  posted(): Promise<readonly ToReviewHost[]> {
    return this.page.evaluate(() => (globalThis as unknown as { posted: ToReviewHost[] }).posted);
  }

  kept(): Promise<ReviewMemory> {
    return this.page.evaluate(() => (globalThis as unknown as { store: { state: ReviewMemory } }).store.state ?? {});
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opened[Symbol.asyncDispose]();
  }
}
