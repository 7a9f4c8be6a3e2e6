import type * as model from '../../../model/elements.ts';
import {
  block,
  boolean,
  either,
  fact,
  list,
  name,
  number,
  object,
  oneOf,
  optional,
  ref,
  type Schema,
  text,
} from './build.ts';
import { v } from './values.ts';

const lane = oneOf('setting', 'provider', 'commissioner', 'level', 'footprint');
const strings = list(text);

const inherited = { provider: v.provision, commissioner: v.commissioning, governance: v.oversight };

const stageFacts = {
  ...inherited,
  status: v.status,
  enters: text,
  leaves: text,
  purpose: text,
  setting: v.settingUse,
  level: name,
  cohort: name,
  ages: v.ages,
  partner: v.provision,
  activity: v.activity,
  cost: v.cost,
  capacity: v.capacity,
  wait: v.wait,
  assessment: v.assessment,
  workforce: v.workforce,
  training: text,
  voice: text,
  standard: text,
  excludes: text,
  varies: v.variation,
};

/** Every kind of block that can stand in a pathway, a specification or a vocabulary, by the name that others refer to it by. */
export const innerBlocks: Readonly<Record<string, Schema>> = {
  term: block<model.Term>(
    ['term'],
    {
      of: oneOf('kind', 'setting', 'level', 'movement', 'basis', 'domain', 'cohort', 'data'),
      flags: list(oneOf('commissioner', 'provider', 'secure', 'detained', 'special-category', 'criminal-offence')),
      order: optional(number),
      scheme: optional(text),
      until: optional(v.period),
      becomes: optional(name),
      describes: optional(text),
    },
    undefined,
  ),
  fieldDefinition: block<model.FieldDefinition>(
    ['field'],
    {
      type: oneOf('text', 'number', 'date', 'money'),
      on: oneOf('stage', 'pathway', 'transition', 'organisation'),
    },
    undefined,
  ),
  requiredStage: block<model.RequiredStage>(
    ['required-stage'],
    { requires: list(v.requirement) },
    {
      setting: v.settingUse,
      level: name,
      ages: v.ages,
      cohort: name,
      assessment: v.assessment,
      purpose: text,
      standard: text,
    },
  ),
  requiredTransition: block<model.RequiredTransition>(
    ['required-transition'],
    { from: name, to: name, requires: list(v.requirement) },
    { movement: name },
  ),
  stage: block<model.Stage>(
    ['stage'],
    { realises: optional(name), outcomes: list(ref('outcome')), issues: list(ref('issue')) },
    stageFacts,
  ),
  usedStage: block<model.UsedStage>(['used-stage'], { stage: name, pathway: name }, undefined),
  transition: block<model.Transition>(
    ['transition'],
    { named: boolean, from: ref('end'), to: ref('end'), issues: list(ref('issue')) },
    {
      movement: name,
      trigger: text,
      criteria: text,
      threshold: text,
      access: text,
      lead: name,
      receiver: name,
      within: v.within,
      send: v.send,
      agreement: name,
      activity: v.activity,
      ages: v.ages,
      governance: v.oversight,
      varies: v.variation,
    },
  ),
  flow: block<model.Flow>(
    ['flow'],
    { named: boolean, from: ref('end'), to: ref('end'), issues: list(ref('issue')) },
    { send: v.send, agreement: name },
  ),
  issue: block<model.Issue>(
    ['gap', 'risk', 'challenge', 'strength', 'need'],
    { text },
    {
      affects: name,
      severity: v.rating,
      likelihood: v.rating,
      impact: v.rating,
      owner: name,
      status: oneOf('open', 'accepted', 'closed'),
      action: name,
    },
  ),
  action: block<model.Action>(
    ['action', 'milestone'],
    { text },
    {
      owner: name,
      status: oneOf('planned', 'underway', 'done'),
      due: v.period,
      cost: v.cost,
      output: v.output,
      affects: name,
    },
  ),
  outcome: block<model.Outcome>(
    ['outcome'],
    { text, domain: optional(name), indicators: list(ref('indicator')) },
    undefined,
  ),
  indicator: block<model.Indicator>(
    ['indicator'],
    { text, baseline: optional(v.measurement), target: optional(v.measurement) },
    undefined,
  ),
};

/** Every kind of declaration, by the name that the whole refers to it by. */
export const declarations: Readonly<Record<string, Schema>> = {
  project: block<model.ProjectDeclaration>(
    ['project'],
    {
      currency: optional(text),
      baseYear: optional(v.period),
      staleAfterYears: optional(number),
      strictness: optional(oneOf('draft', 'review', 'assure')),
      includes: list(object<{ path: string; place: string }>({ path: text, place: v.place })),
      rules: list(v.ruleSetting),
    },
    { ages: v.ages },
  ),
  source: block<model.Source>(['source'], {}, { publisher: text, author: text, published: v.period, url: text }),
  footprint: block<model.Footprint>(['footprint'], { is: optional(name), within: optional(name) }, { code: v.code }),
  organisation: block<model.Organisation>(
    ['organisation'],
    { is: optional(name) },
    { alias: text, code: v.code, covers: name, partOf: name, succeededBy: v.succession },
  ),
  system: block<model.System>(['system'], {}, undefined),
  information: block<model.Information>(
    ['information'],
    { is: optional(oneOf('assessment', 'record', 'referral', 'report')), containing: list(name) },
    undefined,
  ),
  agreement: block<model.Agreement>(
    ['agreement'],
    { is: optional(oneOf('information-sharing', 'partnership', 'commissioning', 'contract')) },
    {
      party: name,
      covers: name,
      basis: name,
      lawfulBasis: text,
      condition: text,
      dpia: text,
      valid: v.validity,
      governance: v.oversight,
      standard: text,
    },
  ),
  board: block<model.Board>(['board'], { top: boolean }, { chair: name, member: name, reportsTo: name, meets: text }),
  vocabulary: block<model.Vocabulary>(
    ['vocabulary'],
    { terms: list(ref('term')), fieldDefinitions: list(ref('fieldDefinition')) },
    undefined,
  ),
  specification: block<model.Specification>(
    ['specification'],
    {
      footprint: optional(name),
      requires: list(v.requirement),
      stages: list(ref('requiredStage')),
      transitions: list(ref('requiredTransition')),
      allowedVariations: strings,
      outcomes: list(ref('outcome')),
    },
    { ages: v.ages, purpose: text, standard: text },
  ),
  pathway: block<model.Pathway>(
    ['pathway'],
    {
      realises: optional(name),
      footprint: optional(name),
      stages: list(ref('stage')),
      uses: list(ref('usedStage')),
      omits: list(v.omission),
      transitions: list(ref('transition')),
      flows: list(ref('flow')),
      outcomes: list(ref('outcome')),
      issues: list(ref('issue')),
      actions: list(ref('action')),
    },
    {
      ...inherited,
      status: v.status,
      owner: name,
      cohort: name,
      ages: v.ages,
      purpose: text,
      standard: text,
      excludes: text,
      activity: v.activity,
      cost: v.cost,
      capacity: v.capacity,
      overlaps: v.overlap,
      voice: text,
    },
  ),
  view: block<model.View>(
    ['view'],
    {
      of: optional(name),
      lanes: optional(lane),
      colour: optional(lane),
      badges: strings,
      show: strings,
      hide: strings,
      only: list(object<{ by: string; term: string }>({ by: text, term: name })),
      direction: optional(oneOf('right', 'down')),
    },
    undefined,
  ),
  scenario: block<model.Scenario>(['scenario'], { changes: optional(name), edits: list(scenarioEdit()) }, undefined),
};

type Edit<K extends model.ScenarioEdit['edit']> = Extract<model.ScenarioEdit, { edit: K }>;

function scenarioEdit(): Schema {
  const { place } = v;
  return either(
    object<Edit<'set'>>({
      edit: { const: 'set' },
      stage: name,
      fact: oneOf(...Object.keys(stageFacts)),
      line: fact(either(...new Set(Object.values(stageFacts)))),
      place,
    }),
    object<Edit<'add-stage'>>({ edit: { const: 'add-stage' }, stage: ref('stage'), place }),
    object<Edit<'add-transition'>>({ edit: { const: 'add-transition' }, transition: ref('transition'), place }),
    object<Edit<'remove-stage'>>({ edit: { const: 'remove-stage' }, stage: name, place }),
    object<Edit<'remove-transition'>>({
      edit: { const: 'remove-transition' },
      transition: optional(name),
      from: optional(name),
      to: optional(name),
      place,
    }),
  );
}
