import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathway, TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const untidy = 'pathway p {\n owner icb\n status   current # agreed\n}\n';
const tidy = 'pathway p {\n  status current  # agreed\n  owner icb\n}\n';
const broken = 'pathway q {\n  owner\n}\n';
const read = (path: string): string => readFileSync(path, 'utf8');

describe('pathway format', () => {
  it('puts files into canonical form, and says which', async () => {
    using folder = new TemporaryFolder();
    const a = folder.write('a.pathway', untidy);
    const b = folder.write('below/b.pathway', tidy);
    const other = folder.write('below/notes.txt', '  not  ours');
    expect(await pathway(['format'], folder.path)).toEqual({
      code: 0,
      out: 'a.pathway  formatted\n\n2 files: 1 formatted, 1 already in canonical form.\n',
      err: '',
    });
    expect([read(a), read(b), read(other)]).toEqual([tidy, tidy, '  not  ours']);
    expect((await pathway(['format'], folder.path)).out).toBe('2 files: 0 formatted, 2 already in canonical form.\n');
  });

  it('takes files and folders, each file once', async () => {
    using folder = new TemporaryFolder();
    folder.write('one/a.pathway', untidy);
    folder.write('one/b.pathway', untidy);
    const c = folder.write('two/c.pathway', untidy);
    const { code, out } = await runInMemory(['format', 'one/b.pathway', 'one'], folder.path);
    expect(code).toBe(0);
    expect(out).toBe(
      'one/b.pathway  formatted\none/a.pathway  formatted\n\n2 files: 2 formatted, 0 already in canonical form.\n',
    );
    expect(read(c)).toBe(untidy);
  });

  it('only lists files with --check, and ends with 1 if there are any', async () => {
    using folder = new TemporaryFolder();
    const a = folder.write('a.pathway', untidy);
    folder.write('b.pathway', tidy);
    expect(await runInMemory(['format', '--check'], folder.path)).toEqual({
      code: 1,
      out: 'a.pathway  is not in canonical form\n\n2 files: 1 to be formatted, 1 already in canonical form.\n',
      err: '',
    });
    expect(read(a)).toBe(untidy);
    expect(await runInMemory(['format', '--check', 'b.pathway'], folder.path)).toEqual({
      code: 0,
      out: '1 file: 0 to be formatted, 1 already in canonical form.\n',
      err: '',
    });
  });

  it('leaves files with mistakes alone, formats the others, and ends with 2', async () => {
    using folder = new TemporaryFolder();
    const wrong = folder.write('a.pathway', broken);
    const right = folder.write('b.pathway', untidy);
    expect(await runInMemory(['format'], folder.path)).toEqual({
      code: 2,
      out: 'b.pathway  formatted\n\n2 files: 1 formatted, 0 already in canonical form, 1 left as it is.\n',
      err: "a.pathway:2:3  left as it is: After 'owner' comes a name, 'unknown', 'none' or 'not-applicable'.\n",
    });
    expect([read(wrong), read(right)]).toEqual([broken, tidy]);
    expect((await runInMemory(['format', '--check'], folder.path)).code).toBe(2);
  });

  it('leaves what is no text in UTF-8 alone', async () => {
    using folder = new TemporaryFolder();
    const path = folder.write('a.pathway', '');
    const latin = Buffer.from('system a "Sant\u00e9"\n\n', 'latin1');
    writeFileSync(path, latin);
    const { code, err } = await pathway(['format'], folder.path);
    expect(code).toBe(2);
    expect(err).toBe('a.pathway  left as it is: it is not a text file in UTF-8. Save it as UTF-8 and try again.\n');
    expect(readFileSync(path)).toEqual(latin);
  });

  it('keeps line ends, the mark at the start, who may read a file, and links', async () => {
    using folder = new TemporaryFolder();
    const path = folder.write('files/a.pathway', `\uFEFF${untidy.replaceAll('\n', '\r\n')}`);
    chmodSync(path, 0o600);
    const link = join(folder.path, 'files/link.pathway');
    symlinkSync(folder.write('elsewhere/b.pathway', untidy), link);
    expect((await runInMemory(['format', 'files'], folder.path)).code).toBe(0);
    expect(read(path)).toBe(`\uFEFF${tidy.replaceAll('\n', '\r\n')}`);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(read(link)).toBe(tidy);
  });

  it('says what it cannot find, and ends with 2', async () => {
    using folder = new TemporaryFolder();
    const text = folder.write('a.txt', '');
    expect(await runInMemory(['format', 'nowhere'], folder.path)).toEqual({
      code: 2,
      out: '',
      err: 'There is no file or folder nowhere.\n',
    });
    expect((await runInMemory(['format', text], folder.path)).err).toBe(
      'a.txt is not a pathway file: its name does not end in .pathway.\n',
    );
    expect((await runInMemory(['format'], folder.path)).err).toBe(
      'There is no .pathway file at or below this folder.\n',
    );
  });

  it('shows its help with an example', async () => {
    const { out } = await runInMemory(['format', '--help'], '.');
    expect(out).toContain('--check');
    expect(out).toContain('Example:\n  pathway format examples --check\n');
  });

  it('finds the examples in canonical form', async () => {
    const root = new URL('../../', import.meta.url).pathname;
    const { code, out } = await runInMemory(['format', '--check', 'examples'], root);
    expect(out).toContain(' 0 to be formatted');
    expect(code).toBe(0);
  });
});
