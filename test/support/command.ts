import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The built command line, as it is shipped. */
export const commandFile = join(root, 'out/cli/main.js');

/** The samples of the contract. */
export const samples = join(root, 'test/contract/samples');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a process of its own, by default on the Node that runs the tests. */
export function pathway(
  args: readonly string[],
  cwd: string,
  node = process.execPath,
  env = process.env,
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(node, [commandFile, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
  });
}

/** A folder that is gone after the test, with the given files in it. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'care-pathways-'));

  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  copy(folder: string, name = '.'): void {
    cpSync(folder, join(this.path, name), { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
