import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/git.md', root), 'utf8');
const line = /```gitattributes\n(.*)\n```/.exec(page)![1]!;
const expression = /diff\.pathway\.xfuncname "(.*)"/.exec(page)![1]!;
const example = /```diff\n([\s\S]*?)```/.exec(page)![1]!;

const before = `pathway riverside "Riverside support" {
  governance board young-people

  stage intake "First contact" {
    enters "Self-referral"
    provider riverside-charity
  }



  stage clinic "Clinic" {
    setting community
    provider riverside-trust
    commissioner riverside-icb
    cost unknown ask riverside-icb
    activity 300 people for 2025/26
    leaves "Discharge"
  }
}
`;

it('a new project gets the line that the page gives', () => {
  expect(readFileSync(new URL('language/templates/project/gitattributes', root), 'utf8')).toContain(`\n${line}\n`);
});

it('git then says what the page says', () => {
  using folder = new TemporaryFolder();
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', `diff.pathway.xfuncname=${expression}`, '-c', 'core.autocrlf=true', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init');
  folder.write('.gitattributes', `${line}\n`);
  folder.write('riverside.pathway', before);
  git('add', '.');
  folder.write('riverside.pathway', before.replace('cost unknown ask riverside-icb', 'cost £75k actual for 2025/26'));
  expect(git('diff')).toContain(example);
  folder.write('riverside.pathway', before.replaceAll('\n', '\r\n'));
  expect(git('diff')).toBe('');
});
