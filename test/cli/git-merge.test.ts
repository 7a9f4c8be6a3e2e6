import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandFile, pathway, TemporaryFolder } from '../support/command.ts';
import { Repository } from '../support/repository.ts';

const base = `pathway riverside "Riverside support" {
  status current

  stage intake "First contact" {
    enters "Self-referral"
    provider riverside-charity
  }

  stage clinic "Clinic" {
    setting community
    provider riverside-trust
    activity 300 people for 2025/26
    cost £75k actual for 2025/26
    leaves "Discharge"
  }

  transition from intake to clinic {
    criteria "Needs more than advice"
    agreement sharing
  }
}
`;
const cost = base.replace('£75k', '£80k');
const activity = base.replace('300 people', '320 people');
const both = cost.replace('300 people', '320 people');

/** A repository in which somebody on one branch changed one thing, and somebody on another one another. */
async function diverged(here: string, there: string, setUp = true): Promise<Repository> {
  const repository = new Repository();
  repository.commit('Map the pathway', { 'maps/riverside.pathway': base });
  repository.git('switch', '--quiet', '--create', 'costs');
  repository.commit('Say what it costs now', { 'maps/riverside.pathway': there });
  repository.git('switch', '--quiet', 'main');
  repository.commit('Say how many come', { 'maps/riverside.pathway': here });
  if (setUp) await pathway(['git-setup'], repository.folder, process.execPath, repository.env);
  return repository;
}

/** A repository with one file in it, where git is set up. */
async function mapped(text: string): Promise<Repository> {
  const repository = new Repository();
  repository.commit('Map the pathway', { [file]: text });
  await pathway(['git-setup'], repository.folder, process.execPath, repository.env);
  return repository;
}

const file = 'maps/riverside.pathway';

describe('git with two branches that change different facts of one stage', () => {
  it('cannot merge them by itself', async () => {
    using repository = await diverged(activity, cost, false);
    const { code, said } = repository.try('merge', 'costs');
    expect([code, said.includes('CONFLICT')]).toEqual([1, true]);
    expect(repository.read(file)).toContain(
      '<<<<<<< HEAD\n    activity 320 people for 2025/26\n    cost £75k actual for 2025/26\n=======\n    activity 300 people for 2025/26\n    cost £80k actual for 2025/26\n>>>>>>> costs\n',
    );
  });

  it('merges them once it is set up', async () => {
    using repository = await diverged(activity, cost);
    expect(repository.try('merge', 'costs')).toMatchObject({ code: 0 });
    expect(repository.read(file)).toBe(both);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('rebases them', async () => {
    using repository = await diverged(activity, cost);
    expect(repository.try('rebase', 'costs')).toMatchObject({ code: 0 });
    expect(repository.read(file)).toBe(both);
    expect(repository.git('log', '--format=%s')).toBe('Say how many come\nSay what it costs now\nMap the pathway\n');
  });

  it('picks one of them, and takes it back', async () => {
    using repository = await diverged(activity, cost);
    expect(repository.try('cherry-pick', 'costs')).toMatchObject({ code: 0 });
    expect(repository.read(file)).toBe(both);
    expect(repository.try('revert', '--no-edit', 'HEAD~1')).toMatchObject({ code: 0 });
    expect(repository.read(file)).toBe(cost);
  });

  it('merges by itself where this program is gone', async () => {
    using repository = await diverged(activity, base.replace('Self-referral', 'Referral by a GP'));
    for (const key of ['merge.pathway.driver', 'diff.pathway.textconv']) {
      const value = repository.git('config', key).trim();
      repository.git('config', key, value.replaceAll(commandFile, '/nowhere/main.js'));
    }
    expect(repository.try('merge', 'costs')).toMatchObject({ code: 0 });
    expect(repository.read(file)).toBe(activity.replace('Self-referral', 'Referral by a GP'));
    expect(repository.git('diff', 'HEAD~2')).toContain('320 people');
  });
});

describe('git with two branches that change the same fact', () => {
  it('shows that fact, and nothing else, for a person to decide', async () => {
    using repository = await diverged(activity.replace('£75k', '£90k'), cost.replace('charity', 'trust'));
    const { code, said } = repository.try('merge', 'costs');
    expect(code).toBe(1);
    expect(said).toContain(
      'maps/riverside.pathway: cost of stage clinic was changed on both sides.\n    ours: cost £90k actual for 2025/26\n    theirs: cost £80k actual for 2025/26\n',
    );
    expect(repository.read(file)).toMatch(
      /\n {4}activity 320 people for 2025\/26\n<{7} .*\n {4}cost £90k actual for 2025\/26\n={7}\n {4}cost £80k actual for 2025\/26\n>{7} .*\n {4}leaves/,
    );
    expect(repository.read(file)).toContain('provider riverside-trust\n  }\n');
    expect(repository.git('status', '--porcelain')).toBe(`UU ${file}\n`);
  });

  it('shows what was there before, where somebody wants that', async () => {
    using repository = await diverged(base.replace('£75k', '£90k'), cost);
    repository.git('config', 'merge.conflictStyle', 'zdiff3');
    repository.try('merge', 'costs');
    expect(repository.read(file)).toMatch(/\n\|{7} .*\n {4}cost £75k actual for 2025\/26\n={7}\n/);
  });
});

describe('git diff', () => {
  it('names the stage, and not one of its facts, above each change', async () => {
    const notes = [1, 2, 3, 4, 5].map((number) => `    note "${number}"\n`).join('');
    const long = base.replace('    agreement sharing\n', `    agreement sharing\n${notes}`);
    using repository = await mapped(long);
    repository.write(`repository/${file}`, long.replace('"5"', '"Five"').replace('Discharge"', 'Moves on"'));
    const heads = repository.git('diff').match(/^@@.*$/gm);
    expect(heads?.map((line) => line.replace(/^@@.*@@ /, ''))).toEqual([
      'stage clinic "Clinic"',
      'transition from intake to clinic',
    ]);
  });

  it('is silent about layout and the order of facts', async () => {
    using repository = await mapped(base);
    repository.commit('Say how many come', { [file]: activity });
    const untidy = activity
      .replace('    provider riverside-trust\n', '')
      .replace('    leaves', '      provider    riverside-trust\n    leaves')
      .replaceAll('\n', '\r\n');
    repository.write(`repository/${file}`, untidy);
    expect(repository.git('diff')).not.toContain('@@');
    repository.write(`repository/${file}`, untidy.replace('£75k', '£80k'));
    expect(repository.git('diff').match(/^[-+] .*$/gm)).toEqual([
      '-    cost £75k actual for 2025/26',
      '+    cost £80k actual for 2025/26',
    ]);
  });

  it('tells the story of one stage', async () => {
    using repository = await mapped(base);
    repository.commit('Say how many come', { [file]: activity });
    repository.commit('Say what to send', { [file]: activity.replace('agreement sharing', 'send chat') });
    const story = repository.git('log', '--format=%s', '-L', `:clinic:${file}`);
    expect(story).toContain('Say how many come');
    expect(story).not.toContain('Say what to send');
  });
});

describe('git difftool', () => {
  const register = 'organisation trust "The trust"\norganisation charity "The charity"\n';
  const map = (provider: string) => `pathway p "P" {\n  stage a "A" {\n    provider ${provider}\n  }\n}\n`;

  it('says in sentences what has changed in a file, knowing the other files', async () => {
    using repository = await mapped(base);
    repository.commit('More', { 'maps/register.pathway': register, 'maps/p.pathway': map('trust') });
    repository.write('repository/maps/p.pathway', map('charity'));
    const said = repository.git('difftool', '--no-prompt', '--tool=pathway');
    expect(said).toMatch(/Stage 'A': provider was The trust, is now The charity\./);
    expect(said).not.toContain('Unknown name');
    repository.git('commit', '--quiet', '--all', '--message', 'Change');
    expect(repository.git('difftool', '--dir-diff', '--tool=pathway', 'HEAD~1')).toBe(said);
    repository.git('rm', '--quiet', 'maps/p.pathway');
    expect(repository.git('difftool', '--no-prompt', '--cached', '--tool=pathway')).toContain("Pathway 'P'");
  });

  it('says what has come where one side has no pathway file at all', async () => {
    using folder = new TemporaryFolder();
    folder.write('new/p.pathway', map('trust'));
    folder.write('old/README.md', '');
    expect((await pathway(['difftool', 'old', 'new'], folder.path)).out).toContain('1 pathway added (P)');
  });
});

describe('pathway merge', () => {
  const merge = (folder: TemporaryFolder, ...more: readonly string[]) =>
    pathway(['merge', 'base', 'ours', 'theirs', ...more], folder.path);

  it('writes over ours, with the labels and markers that git asks for', async () => {
    using folder = new TemporaryFolder();
    folder.write('base', base);
    const ours = folder.write('ours', base.replace('£75k', '£90k'));
    folder.write('theirs', cost);
    const said = await merge(
      folder,
      '--path',
      'a b.pathway',
      '--marker-size',
      '9',
      '--ours-label',
      'HEAD',
      '--theirs-label',
      '%Y',
    );
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toMatch(/^a b\.pathway: cost of stage clinic/);
    expect(readFileSync(ours, 'utf8')).toMatch(/\n<{9} HEAD\n.*\n={9}\n.*\n>{9} theirs\n/);
  });

  it('merges what it cannot understand line by line, and what is no text byte by byte', async () => {
    using folder = new TemporaryFolder();
    folder.write('base', base);
    const ours = folder.write('ours', activity.replace('status current', 'status'));
    folder.write('theirs', base.replace('"First contact"', '"First"'));
    expect(await merge(folder, '--path', 'a.pathway')).toEqual({
      code: 0,
      out: '',
      err: 'a.pathway: merged line by line, because one version of it cannot be understood in full.\n',
    });
    expect(readFileSync(ours, 'utf8')).toBe(
      activity.replace('status current', 'status').replace('"First contact"', '"First"'),
    );
    const bytes = (text: string) => Buffer.from(text, 'latin1');
    writeFileSync(join(folder.path, 'base'), bytes('a\nb\nc\n'));
    writeFileSync(ours, bytes('a\xe9\nb\nc\n'));
    writeFileSync(join(folder.path, 'theirs'), bytes('a\nb\nc\xff\n'));
    expect((await merge(folder)).code).toBe(0);
    expect(readFileSync(ours)).toEqual(bytes('a\xe9\nb\nc\xff\n'));
  });

  it('says what it cannot read, and leaves ours alone', async () => {
    using folder = new TemporaryFolder();
    const ours = folder.write('ours', 'x');
    folder.write('base', base);
    const { code, err } = await merge(folder);
    expect([code, err.startsWith('theirs cannot be read: ')]).toEqual([2, true]);
    expect(readFileSync(ours, 'utf8')).toBe('x');
  });
});
