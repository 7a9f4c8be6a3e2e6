import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectJson } from '../../src/exchange/json/project.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

/** The JSON of a project whose files have these texts, by their paths. */
function jsonOf(files: Readonly<Record<string, string>>): string {
  const workspace = new Workspace('file:///p');
  for (const [path, text] of Object.entries(files)) workspace.set(`file:///p/${path}`, text);
  const checked = workspace.projects('2026-06-30').find(({ folder }) => folder === 'file:///p')!;
  return projectJson(
    checked.project,
    checked.folder,
    checked.files.flatMap(({ problems }) => problems),
  );
}

const small = {
  'b/one.pathway': `pathway one "One" {
  note "Seen twice"
  stage a {
    provider body as lead according to report at "p.3" confidence low
    cost £12.50 actual for 2014/15
    activity unknown ask body by 2016-12 because "never counted"
    wait none
  }
  transition from a to b of other {
    movement step-up
  }
}
`,
  'a.pathway': 'organisation body "Body" is icb\nsource report "Report"\n',
};

describe('a project as JSON', () => {
  it('says what is recorded, what is stated to be absent, and nothing of what no line speaks of', () => {
    const { pathways, organisations, files } = JSON.parse(jsonOf(small));
    expect(files).toEqual(['a.pathway', 'b/one.pathway']);
    expect(organisations).toEqual([
      { kind: 'organisation', name: 'body', label: 'Body', place: 'a.pathway:1', is: 'icb', facts: {} },
    ]);
    const [{ stages, transitions, notes }] = pathways;
    expect(notes).toEqual([{ state: 'recorded', value: 'Seen twice', place: 'b/one.pathway:2' }]);
    expect(stages[0].facts).toEqual({
      provider: [
        {
          state: 'recorded',
          value: { organisation: 'body', role: 'lead' },
          evidence: { source: 'report', at: 'p.3', confidence: 'low', inherited: false },
          place: 'b/one.pathway:4',
        },
      ],
      activity: [
        {
          state: 'unknown',
          ask: 'body',
          by: { text: '2016-12', start: '2016-12-01', end: '2016-12-31' },
          because: 'never counted',
          place: 'b/one.pathway:6',
        },
      ],
      cost: [
        {
          state: 'recorded',
          value: {
            amount: { amount: 12.5, currency: 'GBP' },
            nature: 'actual',
            period: { text: '2014/15', start: '2014-04-01', end: '2015-03-31' },
            fundedBy: [],
          },
          place: 'b/one.pathway:5',
        },
      ],
      wait: [{ state: 'none', place: 'b/one.pathway:7' }],
    });
    expect(transitions[0]).toMatchObject({ named: false, from: { stage: 'a' }, to: { pathway: 'other' } });
  });

  it('says which lines could not be understood', () => {
    const { unread, pathways } = JSON.parse(
      jsonOf({ 'x.pathway': 'pathway x {\n  stage a {\n    cost lots\n  }\n}\n' }),
    );
    expect(unread).toEqual([{ message: expect.any(String), place: 'x.pathway:3' }]);
    expect(pathways[0].stages[0].facts.cost).toEqual([{ state: 'unreadable', place: 'x.pathway:3' }]);
  });

  it('is the same whatever order the files were read in', () => {
    expect(jsonOf(Object.fromEntries(Object.entries(small).toReversed()))).toBe(jsonOf(small));
  });
});

describe('pathway export --format json', () => {
  it('writes a project to a file, and says so', async () => {
    using folder = new TemporaryFolder();
    folder.copy('examples/fictional-county');
    const { code, err } = await runInMemory(['export', '-o', 'out.json'], folder.path);
    expect({ code, err }).toEqual({ code: 0, err: 'Exported: out.json\n' });
    expect(JSON.parse(readFileSync(`${folder.path}/out.json`, 'utf8')).name).toBe('fictional-county');
  });

  it('asks which project is meant', async () => {
    const { code, err } = await runInMemory(['export'], 'examples');
    expect(code).toBe(2);
    expect(err).toContain('There are 2 projects here. Say which one is meant:\n  --project fictional-county');
    expect((await runInMemory(['export', '--project', 'fictional-county'], 'examples')).code).toBe(0);
    expect((await runInMemory(['export', '--project', 'nowhere'], 'examples')).err).toContain("no project 'nowhere'");
  });

  it('does not write over a pathway file', async () => {
    using folder = new TemporaryFolder();
    const text = 'project p\npathway x {\n  stage a {\n    cost lots\n  }\n}\n';
    folder.write('x.pathway', text);
    const { code, err } = await runInMemory(['export', '-o', 'x.pathway'], folder.path);
    expect({ code, text: readFileSync(`${folder.path}/x.pathway`, 'utf8') }).toEqual({ code: 2, text });
    expect(err).toContain('such as x.json');
  });
});
