import { expect, it } from 'vitest';
import { mergeFindings } from '../../src/rules/merge.ts';
import { findingsOf, rulesCalled } from '../support/fixture.ts';

/** The rules that these texts are written for. */
const rules = rulesCalled(
  'no-way-in-or-out',
  'unreachable-stage',
  'missing-provider',
  'missing-commissioner',
  'missing-activity',
  'missing-cost',
  'missing-required-stage',
  'missing-required-fact',
  'missing-governance',
  'missing-criteria',
  'missing-information',
);

function merged(text: string) {
  return mergeFindings(findingsOf([{ uri: 'file:///a.pathway', text }], { rules }));
}

const stages = (lines: string) => `organisation trust "Example Trust" is nhs-provider
pathway example {
  stage intake {
    enters
    ${lines}
  }
  stage support {
    leaves
    provider trust
    commissioner trust
    governance none because "Nobody"
    activity 300 referrals
    cost £5k
  }
  transition go from intake to support
}`;

it('names in one finding all that an element lacks, as serious as the gravest', () => {
  const [stage, transition, ...others] = merged(stages('provider trust\ncommissioner trust'));
  expect(stage).toMatchObject({
    rule: 'missing-governance',
    severity: 'warning',
    message: "Stage 'intake' has no activity, cost or governance recorded: name them, or write 'unknown'.",
    element: 'intake',
    facts: ['activity', 'cost', 'governance'],
  });
  expect(stage!.parts.map((part) => part.rule).toSorted()).toEqual([
    'missing-activity',
    'missing-cost',
    'missing-governance',
  ]);
  expect(transition).toMatchObject({
    message: "Transition 'go' has no criteria or information recorded: name them, or write 'unknown'.",
    severity: 'warning',
    facts: ['criteria', 'send'],
  });
  expect(others).toEqual([]);
});

it('leaves a finding that stands alone as it is', () => {
  const text = stages('provider trust\ncommissioner trust\nactivity 300 referrals\ncost £5k');
  expect(merged(text)[0]).toMatchObject({
    message: "Nothing oversees 'intake': no board or agreement is recorded. Name one, or write 'governance unknown'.",
    parts: [{ rule: 'missing-governance' }],
  });
});

it('keeps questions and accepted findings apart', () => {
  const text = stages(`provider unknown
    commissioner unknown
    accept missing-cost because "Secret" by trust
    accept missing-activity because "Secret" by trust`);
  const ofStage = merged(text).filter((finding) => finding.element === 'intake');
  expect(ofStage.map(({ severity, facts }) => [severity, facts.join(' ')]).toSorted()).toEqual([
    ['accepted', 'activity cost'],
    ['question', 'commissioner'],
    ['question', 'provider'],
    ['warning', 'governance'],
  ]);
});

it('keeps apart what other families say of the same element', () => {
  const text = 'pathway a {\n  provider none because "No"\n  cost £5k\n  activity 5 people\n  stage lonely\n}';
  expect(merged(text).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    expect.stringContaining('no-way-in-or-out: '),
    expect.stringContaining("Stage 'lonely' has no commissioner or governance recorded"),
    expect.stringContaining("unreachable-stage: Nobody can reach 'lonely'"),
  ]);
});

it('does not join elements of the same name in different pathways', () => {
  const one = (name: string) =>
    `pathway ${name} { provider none  commissioner none  governance none  stage s { enters  leaves } }`;
  expect(merged(`${one('a')}\n${one('b')}`)).toHaveLength(2);
});

it('says who requires what is missing, and what to do about what cannot be unknown', () => {
  const text = (top: string, required = 'require provider'): string => `specification core {
  ${top}
  require stage intake {
    ${required}
  }
  require stage support
  require stage aftercare
}
pathway example realises core {
  stage intake {
    enters
    leaves
    commissioner none
    governance none
    activity 5 people
  }
}`;
  const [absent, some] = merged(text(''));
  expect(absent!.message).toBe(
    "Pathway 'example' has no stage 'support' or stage 'aftercare' recorded, as 'core' requires: add them, or write 'omits' and say why.",
  );
  expect(some).toMatchObject({
    severity: 'warning',
    message:
      "Stage 'intake' has no cost or provider recorded ('core' requires provider): name them, or write 'unknown'.",
    facts: ['cost', 'provider'],
  });
  expect(merged(text('require cost'))[1]!.message).toBe(
    "Stage 'intake' has no cost or provider recorded, as 'core' requires: name them, or write 'unknown'.",
  );
});
