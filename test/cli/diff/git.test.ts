import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TemporaryFolder } from '../../support/command.ts';
import { runInMemory } from '../../support/memory.ts';
import { GitFolder } from './repository.ts';

/** What `pathway diff` makes of repositories as people have them. */

const clinic = (cost: string): string => `pathway clinic "Clinic" {
  stage intake "Intake" {
    cost £${cost} budget for 2025/26
  }
}
`;

/** Two commits, `one` and `two`, of which the second is dearer. */
function dearer(folder = 'maps'): GitFolder {
  const repository = new GitFolder();
  repository.write(`${folder}/clinic.pathway`, clinic('100'));
  repository.commit('one');
  repository.write(`${folder}/clinic.pathway`, clinic('200'));
  repository.commit('two');
  return repository;
}

const diff = (cwd: string, ...words: readonly string[]) => runInMemory(['diff', ...words], cwd);
const sentence = "Stage 'Intake': cost (budget for 2025/26) was £100, is now £200.";

afterEach(() => vi.unstubAllEnvs());

describe('versions', () => {
  it('compares the last commit with the files as they are where nothing is said', async () => {
    using repository = dearer();
    expect((await diff(repository.path)).out).toContain('No change in meaning: the texts are the same.');
    repository.write('maps/clinic.pathway', clinic('300'));
    repository.write('maps/new one.pathway', 'pathway extra "Extra"\n');
    const { out } = await diff(repository.path);
    expect(out).toMatch(/^From the last commit, \d+ March 2026, to the files as they are now\.\n/);
    expect(out).toContain('was £200, is now £300');
    expect(out).toContain("Pathway 'Extra' was added");
  });

  it('takes branches, tags, commits and what git makes of them', async () => {
    using repository = dearer();
    const id = repository.git('rev-parse', 'one').trim();
    for (const words of [['one'], ['HEAD~1', 'HEAD'], [id], [id.slice(0, 8), 'main'], ['one..two'], ['one..']])
      expect((await diff(repository.path, ...words)).out).toContain(sentence);
    expect((await diff(repository.path, 'two', 'one')).out).toContain('cost (budget for 2025/26) was £200');
  });

  it('looks at the project of the current folder, and only at what stands after --', async () => {
    using repository = dearer();
    repository.write('other/p.pathway', 'pathway p "Other"\n');
    repository.write('maps/project.pathway', 'project maps "Maps"\n');
    repository.write('maps/empty/README.md', '');
    for (const folder of ['maps', 'maps/empty']) {
      const { out } = await diff(join(repository.path, folder), 'one');
      expect(out).toContain(sentence);
      expect(out).not.toContain('Other');
    }
    expect((await diff(repository.path, 'one')).out).toContain('Other');
    const limited = await diff(repository.path, 'one', '--', 'maps');
    expect(limited.out).toContain(sentence);
    expect(limited.out).not.toContain('Other');
    expect((await diff(repository.path, '--', 'other')).out).toContain("Pathway 'Other' was added");
    expect((await diff(repository.path, 'one', 'maps/clinic.pathway')).out).toContain(sentence);
  });

  it('finds the project above, as it was: also where its folder or its declaration is new', async () => {
    using repository = new GitFolder();
    repository.write('county/north/p.pathway', 'pathway p "P" {\n  commissioner icb\n}\n');
    repository.write('county/icb.pathway', 'organisation icb "ICB" is icb\n');
    repository.commit('one');
    repository.write('county/project.pathway', 'project county "County"\n');
    repository.commit('two');
    const { out } = await diff(join(repository.path, 'county/north'), 'one', 'two');
    expect(out).not.toContain('icb');
    expect((await diff(repository.path, 'one', 'two')).out).toContain("Project 'County' was added");
  });

  it('says what it does not know, and guesses what was meant', async () => {
    using repository = dearer();
    repository.git('branch', 'feature');
    expect(await diff(repository.path, 'featur')).toEqual({
      code: 2,
      out: '',
      err: "There is no version, file or folder 'featur' here. Did you mean 'feature'?\n",
    });
    for (const word of ['--all', '-n1']) expect(await diff(repository.path, '--', word)).toMatchObject({ code: 2 });
    expect((await diff(repository.path, 'one', 'two', 'three')).err).toContain('Two versions can be compared, not 3');
    expect((await diff(repository.path, 'one', '--', 'nothing-here')).err).toContain('There is no .pathway file');
  });

  it('asks which is meant where a branch is called like a folder', async () => {
    using repository = dearer();
    repository.git('branch', 'maps', 'one');
    const { code, err } = await diff(repository.path, 'maps');
    expect({ code, err }).toEqual({
      code: 2,
      err: "'maps' is a version in git and also a folder: write './maps' for the folder, or put -- after the version, as in 'pathway diff maps --'.\n",
    });
    expect((await diff(repository.path, 'maps', '--')).out).toContain(sentence);
  });

  it('refuses an empty word, which is what a variable gives that is not set', async () => {
    using repository = dearer();
    for (const words of [[''], ['one', ''], ['one', '--', '']])
      expect(await diff(repository.path, ...words, '--exit-code')).toMatchObject({
        code: 2,
        err: expect.stringContaining('is an empty word'),
      });
  });

  it('refuses a folder that somebody names and that has no pathway file', async () => {
    using repository = dearer();
    using beside = new TemporaryFolder();
    mkdirSync(join(beside.path, 'empty'));
    repository.write('empty/README.md', '');
    for (const words of [
      ['maps', 'empty'],
      ['empty', 'maps'],
      ['--', 'empty'],
    ])
      expect(await diff(repository.path, ...words)).toEqual({
        ...{ code: 2, out: '' },
        err: 'There is no .pathway file at or below empty.\n',
      });
    const outside = join(beside.path, 'empty');
    expect((await diff(repository.path, 'one', outside)).err).toBe(
      `There is no .pathway file at or below ${outside}.\n`,
    );
  });

  it('says of a name that marks a single file that it is no version', async () => {
    using repository = dearer();
    repository.git('tag', 'text', 'HEAD:maps/clinic.pathway');
    expect((await diff(repository.path, 'text')).err).toContain("'text' is a name in git, but of no version");
  });

  it('finds what lies behind a link to a folder, and outside the folder all of it', async () => {
    using repository = dearer();
    symlinkSync('maps', join(repository.path, 'linked'));
    repository.commit('link');
    for (const path of ['linked', 'linked/clinic.pathway', 'maps']) {
      const { code, out } = await diff(repository.path, 'one', '--fail-on', 'changed', '--', path);
      expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(sentence) });
      expect((await diff(repository.path, 'HEAD', '--fail-on', 'changed', '--', path)).code).toBe(0);
    }
    vi.stubEnv('GIT_DIR', join(repository.path, '.git'));
    vi.stubEnv('GIT_WORK_TREE', repository.path);
    using elsewhere = new TemporaryFolder();
    expect((await diff(elsewhere.path, 'one')).out).toContain(sentence);
  });
});

describe('copies of a repository', () => {
  it('says of a shallow copy how to fetch the rest', async () => {
    using repository = dearer();
    using elsewhere = new TemporaryFolder();
    const copy = join(elsewhere.path, 'copy');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.path}`, copy], { stdio: 'ignore' });
    expect((await diff(copy)).out).toContain('No change in meaning');
    const { code, err } = await diff(copy, 'HEAD~1');
    expect(code).toBe(2);
    expect(err).toMatch(/^There is no version, file or folder 'HEAD~1' here\. This copy .*--unshallow.*fetch-depth: 0/);
  });

  it('works in a second working tree, and through a link to the folder', async () => {
    using repository = dearer();
    using elsewhere = new TemporaryFolder();
    const tree = join(elsewhere.path, 'tree');
    repository.git('worktree', 'add', '--quiet', tree, 'two');
    expect((await diff(join(tree, 'maps'), 'one')).out).toContain(sentence);
    const link = join(elsewhere.path, 'link');
    symlinkSync(repository.path, link);
    const { out } = await diff(link, 'one');
    expect(out).toContain('--> maps/clinic.pathway:3\n');
  });

  it('leaves out what is ignored and what other repositories hold', async () => {
    using repository = dearer();
    repository.write('.gitignore', 'build/\n');
    repository.write('build/p.pathway', 'pathway p "Built"\n');
    repository.write('inner/p.pathway', 'pathway p "Inner"\n');
    execFileSync('git', ['init', '--quiet', join(repository.path, 'inner')]);
    expect((await diff(repository.path, 'two')).out).toContain('No change in meaning');
  });

  it('says that there is no repository, no git, no commit', async () => {
    using folder = new TemporaryFolder();
    folder.write('p.pathway', 'pathway p "P"\n');
    expect((await diff(folder.path, 'main')).err).toContain('this folder is in no git repository');
    using empty = new GitFolder();
    empty.write('p.pathway', 'pathway p "P"\n');
    expect((await diff(empty.path)).err).toContain('Nothing has been committed in this repository yet');
    vi.stubEnv('PATH', folder.path);
    const { code, err } = await diff(folder.path, 'main');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('git is not installed') });
  });
});

describe('what a repository configures', () => {
  it('runs none of it', async () => {
    using repository = dearer();
    const ran = join(repository.path, '..', `${repository.path.split('/').at(-1)}.ran`);
    const script = repository.write('tool.sh', `#!/bin/sh\ntouch '${ran}'\ncat "$@"\n`);
    execFileSync('chmod', ['+x', script]);
    repository.write('.gitattributes', '*.pathway diff=tool filter=tool\n');
    for (const [key, value] of Object.entries({
      'core.fsmonitor': script,
      'core.pager': script,
      'core.hooksPath': repository.path,
      'diff.external': script,
      'diff.tool.textconv': script,
      'diff.tool.command': script,
      'filter.tool.clean': script,
      'filter.tool.smudge': script,
      'alias.ls-tree': `!${script}`,
      'core.sshCommand': script,
    }))
      repository.git('config', key, value);
    const before = existsSync(ran);
    const { out } = await diff(repository.path, 'one', '--format', 'json');
    expect(out).toContain(sentence);
    expect([before, existsSync(ran)]).toEqual([false, false]);
  });
});

describe('files', () => {
  it('leaves a file that is no text out on both sides, and says so', async () => {
    using repository = dearer();
    writeFileSync(join(repository.path, 'maps/other.pathway'), Buffer.from('pathway other "Caf\xe9"\n', 'latin1'));
    repository.commit('three');
    repository.write('maps/other.pathway', 'pathway other "Café"\n');
    const { code, out } = await diff(repository.path, 'one');
    expect(code).toBe(0);
    expect(out).toContain("Pathway 'Café' was added");
    const since = await diff(repository.path, 'three');
    expect(since.out).toMatch(/In three, \d+ March 2026, maps\/other\.pathway is not a text file in UTF-8\./);
    expect(since.out).toContain('No change in meaning in what could be read.');
    expect(since.out).not.toContain('was added');
  });

  it('follows links to files, and says so of those that lead out of the repository', async () => {
    using repository = dearer();
    symlinkSync('clinic.pathway', join(repository.path, 'maps/link.pathway'));
    symlinkSync('/etc/hostname', join(repository.path, 'maps/out.pathway'));
    repository.commit('links');
    const { out } = await diff(repository.path, 'links');
    expect(out).toContain('maps/out.pathway is a link to something that is not kept in git.');
    expect(out).toContain('No change in meaning in what could be read.');
  });

  it('understands Windows line ends, blanks and other letters in names', async () => {
    using repository = dearer('Karten für Ärzte');
    repository.write('Karten für Ärzte/clinic.pathway', clinic('200').replaceAll('\n', '\r\n'));
    const { out } = await diff(repository.path, 'two');
    expect(out).toContain('No change in meaning: 1 file is laid out, ordered or commented differently.');
    expect((await diff(repository.path, 'one', 'two')).out).toContain('--> Karten für Ärzte/clinic.pathway:3\n');
  });

  it('reads folders that projects include from the same version', async () => {
    using repository = new GitFolder();
    repository.write('maps/project.pathway', 'project maps "Maps" {\n  include "../shared"\n}\n');
    repository.write('maps/p.pathway', 'pathway p "P" {\n  commissioner icb\n}\n');
    repository.write('shared/register.pathway', 'organisation icb "ICB" is icb\n');
    repository.commit('one');
    repository.write('shared/register.pathway', '# Nobody.\n');
    const { out } = await diff(join(repository.path, 'maps'), 'one');
    expect(out).toContain("Organisation 'ICB' was removed");
    expect(out).toContain('shared/register.pathway:1 (before)');
  });
});

describe('files and folders', () => {
  it('compares two folders, two files, and a folder with a version', async () => {
    using repository = dearer();
    using elsewhere = new TemporaryFolder();
    elsewhere.write('old/clinic.pathway', clinic('100'));
    elsewhere.write('new/clinic.pathway', clinic('200'));
    elsewhere.write('new/plan.pathway', 'pathway plan "Plan"\n');
    const folders = await diff(elsewhere.path, 'old', 'new');
    expect(folders.out).toContain(sentence);
    expect(folders.out).toContain("Pathway 'Plan' was added");
    const files = await diff(elsewhere.path, 'old/clinic.pathway', 'new/clinic.pathway');
    expect(files.out).toContain(sentence);
    expect(files.out).toContain('  --> new/clinic.pathway:3 (before: old/clinic.pathway:3)\n');
    expect(files.out).not.toContain('Plan');
    const folder = join(elsewhere.path, 'old');
    expect((await diff(join(repository.path, 'maps'), folder, 'two')).out).toContain(sentence);
    expect((await diff(join(repository.path, 'maps'), folder)).out).toContain(sentence);
  });

  it('compares two files of one project by themselves', async () => {
    using folder = new TemporaryFolder();
    folder.write('register.pathway', 'project p "P"\norganisation icb "ICB" is icb\n');
    folder.write('a.pathway', clinic('100').replace('{\n', '{\n  commissioner icb\n'));
    folder.write('b.pathway', clinic('200').replace('{\n', '{\n  commissioner icb\n'));
    const { out } = await diff(folder.path, 'a.pathway', 'b.pathway');
    expect(out).toContain(sentence);
    expect(out).not.toContain('not known');
  });

  it('takes what git difftool gives for a side without the file', async () => {
    using folder = new TemporaryFolder();
    folder.write('clinic.pathway', clinic('100'));
    expect((await diff(folder.path, '/dev/null', 'clinic.pathway')).out).toContain("Pathway 'Clinic' was added");
    expect((await diff(folder.path, 'clinic.pathway', '/dev/null')).out).toContain("Pathway 'Clinic' was removed");
  });

  it('refuses what cannot be compared, and says why', async () => {
    using folder = new TemporaryFolder();
    folder.write('a/p.pathway', 'pathway p "P"\n');
    mkdirSync(join(folder.path, 'b'));
    expect((await diff(folder.path, 'a', 'b/p.pathway')).err).toBe('There is no file or folder b/p.pathway.\n');
    expect((await diff(folder.path, 'a', 'a/p.pathway')).err).toBe(
      'a is a folder and a/p.pathway a file: name two folders, or two files.\n',
    );
    expect((await diff(folder.path, 'b', 'b')).err).toContain('There is no .pathway file');
  });
});
