import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const text = `project small "Small" {
  strictness review
}

pathway p "P" {
  stage a "A" {
    cost £10k for 2024/25
  }
}
`;

describe('pathway report', () => {
  it('writes tables, and takes away those of the report before', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', `${text}specification s "S"\n`);
    expect((await runInMemory(['report', '--format', 'csv', '-o', 'out'], folder.path)).code).toBe(0);
    expect(readdirSync(join(folder.path, 'out'))).toContain('coverage-s.csv');
    folder.write('a.pathway', text);
    await runInMemory(['report', '--format', 'csv', '-o', 'out'], folder.path);
    const files = readdirSync(join(folder.path, 'out'));
    expect(files).not.toContain('coverage-s.csv');
    expect(files).toContain('coverage.csv');
    expect(readFileSync(join(folder.path, 'out/costs.csv'), 'utf8')).toMatch(/^\uFEFF.*\r\nA,2024\/25,/);
  });

  it('writes into no folder that holds anything else, and loses no pathway', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    folder.write('mine/notes', 'mine');
    for (const [output, says] of [
      ['mine', 'The folder mine holds other files, and no report'],
      ['mine/notes', 'mine/notes is a file'],
      ['a.pathway', 'a.pathway is the name of a pathway file'],
    ]) {
      const { code, err } = await runInMemory(['report', '--format', 'csv', '-o', output!], folder.path);
      expect(code).toBe(2);
      expect(err).toContain(says);
    }
    expect(readdirSync(join(folder.path, 'mine'))).toEqual(['notes']);
  });

  it('makes a workbook, also where only the name of the file says so', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    const { code, err } = await runInMemory(['report', '-o', 'report.xlsx'], folder.path);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Written: report\.xlsx \(\d+ kB\), in /) });
    expect(readFileSync(join(folder.path, 'report.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const nowhere = await runInMemory(['report', '--format', 'xlsx'], folder.path);
    expect(nowhere).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Say which file the workbook') });
  });

  it('says what it is: the day it was made, and the day it was looked at', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    const args = ['report', '--format', 'markdown', '--date', '2026-05-01', '--as-of', '2025-12'];
    const { out } = await runInMemory(args, folder.path);
    expect(out).toContain('# Small\n\nMade on 1 May 2026. As on 31 December 2025.');
    const made = JSON.parse((await runInMemory([...args.slice(0, 2), 'json', ...args.slice(3)], folder.path)).out);
    expect([made.made, made.asOf]).toEqual(['2026-05-01', '2025-12-31']);
  });

  it('makes one file with everything, the same bytes each time', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    const one = await runInMemory(['report', '--single-file'], folder.path);
    expect(one.out).toMatch(/^<!doctype html>/);
    expect((await runInMemory(['report', '--single-file'], folder.path)).out).toBe(one.out);
  });

  it('makes what the ending of the name says, and no site that is called a table', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    const written = async (...args: readonly string[]) => runInMemory(['report', ...args], folder.path);
    expect((await written('-o', 'r.html')).code).toBe(0);
    expect(readFileSync(join(folder.path, 'r.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect((await written('-o', 'r.md')).code).toBe(0);
    expect(readFileSync(join(folder.path, 'r.md'), 'utf8')).toMatch(/^# Small\n/);
    for (const args of [[], ['--format', 'csv']]) {
      const { code, err } = await written('-o', 'own.csv', ...args);
      expect(code).toBe(2);
      expect(err).toContain('pathway report --format csv -o own. ');
      expect(err).toContain('pathway report -o own.xlsx');
    }
    expect(readdirSync(folder.path).filter((name) => name.startsWith('own'))).toEqual([]);
  });

  it('gives other programs names that do not change with the number, and days that they can read', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', text);
    const { out } = await runInMemory(['report', '--format', 'json', '--date', '2026-05-01'], folder.path);
    const { made, counts } = JSON.parse(out) as { readonly made: string; readonly counts: readonly { name: string }[] };
    expect(made).toBe('2026-05-01');
    expect(counts.slice(0, 2)).toEqual([
      { name: 'pathways', count: 1, register: 'stages' },
      { name: 'stages', count: 1, register: 'stages' },
    ]);
    expect(counts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['open-questions', 'late-actions', 'errors', 'warnings', 'notes', 'accepted-findings']),
    );
  });

  it('helps whoever asks for what makes no sense', async () => {
    using folder = new TemporaryFolder();
    folder.write('.git/HEAD', '');
    folder.write('one/a.pathway', 'project one');
    folder.write('two/a.pathway', 'project two');
    const failed = async (...args: readonly string[]): Promise<string> => {
      const { code, err } = await runInMemory(['report', ...args], folder.path);
      expect(code).toBe(2);
      return err;
    };
    expect(await failed()).toContain('Say which folder the report is to go to');
    expect(await failed('--format', 'csv', '--single-file', '-o', 'x')).toContain(
      '--single-file goes with --format html',
    );
    expect(await failed('--format', 'json')).toContain(
      'There are 2 projects here. Say which one the report is of:\n  --project one',
    );
    expect(await failed('--format', 'json', '--project', 'thre')).toContain("There is no project 'thre' here");
    expect((await runInMemory(['report', '--format', 'json', '--project', 'two'], folder.path)).code).toBe(0);
  });

  it('tells of a text that it could not read whole', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', `${text}stage {`);
    const { code, err } = await runInMemory(['report', '--format', 'json'], folder.path);
    expect(code).toBe(0);
    expect(err).toBe('The text of a.pathway has errors: the report holds what could be understood.\n');
  });
});
