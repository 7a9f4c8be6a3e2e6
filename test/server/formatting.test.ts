import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

const uri = 'untitled:Untitled-1';
let client: Client;

beforeEach(async () => {
  client = new Client();
  await client.start(undefined);
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const applied = (text: string, edits: TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(uri, 'pathway', 1, text), edits);
const options = { tabSize: 2, insertSpaces: true };

const untidy = 'pathway p {\n  stage a {\n      cost £5k for 2014/15\n  provider   none because "x" # why\n  }\n}\n';

describe('formatting', () => {
  it('puts a text into its canonical form', async () => {
    await client.open(uri, untidy);
    const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
    expect(applied(untidy, edits)).toBe(
      'pathway p {\n  stage a {\n    provider none because "x"  # why\n    cost £5k for 2014/15\n  }\n}\n',
    );
  });

  it('touches only the lines that were chosen, and moves none', async () => {
    await client.open(uri, untidy);
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri },
      range,
      options,
    });
    expect(applied(untidy, edits)).toBe(untidy.replace('      cost', '    cost'));
  });

  it('puts a closing brace under the line that opened its block as it is typed', async () => {
    const text = 'pathway p {\n  stage a {\n    provider none\n    }\n}\n';
    await client.open(uri, text);
    const edits = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri },
      position: { line: 3, character: 5 },
      ch: '}',
      options,
    });
    expect(applied(text, edits)).toBe(text.replace('    }', '  }'));
  });

  it('leaves a text with errors as it is', async () => {
    await client.open(uri, untidy.replace('provider', 'providr'));
    expect(await client.request('textDocument/formatting', { textDocument: { uri }, options })).toEqual([]);
  });
});
