import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { TemporaryFolder } from '../support/command.ts';
import { Client } from './client.ts';

/** Short files that refer to each other, so that every change of one is felt in the others. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'register.pathway': [
    'organisation trust is nhs-provider\norganisation icb-one is icb\n',
    'organisation trust is nhs-provider\r\n# icb-one is gone\r\n',
    'organisation trust is nhs-provider {\norganisation icb-one\n',
  ],
  'a.pathway': [
    'pathway a {\n  stage one {\n    provider trust\n    commissioner icb-one\n  }\n  transition from one to two of b\n}\n',
    'pathway a {\n  stage one {\n    provider trst\n  \n  stage more\n}\n',
    'pathway b {\n  stage two\n}\n',
    '',
  ],
  'deep/b.pathway': [
    'pathway b {\n  stage two {\n    provider unknown\n  }\n  uses stage one of a as borrowed\n}\n',
    'pathway b {\n  stage three\n  transition t from three to three { send unknown }\n}\n',
  ],
  'deep/project.pathway': ['project deep\n', '# not a project\n'],
};
const names = Object.keys(versions);

const step = fc.record({
  do: fc.constantFrom('open', 'change', 'close', 'write', 'remove', 'ask', 'cancel'),
  name: fc.constantFrom(...names),
  version: fc.nat(3),
});

const textOf = (name: string, version: number): string => versions[name]![version % versions[name]!.length]!;

class Run {
  readonly folder = new TemporaryFolder();
  readonly client = new Client();
  readonly open = new Map<string, string>();

  uri(name: string): string {
    return URI.file(`${this.folder.path}/${name}`).toString();
  }

  async take({ do: what, name, version }: { do: string; name: string; version: number }): Promise<void> {
    const uri = this.uri(name);
    const text = textOf(name, version);
    const isOpen = this.open.has(name);
    if (what === 'open' && !isOpen) {
      this.open.set(name, text);
      await this.client.open(uri, text);
    } else if (what === 'change' && isOpen) {
      this.open.set(name, text);
      await this.client.change(uri, text);
    } else if (what === 'close' && isOpen) {
      this.open.delete(name);
      await this.client.close(uri);
    } else if (what === 'write' || what === 'remove') {
      if (what === 'write') this.folder.write(name, text);
      else rmSync(`${this.folder.path}/${name}`, { force: true });
      const type = what === 'write' ? 2 : 3;
      await this.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    } else if (what === 'ask' || what === 'cancel') {
      const stop = new CancellationTokenSource();
      const position = { line: 1, character: 2 };
      const asked = this.client.connection.sendRequest(
        'textDocument/completion',
        { textDocument: { uri }, position },
        stop.token,
      );
      if (what === 'cancel') stop.cancel();
      asked.catch(() => undefined);
    }
  }

  /** What the server has told of each file, once it has answered everything. */
  async told(): Promise<unknown> {
    await this.client.request('care-pathways/pathways');
    await this.client.settled();
    return names.map((name) => {
      const diagnostics = this.client.diagnosticsOf(this.uri(name)) ?? [];
      return [
        name,
        diagnostics.map(({ range, code, message }) => ({
          range,
          code,
          message: plain(`${message}`, this.folder.path),
        })),
      ];
    });
  }

  async stop(): Promise<void> {
    await this.client.stop();
    this.folder[Symbol.dispose]();
  }
}

const plain = (message: string, folder: string): string => message.replaceAll(folder, '');

describe('whatever the editor does, in whatever order', () => {
  it('what the server tells is what one started afresh on the same texts tells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const run = new Run();
        for (const name of names) run.folder.write(name, textOf(name, 0));
        await run.client.start(URI.file(run.folder.path).toString());
        for (const one of steps) await run.take(one);
        const fresh = new Client();
        await fresh.start(URI.file(run.folder.path).toString());
        for (const [name, text] of run.open) await fresh.open(run.uri(name), text);
        const again = Object.assign(Object.create(Run.prototype) as Run, { folder: run.folder, client: fresh });
        expect(await run.told()).toEqual(await again.told());
        await fresh.stop();
        await run.stop();
      }),
      { numRuns: 12, seed: 7 },
    );
  }, 180_000);
});
