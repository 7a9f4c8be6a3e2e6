import { describe, expect, it } from 'vitest';
import { pathway, samples, TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

interface Report {
  readonly version: number;
  readonly findings: readonly {
    rule: string;
    severity: string;
    message: string;
    file: string;
    range: { start: { line: number; character: number }; end: { line: number; character: number } };
    pathway?: string;
    element?: string;
    facts: string[];
  }[];
  readonly summary: Record<string, number>;
}

const json = async (args: readonly string[], cwd: string): Promise<Report> =>
  JSON.parse((await runInMemory(['check', ...args, '--format', 'json', '--as-of', '2016-06-30'], cwd)).out) as Report;

describe('pathway check', () => {
  it('gives the samples no error, and counts what it found', async () => {
    const { version, findings, summary } = await json([], samples);
    expect(version).toBe(1);
    expect(findings.map(({ rule }) => rule)).not.toContain('syntax-error');
    expect(findings.map(({ rule }) => rule)).not.toContain('unknown-name');
    expect(summary).toMatchObject({ files: 7, pathways: 4, error: 0 });
    for (const severity of ['error', 'warning', 'info', 'question', 'accepted']) {
      expect(findings.filter((finding) => finding.severity === severity)).toHaveLength(summary[severity]!);
    }
  });

  it('lists every rule by itself in JSON, with its place, pathway, element and facts', async () => {
    const { findings } = await json([], samples);
    const found = findings.filter(
      ({ element, rule }) => element === 'early-help' && /^missing-(activity|cost|provider)$/.test(rule),
    );
    expect(found.map(({ rule, severity, facts }) => [rule, severity, facts]).toSorted()).toEqual([
      ['missing-activity', 'info', ['activity']],
      ['missing-cost', 'info', ['cost']],
      ['missing-provider', 'question', ['provider']],
    ]);
    expect(found[0]).toMatchObject({
      file: 'footprints/black-country.pathway',
      pathway: 'bc-hj',
      range: { start: { line: 53, character: 8 }, end: { line: 53, character: 18 } },
    });
  });

  it('merges the findings of one element in text, and counts open questions beside the rest', async () => {
    const { out, code } = await runInMemory(['check', '--as-of', '2016-06-30'], samples);
    expect(code).toBe(0);
    expect(out).toContain(`
warning: Transition 'identification to planning' has no criteria or information recorded: name them, or write 'unknown'. [missing-criteria, missing-information]
  --> pathways/offender-pd.pathway:37:3
37 |   transition from identification to planning
   |   ^^^^^^^^^^
`);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^7 files, 4 pathways: no errors, \d+ warnings, \d+ notes, \d+ open questions, \d+ accepted, 1 rule off\.$/,
    );
    expect(out).not.toContain('\u001b');
  });

  it('ends with 1 where a finding is as serious as asked, else with 0', async () => {
    expect((await pathway(['check', '--fail-on', 'warning'], samples)).code).toBe(1);
    expect((await pathway(['check', '--fail-on', 'error'], samples)).code).toBe(0);
    expect((await pathway(['check'], samples)).code).toBe(0);
  });

  it('reads the whole project around a file or folder, and speaks of what was asked for', async () => {
    const file = await json(['pathways/offender-pd.pathway'], samples);
    expect(file.summary).toMatchObject({ files: 1, pathways: 1, error: 0 });
    const folder = await json(['.'], `${samples}/pathways`);
    expect(folder.summary).toMatchObject({ files: 2, pathways: 2, error: 0 });
    expect(new Set(folder.findings.map((finding) => finding.file))).toEqual(
      new Set(['offender-pd.pathway', 'yorkshire-humber.pathway']),
    );
  });

  it('says one slip once, and still finds the rest', async () => {
    using folder = new TemporaryFolder();
    folder.copy(samples);
    folder.write('slip.pathway', 'pathway slip {\n  stage a {\n    provider unknown\n\n  stage b {\n  }\n}\n');
    const { findings, summary } = await json([], folder.path);
    expect(summary['error']).toBe(1);
    const found = findings.filter(({ file }) => file === 'slip.pathway');
    expect(found.find(({ severity }) => severity === 'error')).toMatchObject({
      rule: 'syntax-error',
      message: "Stage 'a' (line 2) is not closed: add '}' on a line of its own after this one.",
      range: { start: { line: 2, character: 13 }, end: { line: 2, character: 20 } },
    });
    expect(found.map(({ rule, element }) => `${rule} ${element}`)).toContain('missing-provider b');
  });

  it('keeps projects apart that lie in one folder, and one that lies inside another', async () => {
    using folder = new TemporaryFolder();
    folder.write('a/project.pathway', 'project a\norganisation x\n');
    folder.write('a/p.pathway', 'pathway p { owner x }\n');
    folder.write('a/inner/project.pathway', 'project inner\n');
    folder.write('a/inner/p.pathway', 'pathway p { owner x }\n');
    const { findings, summary } = await json([], folder.path);
    expect(summary).toMatchObject({ files: 4, pathways: 2 });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, file }) => [rule, file])).toEqual([['unknown-name', 'a/inner/p.pathway']]);
  });

  it('reads the folders that a project includes', async () => {
    using folder = new TemporaryFolder();
    folder.write('shared/register.pathway', 'organisation x "Shared body"\n');
    folder.write('mine/project.pathway', 'project mine { include "../shared" }\n');
    folder.write('mine/p.pathway', 'pathway p { owner x }\n');
    const { findings, summary } = await json(['mine'], folder.path);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(summary).toMatchObject({ files: 2, pathways: 1 });
  });

  it('says plainly what it cannot read, and ends with 2', async () => {
    using folder = new TemporaryFolder();
    expect(await pathway(['check', 'nowhere'], folder.path)).toEqual({
      code: 2,
      out: '',
      err: 'There is no file or folder nowhere.\n',
    });
    expect(await pathway(['check'], folder.path)).toMatchObject({
      code: 2,
      err: 'There is no .pathway file at or below this folder.\n',
    });
    folder.write('a.pathway.txt', 'pathway p');
    expect((await pathway(['check'], folder.path)).err).toBe(
      'There is no .pathway file at or below this folder. a.pathway.txt would be one without its last ending: rename it to a.pathway.\n',
    );
    folder.write('notes.txt', 'hello');
    expect((await pathway(['check', 'notes.txt'], folder.path)).err).toBe(
      'notes.txt is not a pathway file: its name does not end in .pathway.\n',
    );
    expect((await pathway(['check', '--format', 'xml'], folder.path)).code).toBe(2);
    expect((await pathway(['check', '--as-of', '2016-13'], folder.path)).err).toContain('months run from 01 to 12');
  });

  it('reads files with a byte order mark and with Windows line ends, and says where things stand in them', async () => {
    using folder = new TemporaryFolder();
    folder.write('w.pathway', '\uFEFFpathway p {\r\n  stage a {\r\n    provider nobody\r\n  }\r\n}\r\n');
    const { findings } = await json([], folder.path);
    expect(findings.find(({ rule }) => rule === 'unknown-name')?.range).toEqual({
      start: { line: 2, character: 13 },
      end: { line: 2, character: 19 },
    });
  });

  it('refuses what is not text', async () => {
    using folder = new TemporaryFolder();
    folder.write('x.pathway', '');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${folder.path}/x.pathway`, Buffer.from([0x70, 0xff, 0xfe, 0x00]));
    const { code, err } = await runInMemory(['check'], folder.path);
    expect(code).toBe(2);
    expect(err).toContain('is not a text file in UTF-8: save it as UTF-8 and try again.');
  });
});
