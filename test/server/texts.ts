import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TemporaryFolder } from '../support/command.ts';
import { Client } from './client.ts';

/** A language server: the one that all tests of the file share, once texts are open in it; until then one of the test's own. */
export let client: Client;
let shared: Client;
let started: Promise<void> | undefined;
export let folder: TemporaryFolder;
/** The texts as the server has them, by the name of their file. */
export let texts: Map<string, string>;

/** Gives each test of a file its folder, and a server. */
export function withTexts(): void {
  beforeAll(() => {
    shared = new Client();
    started = undefined;
  });
  beforeEach(() => {
    folder = new TemporaryFolder();
    client = new Client();
    texts = new Map();
  });
  afterEach(async () => {
    if (client === shared) {
      for (const name of texts.keys()) await shared.close(uriOf(name));
      await changeFolders([], [folder]);
    } else expect(await client.stop()).toBe(0);
    folder[Symbol.dispose]();
  });
  afterAll(async () => expect(await shared.stop()).toBe(0));
}

export const uriOf = (name: string): string =>
  name.includes(':') ? name : pathToFileURL(`${folder.path}/${name}`).href;
export const nameOf = (uri: string): string => [...texts.keys()].find((name) => uriOf(name) === uri) ?? uri;

/** Opens the given files, in a folder of their own. */
export async function open(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    texts.set(name, text);
    if (!name.includes(':')) folder.write(name, text);
  }
  client = shared;
  started ??= shared.start(undefined);
  await started;
  await changeFolders([folder], []);
  for (const [name, text] of texts) await client.open(uriOf(name), text);
}

/** Opens and closes folders in the window that the server thinks it serves. */
function changeFolders(added: readonly TemporaryFolder[], removed: readonly TemporaryFolder[]): Promise<void> {
  const told = (folders: readonly TemporaryFolder[]) =>
    folders.map(({ path }) => ({ uri: pathToFileURL(path).href, name: 'test' }));
  const event = { added: told(added), removed: told(removed) };
  return shared.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
}

/** The place of a piece of text, of which `|` stands for the caret; `nth` counts from zero. */
export function at(name: string, marked: string, nth = 0) {
  const text = texts.get(name)!;
  const piece = marked.replace('|', '');
  let start = text.indexOf(piece);
  for (let left = nth; left > 0; left--) start = text.indexOf(piece, start + 1);
  expect(start, `${piece} in ${name}`).toBeGreaterThanOrEqual(0);
  const document = TextDocument.create(uriOf(name), 'pathway', 1, text);
  return {
    textDocument: { uri: uriOf(name) },
    position: document.positionAt(start + Math.max(0, marked.indexOf('|'))),
  };
}

/** `file:line word`, lines counted from one. */
export function shown(uri: string, { start, end }: Range): string {
  const name = nameOf(uri);
  const line = texts.get(name)?.split('\n')[start.line] ?? '';
  return `${name}:${start.line + 1} ${line.slice(start.character, end.line === start.line ? end.character : undefined)}`;
}

export type Where = ReturnType<typeof at>;
/** The texts of the files that a rename changes. */
export async function rename(where: Where, newName: string): Promise<Record<string, string>> {
  return applied(await client.request<WorkspaceEdit>('textDocument/rename', { ...where, newName }));
}

function applied({ changes = {} }: WorkspaceEdit): Record<string, string> {
  return Object.fromEntries(
    Object.entries(changes).map(([uri, edits]) => {
      const name = nameOf(uri);
      return [name, TextDocument.applyEdits(TextDocument.create(uri, 'pathway', 1, texts.get(name)!), edits)];
    }),
  );
}

/** Makes the changed texts those that the server has. */
export async function change(changed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(changed)) {
    texts.set(name, text);
    await client.change(uriOf(name), text);
  }
}

/** Two pathways of which one uses stages of the other, and what refers to them. */
export const twoPathways = {
  'register.pathway': 'organisation trust "The trust"\n',
  'p.pathway':
    'pathway p {\n  owner trust\n  stage a "First"\n  stage b {\n    provider trust\n  }\n  transition t from a to b\n  gap g { affects t  affects a }\n}\n',
  'q.pathway':
    'pathway q {\n  stage a "Another"\n  uses stage b of p\n  uses stage a of p as first\n  transition from a to b\n  transition from first to a\n  transition from a to a of p\n}\n',
  'more.pathway':
    'view v of p\nview w of s\nscenario s changes p {\n  in stage b set provider unknown\n  remove transition t\n  remove transition from a to b\n  add stage c\n  add transition u from c to a\n  remove stage a\n}\n',
};
