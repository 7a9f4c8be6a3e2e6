import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/cli/terminal/progress.ts';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const text = `project small "Small" {
  strictness review
}
pathway p "Long \u001b[2J name" {
  stage a "A"
}
`;

/** What the progress says of sixty things. */
function told(world: { readonly errWidth?: number }, quiet = false): string {
  let said = '';
  const err = (one: string): void => {
    said += one;
  };
  const io = { cwd: '', terminal: false, colour: false, today: () => '', out: () => {}, err, ...world };
  const progress = progressOf(io, quiet);
  progress.tell('Reading');
  for (let number = 1; number <= 60; number += 1) progress.count('Drawing', number, 60, 'x'.repeat(100 - number));
  progress.end();
  return said;
}

describe('how far a report is', () => {
  it('stands on one line of a terminal, whatever it says, and is gone at the end', () => {
    const said = told({ errWidth: 60 });
    expect(said).not.toContain('\n');
    const lines = said.split('\r').slice(1);
    expect(lines[0]).toBe('Reading …');
    expect(lines[1]).toMatch(/^Drawing 1 of 60: x+…$/);
    for (const line of lines) expect(line.length).toBeLessThan(60);
    // Each is as long as what stood there before, so that nothing of it stays.
    for (const [at, line] of lines.slice(1, -1).entries())
      expect(line.length).toBeGreaterThanOrEqual(lines[at]!.trimEnd().length);
    expect(lines.at(-2)!.trim()).toBe('');
    expect(lines.at(-1)).toBe('');
  });

  it('is told now and then in a log, and never to who is quiet', () => {
    expect(told({})).toBe('Drawing: 25 of 60\nDrawing: 50 of 60\n');
    expect(told({ errWidth: 80 }, true)).toBe('');
    expect(told({}, true)).toBe('');
  });

  it('names what is drawn, without what a terminal would obey', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    const { err, out } = await runInMemory(['report', '--single-file'], folder.path, { errWidth: 80 });
    expect(err).toContain('\rDrawing 1 of 1: Long \uFFFD[2J name …');
    expect(err).not.toContain('\u001b');
    expect(err.endsWith('\r')).toBe(true);
    expect(out).toMatch(/^<!doctype html>/);
  });

  it('is not told with --quiet, nor what was written; what is wrong is', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    const args = ['report', '--format', 'csv', '-o', 'out', '--quiet'];
    expect(await runInMemory(args, folder.path, { errWidth: 80 })).toEqual({ code: 0, out: '', err: '' });
    folder.write('a.pathway', `${text}stage {`);
    expect((await runInMemory(args, folder.path)).err).toContain('has errors');
  });
});

it('Ctrl+C while a report is written ends the command when it is whole', () => {
  using folder = new TemporaryFolder();
  const module = (name: string): string => pathToFileURL(resolve(import.meta.dirname, '../../src/cli', name)).href;
  const program = `
    import { undivided } from ${JSON.stringify(module('files.ts'))};
    import { writeFolder } from ${JSON.stringify(module('report/folder.ts'))};
    const files = new Map([['index.html', 'a'], ['report.css', 'b'], ['register-gaps.html', 'c']]);
    const interrupting = { get size() { return files.size; }, has: (name) => files.has(name), keys: () => files.keys(),
      *[Symbol.iterator]() { for (const file of files) { process.kill(process.pid, 'SIGINT'); yield file; } } };
    await undivided(() => writeFolder('out', interrupting, { cwd: '.' }));
    console.log('never said');
  `;
  const file = folder.write('program.mjs', program);
  const { signal, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder.path, encoding: 'utf8' });
  expect({ signal, stdout, stderr }).toEqual({ signal: 'SIGINT', stdout: '', stderr: '' });
  expect(existsSync(join(folder.path, 'out'))).toBe(true);
  expect(readdirSync(join(folder.path, 'out')).toSorted()).toEqual([
    ...['.pathway-report.json', 'index.html', 'register-gaps.html', 'report.css'],
  ]);
  expect(readFileSync(join(folder.path, 'out/register-gaps.html'), 'utf8')).toBe('c');
});
