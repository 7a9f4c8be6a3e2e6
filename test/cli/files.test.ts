import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandFile, pathway, TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { Repository } from '../support/repository.ts';

const small = 'project p\npathway a {\n  stage b\n}\n';

/** Links, pipes and who may read a file are not so on Windows. */
const onUnix = it.runIf(process.platform !== 'win32');

describe('the file that -o names', () => {
  const exportTo = async (folder: TemporaryFolder, name: string) => {
    folder.write('p/a.pathway', small);
    return runInMemory(['export', 'p', '-o', name], folder.path);
  };

  onUnix('keeps who may read it, and stays behind the link that leads to it', async () => {
    using folder = new TemporaryFolder();
    const secret = folder.write('behind/secret.json', 'old');
    chmodSync(secret, 0o600);
    symlinkSync('behind/secret.json', join(folder.path, 'link.json'));
    symlinkSync('behind/new.json', join(folder.path, 'dangling.json'));
    expect((await exportTo(folder, 'link.json')).err).toBe('Exported: link.json\n');
    expect((await exportTo(folder, 'dangling.json')).err).toBe('Exported: dangling.json\n');
    for (const link of ['link.json', 'dangling.json'])
      expect(lstatSync(join(folder.path, link)).isSymbolicLink()).toBe(true);
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(readFileSync(secret, 'utf8')).toBe(readFileSync(join(folder.path, 'behind/new.json'), 'utf8'));
  });

  onUnix('is written into where it is a pipe, or the output itself', async () => {
    using folder = new TemporaryFolder();
    folder.write('p/a.pathway', small);
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    const reader = spawn('cat', [join(folder.path, 'pipe')], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [got, { err }] = await Promise.all([
      text(reader.stdout),
      pathway(['export', 'p', '-o', 'pipe'], folder.path),
    ]);
    expect([err, JSON.parse(got).format]).toEqual(['Exported: pipe\n', expect.anything()]);
    expect(lstatSync(join(folder.path, 'pipe')).isFIFO()).toBe(true);
    expect((await pathway(['export', 'p', '-o', '/dev/stdout'], folder.path)).out).toBe(got);
  });

  it('is no folder, and no link that leads back to itself', async () => {
    using folder = new TemporaryFolder();
    mkdirSync(join(folder.path, 'there'));
    expect(await exportTo(folder, 'there')).toEqual({
      ...{ code: 2, out: '' },
      err: `${join(folder.path, 'there')} is a folder: give the name of a file.\n`,
    });
    if (process.platform === 'win32') return;
    symlinkSync('round', join(folder.path, 'round'));
    expect((await exportTo(folder, 'round')).err).toContain(
      'cannot be written: it is a link that leads back to itself.',
    );
  });
});

describe('what cannot be read or written', () => {
  onUnix('is no link that leads back to itself, among the files of a folder', async () => {
    using folder = new TemporaryFolder();
    folder.write('p/a.pathway', small);
    folder.write('q/a.pathway', small);
    for (const name of ['round.pathway', 'round']) symlinkSync(name, join(folder.path, 'p', name));
    execFileSync('git', ['init', '--quiet'], { cwd: folder.path });
    expect((await runInMemory(['check', 'p', '--fail-on', 'error'], folder.path)).out).toContain('1 file, 1 pathway');
    expect((await runInMemory(['format', 'p'], folder.path)).out).toContain('1 file: ');
    expect((await runInMemory(['diff', 'p', 'q'], folder.path)).code).toBe(0);
  });

  it.runIf(process.platform === 'linux')('has a name that is not in UTF-8: it says so', async () => {
    using folder = new TemporaryFolder();
    folder.write('p/a.pathway', small);
    writeFileSync(
      Buffer.concat([Buffer.from(`${join(folder.path, 'p')}/caf`), Buffer.of(0xe9), Buffer.from('.pathway')]),
      '',
    );
    expect((await runInMemory(['check', 'p'], folder.path)).err).toMatch(
      /caf\uFFFD\.pathway cannot be read.*: its name is not written in UTF-8\. Rename it and try again\.\n$/,
    );
  });

  it.runIf(process.platform === 'linux')('is said where the disk is full', () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', small);
    const command = `"${process.execPath}" "${commandFile}" export > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder.path, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'The output was cut off: the disk is full.\n']);
  });

  it('is said where git looks for the files in a folder that is not there', async () => {
    using repository = new Repository();
    repository.git('config', 'core.worktree', join(repository.path, 'gone'));
    const { code, err } = await pathway(['diff'], repository.folder, process.execPath, repository.env);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^git looks for the files .*see its setting core\.worktree\.\n$/),
    ]);
  });
});

describe('Ctrl+C while several files are written', () => {
  /** Runs a command that gets the signal as soon as it has put its first file in place. */
  const interrupted = (folder: TemporaryFolder, ...args: readonly string[]) => {
    const program = folder.write(
      'program.mjs',
      `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      fs.renameSync = (...names) => {
        renameSync(...names);
        process.kill(process.pid, 'SIGINT');
      };
      syncBuiltinESMExports();
      process.argv = [process.argv[0], 'pathway', ...${JSON.stringify(args)}];
      await import(${JSON.stringify(pathToFileURL(commandFile).href)});`,
    );
    const { signal } = spawnSync(process.execPath, [program], { cwd: folder.path, encoding: 'utf8' });
    return signal;
  };
  onUnix('brings in all files of a workbook', async () => {
    using folder = new TemporaryFolder();
    folder.write('p/a.pathway', 'project p\npathway a {\n  purpose "Help"\n  stage b\n}\n');
    folder.write('p/r.pathway', 'board main "Main board" {\n  top\n  meets "Monthly"\n}\n');
    await runInMemory(['export', 'p', '--format', 'csv', '-o', 'sheets'], folder.path);
    for (const [name, from, to] of [
      ['Pathways', 'Help', 'More help'],
      ['Boards', 'Monthly', 'Weekly'],
    ] as const) {
      const file = join(folder.path, 'sheets', `${name}.csv`);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    }
    expect(interrupted(folder, 'import', 'sheets', 'p')).toBe('SIGINT');
    expect(readFileSync(join(folder.path, 'p/a.pathway'), 'utf8')).toContain('More help');
    expect(readFileSync(join(folder.path, 'p/r.pathway'), 'utf8')).toContain('Weekly');
  });

  onUnix('makes all of a project, and all sheets of an export', () => {
    using folder = new TemporaryFolder();
    folder.write('t.csv', 'Service,Provider\nHub,Beacon\n');
    expect(interrupted(folder, 'import', 't.csv', '--new', 'made')).toBe('SIGINT');
    for (const name of ['project', 'organisations', 't']) statSync(resolve(folder.path, 'made', `${name}.pathway`));
    expect(interrupted(folder, 'export', 'made', '--format', 'csv', '-o', 'sheets')).toBe('SIGINT');
    for (const name of ['Pathways', 'As exported']) statSync(resolve(folder.path, 'sheets', `${name}.csv`));
  });
});
