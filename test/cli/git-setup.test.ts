import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ended, pathway, TemporaryFolder } from '../support/command.ts';
import { Repository } from '../support/repository.ts';

const setUp = (repository: Repository, words: readonly string[] = [], cwd = repository.folder): Promise<Ended> =>
  pathway(['git-setup', ...words], cwd, process.execPath, repository.env);

const keys = [
  'diff.xfuncname',
  'diff.textconv',
  'diff.cachetextconv',
  'difftool.cmd',
  'merge.name',
  'merge.driver',
].map((key) => key.replace('.', '.pathway.'));

describe('pathway git-setup', () => {
  it('sets git up for one repository, says why, and takes all of it back to the byte', async () => {
    using repository = new Repository();
    const before = repository.read('.git/config');
    const { code, out, err } = await setUp(repository);
    expect([code, err]).toEqual([0, '']);
    for (const key of keys) expect(out).toMatch(new RegExp(`^${key}\\n {2}\\w`, 'm'));
    expect(out).toContain('.git/info/attributes\n');
    expect(out).toContain('\nTake all of it back with: pathway git-setup --undo\n');
    expect(repository.git('check-attr', 'diff', 'merge', '--', 'below/a.pathway')).toBe(
      'below/a.pathway: diff: pathway\nbelow/a.pathway: merge: pathway\n',
    );
    expect(repository.git('status', '--porcelain')).toBe('');
    const config = repository.read('.git/config');
    expect(await setUp(repository)).toEqual({
      code: 0,
      out: 'Git is set up for pathway files already, for this repository. Nothing was changed.\n',
      err: '',
    });
    expect(repository.read('.git/config')).toBe(config);
    const undone = await setUp(repository, ['--undo']);
    expect([undone.code, undone.err]).toEqual([0, '']);
    expect(repository.read('.git/config')).toBe(before);
    expect(repository.read('.git/info/attributes')).toBeUndefined();
    expect((await setUp(repository, ['--undo'])).out).toContain('Nothing was changed.\n');
  });

  it('keeps what stands in the attributes, and decides nothing that somebody has decided', async () => {
    using repository = new Repository();
    const own = '*.md merge=union\n*.pathway merge=binary';
    repository.write('repository/.git/info/attributes', own);
    repository.commit('Line ends', { '.gitattributes': '*.pathway text eol=lf\n' });
    expect((await setUp(repository)).out).toContain('    *.pathway diff=pathway\n');
    expect(repository.read('.git/info/attributes')).toBe(
      `# The next line is by pathway git-setup; pathway git-setup --undo takes both away again.\n*.pathway diff=pathway\n${own}`,
    );
    expect(repository.git('check-attr', 'merge', '--', 'a.pathway')).toBe('a.pathway: merge: binary\n');
    await setUp(repository, ['--undo']);
    expect(repository.read('.git/info/attributes')).toBe(own);
  });

  it('keeps the bytes of attributes that are in no UTF-8, and the link that leads to them', async () => {
    using repository = new Repository();
    const file = join(repository.folder, '.git/info/attributes');
    const own = Buffer.from('caf\xe9/*.txt text\n', 'latin1');
    const target = repository.write('home/attributes', '');
    writeFileSync(target, own);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    if (process.platform !== 'win32') symlinkSync(target, file);
    else writeFileSync(file, own);
    await setUp(repository);
    expect(readFileSync(file).subarray(-own.length)).toEqual(own);
    await setUp(repository, ['--undo']);
    expect(readFileSync(file)).toEqual(own);
    expect(lstatSync(file).isSymbolicLink()).toBe(process.platform !== 'win32');
  });

  it('writes no attributes where the repository has them', async () => {
    using repository = new Repository();
    repository.commit('Attributes', { '.gitattributes': '*.pathway diff=pathway merge=pathway\n' });
    const { out } = await setUp(repository);
    expect(out).toContain('The attributes of pathway files were set already');
    expect(repository.read('.git/info/attributes')).toBeUndefined();
  });

  it('sets git up for all repositories of somebody, and takes that back', async () => {
    using repository = new Repository();
    const home = join(repository.path, 'home');
    const config = join(home, '.gitconfig');
    const before = readFileSync(config, 'utf8');
    const attributes = join(home, '.config/git/attributes');
    // It need not be called in a repository.
    const { code, out } = await setUp(repository, ['--global'], home);
    expect(code).toBe(0);
    expect(out).toContain('for all repositories of yours');
    expect(repository.git('check-attr', 'merge', '--', 'a.pathway')).toBe('a.pathway: merge: pathway\n');
    expect((await setUp(repository)).out).toContain('Git is set up for pathway files already, for this repository.');
    await setUp(repository, ['--global', '--undo'], home);
    expect(readFileSync(config, 'utf8')).toBe(before);
    expect(existsSync(attributes)).toBe(false);
  });

  it('uses the file of attributes that somebody has chosen', async () => {
    using repository = new Repository();
    repository.git('config', '--global', 'core.attributesFile', '~/my attributes');
    const file = repository.write('home/my attributes', '');
    await setUp(repository, ['--global']);
    expect(readFileSync(file, 'utf8')).toContain('*.pathway diff=pathway merge=pathway\n');
    await setUp(repository, ['--global', '--undo']);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('changes nothing with --dry-run, and says what it would', async () => {
    using repository = new Repository();
    const before = repository.read('.git/config');
    const { code, out } = await setUp(repository, ['--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^This would set git up for pathway files, for this repository\.\n/);
    expect(out).toContain('/out/cli/main.js\' textconv "$1"');
    expect(out).toMatch(/\nNothing was changed\.\n$/);
    expect([repository.read('.git/config'), repository.read('.git/info/attributes')]).toEqual([before, undefined]);
    await setUp(repository);
    const set = repository.read('.git/config');
    expect((await setUp(repository, ['--undo', '--dry-run'])).out).toMatch(
      /^This would take back, for this repository:\n/,
    );
    expect(repository.read('.git/config')).toBe(set);
  });

  it("leaves somebody's own settings alone, and says what to do", async () => {
    using repository = new Repository();
    repository.git('config', 'merge.pathway.driver', 'my-merge %A');
    const before = repository.read('.git/config');
    const { code, out, err } = await setUp(repository);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      'Nothing was changed: git has settings for pathway files that are not ours.\n  merge.pathway.driver  my-merge %A\nIf you no longer need them, take them out and run this again:\n  git config --local --unset merge.pathway.driver\n',
    );
    expect(repository.read('.git/config')).toBe(before);
    expect((await setUp(repository, ['--undo'])).out).toContain('merge.pathway.driver is left: it is not ours');
    expect(repository.read('.git/config')).toBe(before);
  });

  it('brings up to date what it set for a program that stood elsewhere', async () => {
    using repository = new Repository();
    await setUp(repository);
    const driver = repository.git('config', 'merge.pathway.driver').trim();
    repository.git(
      'config',
      'merge.pathway.driver',
      driver.replaceAll(process.execPath, "/old/no'de".replace("'", "'\\''")),
    );
    expect((await setUp(repository)).out).toContain('merge.pathway.driver (brought up to date)\n');
    expect(repository.git('config', 'merge.pathway.driver').trim()).toBe(driver);
  });

  it('works in a folder below, in a worktree and in a bare repository', async () => {
    using repository = new Repository();
    repository.commit('One', { 'maps/a.pathway': 'system a\n' });
    repository.git('worktree', 'add', '--quiet', '../tree', '-b', 'tree');
    const tree = join(repository.path, 'tree');
    expect((await setUp(repository, [], join(tree))).code).toBe(0);
    expect(execFileSync('git', ['check-attr', 'merge', 'x.pathway'], { cwd: tree, encoding: 'utf8' })).toContain(
      'pathway',
    );
    expect((await setUp(repository, [], join(repository.folder, 'maps'))).out).toContain('already');
    expect((await setUp(repository, ['--undo'], join(repository.folder, 'maps'))).code).toBe(0);
    expect(repository.read('.git/info/attributes')).toBeUndefined();
    repository.git('clone', '--quiet', '--bare', '.', '../bare');
    expect((await setUp(repository, [], join(repository.path, 'bare'))).code).toBe(0);
    expect(readFileSync(join(repository.path, 'bare/info/attributes'), 'utf8')).toContain('merge=pathway');
  });

  it('says what to do outside of a repository', async () => {
    using folder = new TemporaryFolder();
    expect(await pathway(['git-setup'], folder.path)).toEqual({
      code: 2,
      out: '',
      err: 'This folder is in no git repository. Go to one, or set git up for all of yours with pathway git-setup --global.\n',
    });
  });
});
