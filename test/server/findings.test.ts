import { describe, expect, it } from 'vitest';
import { Workspace } from '../../src/language/workspace.ts';
import type { FindingsParams, FindingsResult } from '../../src/protocol/findings.ts';
import { listFindings, mostEntries } from '../../src/server/findings/groups.ts';
import { healthOf, healthOfAll } from '../../src/server/findings/health.ts';
import { TODAY } from '../support/fixture.ts';

const register = `organisation icb "Example ICB"
organisation trust "Example Trust"
`;
const pathway = `pathway p "Support" {
  owner icb
  cost unknown ask icb by 2027-01 because "Not asked yet"
  activity unknown
  governance unknown
  stage intake "Intake" {
    enters
    provider trust
    accept missing-commissioner because "Paid by a grant" by icb until 2027
    gap beds "Too few beds" { severity high }
    risk staff "Staff leave" { owner icb  status closed }
  }
  stage support "Support" { leaves }
  transition from intake to support
}
pathway p {
  age
}
`;
const files = { 'register.pathway': register, 'p.pathway': pathway };

function workspaceOf(texts: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace('file:///project');
  for (const [name, text] of Object.entries(texts)) workspace.set(`file:///project/${name}`, text);
  return workspace;
}

function list(params: Partial<FindingsParams>, texts: Readonly<Record<string, string>> = files): FindingsResult {
  return listFindings(workspaceOf(texts).projects(TODAY), { by: 'pathway', filter: '', ...params }, TODAY);
}

/** The groups with what is said of the kinds: rules to come may say more than is looked for here. */
function of(kinds: readonly string[], { groups }: FindingsResult): Readonly<Record<string, readonly string[]>> {
  const named = groups.map(({ entries, kind, label }) => {
    const said = entries.filter((entry) => kinds.includes(entry.kind));
    return [label || kind, said.map(({ beside, text }) => [text, beside].filter(Boolean).join(' | '))] as const;
  });
  return Object.fromEntries(named.filter(([, entries]) => entries.length > 0));
}

describe('the list of findings', () => {
  it('holds what is asked, recorded and accepted beside what the rules find', () => {
    expect(of(['question', 'gap', 'risk', 'accepted'], list({}))).toEqual({
      Support: [
        "Cost of 'p' | ask Example ICB by 2027-01; Not asked yet",
        "Activity of 'p'",
        "Governance of 'p'",
        'Too few beds | severity high',
        expect.stringMatching(/^Stage 'intake' has no commissioner .* \| Paid by a grant; by Example ICB until 2027$/),
      ],
    });
  });

  it('begins with the gravest, and says once what one element lacks', () => {
    const [group] = list({}).groups;
    expect(group!.entries[0]!.kind).toBe('error');
    const lacking = group!.entries.filter(({ text }) => text.startsWith("Stage 'support' has no"));
    expect(lacking.map(({ text }) => text)).toEqual([expect.stringContaining('provider or commissioner')]);
  });

  it('by rule tells them apart, in the order of the catalogue, and what has no rule comes last', () => {
    const { groups } = list({ by: 'rule' });
    const labels = groups.map(({ label, kind }) => label || kind);
    const known = ['Cannot be read', 'Name used twice', 'No provider', 'No commissioner', 'No criteria or threshold'];
    expect(labels.filter((label) => known.includes(label))).toEqual(known);
    expect(labels[0]).toBe('Cannot be read');
    expect(labels.slice(-2)).toEqual(['questions', 'gaps']);
    expect(of(['warning', 'accepted'], { ...list({ by: 'rule' }) })['No commissioner']).toHaveLength(2);
  });

  it('by organisation gives each to those who can do something about it', () => {
    const groups = of(['question', 'gap', 'accepted'], list({ by: 'organisation' }));
    expect(groups['Example ICB']).toHaveLength(3);
    expect(groups['Example Trust']).toEqual([
      'Too few beds | severity high',
      expect.stringContaining("Stage 'intake'"),
    ]);
    const nobody = list({ by: 'organisation' }).groups.at(-1)!;
    expect(nobody.kind).toBe('no-organisation');
    expect(nobody.entries.map(({ text }) => text).join()).toContain("Stage 'support'");
  });

  it('is filtered by words of whatever is known of an entry', () => {
    expect(list({ filter: 'no such words' }).groups).toEqual([]);
    expect(of(['gap', 'question'], list({ filter: 'BEDS  gap' }))).toEqual({
      Support: ['Too few beds | severity high'],
    });
    expect(list({ filter: 'name used twice' }).total).toBe(1);
    expect(list({ filter: 'example trust' }).total).toBeGreaterThan(1);
  });

  it('names the project where there are several, and what stands in no pathway comes last', () => {
    const two = {
      ...files,
      'north/project.pathway': 'project north "North"\nagreement g {\n  valid unknown\n}\n',
      'south/project.pathway': 'project south "South"\npathway p "Support" { }\n',
    };
    const groups = list({}, two).groups.map(({ beside, kind, label }) => [label || kind, beside]);
    expect(groups).toEqual([
      ['Support', 'project'],
      ['Support', 'South'],
      ['no-pathway', 'North'],
    ]);
    expect(list({}).groups.every(({ beside }) => beside === '')).toBe(true);
  });

  it('is cut where nobody would read on, and says how much there is', () => {
    const stages = Array.from({ length: mostEntries + 5 }, (_, index) => `  stage s${index} { cost unknown }\n`).join(
      '',
    );
    const result = list({ filter: 'question' }, { 'p.pathway': `pathway p {\n${stages}}\n` });
    expect([result.shown, result.total]).toEqual([mostEntries, mostEntries + 5]);
    expect(result.groups[0]!.entries).toHaveLength(mostEntries);
  });
});

describe('the health of a file', () => {
  const projects = workspaceOf(files).projects(TODAY);
  const [checked] = projects;

  it('counts like the list', () => {
    const counts = healthOf(checked!, 'file:///project/p.pathway');
    const { groups } = list({});
    const entries = groups.flatMap((group) => group.entries).filter(({ place }) => place.file.endsWith('/p.pathway'));
    for (const [kind, count] of Object.entries(counts))
      expect([kind, count]).toEqual([kind, entries.filter((entry) => entry.kind === kind).length]);
    expect(counts).toMatchObject({ error: 2, question: 3, gap: 1, risk: 0, accepted: 1 });
  });

  it('is nothing where nothing is found, and all files together give the sum', () => {
    expect(healthOf(checked!, 'file:///project/nowhere.pathway')).toEqual(healthOfAll([]));
    expect(healthOfAll(projects).error).toBe(2);
  });
});
