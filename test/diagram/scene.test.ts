import { describe, expect, test } from 'vitest';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import type { Scene, StageNode, TerminalNode } from '../../src/diagram/scene.ts';
import type { Stage } from '../../src/model/elements.ts';
import {
  finding,
  flow,
  issue,
  none,
  notApplicable,
  pathway,
  projectOf,
  type StageFacts,
  stage,
  transition,
  unknown,
  uses,
} from './models.ts';
import { blackCountry, everyMark, planOnly } from './samples.ts';

function drawn(parts: Parameters<typeof pathway>[2], findings: Parameters<typeof sceneOf>[2] = []): Scene {
  const one = pathway('one', 'One', parts);
  const other = pathway('other', 'Another pathway', { stages: [stage('unit', 'Shared unit', { provider: 'bcp-ft' })] });
  return sceneOf(projectOf(one, other), one, findings);
}

function box(facts: StageFacts, parts: Parameters<typeof pathway>[2] = {}): StageNode {
  return stageIn(drawn({ ...parts, stages: [stage('a', 'A stage', facts)] }), 'a');
}

function stageIn(scene: Scene, name: string): StageNode {
  return scene.nodes.find((node) => node.id === `stage:${name}`) as StageNode;
}

function terminals(scene: Scene, sort: TerminalNode['sort']): readonly TerminalNode[] {
  return scene.nodes.filter((node): node is TerminalNode => node.kind === 'terminal' && node.sort === sort);
}

function linesOf(facts: StageFacts, parts: Parameters<typeof pathway>[2] = {}): readonly string[] {
  return box(facts, parts).lines.map((line) => `${line.state}: ${line.text}`);
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a stage says who provides and commissions it', () => {
  test('each absence in its own words', () => {
    expect(linesOf({})).toEqual(['missing: provider not recorded', 'missing: commissioner not recorded']);
    expect(linesOf({ provider: unknown, commissioner: none })).toEqual([
      'unknown: provider unknown',
      'none: no commissioner',
    ]);
    expect(linesOf({ provider: notApplicable })[0]).toBe('not-applicable: provider not applicable');
  });

  test('a line that cannot be read is neither recorded nor missing', () => {
    const a = stage('a');
    const broken = { ...a, facts: { ...a.facts, provider: [{ state: 'unreadable', place: a.place }] } } as Stage;
    expect(stageIn(drawn({ stages: [broken] }), 'a').lines[0]).toMatchObject({ state: 'unreadable' });
  });

  test('the lead first, the others counted', () => {
    const commissioner = ['wolverhampton-ccg co', 'nhs-england lead', 'wolverhampton-council co'];
    expect(plain(box({ commissioner }).lines[1]!.text)).toBe('NHS England (lead) + 2');
    expect(box({ commissioner: 'nhs-england lead' }).lines[1]!.text).toBe('NHS England (lead)');
    expect(plain(box({ provider: ['bcp-ft', 'childrens-society'] }).lines[0]!.text)).toBe(
      'Black Country Partnership NHS Foundation Trust + 1',
    );
  });

  test('that nobody leads', () => {
    expect(box({ commissioner: ['wolverhampton-ccg', 'dudley-ccg'] }).lines[1]!.text).toBe('2, no lead');
  });

  test("its pathway's where it has none of its own", () => {
    const parts = { commissioner: 'nhs-england lead', provider: unknown };
    expect(linesOf({}, parts)).toEqual(['unknown: provider unknown', 'recorded: NHS England (lead)']);
    expect(linesOf({ commissioner: 'dudley-ccg' }, parts)[1]).toBe('recorded: NHS Dudley CCG');
  });

  test('a name without a declaration is no name', () => {
    const line = { fact: 'provider', state: 'broken', text: "provider 'some-trust' is not declared" };
    expect(box({ provider: 'some-trust' }).lines[0]).toEqual(line);
  });
});

describe('chips', () => {
  const chips = (facts: StageFacts) => box(facts).chips.map((chip) => chip.text);

  test('settings go by short labels or initials', () => {
    expect(chips({ setting: ['stc', 'sch', 'yoi', 'sarc'] })).toEqual(['STC', 'SCH', 'YOI', 'SARC']);
    expect(chips({ setting: ['court', 'place-of-safety', 'prison*118'] })).toEqual([
      'Court',
      'Place of safety',
      'Prison × 118',
    ]);
  });

  test('levels go by number, neighbours joined', () => {
    expect(chips({ level: ['tier-1', 'tier-2'] })).toEqual(['Tier 1–2']);
    expect(chips({ level: ['tier-1', 'tier-3', 'tier-3-plus', 'getting-more-help'] })).toEqual([
      'Tier 1',
      'Tier 3',
      'Tier 3+',
      'Getting more help',
    ]);
  });

  test('ages', () => {
    expect(chips({ ages: [10, 18] })).toEqual(['ages 10 to 18']);
    expect(chips({ ages: [18] })).toEqual(['ages 18 and over']);
  });

  test('a name without a declaration is marked', () => {
    expect(box({ setting: ['court', 'cuort'] }).chips).toEqual([
      { kind: 'setting', state: 'recorded', text: 'Court' },
      { kind: 'setting', state: 'broken', text: 'cuort' },
    ]);
  });

  test('what is unknown or confirmed absent is said, what is missing is not', () => {
    expect(box({ ages: unknown, setting: none }).chips).toEqual([
      { kind: 'setting', state: 'none', text: 'no setting' },
      { kind: 'ages', state: 'unknown', text: 'ages unknown' },
    ]);
    expect(chips({ level: notApplicable })).toEqual([]);
  });

  test('proposed and closed stages say so in words too', () => {
    expect(box({ status: 'proposed' })).toMatchObject({ proposed: true, chips: [{ text: 'proposed' }] });
    expect(box({ status: 'closed' })).toMatchObject({ closed: true, chips: [{ text: 'closed' }] });
  });
});

describe('shared stages', () => {
  test("show their home's facts", () => {
    const scene = drawn({ uses: [uses('unit', 'other', 'ours')] });
    expect(stageIn(scene, 'ours')).toMatchObject({
      shared: true,
      label: 'Shared unit',
      lines: [{ state: 'recorded' }, { state: 'missing' }],
    });
  });

  test('that cannot be found are still drawn', () => {
    const scene = drawn({ uses: [uses('nothing', 'nowhere', 'ours')] });
    expect(stageIn(scene, 'ours').lines).toEqual([
      { fact: 'stage', state: 'broken', text: "'nothing' of 'nowhere' is not declared" },
    ]);
    expect(scene.legend.map((entry) => entry.mark)).toContain('broken');
  });
});

describe('arrows', () => {
  const ab = [stage('a', 'A'), stage('b', 'B')];
  const edge = (link: Parameters<typeof transition>) =>
    drawn({ stages: ab, transitions: [transition(...link)] }).edges[0]!;

  test('bear their label, else the movement, else nothing', () => {
    expect(edge(['a -> b', 'Handover', { movement: 'referral' }]).label).toBe('Handover');
    expect(edge(['a -> b', undefined, { movement: 'out-of-secure' }]).label).toBe('Out of the secure estate');
    expect(edge(['a -> b']).label).toBe('');
  });

  test('say what is sent, or why nothing is named', () => {
    expect(edge(['a -> b', undefined, { send: 'chat by systmone' }]).sendings).toEqual([
      { state: 'sent', information: 'CHAT', system: 'SystmOne' },
    ]);
    expect(edge(['a -> b']).sendings).toEqual([{ state: 'missing' }]);
    expect(edge(['a -> b', undefined, { send: unknown }]).sendings).toEqual([{ state: 'unknown' }]);
    expect(edge(['a -> b', undefined, { send: none }]).sendings).toEqual([{ state: 'none' }]);
    expect(edge(['a -> b', undefined, { send: notApplicable }]).sendings).toEqual([]);
  });

  test('have ids of their own even where names repeat', () => {
    const scene = drawn({ stages: ab, transitions: [transition('a -> b'), transition('a -> b')] });
    expect(scene.edges.map((each) => each.id)).toEqual(['transition:a to b', 'transition:a to b~2']);
  });

  test('flows are told apart', () => {
    const scene = drawn({ stages: ab, flows: [flow('report: a -> b', 'Report')] });
    expect(scene.edges[0]).toMatchObject({ kind: 'flow', id: 'flow:report', from: 'stage:a', to: 'stage:b' });
  });

  test('into other pathways end at a terminal that names it, one for each target', () => {
    const scene = drawn({
      stages: ab,
      transitions: [
        transition('a -> @other'),
        transition('b -> @other'),
        transition('b -> unit @other'),
        transition('@other -> a'),
      ],
    });
    expect(terminals(scene, 'pathway').map((terminal) => [terminal.id, terminal.label])).toEqual([
      ['terminal:from:@other', 'Another pathway'],
      ['terminal:to:@other', 'Another pathway'],
      ['terminal:to:unit@other', 'Shared unit, Another pathway'],
    ]);
  });

  test('to names that do not exist end at a terminal that says so', () => {
    const scene = drawn({
      stages: ab,
      transitions: [
        transition('a -> triage'),
        transition('a -> @nowhere'),
        transition('a -> nothing @other'),
        transition('a ->'),
      ],
    });
    expect(terminals(scene, 'missing').map((terminal) => terminal.label)).toEqual([
      "no stage 'triage'",
      "no pathway 'nowhere'",
      "no stage 'nothing' in Another pathway",
      'no stage named',
    ]);
  });

  test('every end is a node that is drawn', () => {
    for (const { project, pathway: each, findings } of [blackCountry(), everyMark()]) {
      const scene = sceneOf(project, each, findings);
      const ids = new Set(scene.nodes.map((node) => node.id));
      expect(scene.edges.filter((one) => !ids.has(one.from) || !ids.has(one.to))).toEqual([]);
    }
  });
});

test('ways in stand before their stage, ways out after it', () => {
  const scene = drawn({ stages: [stage('a'), stage('b', 'B', { enters: ['Police', ''], leaves: 'Discharge' })] });
  expect(scene.nodes.map((node) => node.id)).toEqual([
    'stage:a',
    'terminal:enters:b:1',
    'terminal:enters:b:2',
    'stage:b',
    'terminal:leaves:b:1',
  ]);
  expect(scene.edges.every((edge) => edge.kind === 'link')).toBe(true);
});

describe('findings', () => {
  const parts = { stages: [stage('a', 'A'), stage('b', 'B')], transitions: [transition('t: a -> b')] };

  test('are counted by element with the gravest shape; questions and accepted ones are counted apart', () => {
    const scene = drawn(parts, [
      finding('one', 'a', 'info'),
      finding('one', 'a', 'warning'),
      finding('one', 'a', 'question'),
      finding('one', 'a', 'accepted'),
      finding('one', 't', 'error'),
      finding('other', 'b', 'error'),
    ]);
    expect(stageIn(scene, 'a')).toMatchObject({ badge: { severity: 'warning', count: 1 }, questions: 1 });
    expect(stageIn(scene, 'b').badge).toBeUndefined();
    expect(scene.edges[0]!.badge).toEqual({ severity: 'error', count: 1 });
    expect(scene.title.counts).toEqual({ error: 1, warning: 1, info: 1, question: 1, accepted: 1 });
    expect([stageIn(scene, 'a').accepted, stageIn(scene, 'b').accepted]).toEqual([1, undefined]);
    expect(scene.legend.map(({ mark }) => mark)).toContain('accepted');
  });

  test('inside a block belong to it, whatever they name', () => {
    const inside = { ...finding('one', 'a-gap-in-b', 'warning'), place: parts.stages[1]!.place };
    expect(stageIn(drawn(parts, [inside]), 'b').badge).toEqual({ severity: 'warning', count: 1 });
  });

  test('are listed when hovering', () => {
    const scene = drawn(parts, [finding('one', 'a', 'warning'), finding('one', 'b', 'accepted')]);
    expect(stageIn(scene, 'a').hover).toContain('Warning: a needs a look (some-rule).');
    expect(stageIn(scene, 'b').hover).toContain('Accepted: b needs a look (some-rule).');
    expect(stageIn(scene, 'b').spoken).toContain(', 1 accepted');
  });
});

describe('spoken names', () => {
  test('say what the box shows and where it leads', () => {
    const { project, pathway: bc, findings } = blackCountry();
    const scene = sceneOf(project, bc, findings);
    expect(plain(stageIn(scene, 'community-camhs').spoken)).toBe(
      'Stage Community CAMHS, provider unknown, commissioner Wolverhampton CCG (lead) + 4, Community, Tier 3, 1 warning, ' +
        '1 open question; leads to Urgent care and place of safety',
    );
    expect(scene.edges.find((edge) => edge.id === 'transition:diversion')!.spoken).toBe(
      'Transition Referral, from Liaison and diversion to Community CAMHS, nothing recorded as sent, 1 warning, 1 open question',
    );
  });

  test('stand on every element, with a place to reveal', () => {
    const { project, pathway: each, findings } = everyMark();
    const scene = sceneOf(project, each, findings);
    for (const element of [...scene.nodes, ...scene.edges]) {
      expect(element.spoken).not.toBe('');
      expect(element.hover).not.toBe('');
      expect(element.place.file).toBe('memory:/test.pathway');
    }
  });
});

describe('the title', () => {
  test('says what the pathway is about', () => {
    const { project, pathway: bc, findings } = blackCountry();
    const { title } = sceneOf(project, bc, findings, { stamp: '12 November 2026' });
    expect(title.label).toBe('Black Country health and justice CAMHS pathway');
    expect(title.facts).toEqual(['Black Country', 'draft as of 2016', 'ages 0 to 21', '7 stages, 8 transitions']);
    expect(title.stamp).toBe('12 November 2026');
  });
});

describe('the legend', () => {
  test('names what the picture uses and nothing else', () => {
    const marks = drawn({ stages: [stage('a', 'A', { provider: unknown, commissioner: 'dudley-ccg' })] }).legend.map(
      (entry) => entry.mark,
    );
    expect(marks).toEqual(['question']);
  });

  test('holds every mark where every mark is used', () => {
    const { project, pathway: each, findings } = everyMark();
    expect(sceneOf(project, each, findings).legend).toHaveLength(19);
  });
});

describe('a pathway without stages', () => {
  test('says how to add one and what there is all the same', () => {
    const { project, pathway: each, findings } = planOnly();
    const { empty, nodes, legend } = sceneOf(project, each, findings);
    expect(nodes).toEqual([]);
    expect(legend).toEqual([]);
    expect(empty?.heading).toBe('No stages yet. Add a stage to see it here:');
    expect(empty?.holds).toBe('2 challenges, 1 gap, 1 need, 2 milestones and 1 action are recorded in this pathway.');
  });

  test('says nothing of what it does not hold', () => {
    expect(drawn({}).empty?.holds).toBeUndefined();
    expect(drawn({ issues: [issue('gap', 'G')] }).empty?.holds).toBe('1 gap is recorded in this pathway.');
  });

  test('but with a transition is drawn with its broken ends', () => {
    const scene = drawn({ transitions: [transition('a -> b')] });
    expect(scene.empty).toBeUndefined();
    expect(terminals(scene, 'missing')).toHaveLength(2);
  });
});

test('a scene is plain data', () => {
  const { project, pathway: each, findings } = everyMark();
  const scene = sceneOf(project, each, findings);
  expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
});
