import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pathway } from '../support/command.ts';
import { Repository } from '../support/repository.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/git.md', root), 'utf8');
const line = /```gitattributes\n(.*)\n```/.exec(page)![1]!;

/** What the page shows between two marks of the given kind, by the words that it starts with. */
function shown(kind: string, start: string): string {
  const block = [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].find(
    ([, language, text]) => language === kind && text!.startsWith(start),
  );
  return block![2]!;
}

const file = 'riverside.pathway';
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
    activity 300 people for 2025/26
    cost unknown ask riverside-icb
    leaves "Discharge"
  }
}
`;
const after = before.replace('300 people', '320 people');

/** A repository as the page tells people to have it, and what its setting up said. */
async function asOnThePage(): Promise<{ repository: Repository; said: string }> {
  const repository = new Repository();
  repository.commit('Map', { '.gitattributes': `${line}\n`, [file]: before });
  const { out } = await pathway(['git-setup'], repository.folder, process.execPath, repository.env);
  return { repository, said: out };
}

it('a new project gets the line that the page gives', () => {
  expect(readFileSync(new URL('language/templates/project/gitattributes', root), 'utf8')).toContain(`\n${line}\n`);
});

it('setting git up says what the page says', async () => {
  const { repository, said } = await asOnThePage();
  using _ = repository;
  expect(`$ pathway git-setup\n${said}`).toBe(shown('', '$ pathway git-setup'));
});

it('git diff then shows what the page shows, and no line ends', async () => {
  const { repository } = await asOnThePage();
  using _ = repository;
  repository.write(`repository/${file}`, after);
  expect(repository.git('diff')).toContain(shown('diff', '@@'));
  repository.write(`repository/${file}`, before.replaceAll('\n', '\r\n'));
  expect(repository.git('-c', 'core.autocrlf=true', '-c', 'core.safecrlf=false', 'diff')).toBe('');
});

it('a conflict is shown as on the page', async () => {
  const { repository } = await asOnThePage();
  using _ = repository;
  const cost = (text: string, money: string) =>
    text.replace('cost unknown ask riverside-icb', `cost ${money} actual for 2025/26`);
  repository.git('switch', '--quiet', '--create', 'costs');
  repository.commit('The cost', { [file]: cost(before, '£75k') });
  repository.git('switch', '--quiet', 'main');
  repository.commit('Cost and activity', { [file]: cost(after, '£80k') });
  const { said } = repository.try('merge', 'costs');
  for (const line of shown('', 'riverside.pathway:').trimEnd().split('\n')) expect(said).toContain(`${line}\n`);
  // Newer versions of git say what the two sides are called.
  const text = repository
    .read(file)!
    .replace(/^<{7} .*$/m, '<<<<<<< ours')
    .replace(/^>{7} .*$/m, '>>>>>>> theirs');
  expect(text).toContain(shown('pathway', '    activity'));
});
