import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type CompletionItem } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import type { ExportResult } from '../../src/protocol/exports.ts';
import { entryKey, type PathwayEntry, type Picture } from '../../src/protocol/preview.ts';
import { samples, TemporaryFolder } from '../support/command.ts';
import { asProcess, Client } from './client.ts';

/** In this process, where a test does not want one of its own. */
let client: Client;
let folder: TemporaryFolder;
const uriOf = (name: string): string => URI.file(`${folder.path}/${name}`).toString();

beforeEach(async () => {
  folder = new TemporaryFolder();
  client = new Client();
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  folder[Symbol.dispose]();
});

interface Drawn {
  readonly nodes: readonly { readonly id: string }[];
}

async function drawn(name: string): Promise<Picture<Drawn>> {
  const entries = await client.request<PathwayEntry[]>('care-pathways/pathways');
  const key = entryKey(entries.find((entry) => entry.name === name)!);
  return client.request<Picture<Drawn>>('care-pathways/picture', { key });
}

const stagesOf = ({ placed }: Picture<Drawn>): string[] =>
  placed.nodes.map(({ id }) => id).filter((id) => id.startsWith('stage:'));

describe('diagnostics', () => {
  it('are there for every file of the folder, without opening any', async () => {
    client = new Client(asProcess);
    folder.copy(samples);
    await client.start(URI.file(folder.path).toString());
    const found = await client.until(() => client.diagnosticsOf(uriOf('pathways/offender-pd.pathway')));
    expect(found.find(({ code }) => code === 'missing-criteria')).toMatchObject({
      severity: 2,
      source: 'Care Pathways',
      range: { start: { line: 36, character: 2 } },
    });
  });

  it('show errors, warnings and information, and no open question', async () => {
    const uri = 'untitled:Untitled-1';
    await client.start(undefined);
    await client.open(uri, 'pathway p {\n  stage a {\n    provider unknown\n    cost\n  }\n}\n');
    const found = await client.until(() => client.diagnosticsOf(uri));
    expect(found.map(({ code }) => code)).toContain('syntax-error');
    expect(found.map(({ message }) => message).join('\n')).not.toContain('provider');
  });

  it('follow the text, across files, and go when the mistake is gone', async () => {
    const register = uriOf('register.pathway');
    const pathway = uriOf('p.pathway');
    folder.write('register.pathway', 'organisation x\n');
    folder.write('p.pathway', 'pathway p {\n  owner x\n}\n');
    await client.start(URI.file(folder.path).toString());
    await client.open(register, 'organisation y\n');
    const errors = (): string[] | undefined =>
      client
        .diagnosticsOf(pathway)
        ?.filter(({ severity }) => severity === 1)
        .map(({ message }) => `${message}`);
    await client.until(() => errors()?.length === 1);
    expect(errors()).toEqual([
      "Organisation 'x' is not known here: declare it with 'organisation x \"…\"', or correct its name.",
    ]);
    await client.change(register, 'organisation x\norganisation y\n');
    await client.until(() => errors()?.length === 0);
    await client.change(register, 'organisation y\n');
    await client.until(() => errors()?.length === 1);
    // Closed without saving: what is on the disk holds again.
    await client.close(register);
    await client.until(() => errors()?.length === 0);
  });

  it('follow files that change, appear and go behind the editor’s back', async () => {
    folder.write('p.pathway', 'pathway p {\n  owner x\n}\n');
    await client.start(URI.file(folder.path).toString());
    const errors = (): number | undefined =>
      client.diagnosticsOf(uriOf('p.pathway'))?.filter(({ severity }) => severity === 1).length;
    await client.until(() => errors() === 1);
    const path = folder.write('new/register.pathway', 'organisation x\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('new/register.pathway'), type: 1 }],
    });
    await client.until(() => errors() === 0);
    rmSync(path);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('new'), type: 3 }],
    });
    await client.until(() => errors() === 1);
  });

  it('take no notice of the old text that a comparison shows', async () => {
    folder.write('p.pathway', 'pathway p\n');
    await client.start(URI.file(folder.path).toString());
    await client.open(`git:${folder.path}/p.pathway?HEAD`, 'pathway p\n');
    const found = await client.until(() => client.diagnosticsOf(uriOf('p.pathway')));
    expect(found.map(({ code }) => code)).not.toContain('duplicate-name');
  });
});

describe('pictures', () => {
  it('show every stage of every pathway of the folder', async () => {
    folder.copy(samples);
    await client.start(URI.file(folder.path).toString());
    expect(stagesOf(await drawn('bc-hj'))).toHaveLength(7);
    expect(stagesOf(await drawn('offender-pd'))).toHaveLength(5);
    expect(stagesOf(await drawn('yh-yjs'))).toHaveLength(0);
  });

  it('keep the last good one while the text is broken, with the errors of now', async () => {
    const uri = uriOf('p.pathway');
    const good = 'pathway p {\n  stage a\n  stage b\n}\n';
    await client.start(URI.file(folder.path).toString());
    await client.open(uri, good);
    expect(stagesOf(await drawn('p'))).toEqual(['stage:a', 'stage:b']);
    await client.change(uri, `${good.slice(0, -2)}  stag c\n}\n`);
    const broken = await drawn('p');
    expect(broken.stale).toBe(true);
    expect(stagesOf(broken)).toEqual(['stage:a', 'stage:b']);
    expect(broken.findings.find(({ severity }) => severity === 'error')?.message).toContain("Did you mean 'stage'?");
    await client.change(uri, `${good.slice(0, -2)}  stage c\n}\n`);
    const mended = await drawn('p');
    expect(mended.stale).toBe(false);
    expect(stagesOf(mended)).toEqual(['stage:a', 'stage:b', 'stage:c']);
  });

  it('leave as files, in another thread, stamped with their date', async () => {
    client = new Client(asProcess);
    folder.copy(samples);
    await client.start(URI.file(folder.path).toString());
    const entries = await client.request<PathwayEntry[]>('care-pathways/pathways');
    const key = entryKey(entries.find(({ name }) => name === 'bc-hj')!);
    const file = (format: string): Promise<ExportResult> =>
      client.request('care-pathways/export', {
        key,
        look: { view: 'who-does-what' },
        wish: { format, theme: 'light' },
        commit: false,
      });
    const svg = await file('svg');
    expect(svg).toMatchObject({ name: 'bc-hj-who-does-what.svg', encoding: 'text' });
    expect(svg!.content).toContain('30 June 2016');
    const pdf = await file('pdf');
    expect(Buffer.from(pdf!.content, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    const nowhere = { key: 'nothing', look: {}, wish: { format: 'svg', theme: 'light' }, commit: false };
    expect(await client.request('care-pathways/export', nowhere)).toBeNull();
  });

  it('start anew for each reader, and go on from there', async () => {
    const uri = uriOf('p.pathway');
    await client.start(URI.file(folder.path).toString());
    await client.open(uri, 'pathway p {\n  stage a\n  stage b\n  transition from a to b\n}\n');
    const entries = await client.request<PathwayEntry[]>('care-pathways/pathways');
    const key = entryKey(entries[0]!);
    const seen = (reader: string, fresh: boolean) =>
      client.request<Picture<Drawn>>('care-pathways/picture', { key, look: { lanes: 'provider' }, reader, fresh });
    const first = await seen('one', true);
    expect(first.look).toEqual({ lanes: 'provider' });
    expect(first.views.map(({ name }) => name)).toContain('who-does-what');
    expect((await seen('one', false)).version).toBe(first.version);
    expect((await seen('two', true)).placed).toEqual(first.placed);
  });

  it('tell which element stands at a place of the text', async () => {
    const uri = uriOf('p.pathway');
    await client.start(URI.file(folder.path).toString());
    await client.open(uri, 'pathway p {\n  stage a {\n    purpose "x"\n  }\n  transition t from a to a\n}\n');
    const at = (line: number): Promise<{ id?: string } | null> =>
      client.request('care-pathways/elementAt', { uri, line, character: 4 });
    expect((await at(2))?.id).toBe('stage:a');
    expect((await at(4))?.id).toBe('transition:t');
    expect((await at(0))?.id).toBeUndefined();
    expect(await at(7)).toBeNull();
  });
});

describe('pictures of the whole', () => {
  const text = [
    'footprint here',
    'specification standard for here {',
    '  require stage a',
    '  require transition from a to b',
    '}',
    'pathway p realises standard in here {',
    '  stage a',
    '}',
    'pathway q {',
    '  stage z',
    '  transition from z to a of p',
    '}',
    '',
  ].join('\n');

  it('are offered beside the pathways, each with its size and what is found', async () => {
    folder.write('all.pathway', text);
    await client.start(URI.file(folder.path).toString());
    const entries = await client.request<PathwayEntry[]>('care-pathways/pathways');
    expect(entries.map(({ kind, name, stages }) => `${kind} ${name} ${stages}`).toSorted()).toEqual([
      'pathway p 1',
      'pathway q 1',
      'region region 2',
      'specification standard 1',
    ]);
    const region = await drawn('region');
    expect(region.placed.nodes.map(({ id }) => id)).toEqual(['specification:standard', 'pathway:p', 'pathway:q']);
    const counted = Object.values(region.entry.counts).reduce((sum, count) => sum + count, 0);
    expect(region.findings).toHaveLength(counted);
    expect(region.findings.find(({ rule }) => rule === 'unknown-name')?.id).toBe('specification:standard');
    const standard = await drawn('standard');
    expect(standard.placed.nodes.map(({ id }) => id)).toEqual(['required:a', 'terminal:required:b']);
    expect(standard.findings.find(({ rule }) => rule === 'unknown-name')?.id).toBe('required:1 a to b');
  });

  it('are shown for a caret in a specification, and have a part of what stands in a pathway', async () => {
    const uri = uriOf('all.pathway');
    folder.write('all.pathway', text);
    await client.start(URI.file(folder.path).toString());
    await client.open(uri, text);
    const at = async (line: number): Promise<{ key: string; id?: string; others: string[] } | null> => {
      const found = await client.request<{
        key: string;
        id?: string;
        others?: { key: string; id: string }[];
      } | null>('care-pathways/elementAt', { uri, line, character: 3 });
      if (!found) return null;
      const { key, id, others = [] } = found;
      const nameOf = (each: string): string => each.slice(each.indexOf('#') + 1);
      return { key: nameOf(key), ...(id && { id }), others: others.map((one) => `${nameOf(one.key)} ${one.id}`) };
    };
    expect(await at(2)).toEqual({ key: 'standard', id: 'required:a', others: ['region specification:standard'] });
    expect(await at(6)).toEqual({
      key: 'p',
      id: 'stage:a',
      others: ['region pathway:p', 'standard required:a'],
    });
    expect(await at(9)).toEqual({ key: 'q', id: 'stage:z', others: ['region pathway:q'] });
    expect(await at(0)).toBeNull();
  });

  it('stay as they were while one of their texts is broken', async () => {
    const uri = uriOf('q.pathway');
    const good = 'pathway q {\n  stage z\n}\n';
    folder.write('p.pathway', 'pathway p {\n  stage a\n}\n');
    folder.write('q.pathway', good);
    await client.start(URI.file(folder.path).toString());
    await client.open(uri, good);
    expect((await drawn('region')).stale).toBe(false);
    await client.change(uri, `${good}stage\n`);
    expect((await drawn('region')).stale).toBe(true);
    await client.change(uri, good);
    expect((await drawn('region')).stale).toBe(false);
  });
});

describe('a thousand stages', () => {
  const stages = Array.from({ length: 1000 }, (_, index) => `  stage s${index} "Stage ${index}"`);
  const links = Array.from({ length: 999 }, (_, index) => `  transition from s${index} to s${index + 1}`);
  const text = ['pathway huge {', ...stages, ...links, '}', ''].join('\n');

  it('are laid out while completion answers', async () => {
    client = new Client(asProcess);
    const uri = uriOf('huge.pathway');
    await client.start(URI.file(folder.path).toString());
    await client.open(uri, text);
    const order: string[] = [];
    const picture = drawn('huge').then((value) => {
      order.push('picture');
      return value;
    });
    // The request for the picture is on its way before completion is asked for.
    await client.request('care-pathways/pathways');
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    order.push('completion');
    expect(items.length).toBeGreaterThan(0);
    expect(stagesOf(await picture)).toHaveLength(1000);
    expect(order).toEqual(['completion', 'picture']);
  });

  it('are let go of when nobody waits for them any more: the answer is that it was cancelled, and the next picture comes', async () => {
    client = new Client(asProcess);
    const uri = uriOf('huge.pathway');
    await client.start(URI.file(folder.path).toString());
    await client.open(uri, text);
    await client.open(uriOf('small.pathway'), 'pathway small {\n  stage a\n}\n');
    const entries = await client.request<PathwayEntry[]>('care-pathways/pathways');
    const stop = new CancellationTokenSource();
    const key = entryKey(entries.find(({ name }) => name === 'huge')!);
    const huge = client.connection.sendRequest('care-pathways/picture', { key }, stop.token);
    setTimeout(() => stop.cancel(), 50);
    // An error, and not a result: the two halves of the protocol must come from one version of it.
    await expect(huge).rejects.toMatchObject({ code: -32800 });
    expect(stagesOf(await drawn('small'))).toEqual(['stage:a']);
  });
});
