import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { Server } from './server.ts';

/** A window of VS Code, with what a person sees of it and does in it. */
export interface Workbench {
  readonly page: Page;
  /** The text of the active editor. */
  readonly editor: Locator;
  /** The rows of the Problems view: files and what is said about them. */
  readonly problems: Locator;
  /** The rows of the completion popup. */
  readonly suggestions: Locator;
  readonly toasts: Locator;
  /** The document inside the n-th webview that is shown. */
  webview(n?: number): FrameLocator;
  command(title: string): Promise<void>;
  /** Opens the menu of what is pointed at, and chooses from it. */
  chooseFromMenu(what: Locator, item: string): Promise<void>;
  goTo(line: number, column?: number): Promise<void>;
  /** The number of the line that the text's caret is in, whether or not the keyboard is there. */
  activeLine(): Promise<number>;
  /** Where the status bar says that the caret is, while the keyboard is in a text. */
  caret(): Promise<{ line: number; column: number }>;
  /** Opens a file of the folder by its name, as a person does. */
  openFile(name: string): Promise<void>;
  /** Pastes text at the caret: in one step to undo, and nothing is indented or closed by the editor. */
  paste(text: string): Promise<void>;
  /** Reloads the window, which keeps what was open unless the address asked for a file. */
  reload(): Promise<void>;
  /** Closes every editor without saving, and what is open below them. */
  closeAll(): Promise<void>;
  close(): Promise<void>;
}

export interface What {
  readonly folder: string;
  /** A file to open in it, by full path. */
  readonly file?: string;
}

const actionTimeout = 30_000;

export async function openWorkbench(profile: BrowserContext, server: Server, what: What): Promise<Workbench> {
  const page = await profile.newPage();
  page.setDefaultTimeout(actionTimeout);
  await page.goto(server.address(what.folder, what.file ? [['openFile', server.uri(what.file)]] : []));
  await untilShown(page);
  return { page, ...views(page), ...actions(page) };
}

function views(page: Page): Pick<Workbench, 'editor' | 'problems' | 'suggestions' | 'toasts' | 'webview'> {
  return {
    editor: page.locator('.editor-instance .monaco-editor').first(),
    problems: page.locator('.markers-panel .monaco-list-row'),
    suggestions: page.locator('.suggest-widget.visible .monaco-list-row'),
    toasts: page.locator('.notification-toast'),
    webview: (n = 0) => page.frameLocator('iframe.webview.ready').nth(n).frameLocator('iframe#active-frame'),
  };
}

function actions(page: Page): Omit<Workbench, 'page' | keyof ReturnType<typeof views>> {
  return {
    command: (title) => runCommand(page, title),
    chooseFromMenu: (what, item) => chooseFromMenu(page, what, item),
    goTo: (line, column = 1) => goTo(page, line, column),
    activeLine: () => activeLine(page),
    caret: () => caret(page),
    openFile: (name) => openFile(page, name),
    paste: (text) => page.evaluate(pasteHere, text),
    reload: () => reload(page),
    closeAll: () => closeAll(page),
    close: () => close(page),
  };
}

async function untilShown(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
}

/** A command may ask something in its turn, in the same place: it has begun once its name is no longer listed. */
async function runCommand(page: Page, title: string): Promise<void> {
  await askFor(page, 'F1', `>${title}`);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await row.waitFor();
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden' });
}

/**
 * Types into the list that a key opens. A page that is just being given the keyboard takes the key and hands it to
 * nobody, or closes the list again: so it is asked for again.
 */
async function askFor(page: Page, key: string, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  for (let tries = 0; tries < 5; tries += 1) {
    await page.keyboard.press(key);
    if (await input.fill(text, { timeout: 3000 }).then(yes, no)) return;
  }
  await input.fill(text);
}

/** A menu takes no click in the first tenth of a second that it is there, so it is clicked until it is gone. */
async function chooseFromMenu(page: Page, what: Locator, item: string): Promise<void> {
  await what.click({ button: 'right' });
  const wanted = page.getByRole('menuitem', { name: item });
  await wanted.waitFor();
  const tryTo = async () => {
    await wanted.click({ timeout: 1000 }).catch(() => undefined);
    return wanted.waitFor({ state: 'detached', timeout: 1000 });
  };
  for (let tries = 0; tries < 5; tries += 1) if (await tryTo().then(yes, no)) return;
  await tryTo();
}

const yes = () => true;
const no = () => false;

async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.locator('.editor-instance .monaco-editor .view-lines').first().click();
  await askFor(page, 'Control+G', `:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function activeLine(page: Page): Promise<number> {
  return Number(await page.locator('.editor-instance .line-numbers.active-line-number').first().textContent());
}

async function caret(page: Page): Promise<{ line: number; column: number }> {
  const shown = await page.locator('.statusbar-item[id="status.editor.selection"]').textContent();
  const [line = 0, column = 0] = (shown?.match(/\d+/g) ?? []).map(Number);
  return { line, column };
}

async function openFile(page: Page, name: string): Promise<void> {
  await askFor(page, 'Control+P', name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Runs in the page. */
function pasteHere(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(paste);
}

/** By VS Code's own command: only then does it write down what is open. */
async function reload(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await runCommand(page, 'Developer: Reload Window');
  await loaded;
  await untilShown(page);
}

async function closeAll(page: Page): Promise<void> {
  if (await page.locator('.part.panel').isVisible()) await runCommand(page, 'View: Hide Panel');
  await runCommand(page, 'View: Close All Editors');
  const question = page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
  const nothingOpen = page.locator('.editor-group-container.empty').first();
  await question.or(nothingOpen).first().waitFor();
  if (await question.isVisible()) await question.click();
  await nothingOpen.waitFor();
}

/** Leaving the address first lets the workbench take its leave, so that its extension host ends at once. */
async function close(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.close();
}
