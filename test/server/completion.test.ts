import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { accept } from '../support/accept.ts';
import { samples } from '../support/command.ts';
import { Client } from './client.ts';
import { client, folder, uriOf, withTexts } from './texts.ts';

withTexts();

const bySpace = { triggerKind: 2, triggerCharacter: ' ' };

/** One server for all texts that were never saved: each is closed before the next one is opened. */
const shared = new Client();
let texts = 0;
beforeAll(() => shared.start(undefined));
afterAll(async () => expect(await shared.stop()).toBe(0));

/** What is offered at the `|` of a text that was never saved. */
async function suggest(text: string, context?: object): Promise<readonly CompletionItem[]> {
  texts += 1;
  const uri = `untitled:Untitled-${texts}`;
  const items = await ask(shared, uri, text, context);
  await shared.close(uri);
  return items;
}

async function ask(server: Client, uri: string, text: string, context?: object): Promise<readonly CompletionItem[]> {
  const [before = ''] = text.split('|');
  await server.open(uri, text.replace('|', ''));
  const lines = before.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const answer = await server.request<CompletionItem[] | CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position,
    ...(context && { context }),
  });
  return Array.isArray(answer) ? answer : answer.items;
}

const labels = (items: readonly CompletionItem[]): string[] =>
  items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);
const inStage = (line: string): string => `pathway p {\n  stage a {\n    ${line}\n  }\n}\n`;
const bodies = `organisation yjb "Youth Justice Board" is national-body
organisation trust "Example Trust" is nhs-provider {
  covers north
}
organisation icb "Example ICB" is icb
organisation helpers "Helpers" is network
footprint north "North County" is ltp
source review "The review"
`;

describe('a pathway that follows a specification', () => {
  const specification = 'specification wm "West" {\n  require stage intake "Intake"\n  require stage care "Care"\n}\n';

  it('is asked for the one that it follows', async () => {
    const items = await suggest(`${specification}|`);
    const insert = items.find(({ label }) => label === 'pathway')?.textEdit?.newText;
    expect(insert).toMatch(/^pathway \$\{1:name\} "\$\{2:Label\}" realises \$\{3\|wm\|\} \{/);
  });

  it('is offered the required stages that it has not yet', async () => {
    const items = await suggest(`${specification}pathway p realises wm {\n  stage intake\n  |\n}\n`);
    const insert = items.find(({ label }) => label === 'stage')?.textEdit?.newText;
    expect(insert).toMatch(/^stage \$\{1\|care\|\} /);
  });
});

describe('what is offered first', () => {
  const table: readonly { readonly at: string; readonly text: string; readonly first: readonly string[] }[] = [
    {
      at: 'an empty file: what one begins with',
      text: '|',
      first: ['pathway', 'organisation', 'board', 'information'],
    },
    {
      at: 'a stage: what a rule would miss',
      text: inStage('|'),
      first: ['provider', 'commissioner', 'governance', 'activity', 'cost', 'setting', 'status', 'enters', 'purpose'],
    },
    {
      at: 'a stage that says some of it, above and below',
      text: 'pathway p {\n  stage a {\n    provider unknown\n    |\n    cost unknown\n  }\n}\n',
      first: ['commissioner', 'governance', 'activity', 'setting', 'status'],
    },
    {
      at: 'a stage whose pathway says it for all',
      text: 'pathway p {\n  provider unknown\n  governance unknown\n  stage a {\n    |\n  }\n}\n',
      first: ['commissioner', 'activity', 'cost', 'setting', 'status'],
    },
    {
      at: 'a transition',
      text: 'pathway p {\n  stage a\n  transition from a to a {\n    |\n  }\n}\n',
      first: ['criteria', 'send', 'lead', 'movement', 'trigger'],
    },
    { at: 'a gap', text: 'pathway p {\n  gap g {\n    |\n  }\n}\n', first: ['owner', 'affects', 'action', 'severity'] },
    { at: 'a pathway', text: 'pathway p {\n  |\n}\n', first: ['owner', 'ages', 'stage', 'outcome', 'status'] },
    {
      at: 'a pathway with two stages',
      text: 'pathway p {\n  owner unknown\n  ages unknown\n  stage a\n  stage b\n  |\n}\n',
      first: ['transition', 'outcome', 'status'],
    },
    {
      at: 'provider',
      text: `${bodies}${inStage('provider |')}`,
      first: ['trust', 'yjb', 'icb', 'helpers'],
    },
    { at: 'commissioner', text: `${bodies}${inStage('commissioner |')}`, first: ['yjb', 'icb'] },
    {
      at: 'the start of a way',
      text: 'pathway p {\n  stage a\n  stage b\n  stage c\n  transition from |\n}\n',
      first: ['a', 'b', 'c'],
    },
    {
      at: 'the end of a way: the stages that follow first, and not the stage itself',
      text: 'pathway p {\n  stage a\n  stage b\n  stage c\n  transition from b to |\n}\npathway q {\n  stage z\n}\n',
      first: ['c', 'a', 'pathway', 'z of q'],
    },
    {
      at: 'transition',
      text: 'pathway p {\n  stage a\n  stage b\n  stage c\n  transition from a to b\n  transition |\n}\n',
      first: ['from b to c', 'from'],
    },
    {
      at: 'a period: years around the time of the pathway',
      text: 'pathway p {\n  status draft as of 2016\n  stage a {\n    cost £5 for |\n  }\n}\n',
      first: ['2015/16', '2014/15', '2016/17'],
    },
    { at: 'an amount of activity', text: inStage('activity 1,200 |'), first: ['people', 'referrals'] },
    {
      at: 'an amount, with what the project uses',
      text: `pathway q {\n  stage b {\n    activity 5 visits\n  }\n}\n${inStage('activity 7 |')}`,
      first: ['visits', 'people'],
    },
    { at: 'capacity', text: inStage('capacity 40 |'), first: ['places', 'beds'] },
    { at: 'ages', text: 'project x {\n  ages 0 to 21\n}\npathway p {\n  ages |\n}\n', first: ['0 to 21', '0 to 18'] },
    { at: 'strictness', text: 'project x {\n  strictness |\n}\n', first: ['draft', 'review', 'assure'] },
    { at: 'status', text: 'pathway p {\n  status |\n}\n', first: ['draft', 'proposed', 'current', 'closed'] },
    { at: 'tag', text: `pathway q {\n  tag pilot\n}\n${inStage('tag |')}`, first: ['pilot'] },
    { at: 'according to', text: `${bodies}${inStage('cost £5 according to |')}`, first: ['review'] },
    { at: 'share', text: `${bodies}${inStage('commissioner icb share |')}`, first: ['… %'] },
  ];
  for (const { at, text, first } of table) {
    it(at, async () => expect(labels(await suggest(text)).slice(0, first.length)).toEqual(first));
  }
});

describe('what is offered', () => {
  const table: readonly {
    readonly at: string;
    readonly text: string;
    readonly some?: readonly string[];
    readonly no?: readonly string[];
  }[] = [
    { at: 'an empty file', text: '|', some: ['pathway', 'organisation', 'project'] },
    {
      at: 'a line of a block: nothing that goes on with the line before',
      text: 'pathway p {\n  stage a {\n    setting community\n    |\n  }\n}\n',
      some: ['provider', 'leaves', 'setting'],
      no: ['according', 'transition', 'count'],
    },
    { at: 'facts that are stated once', text: 'pathway p {\n  owner unknown\n  |\n}\n', some: ['cost'], no: ['owner'] },
    {
      at: 'the names of the right kind',
      text: `system records\n${bodies}${inStage('provider |')}`,
      some: ['trust', 'unknown', 'none', 'not-applicable'],
      no: ['records', 'north'],
    },
    { at: 'partner: all', text: `${bodies}${inStage('partner |')}`, some: ['trust', 'icb', 'yjb', 'helpers'] },
    {
      at: 'the stages of the pathway around',
      text: 'pathway q {\n  stage z\n}\npathway p {\n  stage a\n  stage b\n  transition from a to |\n}\n',
      some: ['b', 'pathway', 'z of q'],
      no: ['z', 'a'],
    },
    { at: 'the terms of the built-in library', text: inStage('setting pol|'), some: ['police-custody'] },
    { at: 'the rules', text: inStage('accept |'), some: ['missing-cost', 'dead-end'] },
    { at: 'clauses of a fact', text: `${bodies}${inStage('commissioner icb |')}`, some: ['as', 'scope', 'according'] },
    {
      at: 'a stage of another pathway',
      text: 'pathway q {\n  stage z\n}\npathway p {\n  uses stage |\n}\n',
      some: ['z of q'],
    },
    {
      at: 'below lines that are broken',
      text: 'pathway p "unfinished {\n  stag a {\n  owner ???\n  }\n  stage b {\n    provider\n    cost £\n    |\n  }\n}\n',
      some: ['commissioner', 'setting'],
      no: ['transition'],
    },
    {
      at: 'below a block without its brace',
      text: 'pathway p {\n  stage a {\n    provider unknown\n  stage b {\n    provider unknown\n  }\n  transition from |\n}\n',
      some: ['a', 'b'],
    },
    {
      at: 'a name that is a keyword',
      text: 'organisation lead\npathway p {\n  owner lead |\n}\n',
      some: ['according'],
    },
    {
      at: 'lines that end as on Windows',
      text: `${bodies}${inStage('provider |')}`.replaceAll('\n', '\r\n'),
      some: ['trust'],
    },
  ];
  for (const { at, text, some = [], no = [] } of table) {
    it(at, async () => {
      const found = labels(await suggest(text));
      expect(found).toEqual(expect.arrayContaining([...some]));
      expect(found.filter((label) => no.includes(label))).toEqual([]);
    });
  }

  it('a value that a field has', async () => {
    const field = 'vocabulary v {\n  field rent is money on stage\n}\n';
    expect(labels(await suggest(`${field}${inStage('field |')}`))).toEqual(['rent']);
  });
});

describe('nothing', () => {
  const nowhere: readonly string[] = [
    'pathway p "a |text" {\n}\n',
    'pathway p "a text| {\n}\n',
    'pathway p "an open text |\n}\n',
    inStage('note """\n one |\n """'),
    '# a |comment\n',
    '# a comment |\n',
    'pathway p { # why |\n}\n',
    'pathway p {\n  stage |\n}\n',
  ];
  for (const text of nowhere) {
    it(`in ${JSON.stringify(text)}`, async () => expect(await suggest(text)).toEqual([]));
  }
});

describe('a space', () => {
  const loud: readonly string[] = [
    inStage('provider |'),
    inStage('activity 1,200 |'),
    inStage('governance |'),
    `${bodies}${inStage('cost £5 according to |')}`,
    'pathway p {\n  stage a\n  transition |\n}\n',
    'pathway p {\n  status |\n}\n',
  ];
  for (const text of loud) {
    it(`opens the list in ${JSON.stringify(text)}`, async () =>
      expect((await suggest(text, bySpace)).length).toBeGreaterThan(0));
  }

  const quiet: readonly string[] = [
    ' |',
    'pathway p {\n   |\n}\n',
    'pathway |',
    'pathway p |',
    'pathway p { |',
    'pathway p "text |',
    `${bodies}${inStage('provider trust |')}`,
    inStage('provider unknown |'),
    inStage('purpose "a text" |'),
    inStage('setting community |'),
    'pathway p {\n} |',
  ];
  for (const text of quiet) {
    it(`is a space in ${JSON.stringify(text)}`, async () => expect(await suggest(text, bySpace)).toEqual([]));
  }
});

describe('an item', () => {
  const find = (items: readonly CompletionItem[], label: string): CompletionItem =>
    items.find((item) => item.label === label)!;

  it('tells label, kind and footprint, and where it is declared', async () => {
    folder.copy(samples);
    await client.start(pathToFileURL(folder.path).href);
    const found = await ask(client, uriOf('new.pathway'), 'pathway p {\n  owner |\n}\n');
    expect(find(found, 'dudley-ccg')).toMatchObject({
      detail: 'NHS Dudley CCG · Clinical commissioning group · Black Country',
      labelDetails: { description: 'NHS Dudley CCG · Clinical commissioning group · Black Country' },
      documentation: 'Declared in registry.pathway, line 23.',
      filterText: 'dudley-ccg NHS Dudley CCG',
    });
  });

  it('means what its absence says', async () => {
    const found = await suggest(inStage('provider |'));
    expect(find(found, 'unknown').detail).toBe('nobody has told us yet: an open question');
    expect(find(found, 'none').detail).toBe('confirmed that there is none: a gap');
    expect(find(found, 'not-applicable').detail).toBe('does not apply here: say why');
    expect(labels(found)).toEqual(expect.arrayContaining(['unknown because "…"', 'unknown ask …', 'none because "…"']));
  });

  const accepted: readonly { readonly text: string; readonly label: string; readonly gives: string }[] = [
    { text: inStage('provider |'), label: 'unknown because "…"', gives: inStage('provider unknown because "Text|"') },
    { text: inStage('provider |'), label: 'not-applicable', gives: inStage('provider not-applicable because "Text|"') },
    { text: inStage('pro|'), label: 'provider', gives: inStage('provider |') },
    { text: inStage('purp|'), label: 'purpose', gives: inStage('purpose "Text|"') },
    { text: inStage('gove|rnace'), label: 'governance', gives: inStage('governance |') },
    { text: inStage('|provider x'), label: 'cost', gives: inStage('cost|provider x') },
    { text: inStage('prov|ide unknown'), label: 'provider', gives: inStage('provider| unknown') },
    { text: inStage('cost £5 acc|'), label: 'according', gives: inStage('cost £5 according to |') },
    {
      text: `${bodies}${inStage('provider youth just|')}`,
      label: 'yjb',
      gives: `${bodies}${inStage('provider yjb|')}`,
    },
    {
      text: `${bodies}${inStage('commissioner example i|')}`,
      label: 'icb',
      gives: `${bodies}${inStage('commissioner icb|')}`,
    },
    {
      text: 'pathway p {\n  stage a "A"\n  stage b "B"\n  |\n}\n',
      label: 'transition',
      gives: 'pathway p {\n  stage a "A"\n  stage b "B"\n  transition from a to b {\n    |\n  }\n}\n',
    },
    {
      text: 'pathway p {\n  |\n}\n',
      label: 'stage',
      gives: 'pathway p {\n  stage name "Label" {\n    |\n  }\n}\n',
    },
  ];
  for (const { text, label, gives } of accepted) {
    it(`'${label}', accepted in ${JSON.stringify(text.slice(-60))}`, async () => {
      const item = find(await suggest(text), label);
      expect(accept(text, item)).toBe(gives);
    });
  }

  it('goes on by itself where something has to follow', async () => {
    const command = { command: 'editor.action.triggerSuggest' };
    const found = await suggest(inStage('|'));
    expect(find(found, 'provider').command).toMatchObject(command);
    expect(find(found, 'purpose').command).toBeUndefined();
  });

  it('is a whole block with the footprints of the project to choose from', async () => {
    const found = await suggest('footprint north\nfootprint south\n|');
    expect((find(found, 'pathway').textEdit as { newText: string }).newText).toMatch(/ in \$\{\d\|north,south\|\} \{/);
  });

  it('is found by the words of its label while they are typed, also after a space', async () => {
    const found = await suggest(`${bodies}${inStage('provider youth |')}`, bySpace);
    expect(found.map(({ label }) => label)).toEqual(['yjb']);
    const { textEdit, filterText } = found[0]!;
    expect(textEdit).toMatchObject({ range: { start: { character: 13 }, end: { character: 19 } } });
    expect(filterText).toBe('yjb Youth Justice Board');
  });
});

describe('a name that nothing has', () => {
  const declared: readonly { readonly text: string; readonly gives: string }[] = [
    {
      text: 'organisation a\n\npathway p {\n  owner zebra|\n}\n',
      gives: 'organisation a\norganisation zebra\n\npathway p {\n  owner zebra|\n}\n',
    },
    {
      text: 'pathway p {\n  owner Zebra Trust|\n}',
      gives: 'pathway p {\n  owner zebra-trust|\n}\n\norganisation zebra-trust "Zebra Trust"\n',
    },
    {
      text: 'pathway p {\n  stage a\n  transition from a to zebra|\n}\n',
      gives: 'pathway p {\n  stage a\n  stage zebra\n  transition from a to zebra|\n}\n',
    },
    {
      text: 'pathway p {\r\n  governance board zebra|\r\n}\r\n',
      gives: 'pathway p {\r\n  governance board zebra|\r\n}\r\n\r\nboard zebra\r\n',
    },
    {
      text: inStage('setting zebra|'),
      gives: `${inStage('setting zebra|')}\nvocabulary local-terms {\n  setting zebra\n}\n`,
    },
    {
      text: 'pathway p {\n  gap g {\n    action zebra|\n  }\n}\n',
      gives: 'pathway p {\n  gap g {\n    action zebra|\n  }\n  action zebra\n}\n',
    },
  ];
  for (const { text, gives } of declared) {
    it(`is declared by ${JSON.stringify(text)}`, async () => {
      const item = (await suggest(text)).find(({ label }) => label.startsWith('Declare '));
      expect(accept(text, item!)).toBe(gives);
    });
  }

  it('is not declared where something like it is there, or a word of the language goes on', async () => {
    const declares = async (text: string): Promise<boolean> =>
      labels(await suggest(text)).some((label) => label.startsWith('Declare'));
    expect(await declares(`${bodies}${inStage('provider tru|')}`)).toBe(false);
    expect(await declares(inStage('provider zebra as le|'))).toBe(false);
    expect(await declares(inStage('provider unkn|'))).toBe(false);
  });
});
