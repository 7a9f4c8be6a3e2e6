import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { ProjectCopy, RestorableCopy } from '../project.ts';
import { launchBrowser } from './browser.ts';
import { type Server, startServer } from './server.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** How long what is seen may take to be as it should. */
export const shown = { timeout: 30_000 };

const results = join(import.meta.dirname, '../../results');

export interface SessionOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * One server and one browser for the tests of a file, and a window of the editor for each of them, with the packaged
 * extension. What a window showed when its test failed, or wherever `PICTURES` asks for it, is kept in `test/results`.
 */
export class Session {
  #server: Server | undefined;
  #browser: Browser | undefined;
  /** One for all windows: so the second finds in its cache what the first has loaded. */
  #profile: BrowserContext | undefined;
  #editor: Workbench | undefined;
  #project: ProjectCopy | undefined;
  #isShared = false;

  constructor({ settings }: SessionOptions = {}) {
    const tools = inject('tools');
    beforeAll(async () => {
      mkdirSync(results, { recursive: true });
      this.#server = await startServer({
        host: tools.host,
        extensions: [tools.extension],
        ...(settings && { settings }),
      });
      this.#browser = await launchBrowser(tools.chromium);
      this.#profile = await this.#browser.newContext({ viewport: { width: 1400, height: 900 } });
    });
    afterAll(async () => {
      await this.#close();
      await this.#browser?.close();
      await this.#server?.stop();
    });
    afterEach(async ({ task }) => {
      const failed = task.result?.state === 'fail';
      if (this.#editor && (failed || process.env['PICTURES'])) await this.picture(task.name);
      if (failed || !this.#isShared) await this.#close();
    });
  }

  get editor(): Workbench {
    if (!this.#editor) throw new Error('No window is open.');
    return this.#editor;
  }

  get project(): ProjectCopy {
    if (!this.#project) throw new Error('No window is open.');
    return this.#project;
  }

  /** Opens a window on a project, with a file of it. */
  async open(project: ProjectCopy, file?: string): Promise<void> {
    await this.#close();
    this.#project = project;
    const what = { folder: project.folder, ...(file !== undefined && { file: project.file(file) }) };
    this.#editor = await openWorkbench(this.#profile!, this.#server!, what);
  }

  /**
   * Opens a file of a project for each test, in one window for all of them, since a window takes longer to come than most
   * tests to run. Each test finds the texts as the first did, and no editor open but that of the file. After a test that
   * failed the window is a new one.
   */
  openForEach(make: () => RestorableCopy, file: string): void {
    let project: RestorableCopy;
    beforeAll(() => {
      this.#isShared = true;
    });
    beforeEach(async () => {
      if (this.#editor) {
        await this.#editor.closeAll();
        project.restore();
        return this.#editor.openFile(file);
      }
      project = make();
      return this.open(project, file);
    });
    afterAll(async () => {
      this.#isShared = false;
      await this.#close();
    });
  }

  /** A stage in the picture of the n-th preview that is shown. */
  stage(name: string, preview = 0): Locator {
    return this.editor.webview(preview).locator(`svg [data-id="stage:${name}"]`);
  }

  /** In the editor's title; it is there as soon as the extension is. */
  previewIcon(): Locator {
    return this.editor.page.getByRole('button', { name: 'Open Preview to the Side' });
  }

  /** Writes lines behind the line of the given number. */
  async writeAfter(line: number, text: string): Promise<void> {
    await this.editor.goTo(line + 1);
    await this.editor.paste(text);
  }

  /** Saves the active editor. A key that came while the keyboard was on its way there is pressed again. */
  async save(): Promise<void> {
    const unsaved = this.editor.page.locator('.tab.active.dirty');
    const tryTo = async () => {
      await this.editor.page.keyboard.press('Control+S');
      return unsaved.waitFor({ state: 'detached', timeout: 5000 }).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(tryTo, shown).toBe(true);
  }

  /** Keeps what the window shows. */
  async picture(name: string): Promise<void> {
    await this.editor.page.screenshot({ path: join(results, `${name.replaceAll(/\W+/g, '-')}.png`) });
  }

  async #close(): Promise<void> {
    await this.#editor?.close();
    this.#editor = undefined;
    this.#project?.remove();
    this.#project = undefined;
  }
}
