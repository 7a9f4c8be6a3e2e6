import { readFileSync } from 'node:fs';
import { type Schema, Validator } from 'jsonschema';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/rules/registry.ts';
import { pathway, samples, TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { small } from './small.ts';

const nasty = `${'line'}<&>"'|%:,\u0007`;

/** The small map with a label that every format has to escape, in a file whose name has to be, too. */
function nastyFolder(): TemporaryFolder {
  const folder = new TemporaryFolder();
  for (const [name, text] of Object.entries(small)) folder.write(name, text);
  folder.write('50% of, a: b.pathway', 'pathway q {\n  owner nobody\n}\n');
  return folder;
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { id: string; help?: { markdown: string } }[] } };
      readonly columnKind: string;
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly kind: string;
        readonly level: string;
        readonly suppressions?: readonly { justification: string }[];
        readonly baselineState?: string;
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
            readonly region: Readonly<Record<string, number>>;
          };
        }[];
      }[];
    },
  ];
}

const schema = JSON.parse(
  readFileSync(new URL('../contract/sarif/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
) as Schema;

const sarifErrors = (log: unknown): readonly string[] =>
  new Validator().validate(log, schema).errors.map((error) => error.toString());

describe('SARIF', () => {
  const sarif = async (folder: string, ...args: readonly string[]): Promise<Log> =>
    JSON.parse((await runInMemory(['check', '--format', 'sarif', ...args], folder)).out) as Log;

  it('is valid against its schema, which would say so if it were not', async () => {
    using folder = nastyFolder();
    const log = await sarif(folder.path);
    expect(sarifErrors(log)).toEqual([]);
    const [run] = log.runs;
    expect(sarifErrors({ ...log, runs: [{ ...run, columnKind: 'bytes' }] })).not.toEqual([]);
    expect(
      sarifErrors({ ...log, runs: [{ ...run, results: [{ ...run.results[0], level: 'question' }] }] }),
    ).not.toEqual([]);
  });

  it('is valid for the samples, as it is shipped', async () => {
    const { out, code } = await pathway(['check', '--format', 'sarif'], samples);
    expect(code).toBe(0);
    expect(sarifErrors(JSON.parse(out))).toEqual([]);
  });

  it('has each rule with its page, and each result leads to its rule', async () => {
    using folder = nastyFolder();
    const [{ tool, results }] = (await sarif(folder.path)).runs;
    const { rules } = tool.driver;
    expect(rules.slice(0, allRules.length).map(({ id }) => id)).toEqual(allRules.map(({ name }) => name));
    for (const rule of rules.slice(0, allRules.length)) expect(rule.help?.markdown).toContain('## How to fix');
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('tells findings, open questions and accepted findings apart', async () => {
    using folder = nastyFolder();
    const [{ results }] = (await sarif(folder.path, 'p.pathway')).runs;
    expect(
      results.map(({ ruleId, kind, level, suppressions }) => [ruleId, kind, level, suppressions?.[0]?.justification]),
    ).toEqual([
      ['open-question', 'review', 'none', undefined],
      ['missing-cost', 'review', 'none', undefined],
      ['missing-cost', 'fail', 'note', 'because "Paid for as a whole", by \'icb\', until 2026-12'],
      ['dead-end', 'fail', 'warning', undefined],
    ]);
  });

  it('says where in UTF-16 units from 1, in files by their way from the folder', async () => {
    using folder = nastyFolder();
    folder.write('p.pathway', small['p.pathway']!.replace('stage aftercare', '/* 😀 */ stage aftercare'));
    const [{ results, columnKind }] = (await sarif(folder.path)).runs;
    expect(columnKind).toBe('utf16CodeUnits');
    const unknown = results.find(({ ruleId }) => ruleId === 'unknown-name')!.locations[0]!.physicalLocation;
    expect(unknown.artifactLocation).toEqual({ uri: '50%25%20of%2C%20a%3A%20b.pathway', uriBaseId: 'ROOT' });
    expect(unknown.region).toEqual({ startLine: 2, startColumn: 9, endLine: 2, endColumn: 15 });
  });

  it('compares with a baseline', async () => {
    using folder = nastyFolder();
    await runInMemory(['check', '--write-baseline', 'known.json'], folder.path);
    const log = await sarif(folder.path, '--baseline', 'known.json');
    expect(sarifErrors(log)).toEqual([]);
    const states = Object.fromEntries(log.runs[0].results.map(({ ruleId, baselineState }) => [ruleId, baselineState]));
    expect(states).toMatchObject({ 'dead-end': 'unchanged', 'unknown-name': 'new', 'open-question': 'new' });
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elementsOf(xml: string): readonly Element[] {
  const found: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }));
  parser.write(xml).close();
  return found;
}

describe('JUnit', () => {
  const junit = async (folder: string, ...args: readonly string[]): Promise<readonly Element[]> =>
    elementsOf((await runInMemory(['check', '--format', 'junit', ...args], folder)).out);

  it('is a suite for each file, with what fails the check as failures and the rest skipped', async () => {
    using folder = nastyFolder();
    const elements = await junit(folder.path, '--fail-on', 'warning');
    const suites = elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes);
    expect(suites).toEqual([
      expect.objectContaining({ name: '50% of, a: b.pathway' }),
      { name: 'p.pathway', tests: '4', failures: '1', errors: '0', skipped: '3' },
      { name: 'register.pathway', tests: '1', failures: '0', errors: '0', skipped: '0' },
    ]);
    const sum = (key: string): number => suites.reduce((total, suite) => total + Number(suite[key]), 0);
    const counts = { tests: sum('tests'), failures: sum('failures'), skipped: sum('skipped') };
    expect(elements[0]!.attributes).toMatchObject(
      Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, String(value)])),
    );
    for (const [name, key] of [
      ['failure', 'failures'],
      ['skipped', 'skipped'],
      ['testcase', 'tests'],
    ] as const) {
      expect(elements.filter((element) => element.name === name)).toHaveLength(counts[key]);
    }
    const names = elements
      .filter(({ name }) => name === 'testcase')
      .map(({ attributes: a }) => `${a['file']} ${a['name']}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('escapes whatever a text holds', async () => {
    using folder = nastyFolder();
    folder.write(
      'p.pathway',
      small['p.pathway']!.replace('"Paid for as a whole"', '"a"').replace(
        '    cost unknown',
        `    cost unknown because "${nasty.replace('"', '')}\uD800"`,
      ),
    );
    folder.write('<&>.pathway', 'pathway w {\n  owner a<&b>\n}\n');
    const elements = await junit(folder.path);
    expect(elements.some(({ attributes }) => attributes['name'] === '<&>.pathway')).toBe(true);
    expect(elements.filter(({ name }) => name === 'failure').length).toBeGreaterThan(0);
  });

  it('is well-formed for the samples, as it is shipped', async () => {
    const { out } = await pathway(['check', '--format', 'junit', '--fail-on', 'info'], samples);
    expect(elementsOf(out).filter(({ name }) => name === 'testsuite')).toHaveLength(7);
  });
});

describe('commands of GitHub’s workflows', () => {
  it('are one note for each element, escaped, then the summary', async () => {
    using folder = nastyFolder();
    const { out, code } = await runInMemory(['check', '--format', 'github', '--rule', 'dead-end'], folder.path);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(
        /^::error file=50%25 of%2C a%3A b\.pathway,line=2,endLine=2,col=9,endColumn=15,title=unknown-name::.*'nobody'/,
      ),
      "::warning file=p.pathway,line=24,endLine=24,col=9,endColumn=18,title=dead-end::'aftercare' is a dead end: say where people go next with a transition, or write 'leaves'.",
      expect.stringMatching(/^3 files, 2 pathways: 1 error, 1 warning/),
    ]);
  });
});

describe('Markdown', () => {
  it('is the summary and a table in which no text becomes markup', async () => {
    using folder = nastyFolder();
    folder.write('a|`b.pathway', 'pathway w {\n  owner nobody\n  organisation_x <b>|*@you*\n}\n');
    const { out } = await runInMemory(['check', '--format', 'markdown'], folder.path);
    expect(out).toMatch(/^### Care pathways\n\n4 files, 3 pathways: /);
    const rows = out.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(5);
    expect(out).not.toMatch(/<b>|[^\\]\*@|@you/);
    expect(out).toContain("| ⚠️ warning | `p.pathway:24` | 'aftercare' is a dead end");
  });

  it('lists open questions and accepted findings', async () => {
    using folder = nastyFolder();
    const { out } = await runInMemory(
      ['check', 'p.pathway', '--format', 'markdown', '--questions', '--accepted'],
      folder.path,
    );
    expect(out).toContain("| `icb` | 'ages' of pathway 'p' | 2026-09 | Being agreed | `p.pathway:9` |");
    expect(out).toContain(
      'because "Paid for as a whole", by \'icb\', until 2026-12 | `missing-cost` | `p.pathway:18` |',
    );
    expect(out).not.toContain('dead end');
  });

  it('has room in a comment, and says what is left out', async () => {
    using folder = nastyFolder();
    const many = Array.from({ length: 900 }, (_, index) => `  stage s-${index} {\n  }\n`).join('');
    folder.write('many.pathway', `pathway many {\n${many}}\n`);
    const { out } = await runInMemory(['check', 'many.pathway', '--format', 'markdown'], folder.path);
    expect(out.length).toBeLessThan(65_536);
    expect(out).toMatch(/\nThere are \d+ more: run `pathway check` to see all\.\n$/);
  });
});

describe('formats', () => {
  it('say which of them can list questions only', async () => {
    using folder = nastyFolder();
    expect(await runInMemory(['check', '--questions', '--format', 'sarif'], folder.path)).toMatchObject({
      code: 2,
      err: '--questions goes with --format text, json or markdown, not with sarif.\n',
    });
  });

  it('give in JSON what an open question asks and who accepted a finding', async () => {
    using folder = nastyFolder();
    const { out } = await runInMemory(
      ['check', 'p.pathway', '--format', 'json', '--questions', '--accepted'],
      folder.path,
    );
    const { findings } = JSON.parse(out) as { findings: readonly Record<string, unknown>[] };
    expect(findings.map(({ severity, question, acceptance }) => ({ severity, question, acceptance }))).toEqual([
      { severity: 'question', question: { ask: 'icb', by: '2026-09', because: 'Being agreed' } },
      { severity: 'question', question: {} },
      { severity: 'accepted', acceptance: { because: 'Paid for as a whole', by: 'icb', until: '2026-12' } },
    ]);
  });
});
