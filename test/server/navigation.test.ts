import { describe, expect, it } from 'vitest';
import type { DocumentHighlight, Location } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { at, client, open, rename, shown, twoPathways, type Where, withTexts } from './texts.ts';

withTexts();

async function definition(where: Where): Promise<string | undefined> {
  const found = await client.request<Location | null>('textDocument/definition', where);
  return found ? shown(found.uri, found.range) : undefined;
}

async function references(where: Where, includeDeclaration = true): Promise<string[]> {
  const context = { includeDeclaration };
  const found = await client.request<Location[]>('textDocument/references', { ...where, context });
  return found.map(({ uri, range }) => shown(uri, range));
}

async function highlights(where: Where): Promise<string[]> {
  const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', where);
  return found.map(({ range, kind }) => `${shown(where.textDocument.uri, range)} ${kind === 3 ? 'write' : 'read'}`);
}

describe('go to definition', () => {
  it('finds what is declared in another file', async () => {
    await open(twoPathways);
    expect(await definition(at('p.pathway', 'provider tr|ust'))).toBe('register.pathway:1 trust');
    expect(await definition(at('more.pathway', 'changes |p'))).toBe('p.pathway:1 p');
    expect(await definition(at('more.pathway', 'of s|'))).toBe('more.pathway:3 s');
  });

  it('tells stages of the same name apart', async () => {
    await open(twoPathways);
    expect(await definition(at('q.pathway', 'from |a to b'))).toBe('q.pathway:2 a');
    expect(await definition(at('q.pathway', 'to |a of p'))).toBe('p.pathway:3 a');
    expect(await definition(at('q.pathway', 'stage |a of p'))).toBe('p.pathway:3 a');
    expect(await definition(at('p.pathway', 'affects |a'))).toBe('p.pathway:3 a');
    expect(await definition(at('more.pathway', 'c to |a'))).toBe('p.pathway:3 a');
    expect(await definition(at('more.pathway', 'from |c'))).toBe('more.pathway:7 c');
    expect(await definition(at('more.pathway', 'transition |t'))).toBe('p.pathway:7 t');
  });

  it('goes through a used stage to the stage, and to the name that it was given here', async () => {
    await open(twoPathways);
    expect(await definition(at('q.pathway', 'a to |b'))).toBe('p.pathway:4 b');
    expect(await definition(at('q.pathway', 'from |first'))).toBe('q.pathway:4 first');
  });

  it('stays where it is on a declaration, and goes nowhere from keywords, texts and unknown names', async () => {
    await open({ 'p.pathway': 'pathway p "stage" {\n  stage referral\n  transition from referral to nowhere\n}\n' });
    expect(await definition(at('p.pathway', 'stage ref|erral'))).toBe('p.pathway:2 referral');
    expect(await definition(at('p.pathway', 'from refer|ral'))).toBe('p.pathway:2 referral');
    expect(await definition(at('p.pathway', 'tran|sition'))).toBeUndefined();
    expect(await definition(at('p.pathway', 'to no|where'))).toBeUndefined();
    expect(await definition(at('p.pathway', '"sta|ge"'))).toBeUndefined();
  });

  it('leads into the built-in library, of which the server has the text', async () => {
    await open({ 'p.pathway': 'pathway p {\n  stage a {\n    setting community\n  }\n}\n' });
    const found = await client.request<Location>('textDocument/definition', at('p.pathway', 'com|munity'));
    expect(found.uri).toBe('care-pathways-library:/england.pathway');
    const text = await client.request<string>('care-pathways/libraryText', { uri: found.uri });
    expect(TextDocument.create(found.uri, 'pathway', 1, text).getText(found.range)).toBe('community');
    expect(
      await client.request('care-pathways/libraryText', { uri: 'care-pathways-library:/none.pathway' }),
    ).toBeNull();
  });

  it('finds the first of two that have the same name, and one’s own before it', async () => {
    await open({
      'a.pathway': 'pathway p {\n  stage x\n  stage x\n  transition from x to y\n}\n',
      'b.pathway': 'pathway p {\n  stage x\n  stage y\n  transition from y to x\n}\n',
    });
    expect(await definition(at('a.pathway', 'from |x'))).toBe('a.pathway:2 x');
    expect(await definition(at('a.pathway', 'to |y'))).toBe('b.pathway:3 y');
    expect(await definition(at('b.pathway', 'to |x'))).toBe('b.pathway:2 x');
  });

  it('works in broken text, with Windows line ends, in texts not saved yet and in any script', async () => {
    await open({
      'broken.pathway':
        'pathway p {\r\n  stage a {\r\n    provider\r\n  stage b\r\n  transition from b to a {\r\n    nonsense\r\n',
      'untitled:Untitled-1': 'pathway путь {\n  stage début\n  stage 受付\n  transition from début to 受付\n}\n',
    });
    expect(await definition(at('broken.pathway', 'to |a'))).toBe('broken.pathway:2 a');
    expect(await definition(at('broken.pathway', 'from |b'))).toBe('broken.pathway:4 b');
    expect(await definition(at('untitled:Untitled-1', 'to 受|付'))).toBe('untitled:Untitled-1:3 受付');
    expect(await definition(at('untitled:Untitled-1', 'from déb|ut'))).toBe('untitled:Untitled-1:2 début');
  });

  it('keeps to the project, where a folder has several', async () => {
    await open({
      'one/project.pathway': 'project one\norganisation trust\n',
      'one/p.pathway': 'pathway p { owner trust }\n',
      'two/project.pathway': 'project two\norganisation trust\n',
      'two/p.pathway': 'pathway p { owner trust }\n',
    });
    expect(await definition(at('two/p.pathway', 'owner tr|ust'))).toBe('two/project.pathway:2 trust');
    expect(await references(at('one/project.pathway', 'organisation tr|ust'))).toEqual([
      'one/project.pathway:2 trust',
      'one/p.pathway:1 trust',
    ]);
  });
});

describe('references', () => {
  it('are found across files, also through uses and scenarios', async () => {
    await open(twoPathways);
    const found = await references(at('p.pathway', 'stage |a'));
    expect(found[0]).toBe('p.pathway:3 a');
    expect(found.slice(1).toSorted()).toEqual([
      'more.pathway:6 a',
      'more.pathway:8 a',
      'more.pathway:9 a',
      'p.pathway:7 a',
      'p.pathway:8 a',
      'q.pathway:4 a',
      'q.pathway:7 a',
    ]);
    expect((await references(at('p.pathway', 'stage |b'), false)).toSorted()).toEqual([
      'more.pathway:4 b',
      'more.pathway:6 b',
      'p.pathway:7 b',
      'q.pathway:3 b',
      'q.pathway:5 b',
    ]);
  });

  it('of what several projects include are found in all of them', async () => {
    await open({
      'shared/register.pathway': 'organisation trust\n',
      'one/project.pathway': 'project one {\n  include "../shared"\n}\npathway p { owner trust }\n',
      'two/project.pathway': 'project two {\n  include "../shared"\n}\npathway p { owner trust }\n',
    });
    const everywhere = [
      'shared/register.pathway:1 trust',
      'one/project.pathway:4 trust',
      'two/project.pathway:4 trust',
    ];
    expect((await references(at('one/project.pathway', 'owner tr|ust'))).toSorted()).toEqual(everywhere.toSorted());
    expect((await references(at('shared/register.pathway', 'tr|ust'))).toSorted()).toEqual(everywhere.toSorted());
    expect(await rename(at('two/project.pathway', 'owner tr|ust'), 'x')).toEqual({
      'shared/register.pathway': 'organisation x\n',
      'one/project.pathway': 'project one {\n  include "../shared"\n}\npathway p { owner x }\n',
      'two/project.pathway': 'project two {\n  include "../shared"\n}\npathway p { owner x }\n',
    });
  });

  it('of a field of one’s own are the lines that fill it in', async () => {
    await open({
      'p.pathway':
        'vocabulary v {\n  field risk-level is text on stage\n}\npathway p {\n  stage a {\n    field risk-level "high"\n  }\n}\n',
    });
    expect(await references(at('p.pathway', 'field risk|-level'))).toEqual([
      'p.pathway:2 risk-level',
      'p.pathway:6 risk-level',
    ]);
    expect((await rename(at('p.pathway', 'risk-lev|el "high"'), 'worry'))['p.pathway']).toContain('field worry "high"');
  });
});

describe('highlights', () => {
  it('mark the name in its file, and what declares it', async () => {
    await open(twoPathways);
    expect((await highlights(at('p.pathway', 'from |a'))).toSorted()).toEqual([
      'p.pathway:3 a write',
      'p.pathway:7 a read',
      'p.pathway:8 a read',
    ]);
    expect(await highlights(at('q.pathway', 'of |p as'))).toHaveLength(3);
  });

  it('are none, and not all words spelled alike, on keywords and texts', async () => {
    await open(twoPathways);
    expect(await highlights(at('p.pathway', 'tran|sition'))).toEqual([]);
    expect(await highlights(at('p.pathway', '"Fir|st"'))).toEqual([]);
    expect(
      await client.request('textDocument/documentHighlight', {
        textDocument: { uri: 'git:/p.pathway' },
        position: { line: 0, character: 0 },
      }),
    ).toEqual([]);
  });
});
