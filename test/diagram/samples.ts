import type { Pathway } from '../../src/model/elements.ts';
import type { Project } from '../../src/model/project.ts';
import type { Finding } from '../../src/rules/finding.ts';
import {
  action,
  finding,
  flow,
  issue,
  none,
  notApplicable,
  pathway,
  projectOf,
  stage,
  transition,
  unknown,
  uses,
} from './models.ts';

export interface Sample {
  readonly project: Project;
  readonly pathway: Pathway;
  readonly findings: readonly Finding[];
}

/** The Black Country sample: seven stages and eight transitions, with a step down that goes back. */
export function blackCountry(): Sample {
  const bc = pathway('bc-hj', 'Black Country health and justice CAMHS pathway', {
    status: 'draft',
    asOf: '2016',
    ages: [0, 21],
    footprint: 'black-country',
    stages: [
      stage('first-contact', 'Liaison and diversion', {
        setting: ['police-custody', 'court'],
        ages: unknown,
        provider: unknown,
        commissioner: 'nhs-england lead',
      }),
      stage('sarc-care', 'Sexual assault referral centre', {
        setting: 'sarc',
        ages: unknown,
        provider: unknown,
        commissioner: ['nhs-england lead', 'wolverhampton-ccg co', 'wolverhampton-council co'],
      }),
      stage('secure-care', 'Secure estate healthcare', {
        setting: ['stc', 'sch', 'yoi'],
        ages: [10, 18],
        provider: unknown,
        commissioner: 'nhs-england lead',
      }),
      stage('early-help', 'Universal and targeted support', {
        setting: 'school-site',
        level: ['tier-1', 'tier-2'],
        provider: unknown,
        commissioner: ['wolverhampton-ccg', 'wolverhampton-council'],
      }),
      stage('community-camhs', 'Community CAMHS', {
        setting: 'community',
        level: 'tier-3',
        provider: unknown,
        commissioner: [
          'wolverhampton-ccg lead',
          'sandwell-west-birmingham-ccg co',
          'dudley-ccg co',
          'walsall-ccg co',
          'wolverhampton-council contributor',
        ],
      }),
      stage('urgent-care', 'Urgent care and place of safety', {
        status: 'proposed',
        setting: 'place-of-safety',
        level: 'tier-3-plus',
      }),
      stage('inpatient-camhs', 'Tier 4 CAMHS', {
        setting: 'inpatient',
        level: 'tier-4',
        provider: unknown,
        commissioner: 'bbs-area-team lead',
      }),
    ],
    transitions: [
      transition('into-custody: first-contact -> secure-care', undefined, { movement: 'into-secure', send: unknown }),
      transition('diversion: first-contact -> community-camhs', undefined, { movement: 'referral' }),
      transition('through-the-gate: secure-care -> community-camhs', undefined, {
        movement: 'out-of-secure',
        send: unknown,
      }),
      transition('after-sarc: sarc-care -> community-camhs', undefined, { movement: 'referral' }),
      transition('raise-concern: early-help -> community-camhs', undefined, { movement: 'step-up' }),
      transition('crisis: community-camhs -> urgent-care', undefined, { movement: 'step-up' }),
      transition('admission: urgent-care -> inpatient-camhs', undefined, { movement: 'step-up' }),
      transition('discharge: inpatient-camhs -> community-camhs', undefined, { movement: 'step-down' }),
    ],
  });
  const on = (element: string, ...severities: readonly Finding['severity'][]) =>
    severities.map((severity, index) => finding('bc-hj', element, severity, `rule-${index}`));
  const findings = [
    ...on('first-contact', 'info', 'question', 'question', 'question', 'question'),
    ...on('sarc-care', 'warning', 'question', 'question', 'question'),
    ...on('secure-care', 'info', 'question', 'question'),
    ...on('early-help', 'warning', 'warning', 'info', 'question'),
    ...on('community-camhs', 'warning', 'question'),
    ...on('inpatient-camhs', 'info', 'info', 'question'),
    ...on('diversion', 'warning', 'question'),
    ...on('through-the-gate', 'question', 'question', 'question', 'question'),
    ...on('after-sarc', 'warning', 'warning'),
    ...on('raise-concern', 'warning', 'question'),
    ...on('discharge', 'error'),
    finding('bc-hj', 'bc-hj', 'warning'),
  ];
  return { project: projectOf(bc), pathway: bc, findings };
}

/** A small pathway in which every mark of the notation occurs. */
export function everyMark(): Sample {
  const other = pathway('offender-pd', 'Offender personality disorder pathway', {
    stages: [stage('treatment', 'Treatment')],
  });
  const demo = pathway('demo', 'Every mark of the notation', {
    status: 'current',
    asOf: '2026',
    footprint: 'england',
    ages: [18],
    stages: [
      stage('home', 'Community team', {
        enters: ['Self-referral', 'General practitioner'],
        setting: 'community',
        level: ['tier-3', 'getting-more-help'],
        ages: [0, 17],
        provider: 'bcp-ft lead',
        commissioner: 'wolverhampton-ccg',
      }),
      stage('custody', 'Healthcare in custody', {
        setting: 'prison*118',
        provider: none,
        commissioner: unknown,
        leaves: 'Release without follow-up',
      }),
      stage('review', 'Review panel', { status: 'proposed', provider: notApplicable, setting: unknown }),
      stage('old', 'Former day unit', {
        status: 'closed',
        provider: ['childrens-society', 'bcp-ft'],
        commissioner: none,
        leaves: '',
      }),
    ],
    uses: [uses('treatment', 'offender-pd', 'shared-treatment')],
    transitions: [
      transition('in: home -> custody', 'Remand', { send: ['chat by systmone', 'assetplus'] }),
      transition('assess: custody -> review', undefined, { movement: 'step-up', send: unknown }),
      transition('treat: review -> shared-treatment', undefined, { movement: 'step-up', send: none }),
      transition('back: review -> home', 'Back to the community team'),
      transition('end: review -> old', undefined, { send: notApplicable }),
      transition('adult: shared-treatment -> @offender-pd', undefined, { movement: 'age', send: 'chat' }),
      transition('lost: custody -> triage', 'To triage', { send: none }),
    ],
    flows: [flow('report: home -> review', 'Progress report', { send: 'assetplus by systmone' })],
  });
  const findings = [
    finding('demo', 'home', 'info'),
    finding('demo', 'custody', 'warning'),
    finding('demo', 'custody', 'info'),
    finding('demo', 'lost', 'error'),
    finding('demo', 'assess', 'question'),
    finding('demo', 'custody', 'question'),
  ];
  return { project: projectOf(demo, other), pathway: demo, findings };
}

/** No stages: only a plan. */
export function planOnly(): Sample {
  const yh = pathway('yh-yjs', 'Mental health and emotional wellbeing in the youth justice system', {
    status: 'draft',
    asOf: '2010',
    ages: [10, 18],
    issues: [
      issue('challenge', 'Confusion'),
      issue('challenge', 'Investment'),
      issue('gap', 'Patchy'),
      issue('need', 'Needs'),
    ],
    actions: [action('milestone', 'Mapping'), action('milestone', 'Workshop'), action('action', 'Framework')],
  });
  return { project: projectOf(yh), pathway: yh, findings: [finding('yh-yjs', 'yh-yjs', 'info')] };
}
