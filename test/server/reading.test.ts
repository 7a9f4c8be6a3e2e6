import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  FoldingRange,
  Hover,
  InitializeResult,
  InlayHint,
  MarkupContent,
  SelectionRange,
  SemanticTokens,
} from 'vscode-languageserver-protocol/node';
import { county, placeOf } from '../language/features/reading.ts';
import { TemporaryFolder } from '../support/command.ts';
import { Client } from './client.ts';

let client: Client;
let folder: TemporaryFolder;
let uri: string;

beforeEach(() => {
  folder = new TemporaryFolder();
  client = new Client();
  uri = pathToFileURL(`${folder.path}/county.pathway`).href;
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  folder[Symbol.dispose]();
});

interface Setup {
  readonly capabilities?: object;
  readonly initializationOptions?: object;
}

/** Starts the server in the folder, and opens the text there. */
async function open(text: string, { capabilities = {}, initializationOptions }: Setup = {}): Promise<InitializeResult> {
  const workspaceFolders = [{ uri: pathToFileURL(folder.path).href, name: 'test' }];
  const started = await client.request<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders,
    initializationOptions,
  });
  await client.connection.sendNotification('initialized', {});
  await client.open(uri, text);
  return started;
}

const textDocument = () => ({ uri });

async function hover(text: string, piece: string, words?: string): Promise<string | undefined> {
  const position = placeOf(text, piece, words);
  const found = await client.request<Hover | null>('textDocument/hover', { textDocument: textDocument(), position });
  return (found?.contents as MarkupContent | undefined)?.value;
}

describe('hovering', () => {
  it('tells of stages, bodies, terms of the library, keywords and rules', async () => {
    await open(county);
    expect(await hover(county, 'intake', '  stage intake')).toContain('*(from the pathway)*');
    expect(await hover(county, 'trust', 'organisation trust')).toContain('**Provides:** 1 stage: Intake');
    expect(await hover(county, 'ccg')).toContain('built in');
    expect(await hover(county, 'cost', 'cost unknown')).toContain('What it costs.');
    expect(await hover(county, 'missing-activity')).toContain('**How to fix**');
    expect(await hover(county, '"Intake"')).toBeUndefined();
  });

  it('follows the text, also while it is broken', async () => {
    await open(county);
    const broken = county.replace('stage support "Support" {', 'stage support "New name" {').replace(/\}\n$/, '');
    await client.change(uri, broken);
    expect(await hover(broken, 'support', '  stage support')).toContain('**New name**');
  });

  it('tells of what another file declares', async () => {
    folder.write('register.pathway', 'organisation far "From afar"\n');
    const text = 'pathway p {\n  owner far\n}\n';
    await open(text);
    expect(await hover(text, 'far')).toContain('**From afar**');
  });
});

describe('colours', () => {
  it('come for the whole text and for a part of it, by the legend', async () => {
    const { capabilities } = await open('pathway p {\r\n  owner unknown\r\n  cost none\r\n}\r\n');
    const { tokenTypes } = capabilities.semanticTokensProvider!.legend;
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: textDocument(),
    });
    expect([3, 8, 13].map((index) => tokenTypes[data[index]!])).toEqual(['class', 'absenceUnknown', 'absenceNone']);
    const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: textDocument(),
      range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
    });
    expect(part.data).toEqual([2, 7, 4, tokenTypes.indexOf('absenceNone'), 0]);
  });
});

describe('folding and selecting', () => {
  it('come for a text', async () => {
    await open('# one\n# two\npathway p {\n  stage a {\n    cost £5\n  }\n}\n');
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: textDocument() });
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [0, 1],
      [2, 5],
      [3, 4],
    ]);
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: textDocument(),
      positions: [{ line: 4, character: 10 }],
    });
    expect(selection?.range).toEqual({ start: { line: 4, character: 9 }, end: { line: 4, character: 11 } });
    expect(selection?.parent?.range.start).toEqual({ line: 4, character: 4 });
  });
});

const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

async function hints(): Promise<unknown[]> {
  const found = await client.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument: textDocument(),
    range: everywhere,
  });
  return found.map(({ label }) => label);
}

const all = [
  '£1.2m for 2025/26 (1 of 2 stages has a cost)',
  'governance Oversight Board',
  'now Example ICB',
  '£1,000 per referral',
  'commissioner Example ICB, governance Oversight Board',
];

describe('hints', () => {
  it('are all shown by an editor that has no settings', async () => {
    await open(county);
    expect(await hints()).toEqual(all);
  });

  it('follow the settings that an editor starts with', async () => {
    await open(county, { initializationOptions: { hints: { totals: false, inherited: false } } });
    expect(await hints()).toEqual(['now Example ICB', '£1,000 per referral']);
  });

  it('follow the settings as they change', async () => {
    let settings: object | null = { successors: false };
    let followed = '';
    const refreshed: (() => void)[] = [];
    client.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === 'care-pathways.hints' ? settings : null)),
    );
    client.connection.onRequest('client/registerCapability', ({ registrations }) => {
      followed = registrations[0].method;
    });
    client.connection.onRequest('workspace/inlayHint/refresh', () => {
      for (const tell of refreshed) tell();
      return null;
    });
    const workspace = {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      inlayHint: { refreshSupport: true },
    };
    await open(county, { capabilities: { workspace } });
    expect(await hints()).not.toContain('now Example ICB');
    expect(followed).toBe('workspace/didChangeConfiguration');
    settings = null;
    const again = new Promise<void>((done) => refreshed.push(done));
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await again;
    expect(await hints()).toEqual(all);
  });
});

describe('what stands above declarations', () => {
  it('opens the preview and the problems, and shows what was counted', async () => {
    await open(county);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: textDocument() });
    const commands = new Map(lenses.map(({ command }) => [command!.title, command!]));
    expect(commands.get('Open preview')?.command).toBe('care-pathways.openPreviewToSide');
    const counted = [...commands.keys()].find((title) => /^\d+ warnings, .*1 open question/.test(title))!;
    expect(commands.get(counted)?.command).toBe('workbench.actions.view.problems');
    expect(commands.get('2 out')).toMatchObject({
      command: 'care-pathways.showReferences',
      arguments: [uri, { line: placeOf(county, 'intake', '  stage intake').line }, [{ uri }, { uri }]],
    });
    expect([...commands.keys()]).toEqual(
      expect.arrayContaining(['2 of 3 required stages, 1 omitted', 'used by 1 pathway', 'provides 1 stage']),
    );
  });

  it('counts over all files of the project', async () => {
    folder.write('register.pathway', 'organisation far "From afar"\n');
    await open('pathway p {\n  provider far\n  stage a\n  stage b\n}\n');
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: pathToFileURL(`${folder.path}/register.pathway`).href },
    });
    expect(lenses.map(({ command }) => command?.title)).toEqual(['provides 2 stages']);
  });
});

it('what is shown is asked for again when another text has changed', async () => {
  const asked = new Set<string>();
  const all = new Promise<void>((done) => {
    for (const method of [
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
      'workspace/semanticTokens/refresh',
    ])
      client.connection.onRequest(method, () => {
        if (asked.add(method).size === 3) done();
        return null;
      });
  });
  const refreshSupport = true;
  const workspace = {
    codeLens: { refreshSupport },
    inlayHint: { refreshSupport },
    semanticTokens: { refreshSupport },
  };
  await open(county, { capabilities: { workspace } });
  await client.open(pathToFileURL(`${folder.path}/other.pathway`).href, 'organisation other\n');
  await all;
  expect(asked.size).toBe(3);
});

it('a text that is not ours, or not there, has nothing to read', async () => {
  await open(county);
  const other = { textDocument: { uri: 'git:/old.pathway' } };
  expect(await client.request('textDocument/hover', { ...other, position: everywhere.start })).toBeNull();
  expect(await client.request('textDocument/foldingRange', other)).toEqual([]);
  expect(await client.request('textDocument/codeLens', other)).toEqual([]);
  expect(await client.request('textDocument/inlayHint', { ...other, range: everywhere })).toEqual([]);
  expect(await client.request('textDocument/semanticTokens/full', other)).toEqual({ data: [] });
});
