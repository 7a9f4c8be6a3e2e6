import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { layout } from '../../src/diagram/layout.ts';
import type { Look } from '../../src/diagram/look.ts';
import type { Placed } from '../../src/diagram/placed.ts';
import { layoutReview } from '../../src/diagram/review.ts';
import type { CheckedProject } from '../../src/language/checker.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { pageHtml } from '../../src/protocol/page.ts';
import { entryKey, type PathwayEntry, type Picture, type ToHost, type ToPage } from '../../src/protocol/preview.ts';
import type { Layouter } from '../../src/server/layouter.ts';
import { readInto, toUri } from '../../src/server/node/folder.ts';
import { Pictures, pathwayEntries } from '../../src/server/pictures.ts';
import { type Opened, openPage } from './browser.ts';

const out = resolve(import.meta.dirname, '../../out');
const origin = 'https://webview.test';

/** The pathways of a folder or a text, each with its picture. */
export class Drawn {
  readonly entries: readonly PathwayEntry[];
  readonly pictures: ReadonlyMap<string, Picture<Placed>>;

  private constructor(entries: readonly PathwayEntry[], pictures: ReadonlyMap<string, Picture<Placed>>) {
    this.entries = entries;
    this.pictures = pictures;
  }

  static ofFolder(folder: string, look?: Look): Promise<Drawn> {
    const workspace = new Workspace(toUri(folder));
    readInto(workspace, [folder]);
    return Drawn.#of(workspace.projects('2026-06-30'), look);
  }

  static ofText(text: string, look?: Look): Promise<Drawn> {
    const workspace = new Workspace('file:///project');
    workspace.set('file:///project/one.pathway', text);
    return Drawn.#of(workspace.projects('2026-06-30'), look);
  }

  static async #of(projects: readonly CheckedProject[], look: Look | undefined): Promise<Drawn> {
    const inThisProcess: Layouter = {
      layout: (scene) => layout(scene),
      layoutReview: (scenes) => layoutReview(scenes),
      dispose: () => {},
    };
    const drawing = new Pictures(inThisProcess);
    const entries = pathwayEntries(projects);
    const pictures = new Map<string, Picture<Placed>>();
    for (const entry of entries) {
      const wish = { key: entryKey(entry), ...(look && { look }) };
      const picture = await drawing.of(projects, wish, new AbortController().signal);
      if (picture) pictures.set(entry.name, picture);
    }
    return new Drawn(entries, pictures);
  }

  picture(name: string): Picture<Placed> {
    const picture = this.pictures.get(name);
    if (!picture) throw new Error(`There is no picture of ${name}.`);
    return picture;
  }

  element(name: string, id: string) {
    const { placed } = this.picture(name);
    return [...placed.nodes, ...placed.edges].find((each) => each.id === id)!;
  }
}

export interface WebviewOptions extends BrowserContextOptions {
  /** What VS Code says about its colours on the body. */
  readonly classes?: string;
  /** What the page had given away to be kept. */
  readonly state?: unknown;
}

/** A page of the extension as VS Code shows it, which keeps what it posts in `posted`. */
export async function openInVsCode(
  browser: Browser,
  name: 'preview' | 'review' | 'report',
  { classes = 'vscode-light', state, ...context }: WebviewOptions = {},
): Promise<Opened> {
  const opened = await openPage(browser, context);
  const { page } = opened;
  await page.addInitScript((before) => {
    const posted: unknown[] = [];
    const store = { state: before };
    const api = {
      postMessage: (message: unknown) => posted.push(message),
      getState: () => store.state,
      setState: (next: unknown) => {
        store.state = next;
      },
    };
    Object.assign(globalThis, { posted, store, acquireVsCodeApi: () => api });
  }, state);
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: html(name, classes) });
    return route.fulfill({ path: `${out}${path}` });
  });
  await page.goto(`${origin}/`);
  return opened;
}

/** The page as VS Code shows it. */
export class Webview implements AsyncDisposable {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly #opened: Opened;
  readonly #drawn: Drawn;

  private constructor(opened: Opened, drawn: Drawn) {
    this.#opened = opened;
    this.#drawn = drawn;
    this.page = opened.page;
    this.complaints = opened.complaints;
  }

  static async open(browser: Browser, drawn: Drawn, options: WebviewOptions = {}): Promise<Webview> {
    return new Webview(await openInVsCode(browser, 'preview', options), drawn);
  }

  async tell(message: ToPage<Placed>): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message as unknown);
  }

  async show(name: string): Promise<void> {
    await this.showPicture(this.#drawn.picture(name));
  }

  async showPicture(picture: Picture<Placed>): Promise<void> {
    await this.tell({ type: 'pathways', entries: this.#drawn.entries, selected: entryKey(picture.entry) });
    await this.tell({ type: 'picture', picture });
    await this.page.locator(`.sheet svg[data-pathway="${picture.placed.pathway}"]`).waitFor({ state: 'attached' });
  }

  posted(): Promise<readonly ToHost[]> {
    return this.page.evaluate(() => (globalThis as unknown as { posted: ToHost[] }).posted);
  }

  async revealed(): Promise<readonly ToHost[]> {
    return (await this.posted()).filter(({ type }) => type === 'reveal');
  }

  /** What somebody with a screen reader hears. */
  heard(): Promise<string | null> {
    return this.page.locator('[aria-live]').textContent();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opened[Symbol.asyncDispose]();
  }
}

function html(name: string, classes: string): string {
  const page = pageHtml({
    scriptUri: `${origin}/webview/${name}.js`,
    styleUri: `${origin}/webview/${name}.css`,
    fontUris: {
      regular: `${origin}/fonts/inter-latin-400-normal.woff2`,
      semibold: `${origin}/fonts/inter-latin-600-normal.woff2`,
    },
    cspSource: origin,
    nonce: 'abc123',
    host: 'vscode',
  });
  return page.replace('<body>', `<body class="${classes}">`);
}
