import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathway, samples, TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { small } from './small.ts';

const check = (folder: TemporaryFolder, ...args: readonly string[]) => runInMemory(['check', ...args], folder.path);

function withBaseline(): TemporaryFolder {
  const folder = new TemporaryFolder();
  for (const [name, text] of Object.entries(small)) folder.write(name, text);
  return folder;
}

const text = small['p.pathway']!;
const anotherDeadEnd = text.replace(
  '  transition from intake to support {',
  `  stage advice "Advice" {
    setting community
    cost £10,000 budget for 2025/26
  }

  transition from intake to advice {
    criteria "Needs advice"
    send checklist
  }

  transition from intake to support {`,
);

describe('a baseline', () => {
  it('is written one finding to a line, without open questions and accepted findings', async () => {
    using folder = withBaseline();
    expect(await check(folder, '--write-baseline', 'known.json')).toMatchObject({
      code: 0,
      out: '2 files, 1 pathway: no errors, 1 warning, no notes, 2 open questions, 1 accepted.\nWritten: known.json, which knows 1 finding.\n',
    });
    expect(readFileSync(join(folder.path, 'known.json'), 'utf8')).toBe(
      '{\n  "version": 1,\n  "findings": [\n    {"rule":"dead-end","project":"small","pathway":"p","element":"aftercare","facts":["leaves"]}\n  ]\n}\n',
    );
    expect(readdirSync(folder.path).toSorted()).toEqual(['known.json', 'p.pathway', 'register.pathway']);
  });

  it('leaves out what it knows, and fails for what is new', async () => {
    using folder = withBaseline();
    await check(folder, '--write-baseline', 'known.json');
    expect(await check(folder, '--baseline', 'known.json')).toMatchObject({
      code: 0,
      out: '2 files, 1 pathway: no errors, no warnings, no notes, 2 open questions, 1 accepted, 1 known from the baseline.\n',
    });
    folder.write('p.pathway', anotherDeadEnd);
    const { code, out } = await check(folder, '--baseline', 'known.json');
    expect(code).toBe(1);
    expect(out).toContain("'advice' is a dead end");
    expect(out).not.toContain("'aftercare' is a dead end");
    expect((await check(folder, '--baseline', 'known.json', '--fail-on', 'error')).code).toBe(0);
    expect((await check(folder, '--baseline', 'known.json', '--fail-on', 'warning')).code).toBe(1);
  });

  it('knows a finding again after its text was moved, laid out anew or put into another file', async () => {
    using folder = withBaseline();
    await check(folder, '--write-baseline', 'known.json');
    folder.write('p.pathway', '# Nothing here any more.\n');
    folder.write('below/moved.pathway', `# Moved.\n\n\n${text.replaceAll('  ', '\t').replaceAll('\n', '\r\n')}`);
    const { code, out } = await check(folder, '--baseline', 'known.json');
    expect(out).toContain('1 known from the baseline.');
    expect(code).toBe(0);
  });

  it('keeps its fingerprints in SARIF as long', async () => {
    using folder = withBaseline();
    const fingerprints = async (): Promise<readonly string[]> => {
      const log = JSON.parse((await check(folder, '--format', 'sarif')).out);
      return log.runs[0].results.map(
        (one: { partialFingerprints: object }) => Object.values(one.partialFingerprints)[0],
      );
    };
    const before = await fingerprints();
    expect(new Set(before).size).toBe(4);
    folder.write('p.pathway', `\n\n${text.replaceAll('  ', '    ')}`);
    expect(await fingerprints()).toEqual(before);
  });

  it('knows one finding of each identity only as often as it was there', async () => {
    using folder = withBaseline();
    const cost = '    cost £120,000 budget for 2025/26\n';
    const twice = text
      .replace(cost, '')
      .replace('  stage aftercare', '  stage aftercare "First" {\n    setting community\n  }\n\n  stage aftercare');
    folder.write('p.pathway', twice);
    await check(folder, '--rule', 'missing-cost', '--write-baseline', 'known.json');
    const baseline = readFileSync(join(folder.path, 'known.json'), 'utf8');
    expect(baseline).toContain('"count":2');
    const costs = ['--rule', 'missing-cost', '--baseline'];
    expect((await check(folder, ...costs, 'known.json')).code).toBe(0);
    writeFileSync(join(folder.path, 'known.json'), baseline.replace(',"count":2', ''));
    const { code, out } = await check(folder, ...costs, 'known.json');
    expect(code).toBe(1);
    expect(out).toContain('p.pathway:28:9');
    expect(out).not.toContain('p.pathway:24:9');
  });

  it('says what of it is gone, where whole projects are checked', async () => {
    using folder = withBaseline();
    await check(folder, '--write-baseline', 'known.json');
    folder.write('p.pathway', text.replace('    cost £120,000 budget', '    leaves "Home"\n    cost £120,000 budget'));
    const { out, code } = await check(folder, '--baseline', 'known.json');
    expect(out).toContain('1 finding of the baseline is gone: write it anew with --write-baseline.');
    expect(code).toBe(0);
    expect((await check(folder, '--baseline', 'known.json', 'register.pathway')).out).not.toContain('gone');
  });

  it('counts what is known and what is gone alike, each rule by itself', async () => {
    using folder = withBaseline();
    const provided = '    setting community\n    cost £120,000 budget for 2025/26\n';
    folder.write('p.pathway', text.replace(provided, ''));
    expect((await check(folder, '--write-baseline', 'known.json')).out).toContain('which knows 3 findings.');
    expect((await check(folder, '--baseline', 'known.json')).out).toContain('1 accepted, 3 known from the baseline.\n');
    folder.write('p.pathway', text);
    expect((await check(folder, '--baseline', 'known.json')).out).toContain(
      '1 known from the baseline. 2 findings of the baseline are gone: write it anew with --write-baseline.\n',
    );
  });

  it('never knows what cannot be read or found', async () => {
    using folder = withBaseline();
    folder.write('q.pathway', 'pathway q {\n  owner nobody\n}\nboard\n');
    const written = await check(folder, '--write-baseline', 'known.json');
    expect(written.code).toBe(0);
    expect(written.err).toBe(
      "2 errors of the text cannot be known to a baseline: put right what 'pathway check' says.\n",
    );
    expect((await check(folder, '--baseline', 'known.json')).code).toBe(1);
  });

  it.each([
    ['{', 'it is not JSON'],
    ['<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', 'two versions of it were not merged'],
    ['[]', "it has no list 'findings'"],
    ['{"version": 2, "findings": []}', 'it has version 2, and this program reads 1'],
    [
      '{"version": 1, "findings": [{"rule": "x", "facts": []}, {"rule": "x"}]}',
      "entry 2 of 'findings' lacks its 'rule' or its 'facts'",
    ],
  ])('that is none is told of, with what to do: %s', async (content, reason) => {
    using folder = withBaseline();
    folder.write('known.json', content);
    expect(await check(folder, '--baseline', 'known.json')).toEqual({
      code: 2,
      out: '',
      err: `known.json is not a baseline: ${reason}. Make it anew by 'pathway check --write-baseline known.json'.\n`,
    });
  });

  it('has to be there', async () => {
    using folder = withBaseline();
    expect((await check(folder, '--baseline', 'known.json')).err).toBe(
      "There is no baseline known.json: make it by 'pathway check --write-baseline known.json', then check again.\n",
    );
    expect(await check(folder, '--fail-on', 'new')).toMatchObject({
      code: 2,
      err: expect.stringContaining('needs a baseline'),
    });
    expect((await check(folder, '--baseline', 'a.json', '--write-baseline', 'b.json')).code).toBe(2);
  });
});

it('works as it is shipped', async () => {
  using folder = new TemporaryFolder();
  folder.copy(samples);
  expect((await pathway(['check', '--write-baseline', 'known.json'], folder.path)).code).toBe(0);
  expect((await pathway(['check', '--baseline', 'known.json', '--fail-on', 'new'], folder.path)).code).toBe(0);
});
