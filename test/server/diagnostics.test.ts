import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/rules/finding.ts';
import { allRules } from '../../src/rules/registry.ts';
import { toDiagnostics } from '../../src/server/diagnostics.ts';
import { Client } from './client.ts';

const place = { file: 'file:///a.pathway', line: 1, character: 2, endLine: 1, endCharacter: 5 };
const found = (rule: string): Finding => ({ rule, severity: 'warning', message: rule, place, facts: [] });

describe('what Problems shows', () => {
  it('leads to the page of the rule, where the editor can show it', () => {
    const pageOf = (rule: string) => `page:${rule}`;
    expect(toDiagnostics([found('dead-end')], pageOf)[0]).toMatchObject({ codeDescription: { href: 'page:dead-end' } });
    expect(toDiagnostics([found('dead-end')])[0]).not.toHaveProperty('codeDescription');
  });

  it.each(allRules)('$name is faded or struck out as the rule says', ({ name, tag }) => {
    const tags = tag === undefined ? undefined : [tag === 'deprecated' ? 2 : 1];
    expect(toDiagnostics([found(name)])[0]!.tags).toEqual(tags);
  });
});

describe('the pages of rules', () => {
  const uri = 'untitled:Untitled-1';
  let client: Client;

  beforeEach(() => {
    client = new Client();
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });

  async function start(initializationOptions: object): Promise<void> {
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null, initializationOptions };
    await client.request('initialize', params);
    await client.connection.sendNotification('initialized', {});
    await client.open(uri, 'board b\nboard b\npathway p {\n  owner nobody\n}\n');
    await client.until(() => client.diagnosticsOf(uri)?.some(({ code }) => code === 'duplicate-name'));
  }

  const hrefs = () =>
    Object.fromEntries(client.diagnosticsOf(uri)!.map(({ code, codeDescription }) => [code, codeDescription?.href]));

  it('are linked to and can be asked for by an editor that shows them', async () => {
    await start({ rulePages: true });
    const { 'duplicate-name': href, 'unknown-name': none } = hrefs();
    expect(href).toBe('care-pathways-rule:/duplicate-name.md');
    expect(none).toBeUndefined();
    expect(await client.request('care-pathways/rulePage', { uri: href })).toMatch(/^# Name used twice\n/);
    expect(await client.request('care-pathways/rulePage', { uri: 'care-pathways-rule:/toString.md' })).toBeNull();
  });

  it('are not linked to for any other', async () => {
    await start({});
    expect(hrefs()['duplicate-name']).toBeUndefined();
  });

  it('have the list of findings and the health of a file beside them', async () => {
    await start({});
    const list = await client.request('care-pathways/findings', { by: 'pathway', filter: 'twice' });
    expect(list).toMatchObject({
      shown: 1,
      total: 1,
      groups: [{ kind: 'no-pathway', entries: [{ beside: 'duplicate-name' }] }],
    });
    expect(await client.request('care-pathways/health', { uri })).toMatchObject({
      file: { error: 2 },
      all: { error: 2 },
    });
    expect(await client.request('care-pathways/health', {})).toMatchObject({ file: null, all: { error: 2 } });
  });
});
