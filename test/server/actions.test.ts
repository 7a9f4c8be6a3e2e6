import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { client, folder, uriOf, withTexts } from './texts.ts';

withTexts();

/** Starts the server for an editor that knows snippets in edits and can rename, as VS Code does; or for a plain one. */
async function start(editor: 'plain' | 'rich' = 'rich'): Promise<void> {
  const uri = pathToFileURL(folder.path).href;
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri, name: 'test' }],
    ...(editor === 'plain'
      ? { capabilities: {} }
      : {
          capabilities: {
            workspace: {
              workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
            },
          },
          initializationOptions: { rename: true, show: true },
        }),
  });
  await client.connection.sendNotification('initialized', {});
}

/** What VS Code asks for when somebody presses the key: the actions at a problem, with that problem. */
async function actionsFor(uri: string, diagnostic: Diagnostic, only?: string[]): Promise<CodeAction[]> {
  return client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], ...(only && { only }) },
  });
}

async function problem(uri: string, code: string): Promise<Diagnostic> {
  return client.until(() => client.diagnosticsOf(uri)?.find((one) => one.code === code));
}

function changedSince(uri: string, before: readonly Diagnostic[]): readonly Diagnostic[] | undefined {
  const now = client.diagnosticsOf(uri);
  return now === before ? undefined : now;
}

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((action) => action.title === title);
  if (!found) throw new Error(`No '${title}' among:\n${actions.map((one) => one.title).join('\n')}`);
  return found;
}

/** The text after an edit, in which snippets still show where the caret goes: `$0`. */
function edited(text: string, uri: string, { edit }: CodeAction): string {
  const ofFile = (edit?.documentChanges as TextDocumentEdit[] | undefined)?.find((one) => one.textDocument.uri === uri);
  const edits = (ofFile?.edits ?? edit?.changes?.[uri] ?? []) as (TextEdit | SnippetTextEdit)[];
  const document = TextDocument.create(uri, 'pathway', 1, text);
  return TextDocument.applyEdits(
    document,
    edits.map((one) => ('snippet' in one ? { range: one.range, newText: one.snippet.value } : one)),
  );
}

const withoutStops = (text: string): string =>
  text.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1').replace(/\\([\\$}])/g, '$1');

interface Kind {
  readonly code: string;
  readonly text: string;
  readonly title: string;
  readonly after: string;
  /** Whether it stays a finding, because nobody can know more than that it is a gap. */
  readonly stays?: true;
}

const facts = '  provider unknown\n  commissioner unknown\n  governance unknown\n  cost unknown\n  activity unknown\n';
const link = '    criteria unknown\n    send unknown\n';
const shared =
  'organisation a\norganisation b\ninformation i containing health-data\nagreement g {\n  party a\n  party b\n  covers i\n}\n';
const oneMissing = (fact: string): string =>
  facts
    .split('\n')
    .filter((line) => !line.includes(` ${fact} `))
    .join('\n');

const kinds: readonly Kind[] = [
  ...['provider', 'commissioner', 'governance', 'cost', 'activity'].map((fact) => ({
    code: `missing-${fact}`,
    text: `pathway p {\n${oneMissing(fact)}  stage a {\n    leaves\n  }\n}\n`,
    title: `Write '${fact} unknown' and say why`,
    after: `pathway p {\n${oneMissing(fact)}  stage a {\n    ${fact} unknown because "$0"\n    leaves\n  }\n}\n`,
  })),
  {
    code: 'missing-provider',
    text: `pathway p {\n${oneMissing('provider').replace('  cost unknown\n', '')}  stage a { leaves }\n}\n`,
    title: "Write 'unknown' for provider and cost, and say why",
    after: `pathway p {\n${oneMissing('provider').replace('  cost unknown\n', '')}  stage a {\n    provider unknown because "$1"\n    cost unknown because "$0"\n    leaves\n  }\n}\n`,
  },
  {
    code: 'missing-criteria',
    text: `pathway p {\n${facts}  stage a\n  stage b { leaves }\n  transition from a to b {\n    send unknown\n  }\n}\n`,
    title: "Write 'criteria unknown' and say why",
    after: `pathway p {\n${facts}  stage a\n  stage b { leaves }\n  transition from a to b {\n    criteria unknown because "$0"\n    send unknown\n  }\n}\n`,
  },
  {
    code: 'missing-information',
    text: `pathway p {\n${facts}  stage a\n  stage b { leaves }\n  transition from a to b { criteria "x" }\n}\n`,
    title: "Write 'send unknown' and say why",
    after: `pathway p {\n${facts}  stage a\n  stage b { leaves }\n  transition from a to b {\n    criteria "x"\n    send unknown because "$0"\n  }\n}\n`,
  },
  {
    code: 'no-way-in-or-out',
    text: `pathway p {\n${facts}  stage a\n  stage b\n  transition from a to b {\n${link}  }\n}\n`,
    title: "Write 'leaves' in stage 'b', and say how people leave",
    after: `pathway p {\n${facts}  stage a\n  stage b {\n    leaves "$0"\n  }\n  transition from a to b {\n${link}  }\n}\n`,
  },
  {
    code: 'unreachable-stage',
    text: `pathway p {\n${facts}  stage a { leaves }\n  stage b { leaves }\n  transition from a to a {\n${link}  }\n}\n`.replace(
      'stage a {',
      'stage a { enters ',
    ),
    title: "Add a transition from 'a' to 'b'",
    after: `pathway p {\n${facts}  stage a { enters  leaves }\n  stage b { leaves }\n  transition from a to a {\n${link}  }\n\n  transition from a to b {\n    criteria unknown because "$1"\n    send unknown because "$0"\n  }\n}\n`,
  },
  {
    code: 'dead-end',
    text: `pathway p {\n${facts}  stage a\n  stage b\n  stage c { leaves }\n  transition from a to b {\n${link}  }\n  transition from a to c {\n${link}  }\n}\n`,
    title: "Write 'leaves' in stage 'b', and say how people leave",
    after: `pathway p {\n${facts}  stage a\n  stage b {\n    leaves "$0"\n  }\n  stage c { leaves }\n  transition from a to b {\n${link}  }\n  transition from a to c {\n${link}  }\n}\n`,
  },
  {
    code: 'sensitive-data-without-agreement',
    text: `${shared}pathway p {\n${facts}  stage x\n  stage y { leaves }\n  transition from x to y {\n    criteria unknown\n    send i from a to b when "before release"\n  }\n}\n`,
    title: "Write 'under g'",
    after: `${shared}pathway p {\n${facts}  stage x\n  stage y { leaves }\n  transition from x to y {\n    criteria unknown\n    send i from a to b under g when "before release"\n  }\n}\n`,
  },
  {
    code: 'sensitive-data-without-agreement',
    text: `${shared}pathway p {\n${facts}  stage x\n  stage y { leaves }\n  transition from x to y {\n    criteria unknown\n    send i\n  }\n}\n`,
    title: "Write 'agreement unknown' and say why",
    after: `${shared}pathway p {\n${facts}  stage x\n  stage y { leaves }\n  transition from x to y {\n    criteria unknown\n    send i\n    agreement unknown because "$0"\n  }\n}\n`,
  },
  {
    code: 'uncovered-ages',
    text: `pathway p {\n  ages 0 to 21\n${facts}  stage a {\n    ages 0 to 18\n    leaves\n  }\n}\n`,
    title: 'Raise a gap about it',
    after: `pathway p {\n  ages 0 to 21\n${facts}  stage a {\n    ages 0 to 18\n    leaves\n  }\n\n  gap \${1:ages} "$0"\n}\n`,
    stays: true,
  },
  {
    code: 'invalid-ages',
    text: `pathway p {\n  ages 21 to 0\n${facts}  stage a { leaves }\n}\n`,
    title: "Write 'ages 0 to 21'",
    after: `pathway p {\n  ages 0 to 21\n${facts}  stage a { leaves }\n}\n`,
  },
  {
    code: 'empty-pathway',
    text: `pathway p {\n${facts}}\n`,
    title: 'Add a stage to begin with',
    after: `pathway p {\n${facts}\n  stage \${1:stage} "$0" {\n    enters ""\n    leaves ""\n  }\n}\n`,
  },
  {
    code: 'unknown-name',
    text: 'organisation trust\npathway p {\n  owner trsut\n}\n',
    title: "Did you mean 'trust'?",
    after: 'organisation trust\npathway p {\n  owner trust\n}\n',
  },
  {
    code: 'syntax-error',
    text: 'pathway p {\n  ages 0-21\n}\n',
    title: "Write 'to' between the two numbers",
    after: 'pathway p {\n  ages 0 to 21\n}\n',
  },
];

describe('a quick fix', () => {
  for (const { code, text, title, after, stays } of kinds) {
    it(`for ${code}: ${title}`, async () => {
      const uri = uriOf('p.pathway');
      await start();
      await client.open(uri, text);
      const diagnostic = await problem(uri, code);
      const before = client.diagnosticsOf(uri)!;
      const action = titled(await actionsFor(uri, diagnostic, ['quickfix']), title);
      expect(action.diagnostics).toEqual([diagnostic]);
      expect(action.kind).toBe('quickfix');
      expect(edited(text, uri, action)).toBe(after);
      await client.change(uri, withoutStops(after));
      // Where the same is found as before, the editor is not told again.
      const found = stays ? before : await client.until(() => changedSince(uri, before));
      expect(found.filter(({ severity }) => severity === 1)).toEqual([]);
      const same = found.filter((one) => one.message === diagnostic.message);
      expect(same).toHaveLength(stays ? 1 : 0);
    });
  }

  it('gives plain edits to an editor that knows no others, with the line ends of the file', async () => {
    const uri = 'untitled:Untitled-1';
    const text = `pathway p {\n${oneMissing('cost')}  stage a { leaves }\n}\n`.replaceAll('\n', '\r\n');
    await start('plain');
    await client.open(uri, text);
    const action = titled(
      await actionsFor(uri, await problem(uri, 'missing-cost')),
      "Write 'cost unknown' and say why",
    );
    expect(action.isPreferred).toBe(true);
    expect(action.edit?.documentChanges).toBeUndefined();
    expect(edited(text, uri, action)).toBe(
      text.replace('{ leaves }', '{\r\n    cost unknown because ""\r\n    leaves\r\n  }'),
    );
  });

  it('starts lines with the line, so that no editor indents them again', async () => {
    const uri = uriOf('p.pathway');
    await start();
    await client.open(uri, `pathway p {\n${oneMissing('cost')}  stage a\n}\n`);
    const action = titled(
      await actionsFor(uri, await problem(uri, 'missing-cost')),
      "Write 'cost unknown' and say why",
    );
    const [change] = action.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.edits).toEqual([
      {
        range: { start: { line: 5, character: 0 }, end: { line: 5, character: 9 } },
        snippet: { kind: 'snippet', value: '  stage a {\n    cost unknown because "$0"\n  }' },
      },
    ]);
  });

  it('changes another file, where the name belongs there', async () => {
    folder.write('register.pathway', 'organisation a\n');
    const uri = uriOf('p.pathway');
    await start();
    await client.open(uri, 'pathway p {\n  owner zzz\n}\n');
    const action = titled(
      await actionsFor(uri, await problem(uri, 'unknown-name')),
      "Declare organisation 'zzz' in register.pathway",
    );
    expect(action.isPreferred).toBe(true);
    expect(edited('organisation a\n', uriOf('register.pathway'), action)).toBe('organisation a\norganisation zzz\n');
  });

  it('asks the editor for another name, where it can be asked', async () => {
    const uri = uriOf('p.pathway');
    await start();
    await client.open(uri, 'board b\nboard b "Other"\n');
    const action = titled(await actionsFor(uri, await problem(uri, 'duplicate-name')), "Give this 'b' another name");
    expect(action.command).toMatchObject({ command: 'care-pathways.rename', arguments: [uri, 1, 6] });
  });

  it('asks no editor that cannot be asked', async () => {
    const uri = uriOf('p.pathway');
    await start('plain');
    await client.open(uri, 'board b\nboard b "Other"\n');
    const actions = await actionsFor(uri, await problem(uri, 'duplicate-name'), ['quickfix']);
    expect(actions.map(({ title }) => title).filter((title) => title.includes('another name'))).toEqual([]);
  });

  it('is not among refactorings', async () => {
    const uri = uriOf('p.pathway');
    await start();
    await client.open(uri, 'pathway p {\n  ages 0-21\n}\n');
    const actions = await actionsFor(uri, await problem(uri, 'syntax-error'), ['refactor']);
    expect(actions.filter(({ kind }) => kind === 'quickfix')).toEqual([]);
  });
});

describe('a rule is turned off', () => {
  const title = 'Turn off for this project… (duplicate-name)';

  it('in the file of the project, which is shown with the caret in the reason', async () => {
    const text = 'project p {\n  currency GBP\n}\n';
    folder.write('project.pathway', text);
    const uri = uriOf('b.pathway');
    await start();
    await client.open(uri, 'board b\nboard b "Other"\n');
    const action = titled(await actionsFor(uri, await problem(uri, 'duplicate-name')), title);
    expect(edited(text, uriOf('project.pathway'), action)).toBe(
      'project p {\n  currency GBP\n  rule duplicate-name off because "$0"\n}\n',
    );
    expect(action.command).toMatchObject({
      command: 'care-pathways.show',
      arguments: [uriOf('project.pathway'), 2, '  rule duplicate-name off because "'.length],
    });
  });

  it('in a new file where there is no project, for an editor that makes files', async () => {
    folder.write('a.pathway', 'organisation a\n');
    const uri = uriOf('b.pathway');
    await start();
    await client.open(uri, 'board b\nboard b "Other"\n');
    const { edit } = titled(await actionsFor(uri, await problem(uri, 'duplicate-name')), title);
    expect(edit?.documentChanges?.[0]).toEqual({ kind: 'create', uri: uriOf('project.pathway') });
    expect(edit?.documentChanges?.[1]).toMatchObject({ textDocument: { uri: uriOf('project.pathway') } });
  });

  it('and not at all where the editor makes none', async () => {
    folder.write('a.pathway', 'organisation a\n');
    const uri = uriOf('b.pathway');
    await start('plain');
    await client.open(uri, 'board b\nboard b "Other"\n');
    const actions = await actionsFor(uri, await problem(uri, 'duplicate-name'));
    expect(actions.map((action) => action.title)).not.toContain(title);
    expect(titled(actions, 'Accept with a reason… (duplicate-name)').command).toBeUndefined();
  });
});

describe('fixing all', () => {
  const text = 'organisation o\npathway p {\n  ages 21 to 0\n  owner o\n  owner o\n  stage a { leaves }\n}\n';

  async function asked(only?: string[]): Promise<CodeAction[]> {
    const uri = uriOf('p.pathway');
    await start();
    await client.open(uri, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
    const context = { diagnostics: [], ...(only && { only }) };
    return client.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  it.each([['source.fixAll'], ['source.fixAll.pathway'], ['source']])('is done when %s is asked for', async (kind) => {
    const [action, ...others] = await asked([kind]);
    expect(others).toEqual([]);
    expect(action!.kind).toBe('source.fixAll.pathway');
    expect(edited(text, uriOf('p.pathway'), action!)).toBe(
      'organisation o\npathway p {\n  ages 0 to 21\n  owner o\n  stage a { leaves }\n}\n',
    );
  });

  it('is not in the way of those who ask for something else', async () => {
    const kinds = [...(await asked()), ...(await asked(['quickfix']))].map(({ kind }) => kind);
    expect(kinds).not.toContain('source.fixAll.pathway');
  });
});

describe('a refactoring', () => {
  const text = `pathway p {\n${facts}  stage a\n  stage b { leaves }\n  transition from a to b {\n${link}  }\n}\n`;
  const range = { start: { line: 8, character: 4 }, end: { line: 8, character: 4 } };

  async function offered(only?: string[]): Promise<CodeAction[]> {
    const uri = uriOf('p.pathway');
    await start();
    await client.open(uri, text);
    const context = { diagnostics: [], ...(only && { only }) };
    return client.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  it('lets a new name be written in all its places at once', async () => {
    const action = titled(await offered(['refactor']), "Put a stage between 'a' and 'b'");
    expect(action.kind).toBe('refactor.rewrite');
    expect(edited(text, uriOf('p.pathway'), action)).toBe(
      `pathway p {\n${facts}  stage a\n  stage b { leaves }\n  stage \${1:between-a-and-b}\n\n  transition from a to \${1:between-a-and-b} {\n${link}  }\n\n  transition from \${1:between-a-and-b} to b {\n    criteria unknown because "$2"\n    send unknown because "$0"\n  }\n}\n`,
    );
  });

  it('is offered by its own kind alone, too', async () => {
    expect((await offered(['refactor.rewrite'])).map(({ title }) => title)).toEqual([
      "Turn this transition round: from 'b' to 'a'",
      "Put a stage between 'a' and 'b'",
    ]);
  });

  it('is not among quick fixes', async () => {
    expect(await offered(['quickfix'])).toEqual([]);
  });
});
