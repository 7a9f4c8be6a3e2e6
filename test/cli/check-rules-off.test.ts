import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { small } from './small.ts';

/** The small map, whose project turns off two rules; the other lines turn off nothing that would run. */
function quietFolder(pathwayText = small['p.pathway']!): TemporaryFolder {
  const folder = new TemporaryFolder();
  const settings = [
    'rule dead-end off because "Aftercare | is mapped later"',
    'rule missing-cost off',
    'rule missing-voice off because "Off by itself"',
    'rule missing-setting off because "Taken back below"',
    'rule missing-setting warning',
    'rule mising-lead off because "No rule is called so"',
  ];
  const project = `project small "Small map" {\n${settings.map((line) => `  ${line}\n`).join('')}}`;
  folder.write('register.pathway', small['register.pathway']!.replace('project small "Small map"', project));
  folder.write('p.pathway', pathwayText);
  return folder;
}

const check = (folder: TemporaryFolder, ...args: readonly string[]) => runInMemory(['check', ...args], folder.path);

describe('rules that the project turned off', () => {
  it('are counted in the last line, whatever is asked for', async () => {
    using folder = quietFolder();
    expect((await check(folder)).out).toMatch(/ 2 open questions, 0 accepted, 2 rules off\.\n$/);
    expect((await check(folder, '--rule', 'dead-end', 'p.pathway')).out).toMatch(/ 0 accepted, 2 rules off\.\n$/);
    expect((await check(folder, '--write-baseline', 'known.json')).out).toContain(' 0 accepted, 2 rules off.\n');
  });

  it('count where strictness would turn them on', async () => {
    using folder = quietFolder();
    folder.write(
      'register.pathway',
      small['register.pathway']!.replace(
        ' "Small map"',
        ' {\n  strictness assure\n  rule missing-voice off because "Later"\n}',
      ),
    );
    expect((await check(folder)).out).toMatch(/ 1 accepted, 1 rule off\.\n$/);
  });

  it('are listed with their reasons beside what is accepted', async () => {
    using folder = quietFolder();
    expect((await check(folder, '--accepted')).out).toMatch(
      /^Nothing is accepted\.\n\nTurned off \(2 rules\)\n {2}- 'dead-end' in project 'small', because "Aftercare \| is mapped later"\.\n {4}--> register\.pathway:2:\d+\n {2}- 'missing-cost' in project 'small', with no reason given\.\n {4}--> register\.pathway:3:\d+\n\n/,
    );
    expect((await check(folder, '--questions')).out).not.toContain('Turned off');
  });

  it('stand in a table of their own in Markdown', async () => {
    using folder = quietFolder();
    const { out } = await check(folder, '--accepted', '--format', 'markdown');
    expect(out).toContain('2 rules off.');
    expect(out).toContain(
      '| Rule turned off | Project | Why | Where |\n|---|---|---|---|\n| `dead-end` | `small` | because "Aftercare \\| is mapped later" | `register.pathway:2` |\n',
    );
  });

  it('are told of in JSON, beside all findings or what is accepted', async () => {
    using folder = quietFolder();
    const json = async (...args: readonly string[]) =>
      JSON.parse((await check(folder, '--format', 'json', ...args)).out);
    for (const told of [await json(), await json('--accepted')]) {
      expect(told.summary.rulesOff).toBe(2);
      expect(told.rulesOff).toMatchObject([
        {
          rule: 'dead-end',
          project: 'small',
          because: 'Aftercare | is mapped later',
          file: 'register.pathway',
          range: { start: { line: 1 } },
        },
        { rule: 'missing-cost', project: 'small', file: 'register.pathway' },
      ]);
    }
    const questions = await json('--questions');
    expect([questions.rulesOff, questions.summary.rulesOff]).toEqual([undefined, 2]);
  });

  it('show nothing in their reasons that looks like data about a person', async () => {
    using folder = quietFolder();
    folder.write(
      'register.pathway',
      small['register.pathway']!.replace(' "Small map"', ' {\n  rule dead-end off because "Ask about 943 476 5919"\n}'),
    );
    const { out } = await check(folder, '--accepted');
    expect(out).toContain("'dead-end' in project 'small', because");
    expect(out).not.toContain('943 476 5919');
  });
});

it('an acceptance that gives no reason is listed as one', async () => {
  using folder = new TemporaryFolder();
  folder.write('register.pathway', small['register.pathway']!);
  folder.write(
    'p.pathway',
    small['p.pathway']!.replace(
      'accept missing-cost because "Paid for as a whole" by icb',
      'accept missing-cost by icb',
    ),
  );
  expect((await check(folder, '--accepted')).out).toContain(
    "[missing-cost] Accepted, with no reason given, by 'icb', until 2026-12.\n",
  );
});
