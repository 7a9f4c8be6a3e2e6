import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Location,
  Range,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadProject } from '../../src/language/load.ts';
import { elementsIn } from '../../src/model/walk.ts';
import { samples, TemporaryFolder } from '../support/command.ts';
import { findingsOf } from '../support/fixture.ts';
import { Client } from './client.ts';

let client: Client;
let folder: TemporaryFolder;
/** The texts as the server has them, by the name of their file. */
let texts: Map<string, string>;

beforeEach(() => {
  folder = new TemporaryFolder();
  client = new Client();
  texts = new Map();
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  folder[Symbol.dispose]();
});

const uriOf = (name: string): string => (name.includes(':') ? name : pathToFileURL(`${folder.path}/${name}`).href);
const nameOf = (uri: string): string => [...texts.keys()].find((name) => uriOf(name) === uri) ?? uri;

/** Opens the given files, in a folder of their own. */
async function open(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    texts.set(name, text);
    if (!name.includes(':')) folder.write(name, text);
  }
  await client.start(pathToFileURL(folder.path).href);
  for (const [name, text] of texts) await client.open(uriOf(name), text);
}

/** The place of a piece of text, of which `|` stands for the caret; `nth` counts from zero. */
function at(name: string, marked: string, nth = 0) {
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
function shown(uri: string, { start, end }: Range): string {
  const name = nameOf(uri);
  const line = texts.get(name)?.split('\n')[start.line] ?? '';
  return `${name}:${start.line + 1} ${line.slice(start.character, end.line === start.line ? end.character : undefined)}`;
}

type Where = ReturnType<typeof at>;

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

/** The texts of the files that a rename changes. */
async function rename(where: Where, newName: string): Promise<Record<string, string>> {
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

/** Why something is refused, as the editor is told. */
async function refusal(answer: Promise<unknown>): Promise<string> {
  const error = await answer.then(
    (value) => ({ message: `not refused: ${JSON.stringify(value)}` }),
    (reason: { readonly message: string }) => reason,
  );
  return error.message;
}

const prepare = (where: Where): Promise<{ range: Range; placeholder: string }> =>
  client.request('textDocument/prepareRename', where);

const twoPathways = {
  'register.pathway': 'organisation trust "The trust"\n',
  'p.pathway':
    'pathway p {\n  owner trust\n  stage a "First"\n  stage b {\n    provider trust\n  }\n  transition t from a to b\n  gap g { affects t  affects a }\n}\n',
  'q.pathway':
    'pathway q {\n  stage a "Another"\n  uses stage b of p\n  uses stage a of p as first\n  transition from a to b\n  transition from first to a\n  transition from a to a of p\n}\n',
  'more.pathway':
    'view v of p\nview w of s\nscenario s changes p {\n  in stage b set provider unknown\n  remove transition t\n  remove transition from a to b\n  add stage c\n  add transition u from c to a\n  remove stage a\n}\n',
};

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

describe('rename', () => {
  it('changes the name everywhere and leaves labels as they are', async () => {
    await open({
      'p.pathway':
        'pathway p "p and a" {\n  stage a "a" { note "about a" }\n  stage b\n  transition from a to b "a to b" # a to b\n  risk r { affects a }\n  overlaps "x" at a\n}\n',
      'q.pathway': 'pathway q {\n  stage a\n  uses stage a of p as z\n  transition from a to a of p\n}\n',
      's.pathway': 'scenario s changes p {\n  in stage a set cost £1\n  remove stage a\n}\nview v of p\n',
    });
    expect(await rename(at('p.pathway', 'stage |a'), 'start')).toEqual({
      'p.pathway':
        'pathway p "p and a" {\n  stage start "a" { note "about a" }\n  stage b\n  transition from start to b "a to b" # a to b\n  risk r { affects start }\n  overlaps "x" at start\n}\n',
      'q.pathway': 'pathway q {\n  stage a\n  uses stage start of p as z\n  transition from a to start of p\n}\n',
      's.pathway': 'scenario s changes p {\n  in stage start set cost £1\n  remove stage start\n}\nview v of p\n',
    });
    expect(await rename(at('s.pathway', 'view v of |p'), 'way')).toEqual({
      'p.pathway': texts.get('p.pathway')!.replace('pathway p', 'pathway way'),
      'q.pathway': 'pathway q {\n  stage a\n  uses stage a of way as z\n  transition from a to a of way\n}\n',
      's.pathway': 'scenario s changes way {\n  in stage a set cost £1\n  remove stage a\n}\nview v of way\n',
    });
  });

  it('changes a used stage with the stage, or only the name that it has here', async () => {
    await open(twoPathways);
    const all = await rename(at('q.pathway', 'a to |b'), 'end');
    expect(all['p.pathway']).toContain('stage end {');
    expect(all['q.pathway']).toContain('uses stage end of p\n');
    expect(all['q.pathway']).toContain('transition from a to end\n');
    expect(await rename(at('q.pathway', 'as |first'), 'one')).toEqual({
      'q.pathway': texts.get('q.pathway')!.replace('as first', 'as one').replace('from first', 'from one'),
    });
  });

  it('of one of two that have the same name changes that one alone', async () => {
    await open({ 'p.pathway': 'pathway p {\n  stage a\n  stage a\n  stage b\n  transition from a to b\n}\n' });
    expect(await rename(at('p.pathway', 'stage |a', 1), 'c')).toEqual({
      'p.pathway': 'pathway p {\n  stage a\n  stage c\n  stage b\n  transition from a to b\n}\n',
    });
    expect(await rename(at('p.pathway', 'from |a'), 'c')).toEqual({
      'p.pathway': 'pathway p {\n  stage c\n  stage a\n  stage b\n  transition from c to b\n}\n',
    });
  });

  const specified = {
    'spec.pathway':
      'specification reg {\n  require stage sarc-care "SARC"\n  require stage home\n  require transition from sarc-care to home\n}\n',
    'p.pathway':
      'pathway p realises reg {\n  stage sarc-care "Sexual assault care" {\n    setting sarc\n  }\n  stage home\n  transition from sarc-care to home\n}\n',
    'q.pathway':
      'pathway q realises reg {\n  uses stage sarc-care of p\n  stage here realises home\n  transition from sarc-care to here\n  omits transition from sarc-care to home because "no"\n}\npathway r realises reg {\n  omits sarc-care because "none near"\n  stage x realises sarc-care\n}\n',
  };

  it('of a stage that realises a required stage by its name keeps what it realises', async () => {
    await open(specified);
    const changed = await rename(at('p.pathway', 'from sarc|-care'), 'centre');
    expect(changed).toEqual({
      'p.pathway':
        'pathway p realises reg {\n  stage centre "Sexual assault care" realises sarc-care {\n    setting sarc\n  }\n  stage home\n  transition from centre to home\n}\n',
      'q.pathway': texts.get('q.pathway')!.replace('uses stage sarc-care of p', 'uses stage centre of p as sarc-care'),
    });
    expect((await rename(at('p.pathway', 'stage ho|me'), 'house'))['p.pathway']).toContain(
      'stage house realises home\n  transition from sarc-care to house\n',
    );
    await change(changed);
    expect(await rename(at('p.pathway', 'stage cen|tre'), 'sarc-care')).toEqual({
      'p.pathway': specified['p.pathway'],
      'q.pathway': specified['q.pathway'],
    });
  });

  it('of a required stage changes what names it, and keeps who realises it', async () => {
    await open(specified);
    const changed = await rename(at('q.pathway', 'omits sarc|-care'), 'centre');
    expect(changed).toEqual({
      'spec.pathway': specified['spec.pathway'].replaceAll('sarc-care', 'centre'),
      'p.pathway': specified['p.pathway'].replace('care"', 'care" realises centre'),
      'q.pathway':
        'pathway q realises reg {\n  uses stage sarc-care of p as centre\n  stage here realises home\n  transition from centre to here\n  omits transition from centre to home because "no"\n}\npathway r realises reg {\n  omits centre because "none near"\n  stage x realises centre\n}\n',
    });
    await change(changed);
    expect(await rename(at('spec.pathway', 'stage cen|tre'), 'sarc-care')).toEqual(specified);
  });

  it('of a required stage refuses the name of a stage that would then realise it', async () => {
    await open({ ...specified, 's.pathway': 'scenario s changes p {\n  add stage extra\n}\n' });
    expect(await refusal(rename(at('spec.pathway', 'stage sarc|-care'), 'extra'))).toBe(
      "There is already a stage called 'extra' in scenario 's', which would then realise this required stage.",
    );
    expect(await refusal(rename(at('spec.pathway', 'stage sarc|-care'), 'home'))).toBe(
      "There is already a required stage called 'home' in specification 'reg'.",
    );
    await change({ 'q.pathway': 'pathway q realises reg {\n  uses stage x of p as sarc-care\n}\n' });
    expect(await refusal(rename(at('q.pathway', 'as sarc|-care'), 'centre'))).toBe(
      "As 'sarc-care' this used stage realises the required stage of that name, and it has no other way to say so. Rename the required stage instead.",
    );
  });

  it('refuses a name that is taken, and says by what', async () => {
    await open({ ...twoPathways, 'z.pathway': 'specification z\nvocabulary own {\n  setting hub\n}\nsystem x\n' });
    expect(await refusal(rename(at('p.pathway', 'stage |a'), 'b'))).toBe(
      "There is already a stage called 'b' in pathway 'p'.",
    );
    expect(await refusal(rename(at('p.pathway', 'stage |a'), 't'))).toBe(
      "There is already a transition called 't' in pathway 'p'.",
    );
    expect(await refusal(rename(at('p.pathway', 'stage |b'), 'first'))).toBe(
      "There is already a used stage called 'first' in pathway 'q'.",
    );
    expect(await refusal(rename(at('p.pathway', 'stage |b'), 'c'))).toBe(
      "There is already a stage called 'c' in scenario 's'.",
    );
    expect(await refusal(rename(at('p.pathway', 'pathway |p'), 'q'))).toBe(
      "There is already a pathway called 'q' in q.pathway, line 1.",
    );
    expect(await refusal(rename(at('z.pathway', 'setting |hub'), 'community'))).toBe(
      "There is already a setting called 'community' in the built-in library.",
    );
    // Another kind has names of its own.
    expect(await rename(at('z.pathway', 'system |x'), 'p')).toEqual({
      'z.pathway': texts.get('z.pathway')!.replace('system x', 'system p'),
    });
  });

  it('refuses what is no name, and takes a keyword where it can be read as a name', async () => {
    await open({
      ...twoPathways,
      'o.pathway': 'organisation other\nsystem odd\npathway o {\n  stage a {\n    provider\n      other\n  }\n}\n',
    });
    const renamed = (name: string): Promise<unknown> => rename(at('p.pathway', 'stage |a'), name);
    for (const name of ['two words', '2nd', '', 'a-', '"x"', 'a.b', '#x']) {
      expect(await refusal(renamed(name))).toMatch(/cannot be a name\. A name starts with a letter/);
    }
    for (const name of ['none', 'unknown', 'not-applicable']) {
      expect(await refusal(renamed(name))).toMatch(/cannot be a name, because it says that something is missing/);
    }
    expect((await rename(at('p.pathway', 'stage |a'), 'referral'))['p.pathway']).toContain('from referral to b');
    expect(await refusal(rename(at('o.pathway', 'organisation |other'), 'cost'))).toBe(
      "'cost' is also a word of the language, and would be misread in o.pathway. Choose another name.",
    );
    expect(await rename(at('p.pathway', 'stage |a'), 'a')).toEqual({});
  });

  it('offers the name before it asks, and says why there is nothing to rename', async () => {
    await open({
      'p.pathway':
        'pathway p "label" { # comment\n  stage referral {\n    setting community\n    provider unknown\n    owner lost\n    tag pilot\n  }\n\n}\n',
    });
    expect(await prepare(at('p.pathway', 'stage ref|erral'))).toEqual({
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 16 } },
      placeholder: 'referral',
    });
    const why = (marked: string): Promise<string> => refusal(prepare(at('p.pathway', marked)));
    expect(await why('set|ting')).toBe(
      "'setting' is a word of the language and cannot be renamed. Put the caret on a name.",
    );
    expect(await why('unk|nown')).toBe("'unknown' is a word of the language and cannot be renamed.");
    expect(await why('"la|bel"')).toBe('This is a text: type the change. Only names can be renamed.');
    expect(await why('# com|ment')).toBe('This is a comment: type the change. Only names can be renamed.');
    expect(await why('com|munity')).toBe(
      "'community' is a setting of the built-in library, which cannot be changed. Declare one of your own in a vocabulary, and name that here.",
    );
    expect(await why('pil|ot')).toBe("'pilot' is declared nowhere, so there is nothing to rename: type the change.");
    expect(await why('\n\n|}')).toBe('There is no name here. Put the caret on a name to rename it.');
    expect(
      await refusal(
        client.request('textDocument/prepareRename', {
          textDocument: { uri: 'care-pathways-library:/england.pathway' },
          position: { line: 0, character: 0 },
        }),
      ),
    ).toBe('This is the built-in library, which cannot be changed.');
  });

  it('says that an unknown name has to be declared first', async () => {
    await open({ 'p.pathway': 'pathway p {\n  owner lost\n}\n' });
    expect(await refusal(prepare(at('p.pathway', 'owner lo|st')))).toBe(
      "There is no organisation called 'lost', so there is nothing to rename: declare it, or correct its name.",
    );
  });

  it('leaves a line alone that was broken off, and says when an error stands in the way', async () => {
    const broken = 'specification s { require stage a }\npathway p realises s {\n  uses stage a of\n}\n';
    await open({ 'p.pathway': broken });
    expect(await rename(at('p.pathway', 'require stage |a'), 'b')).toEqual({
      'p.pathway': broken.replace('stage a }', 'stage b }'),
    });
    await change({ 'p.pathway': 'specification s { require stage a }\npathway p realises s {\n  stage a "open\n}\n' });
    expect(await refusal(rename(at('p.pathway', 'require stage |a'), 'b'))).toBe(
      "The label of stage 'a' cannot be read. Correct it first, then rename.",
    );
  });

  it('keeps Windows line ends and what is broken around', async () => {
    await open({
      'p.pathway':
        'pathway p {\r\n  stage a {\r\n    provider\r\n  }\r\n  stage b\r\n  transition from a to b\r\n  nonsense here\r\n}\r\n',
    });
    expect(await rename(at('p.pathway', 'from |a'), 'start')).toEqual({
      'p.pathway':
        'pathway p {\r\n  stage start {\r\n    provider\r\n  }\r\n  stage b\r\n  transition from start to b\r\n  nonsense here\r\n}\r\n',
    });
  });

  it('of anything in the samples finds the same, and back again gives the same text', {
    timeout: 240_000,
  }, async () => {
    const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pathway'),
    );
    const before = Object.fromEntries(names.map((name) => [name, readFileSync(join(samples, name), 'utf8')]));
    await open(before);
    const found = told(texts);
    const elements = loadProject([...texts].map(([name, text]) => ({ uri: name, text })))
      .project.files.filter(({ library }) => !library)
      .flatMap(({ declarations }) => declarations.flatMap((declaration) => [...elementsIn(declaration)]));
    // Transitions without a name, and used stages without one of their own, have nothing that could be renamed.
    const named = elements.filter(({ name, namePlace, kind }) => {
      const line = before[namePlace.file]!.split('\n')[namePlace.line]!;
      return kind !== 'required-transition' && line.startsWith(name, namePlace.character);
    });
    expect(named.length).toBeGreaterThan(90);
    for (const { name, namePlace } of named) {
      const place = {
        textDocument: { uri: uriOf(namePlace.file) },
        position: { line: namePlace.line, character: namePlace.character },
      };
      const changed = await rename(place, 'quite-fresh');
      expect(Object.keys(changed), name).not.toEqual([]);
      await change(changed);
      const after = told(texts);
      expect(
        after.filter((one) => one.startsWith('unknown-name')),
        name,
      ).toEqual([]);
      expect(after, name).toEqual(found);
      await change(await rename(place, name));
      expect(Object.fromEntries(texts), name).toEqual(before);
    }
  });
});

/** What is found in the texts: which rule, how grave, in which line. */
function told(files: ReadonlyMap<string, string>): string[] {
  const findings = findingsOf([...files].map(([uri, text]) => ({ uri, text })));
  return findings.map(({ rule, severity, place }) => `${rule} ${severity} ${place.file}:${place.line + 1}`).toSorted();
}

/** Makes the changed texts those that the server has. */
async function change(changed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(changed)) {
    texts.set(name, text);
    await client.change(uriOf(name), text);
  }
}

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
