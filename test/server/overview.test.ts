import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentLink,
  DocumentSymbol,
  Range,
  SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { samples } from '../support/command.ts';
import { at, change, client, nameOf, open, shown, twoPathways, uriOf, type Where, withTexts } from './texts.ts';

withTexts();

describe('the outline', () => {
  const symbols = async (name: string): Promise<string[]> => {
    const found = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriOf(name) },
    });
    return listed(found, '');
  };
  const listed = (some: readonly DocumentSymbol[], indent: string): string[] =>
    some.flatMap((symbol) => {
      const { range, selectionRange } = symbol;
      expect(compare(range.start, selectionRange.start)).toBeLessThanOrEqual(0);
      expect(compare(selectionRange.end, range.end)).toBeLessThanOrEqual(0);
      expect(symbol.name).not.toBe('');
      return [
        `${indent}${symbol.name}${symbol.detail ? ` | ${symbol.detail}` : ''}`,
        ...listed(symbol.children ?? [], `${indent}  `),
      ];
    });
  const compare = (a: Range['start'], b: Range['start']): number => a.line - b.line || a.character - b.character;

  it('shows what stands in each block, by label, in the order of the text', async () => {
    await open({
      'p.pathway':
        'footprint north "The North"\npathway p "Path" in north {\n  stage b "Second" {\n    gap g "Nobody knows"\n  }\n  stage a "First"\n  transition from a to b\n  transition t from b to pathway q\n  uses stage z of q as y\n  outcome o "Better" {\n    indicator i "Fewer"\n  }\n  action do-it\n}\npathway q "Other" {\n  stage z "Zed"\n}\nscenario s "What if" changes p {\n  add stage c "Third"\n}\n',
    });
    expect(await symbols('p.pathway')).toEqual([
      'The North | north',
      'Path | p · The North · 3 stages',
      '  Second | b',
      '    Nobody knows | g · gap',
      '  First | a',
      '  First to Second',
      '  t',
      '  Zed | y · used from Other',
      '  Better | o',
      '    Fewer | i',
      '  do-it | action',
      'Other | q · 1 stage',
      '  Zed | z',
      'What if | s · changes p',
      '  Third | c',
    ]);
  });

  it('holds in broken text, and calls what has no name yet something', async () => {
    await open({
      'p.pathway':
        'pathway {\r\n  stage\r\n  stage "\r\n  transition from\r\n  gap\r\n  uses stage\r\npathway p "  " {\r\n',
    });
    const found = await symbols('p.pathway');
    expect(found[0]).toBe('(a pathway without a name) | 0 stages'.replace('0 stages', found[0]!.split(' | ')[1]!));
    expect(found.at(-1)).toContain('p');
    await client.change(uriOf('p.pathway'), '');
    expect(await symbols('p.pathway')).toEqual([]);
  });

  it('is valid for all samples', async () => {
    const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pathway'),
    );
    await open(Object.fromEntries(names.map((name) => [name, readFileSync(join(samples, name), 'utf8')])));
    for (const name of names) expect((await symbols(name)).length).toBeGreaterThan(0);
  });
});

describe('workspace symbols', () => {
  const search = async (query: string): Promise<string[]> => {
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query });
    return found.map(
      ({ name, containerName, location }) => `${name} in ${containerName} at ${shown(location.uri, location.range)}`,
    );
  };

  it('are found by label and by name, in all projects, the likeliest first', async () => {
    await open({
      'one/project.pathway': 'project one\n',
      'one/p.pathway':
        'pathway p "Custody pathway" {\n  stage first-contact "Liaison and diversion"\n  stage l-d-x\n}\n',
      'two/project.pathway': 'project two\n',
      'two/p.pathway': 'pathway p {\n  stage entrée "Accueil"\n}\norganisation diversion\n',
    });
    expect(await search('diversion')).toEqual([
      'diversion in two at two/p.pathway:4 diversion',
      'Liaison and diversion in Custody pathway at one/p.pathway:2 first-contact',
    ]);
    expect(await search('nobody')).toEqual([]);
    expect(await search('first-c')).toEqual([
      'Liaison and diversion (first-contact) in Custody pathway at one/p.pathway:2 first-contact',
    ]);
    expect(await search('ldx')).toEqual(['l-d-x in Custody pathway at one/p.pathway:3 l-d-x']);
    expect(await search('lsndvr')).toEqual([
      'Liaison and diversion in Custody pathway at one/p.pathway:2 first-contact',
    ]);
    expect(await search('ENTREE')).toEqual(['Accueil (entrée) in p at two/p.pathway:2 entrée']);
    expect((await search('')).length).toBe(8);
    expect(await search('community')).toEqual([]);
  });

  it('are listed once, where several projects include the same folder', async () => {
    await open({
      'shared/register.pathway': 'organisation trust "The trust"\n',
      'one/project.pathway': 'project one { include "../shared" }\n',
      'two/project.pathway': 'project two { include "../shared" }\n',
    });
    expect(await search('trust')).toHaveLength(1);
  });
});

describe('document links', () => {
  const links = async (name: string): Promise<string[]> => {
    const found = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: uriOf(name) },
    });
    return found.map(({ range, target, tooltip }) => `${shown(uriOf(name), range)} → ${nameOf(target!)} (${tooltip})`);
  };

  it('lead to included folders and to the addresses of sources', async () => {
    await open({
      'shared/b.pathway': 'organisation b\n',
      'shared/a.pathway': 'organisation a\n',
      'one/project.pathway':
        'project one {\n  include "../shared"\n  include "../nowhere"\n}\nsource s "A source" {\n  url "https://example.org/a b"\n}\nsource t { url "ftp://example.org"  url "" }\nsource u { url """http://example.org/u""" }\n',
    });
    expect(await links('one/project.pathway')).toEqual([
      'one/project.pathway:2 ../shared → shared/a.pathway (Open a.pathway, the first of 2 files in this folder)',
      'one/project.pathway:6 https://example.org/a b → https://example.org/a%20b (Open this source in the browser)',
      'one/project.pathway:9 http://example.org/u → http://example.org/u (Open this source in the browser)',
    ]);
  });

  it('do no harm in a text that was never saved', async () => {
    await open({ 'untitled:Untitled-1': 'project x {\n  include "../shared"\n  include "\n}\nsource s { url "http' });
    expect(await links('untitled:Untitled-1')).toEqual([]);
  });
});

describe('where people come from and go to', () => {
  const items = (where: Where): Promise<CallHierarchyItem[]> =>
    client.request('textDocument/prepareCallHierarchy', where);
  const titled = ({ name, detail }: CallHierarchyItem): string => (detail ? `${name} (${detail})` : name);
  const from = async (item: CallHierarchyItem): Promise<string[]> => {
    const calls = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    return calls.map((call) =>
      [titled(call.from), ...call.fromRanges.map((range) => shown(call.from.uri, range))].join(' · '),
    );
  };
  const to = async (item: CallHierarchyItem): Promise<string[]> => {
    const calls = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    return calls.map((call) =>
      [titled(call.to), ...call.fromRanges.map((range) => shown(item.uri, range))].join(' · '),
    );
  };

  it('follows transitions, over into other pathways and through used stages', async () => {
    await open({
      'p.pathway':
        'pathway p "Path" {\n  stage a "First"\n  stage b "Second"\n  transition from a to b "Onwards"\n  transition again from a to b\n  transition from b to x of q\n  transition from b to pathway q\n}\n',
      'q.pathway':
        'pathway q "Other" {\n  stage a "Namesake"\n  stage x\n  uses stage b of p as shared\n  transition from a to shared\n  transition from shared to x\n}\n',
    });
    const [second] = await items(at('p.pathway', 'stage |b'));
    expect(titled(second!)).toBe('Second (Path)');
    expect(await from(second!)).toEqual([
      'First (Path: Onwards) · p.pathway:4 b · p.pathway:5 b',
      'Namesake (Other) · q.pathway:5 shared',
    ]);
    expect(await to(second!)).toEqual(['x (Other) · p.pathway:6 x', 'Other · p.pathway:7 q']);
    const [shared] = await items(at('q.pathway', 'from |shared'));
    expect(shared).toEqual(second);
    const [x] = await items(at('q.pathway', 'to |x'));
    expect(await from(x!)).toEqual(['Second (Path) · p.pathway:6 x', 'Second (Other) · q.pathway:6 x']);
    expect(await to(x!)).toEqual([]);
    const [other] = await items(at('q.pathway', 'pathway |q'));
    expect(await from(other!)).toEqual(['Second (Path) · p.pathway:6 x · p.pathway:7 q']);
  });

  it('is there for stages and pathways only', async () => {
    await open(twoPathways);
    expect(await items(at('p.pathway', 'owner tr|ust'))).toEqual([]);
    expect(await items(at('p.pathway', 'tran|sition'))).toEqual([]);
  });

  it('follows the text, also while it is broken', async () => {
    await open({ 'p.pathway': 'pathway p {\n  stage a\n  stage b\n  transition from a to b\n}\n' });
    const [b] = await items(at('p.pathway', 'stage |b'));
    expect(await from(b!)).toEqual(['a (p) · p.pathway:4 b']);
    await change({
      'p.pathway': 'pathway p {\n  stage a\n  stage b\n  transition from a to\n  transition from a to b {\n',
    });
    expect(await from(b!)).toEqual(['a (p) · p.pathway:5 b']);
  });
});
