import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { ownPathways } from '../../src/model/walk.ts';
import { arrange, checkAcceptances, checkPathway, checkProject, runRules } from '../../src/rules/engine.ts';
import type { Finding } from '../../src/rules/finding.ts';
import type { PathwayRule, ProjectRule, Report } from '../../src/rules/rule.ts';
import { rulesCalled } from '../support/fixture.ts';

const ASOF = '2026-06-30';

/** The rules that these texts are written for. */
const rules = rulesCalled(
  'no-way-in-or-out',
  'dead-end',
  'duplicate-name',
  'missing-provider',
  'missing-commissioner',
  'missing-activity',
  'missing-cost',
  'missing-governance',
  'invalid-ages',
  'missing-criteria',
  'missing-information',
);
const options = { asOf: ASOF, rules };

/** A pathway of which each stage lacks something in its own way. */
const pathway = (name: string, inside = '', inStage = '') => `pathway ${name} "Example" {
  governance unknown
  commissioner none because "Nobody pays yet"
  provider none because "Nobody does it yet"
  ${inside}
  stage intake {
    enters
    leaves
    activity 300 referrals
    ${inStage}
  }
}
`;

function check(text: string, asOf = ASOF): readonly Finding[] {
  const { project, findings } = loadProject([{ uri: 'file:///a.pathway', text }]);
  expect(findings).toEqual([]);
  return runRules(project, { asOf, rules });
}

const summary = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${severity} ${rule}`);

describe('strictness', () => {
  const at = (strictness: string) =>
    summary(check(`project p { strictness ${strictness} }\n${pathway('a').replace('activity', 'capacity')}`));

  it('takes review where nothing is said', () => {
    expect(summary(check(pathway('a')))).toEqual(['question missing-governance', 'info missing-cost']);
    expect(at('review')).toEqual(['question missing-governance', 'info missing-activity', 'info missing-cost']);
  });

  it('lowers gaps to information in a draft, and nothing else', () => {
    const text = `project p { strictness draft }
pathway a {
  activity 300 referrals
  cost £5k
  provider none because "Nobody yet"
  commissioner none because "Nobody yet"
  stage intake { enters }
}`;
    expect(summary(check(text))).toEqual(['warning no-way-in-or-out', 'warning dead-end', 'info missing-governance']);
  });

  it('takes for a gap whatever has no line yet, of a transition too', () => {
    const text = `project p { strictness draft }
pathway a {
  activity 300 referrals
  cost £5k
  provider none because "Nobody yet"
  commissioner none because "Nobody yet"
  governance unknown
  stage intake { enters }
  stage support { leaves }
  transition from intake to support
}`;
    expect(summary(check(text))).toEqual([
      'question missing-governance',
      'info missing-criteria',
      'info missing-information',
    ]);
  });

  it('raises information and questions to warnings when it is to assure', () => {
    expect(at('assure')).toEqual(['warning missing-governance', 'warning missing-activity', 'warning missing-cost']);
  });

  it('turns on what is off by default only when it is to assure', () => {
    const quiet: PathwayRule = { ...noisy, default: 'off' };
    const run = (head: string) => {
      const { project } = loadProject([{ uri: 'file:///a.pathway', text: `${head}\npathway a` }]);
      return summary(runRules(project, { asOf: ASOF, rules: [quiet] }));
    };
    expect(run('')).toEqual([]);
    expect(run('project p { strictness assure }')).toEqual(['warning noisy']);
    expect(run('project p { rule noisy info }')).toEqual(['info noisy']);
  });
});

describe('what the project says of a rule', () => {
  const withRules = (rules: string) => summary(check(`project p {\n${rules}\n}\n${pathway('a')}`));

  it('turns it off', () => {
    expect(withRules('rule missing-cost off because "Secret"')).toEqual(['question missing-governance']);
  });

  it('sets how serious it is, but an honest unknown stays a question', () => {
    expect(withRules('rule missing-cost error\nrule missing-governance error')).toEqual([
      'question missing-governance',
      'error missing-cost',
    ]);
  });

  it('comes before the strictness', () => {
    expect(withRules('strictness assure\nrule missing-cost info')).toContain('info missing-cost');
    expect(withRules('strictness draft\nrule missing-cost warning')).toContain('warning missing-cost');
  });

  it('holds as it is said last', () => {
    expect(withRules('rule missing-cost off\nrule missing-cost error')).toContain('error missing-cost');
  });
});

describe('accept', () => {
  const accept = 'accept missing-cost because "Not public" by trust';
  const trust = 'organisation trust is nhs-provider\n';

  it.each([
    ['in the element that it excuses', pathway('a', '', accept)],
    ['in a block around it', pathway('a', accept)],
  ])('excuses %s', (_, text) => {
    expect(summary(check(trust + text))).toEqual(['question missing-governance', 'accepted missing-cost']);
  });

  it('excuses nothing in another block', () => {
    expect(summary(check(`${trust}${pathway('a', accept)}${pathway('b')}`))).toEqual([
      'question missing-governance',
      'accepted missing-cost',
      'question missing-governance',
      'info missing-cost',
    ]);
  });

  it('still excuses by a block further out where the nearest one has run out', () => {
    const text = trust + pathway('a', accept, `${accept} until 2025`);
    expect(summary(check(text))).toEqual(['question missing-governance', 'accepted missing-cost']);
  });

  it('excuses by the block around, past a block between that ends before', () => {
    const text = `${trust}pathway a {
  provider none  commissioner none  governance none  activity 300 people
  ${accept}
  stage first { enters  ${accept} until 2025 }
  stage second { leaves }
  transition go from first to second { criteria none  send none }
}`;
    expect(summary(check(text))).toEqual(['accepted missing-cost', 'accepted missing-cost']);
  });

  it('excuses open questions too, and only its own rule', () => {
    expect(summary(check(trust + pathway('a', accept.replace('cost', 'governance'))))).toEqual([
      'accepted missing-governance',
      'info missing-cost',
    ]);
  });

  it('holds to the last day of its period', () => {
    const text = trust + pathway('a', `${accept} until 2026-06`);
    expect(summary(check(text, '2026-06-30'))).toContain('accepted missing-cost');
    expect(summary(check(text, '2026-07-01'))).toContain('info missing-cost');
  });

  it('runs out by the day that the pathway speaks of, where it gives one', () => {
    const text = (asOf: string) => trust + pathway('a', `status current as of ${asOf}\n${accept} until 2016-12`);
    expect(summary(check(text('2016')))).toContain('accepted missing-cost');
    expect(summary(check(text('2017')))).toContain('info missing-cost');
  });

  it('excuses what stands outside of pathways', () => {
    const twice = `organisation trust is nhs-provider
organisation trust is nhs-provider {
  accept duplicate-name because "Being joined" by trust
}
specification s {
  ages 5 to 1
  accept invalid-ages because "Draft" by trust until 2025
}`;
    expect(summary(check(twice))).toEqual(['accepted duplicate-name', 'error invalid-ages']);
  });
});

describe('what excuses', () => {
  const text = `${pathway('a', 'accept missing-cost because "Secret"')}${pathway('b', 'accept dead-end because "So it is"')}`;
  const { project } = loadProject([{ uri: 'file:///a.pathway', text }]);
  const told = (...names: readonly string[]) =>
    summary(runRules(project, { asOf: ASOF, rules: rulesCalled(...names) }));

  it('is kept with what it excuses', () => {
    const [accepted] = runRules(project, options).filter(({ severity }) => severity === 'accepted');
    expect(accepted?.acceptance).toBe(project.pathways.get('a')?.accepts[0]);
  });

  it('is needless only where its rule has run and found nothing', () => {
    expect(told('invalid-acceptance')).toEqual([]);
    expect(told('invalid-acceptance', 'missing-cost')).toEqual(['accepted missing-cost', 'info missing-cost']);
    expect(told('invalid-acceptance', 'dead-end')).toEqual(['info invalid-acceptance']);
  });

  it('may excuse what a rule about the whole project finds in a pathway, by the day of that pathway', () => {
    const whole: ProjectRule = {
      ...base('missing-cost'),
      about: 'project',
      check: (one) =>
        [...one.pathways.values()].map(({ namePlace, name }) => ({ at: namePlace, message: 'So.', element: name })),
    };
    const past = pathway('a', 'status current as of 2016\n accept missing-cost because "Secret" until 2016');
    const found = runRules(loadProject([{ uri: 'file:///a.pathway', text: past }]).project, {
      asOf: ASOF,
      rules: [whole, ...rulesCalled('invalid-acceptance')],
    });
    expect(found.map(({ severity, pathway: of }) => `${severity} ${of}`)).toEqual(['accepted a']);
  });

  it('is judged apart from the rest, and comes to the same', () => {
    const all = { asOf: ASOF, rules: [...rules, ...rulesCalled('invalid-acceptance')] };
    const parts = [
      ...ownPathways(project).flatMap((one) => checkPathway(project, one, all)),
      ...checkProject(project, all),
    ];
    expect(arrange([...parts, ...checkAcceptances(project, parts, all)])).toEqual(runRules(project, all));
    expect(summary(runRules(project, all))).toContain('info invalid-acceptance');
  });
});

describe('a rule that throws', () => {
  const faulty: PathwayRule = {
    ...base('faulty'),
    about: 'pathway',
    *check(one): Iterable<Report> {
      yield { at: one.namePlace, message: 'First.' };
      throw new Error('no such stage');
    },
  };
  const faultyProject: ProjectRule = {
    ...base('faulty-project'),
    about: 'project',
    check: () => {
      throw new Error('no such board');
    },
  };

  it('becomes one finding, and the others go on', () => {
    const { project } = loadProject([{ uri: 'file:///a.pathway', text: 'pathway a\npathway b' }]);
    const found = runRules(project, { asOf: ASOF, rules: [faulty, faultyProject, noisy] });
    const failures = found.filter((finding) => finding.rule === 'rule-failed');
    expect(failures.map((finding) => `${finding.element}: ${finding.message}`).toSorted()).toEqual([
      expect.stringContaining("faulty-project: The rule 'faulty-project' failed (no such board)"),
      expect.stringContaining("faulty: The rule 'faulty' failed (no such stage)"),
    ]);
    expect(summary(found)).toEqual([
      'error rule-failed',
      'error rule-failed',
      'warning faulty',
      'info noisy',
      'warning faulty',
      'info noisy',
    ]);
  });
});

describe('what is run', () => {
  const files = [
    { uri: 'file:///b.pathway', text: pathway('a') },
    { uri: 'file:///a.pathway', text: `organisation trust is nhs-provider\n${pathway('a')}organisation trust` },
  ];

  it('checks every pathway, also the second one of a name, in the order of the text', () => {
    const { project } = loadProject(files);
    const found = runRules(project, options).filter((finding) => finding.rule !== 'duplicate-name');
    expect(found.map(({ place, rule }) => `${place.file} ${rule}`)).toEqual([
      'file:///a.pathway missing-governance',
      'file:///a.pathway missing-cost',
      'file:///b.pathway missing-governance',
      'file:///b.pathway missing-cost',
    ]);
    expect(found.every((finding) => finding.pathway === 'a')).toBe(true);
  });

  it('comes to the same when it is run part by part', () => {
    const { project } = loadProject(files);
    const parts = ownPathways(project).flatMap((one) => checkPathway(project, one, options));
    const whole = runRules(project, options);
    expect(arrange([...checkProject(project, options), ...parts])).toEqual(whole);
    expect(whole.some((finding) => finding.rule === 'duplicate-name')).toBe(true);
  });

  it('does not check the library', () => {
    const { project } = loadProject([{ uri: 'file:///a.pathway', text: 'source a' }]);
    expect(project.terms.setting.size).toBeGreaterThan(0);
    expect(runRules(project, options)).toEqual([]);
  });

  it('says nothing of a block that has yet to be named', () => {
    const { project, findings } = loadProject([{ uri: 'file:///a.pathway', text: 'pathway a {\n  stage\n}\npathway' }]);
    expect(summary(findings)).toContain('error syntax-error');
    expect(runRules(project, options)).toEqual([]);
  });

  it('tells rules the day that the pathway speaks of', () => {
    const days: string[] = [];
    const listening: PathwayRule = {
      ...base('listening'),
      about: 'pathway',
      check: (_pathway, _project, context) => {
        days.push(context.today);
        return [];
      },
    };
    const text = 'pathway a { status draft as of 2016 }\npathway b';
    runRules(loadProject([{ uri: 'file:///a.pathway', text }]).project, { asOf: ASOF, rules: [listening] });
    expect(days).toEqual(['2016-12-31', ASOF]);
  });
});

function base(name: string) {
  return { name, title: name, family: 'structure', severity: 'warning', default: 'on' } as const;
}

/** Says one thing of every pathway. */
const noisy: PathwayRule = {
  ...base('noisy'),
  severity: 'info',
  about: 'pathway',
  check: (one) => [{ at: one.namePlace, message: 'Here.' }],
};
