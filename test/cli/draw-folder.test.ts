import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

/** Two projects, each with a pathway `leaving`; and a pathway that is called as a folder is. */
function filled(): TemporaryFolder {
  const folder = new TemporaryFolder();
  folder.write('.git/HEAD', '');
  folder.write('secure/p.pathway', 'project one\npathway leaving "Leaving the home"\n');
  folder.write('town/p.pathway', 'project two\npathway leaving "Leaving town"\npathway secure "Safe at home"\n');
  folder.write('only/p.pathway', 'project three\npathway single "The only one"\n');
  return folder;
}

const title = async (folder: TemporaryFolder, ...words: readonly string[]): Promise<string | undefined> =>
  /<title>([^<]*)/.exec((await runInMemory(['draw', ...words, '--no-stamp'], folder.path)).out)?.[1];

describe('where pathway draw looks', () => {
  it.each([
    [['leaving', 'secure'], 'Leaving the home'],
    [['secure', 'leaving'], 'Leaving the home'],
    [['town/p.pathway', 'leaving'], 'Leaving town'],
    [['only'], 'The only one'],
    [['./secure'], 'Leaving the home'],
    [['secure'], 'Safe at home'],
    [['secure', 'town'], 'Safe at home'],
  ])('%j', async (words, label) => {
    using folder = filled();
    expect(await title(folder, ...words)).toContain(label);
  });

  it('takes the first word for the folder, where the name is that of a folder or a file, too', async () => {
    using folder = filled();
    folder.write('single/notes.txt', 'no pathway');
    folder.write('region/notes.txt', 'no pathway');
    folder.write('p', 'no pathway');
    folder.write('maps/p.pathway', 'project maps\npathway maps "Maps"\n');
    for (const [words, label] of [
      [['.', 'secure'], 'Safe at home'],
      [['only', 'single'], 'The only one'],
      [['single', 'only'], 'The only one'],
      [['maps/p.pathway', 'maps'], 'Maps'],
      [['maps', 'maps'], 'Maps'],
      [['town', 'region'], 'two'],
      [['region', 'town'], 'two'],
    ] as const)
      expect({ words, title: await title(folder, ...words) }).toEqual({ words, title: expect.stringContaining(label) });
    expect((await runInMemory(['draw', 'p', 'maps'], folder.path)).err).toContain("There is no pathway 'p'");
  });

  it.each([
    ['--list', 'town'],
    ['town', '--list'],
    ['secure', 'town', '--list'],
    ['town', 'secure-home', '--list'],
    ['town/p.pathway', '--list'],
  ])('lists what that folder has: %s %s', async (...words) => {
    using folder = filled();
    const { code, out } = await runInMemory(['draw', ...words.filter((word) => word !== undefined)], folder.path);
    expect({ code, lines: out.split('\n').filter((line) => /^\S/.test(line)) }).toEqual({
      code: 0,
      lines: ['region  two (all pathways together)', 'leaving  Leaving town', 'secure  Safe at home'],
    });
  });

  it('lists all where the word is a name, also that of a folder without pathways', async () => {
    using folder = filled();
    folder.write('single/notes.txt', 'no pathway');
    folder.write('empty/notes.txt', 'no pathway');
    const listed = (word: string) => runInMemory(['draw', word, '--list'], folder.path);
    for (const word of ['leaving', 'single']) expect((await listed(word)).out).toContain('single  The only one\n');
    expect((await listed('empty')).err).toBe('There is no .pathway file at or below empty.\n');
  });

  it('lists what a folder has, where that is more than one pathway', async () => {
    using folder = filled();
    const { code, out } = await runInMemory(['draw', 'town'], folder.path);
    expect({ code, first: out.split('\n')[0] }).toEqual({ code: 0, first: 'region  two (all pathways together)' });
    const { code: refused, err } = await runInMemory(['draw', 'town', '-o', 'a.svg'], folder.path);
    expect(refused).toBe(2);
    expect(err).toBe(
      'Say which of these is to be drawn, as in: pathway draw <name> town -o a.svg\nregion  two (all pathways together)\nleaving  Leaving town\nsecure  Safe at home\n',
    );
    expect((await runInMemory(['draw', 'only', '-o', 'a.svg', '--no-stamp'], folder.path)).err).toBe('Drawn: a.svg\n');
    expect(readFileSync(join(folder.path, 'a.svg'), 'utf8')).toContain('The only one');
  });

  it('says the folders of pathways with one name', async () => {
    using folder = filled();
    const { err } = await runInMemory(['draw', 'nowhere'], folder.path);
    expect(err).toContain('  leaving  Leaving the home  (in secure)\n');
    expect(err).toContain('  leaving  Leaving town  (in town)\n');
    expect(err).toContain('  single  The only one\n');
  });
});
