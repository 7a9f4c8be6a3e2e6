import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TemporaryFolder } from '../support/command.ts';
import { small } from './small.ts';

/** What other people's services run of this repository, tried as far as it can be without them. */

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

function smallFolder(): TemporaryFolder {
  const folder = new TemporaryFolder();
  for (const [name, text] of Object.entries(small)) folder.write(name, text);
  return folder;
}

interface Step {
  readonly name: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

describe('action.yml', () => {
  const action = parse(read('action.yml')) as Action;

  /** Runs its steps as a runner does: each in a shell of its own, with the inputs put into its environment. */
  function runAction(folder: string, inputs: Readonly<Record<string, string>>) {
    const given = {
      ...Object.fromEntries(Object.entries(action.inputs).map(([name, { default: by }]) => [name, by])),
      ...inputs,
    };
    const summary = join(folder, '..', `${folder.split('/').at(-1)}.summary.md`);
    let out = '';
    for (const { env, run } of action.runs.steps) {
      const filled = Object.entries(env).map(([name, value]) => [name, fill(value, given)]);
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, ...Object.fromEntries(filled), GITHUB_STEP_SUMMARY: summary },
        },
      );
      out += stdout;
      if (status !== 0) return { code: status, out, err: stderr, summary: written(summary) };
    }
    return { code: 0, out, err: '', summary: written(summary) };
  }

  function fill(value: string, inputs: Readonly<Record<string, string>>): string {
    return value
      .replace(/\$\{\{ github\.action_path \}\}/, () => root)
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, name: string) => {
        if (inputs[name] === undefined) throw new Error(`There is no input ${name}.`);
        return inputs[name];
      });
  }

  function written(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  }

  it('annotates, writes the summary of the job, and fails where the check fails', () => {
    using folder = smallFolder();
    const { code, out, summary } = runAction(folder.path, {
      'fail-on': 'warning',
      paths: 'p.pathway\nregister.pathway\n',
    });
    expect(code).toBe(1);
    expect(out).toContain('::warning file=p.pathway,line=24,');
    expect(summary).toMatch(/^### Care pathways\n\n2 files, 1 pathway: no errors, 1 warning/);
    expect(summary).toContain('| `p.pathway:24` |');
    expect(runAction(folder.path, {}).code).toBe(0);
  });

  it('takes every input', () => {
    using folder = smallFolder();
    folder.write('p.pathway', small['p.pathway']!.replace(' as of 2026', ''));
    const inputs = {
      rules: 'missing-cost\ndead-end\n',
      'as-of': '2027-01',
      sarif: 'a b.sarif',
      junit: 'found.xml',
      'fail-on': 'never',
    };
    expect(runAction(folder.path, inputs)).toMatchObject({ code: 0, out: expect.stringContaining('1 note') });
    expect(JSON.parse(readFileSync(join(folder.path, 'a b.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(folder.path, 'found.xml'), 'utf8')).toContain('<testsuites');
    folder.write('known.json', '{"version": 1, "findings": []}');
    expect(runAction(folder.path, { baseline: 'known.json' }).code).toBe(1);
    const used = action.runs.steps
      .flatMap(({ env }) => Object.values(env))
      .flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
    expect(used.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  });

  it('says what cannot be checked, and ends with 2', () => {
    using folder = smallFolder();
    const { code, err } = runAction(folder.path, { baseline: 'nowhere.json' });
    expect(code).toBe(2);
    expect(err).toContain('There is no baseline nowhere.json');
  });

  it('runs nothing of what it is given', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
    using folder = smallFolder();
    const nasty = '"; touch pwned; $(touch pwned) `touch pwned`';
    runAction(folder.path, Object.fromEntries(Object.keys(action.inputs).map((input) => [input, nasty])));
    runAction(folder.path, { sarif: nasty, junit: nasty, 'fail-on': 'never' });
    expect(() => readFileSync(join(folder.path, 'pwned'))).toThrow();
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[];

describe('.pre-commit-hooks.yaml', () => {
  /** Runs the script as pre-commit does: that of the checked-out hooks, in the folder of one's own repository. */
  function runHook(
    { entry, pass_filenames: passes = true }: Hook,
    folder: string,
    files: readonly string[],
    args: readonly string[] = [],
  ) {
    const [script = '', ...words] = entry.split(' ');
    return spawnSync(join(root, script), [...words, ...args, ...(passes ? files : [])], {
      cwd: folder,
      encoding: 'utf8',
    });
  }
  const hook = (id: string): Hook => hooks.find((one) => one.id === id)!;

  it('checks the whole repository', () => {
    using folder = smallFolder();
    expect(runHook(hook('pathway-check'), folder.path, ['register.pathway']).status).toBe(0);
    const { status, stdout } = runHook(
      hook('pathway-check'),
      folder.path,
      ['register.pathway'],
      ['--fail-on', 'warning'],
    );
    expect(status).toBe(1);
    expect(stdout).toContain('--> p.pathway:24:9');
  });

  it('lays out the files that are to be committed, and no others', () => {
    using folder = smallFolder();
    folder.write('a.pathway', 'pathway a {\n owner icb\n}\n');
    folder.write('b.pathway', 'pathway b {\n owner icb\n}\n');
    expect(runHook(hook('pathway-format'), folder.path, ['a.pathway']).status).toBe(0);
    expect(readFileSync(join(folder.path, 'a.pathway'), 'utf8')).toContain('\n  owner');
    expect(readFileSync(join(folder.path, 'b.pathway'), 'utf8')).toContain('\n owner');
  });

  it('runs on pathway files, by a script that git keeps executable', () => {
    for (const { files, language, entry } of hooks) {
      expect(['a/b.pathway', 'a.pathway.md'].map((name) => new RegExp(files).test(name))).toEqual([true, false]);
      expect(language).toBe('script');
      const listed = execFileSync('git', ['ls-files', '--stage', entry.split(' ')[0]!], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(listed).toMatch(/^100755 /);
    }
  });
});

describe('docs/ci.md', () => {
  const blocks = [...read('docs/ci.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => parse(text));
  const [workflow, steps, gitlab, review, gitlabReview, preCommit] = blocks;

  it('has examples for GitHub, GitLab and pre-commit', () => {
    expect(blocks).toHaveLength(6);
    expect(workflow.on).toEqual(['push', 'pull_request']);
  });

  it('gives the action what it takes', () => {
    const { inputs } = parse(read('action.yml')) as Action;
    const used = [...workflow.jobs.check.steps, ...steps].filter(({ uses }) => uses.startsWith('your-organisation/'));
    expect(used).toHaveLength(2);
    for (const step of used) for (const name of Object.keys(step.with)) expect(Object.keys(inputs)).toContain(name);
  });

  it('gives reviews what they need', () => {
    expect(review.on).toBe('pull_request');
    expect(review.permissions['pull-requests']).toBe('write');
    expect(review.jobs.review.steps.at(-1).uses).toBe('your-organisation/care-pathways/review@main');
    const script = read('review/comment.mjs');
    for (const name of ['MARKDOWN', 'TOKEN', 'PAGE']) {
      expect(Object.keys(gitlabReview['pathway-review'].variables)).toContain(name);
      expect(script).toContain(`${name}:`);
    }
  });

  it('names hooks that are there', () => {
    const named = preCommit.repos[0].hooks.map(({ id }: { id: string }) => id);
    expect(named.toSorted()).toEqual(hooks.map(({ id }) => id).toSorted());
  });

  it('checks on GitLab, where the copy of this repository is there already', () => {
    using folder = smallFolder();
    folder.write('baseline.json', '{"version": 1, "findings": []}');
    const { variables, script, after_script: after, artifacts } = gitlab.pathways;
    const run = (line: string) =>
      spawnSync('sh', ['-c', line], {
        cwd: folder.path,
        encoding: 'utf8',
        env: { ...process.env, ...variables, CHECKER: root },
      });
    expect(script[0]).toMatch(/^git clone .* "\$CHECKER_REPOSITORY" "\$CHECKER"$/);
    expect(run(script[1]).status).toBe(1);
    expect(run(after[0])).toMatchObject({ status: 0, stdout: expect.stringContaining('dead end') });
    let failures = 0;
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => {
      if (name === 'failure') failures++;
    });
    parser.write(readFileSync(join(folder.path, artifacts.reports.junit), 'utf8')).close();
    expect(failures).toBe(1);
  });
});
