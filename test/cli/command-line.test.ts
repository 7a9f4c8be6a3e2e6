import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { commandFile, pathway, samples } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const root = resolve(import.meta.dirname, '../..');

describe('pathway', () => {
  it('says what it can do, each command with an example', async () => {
    const { out, code } = await pathway(['--help'], root);
    expect(code).toBe(0);
    const commands = [
      'check',
      'diff',
      'rules',
      'coverage',
      'report',
      'draw',
      'export',
      'format',
      'git-setup',
      'new',
      'serve',
      'lsp',
    ];
    for (const command of commands) {
      expect(out).toContain(command);
      const help = (await runInMemory([command, '--help'], root)).out;
      expect(help).toMatch(new RegExp(`^Examples?:\n  pathway ${command}`, 'm'));
    }
  });

  it('tells its version, which is the package’s', async () => {
    const { version } = await import('../../package.json', { with: { type: 'json' } }).then((module) => module.default);
    expect((await pathway(['--version'], root)).out).toBe(`${version}\n`);
  });

  it('helps with a misspelt command, and ends with 2', async () => {
    const { code, err } = await pathway(['chek'], root);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean check?');
  });
});

describe('a reader that has seen enough', () => {
  it('ends the command without a word', async () => {
    const child = spawn(process.execPath, [commandFile, 'check', '--format', 'sarif'], { cwd: join(root, 'examples') });
    const [errors, ended] = [text(child.stderr), once(child, 'exit')];
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await errors).toBe('');
    expect(await ended).toEqual([0, null]);
  });
});

describe('on plain Node 20', () => {
  const node = node20();

  it('checks and draws', async () => {
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(/^v20\./);
    expect((await pathway(['check'], samples, node)).out).toContain('7 files, 4 pathways: no errors');
    expect((await pathway(['draw', 'bc-hj'], samples, node)).out).toContain('data-id="stage:sarc-care"');
  });
});

/** A Node 20: the machine's own, or the one that the real editor's tests install. */
function node20(): string {
  const host = join(root, 'test/e2e/host/node_modules/node20/bin/node');
  const candidates = [host, ...(process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'node'))];
  const found = candidates.find(
    (path) => existsSync(path) && /^v20\./.test(execFileSync(path, ['--version'], { encoding: 'utf8' })),
  );
  if (found === undefined)
    throw new Error(`There is no Node 20 to test with: run 'node test/e2e/host/install.ts' first.`);
  return found;
}
