import { viewWords } from '../../model/view-words.ts';

/** What a keyword means, for somebody who has never programmed. */
export interface KeywordHelp {
  readonly means: string;
  /** How it may be written; `…` stands for words of one's own. */
  readonly forms?: readonly string[];
  /** A line as it may stand in the block. */
  readonly example?: string;
}

type Help = Readonly<Record<string, KeywordHelp>>;

const absent = '… unknown ask <organisation> by <date> because "…"';
const absences = [absent, '… none because "…"', '… not-applicable because "…"'];

/** What a view can show or hide, as a sentence lists it. */
const shownWords = Object.keys(viewWords)
  .map((word) => `\`${word}\``)
  .join(', ');

/** The words that start a line, where they mean the same in every block. */
const lines: Help = {
  // Blocks of a file
  project: {
    means: 'What holds for all pathway files in this folder and the folders below it.',
    forms: ['project <name> "label" { … }'],
    example: 'project county "Pathways of the county" {\n  ages 0 to 25\n}',
  },
  source: {
    means: 'A document or a set of returns that facts are taken from.',
    forms: ['source <name> "title" { publisher … author … published … url … }'],
    example: 'source review-2025 "Pathway review" {\n  published 2025-11\n}',
  },
  footprint: {
    means: 'An area that is planned for.',
    forms: ['footprint <name> "label" is <kind> within <footprint> { … }'],
    example: 'footprint north-county "North County" is ltp within example-county',
  },
  organisation: {
    means: 'A body that commissions, provides, owns or oversees something. Give each body one entry.',
    forms: ['organisation <name> "label" is <kind> { … }'],
    example: 'organisation example-trust "Example Trust" is nhs-provider',
  },
  system: {
    means: 'Where information is recorded.',
    forms: ['system <name> "label"'],
    example: 'system care-record "Shared care record"',
  },
  information: {
    means: 'What is recorded and sent: an assessment, a record, a referral or a report.',
    forms: ['information <name> "label" is <sort> containing <data> and <data>'],
    example: 'information referral-form "Referral form" is referral containing health-data',
  },
  agreement: {
    means: 'An agreement between organisations.',
    forms: ['agreement <name> "label" is information-sharing | partnership | commissioning | contract { … }'],
    example: 'agreement sharing "Sharing agreement" is information-sharing {\n  party example-trust\n}',
  },
  board: {
    means: 'A board that oversees stages, pathways or agreements.',
    forms: ['board <name> "label" { chair … member … reports to … }'],
    example: 'board oversight "Oversight board" {\n  chair example-icb\n}',
  },
  vocabulary: {
    means: 'Words of your own: settings, levels, kinds of organisations and so on.',
    forms: ['vocabulary <name> "label" { … }'],
    example: 'vocabulary local-terms "Local terms" {\n  setting drop-in "Drop-in centre"\n}',
  },
  specification: {
    means: 'What must exist, for a region or a country. The pathways of its areas realise it.',
    forms: ['specification <name> "label" for <footprint> { … }'],
    example: 'specification standard-offer "County standard" for example-county {\n  require provider\n}',
  },
  pathway: {
    means: 'A care pathway: its stages, and the ways from one to the next.',
    forms: ['pathway <name> "label" realises <specification> in <footprint> { … }'],
    example: 'pathway north-hj "Health and justice" in north-county {\n  stage intake\n}',
  },
  view: {
    means: 'One way to look at a pathway or scenario.',
    forms: ['view <name> "label" of <pathway or scenario> { … }'],
    example: 'view who-pays "Who commissions what" of north-hj {\n  colour by commissioner\n}',
  },
  scenario: {
    means: 'A pathway as it might be: what would be set, added or removed.',
    forms: ['scenario <name> "label" changes <pathway> { … }'],
    example: 'scenario less-custody "Fewer in custody" changes north-hj {\n  remove stage home\n}',
  },

  // Lines for every block
  note: {
    means: 'What readers should know, and no other line can say.',
    forms: ['note "…"'],
    example: 'note "Moves to a new building in the spring"',
  },
  tag: { means: 'A mark of your own, to find blocks by.', forms: ['tag <word>'], example: 'tag pilot' },
  field: {
    means: 'A fact of your own, declared in a vocabulary.',
    forms: ['field <name> <text, number, date or money>'],
    example: 'field rooms 12',
  },
  evidence: {
    means: 'Where the facts of this block come from, unless they say otherwise. Holds in the blocks inside as well.',
    forms: ['evidence <source> at "…" confidence high | medium | low'],
    example: 'evidence review-2025 at "Chapter 2" confidence medium',
  },
  accept: {
    means:
      'A finding that is as it should be. Excuses the findings of that rule in this block and those inside; they are still counted, as accepted.',
    forms: ['accept <rule> because "…" by <organisation> until <date>'],
    example: 'accept missing-activity because "Counted from April" by example-icb until 2026-12',
  },

  // Project
  currency: { means: 'The currency that costs are in.', forms: ['currency <code>'], example: 'currency GBP' },
  'base-year': {
    means: 'The year that figures are compared in.',
    forms: ['base-year <year>'],
    example: 'base-year 2025/26',
  },
  'stale-after': {
    means: 'How old a figure may get.',
    forms: ['stale-after <number> years'],
    example: 'stale-after 3 years',
  },
  strictness: {
    means:
      'How strictly the project is checked. `draft` shows what is not written down yet as notes only, `review` is the normal setting, `assure` turns everything on and shows open questions as findings.',
    forms: ['strictness draft | review | assure'],
    example: 'strictness review',
  },
  rule: {
    means: 'Leaves a rule out, or changes how serious its findings are. Say why a rule is off.',
    forms: ['rule <rule> off because "…"', 'rule <rule> info | warning | error'],
    example: 'rule missing-activity off because "Activity is mapped in the second phase"',
  },
  include: {
    means: 'Also reads the files below another folder, such as a register that several projects share.',
    forms: ['include "folder"'],
    example: 'include "../county-register"',
  },

  // Register
  publisher: { means: 'Who published the source.', forms: ['publisher "…"'], example: 'publisher "Example ICB"' },
  author: { means: 'Who wrote the source.', forms: ['author "…"'], example: 'author "Example Support Unit"' },
  url: {
    means: 'Where the source can be read.',
    forms: ['url "https://…"'],
    example: 'url "https://example.org/review"',
  },
  published: {
    means: 'When the source was published.',
    forms: ['published <date>', ...absences.map((form) => form.replace('…', 'published'))],
    example: 'published 2025-11',
  },
  code: {
    means: 'The code of the organisation or footprint in a scheme such as `ods` or `ons`.',
    forms: ['code <scheme> "…"'],
    example: 'code ods "QX9"',
  },
  alias: {
    means: 'Another name that the organisation is known by.',
    forms: ['alias "…"'],
    example: 'alias "Example ICB"',
  },
  part: {
    means: 'The organisation that this one is part of.',
    forms: ['part of <organisation>'],
    example: 'part of example-nhs',
  },
  succeeded: {
    means: 'The organisation that took over from this one, and when.',
    forms: ['succeeded by <organisation> on <date>'],
    example: 'succeeded by example-icb on 2022-07-01',
  },
  party: {
    means: 'An organisation that has made the agreement. Write a line for each.',
    forms: ['party <organisation>'],
    example: 'party example-trust',
  },
  under: {
    means: 'The legal basis that the agreement rests on.',
    forms: ['under <basis>'],
    example: 'under section-7a',
  },
  'lawful-basis': fact(
    'lawful-basis',
    'The lawful basis for processing the information.',
    ['lawful-basis "…"'],
    ['lawful-basis "UK GDPR Article 6(1)(e)"'],
  ),
  condition: fact(
    'condition',
    'The condition under which sensitive information may be processed.',
    ['condition "…"'],
    ['condition "UK GDPR Article 9(2)(h)"'],
  ),
  dpia: fact('dpia', 'The data protection impact assessment.', ['dpia "…"'], ['dpia "2025-04"']),
  valid: fact(
    'valid',
    'How long the agreement holds.',
    ['valid <date> to <date>', 'valid <date>', 'valid to <date>'],
    ['valid 2025-04 to 2028-03'],
  ),
  chair: { means: 'Who chairs the board.', forms: ['chair <organisation>'], example: 'chair example-icb' },
  member: {
    means: 'An organisation with a seat on the board. Write a line for each.',
    forms: ['member <organisation>'],
    example: 'member example-trust',
  },
  reports: {
    means: 'The board that this one reports to.',
    forms: ['reports to <board>'],
    example: 'reports to county-board',
  },
  top: { means: 'Says that the board reports to nobody.', forms: ['top'], example: 'top' },
  meets: { means: 'How often the board meets.', forms: ['meets "…"'], example: 'meets "Every two months"' },

  // Terms of a vocabulary
  kind: {
    means: 'A kind of organisation or footprint. Its marks say whether such bodies commission or provide.',
    forms: ['kind <name> "label" commissioner provider until <date> becomes <kind> describes "…"'],
    example: 'kind primary-network "Primary care network" provider',
  },
  basis: {
    means: 'A legal basis for commissioning or for an agreement.',
    forms: ['basis <name> "label"'],
    example: 'basis section-117 "Section 117, Mental Health Act"',
  },
  domain: {
    means: 'A domain that outcomes belong to.',
    forms: ['domain <name> "label"'],
    example: 'domain wellbeing "Wellbeing"',
  },
  data: {
    means: 'A kind of data that information may contain, and whether it is sensitive.',
    forms: ['data <name> "label" special-category criminal-offence'],
    example: 'data care-status "Care status" special-category',
  },

  // Specification
  require: {
    means: 'What must be stated, here and in what realises it.',
    forms: [
      'require provider | commissioner | activity | cost | governance | criteria | lead | information | agreement',
      'require information <information>',
    ],
    example: 'require provider',
  },
  allow: {
    means: 'A fact that may differ from area to area without a word of explanation.',
    forms: ['allow variation in <fact>'],
    example: 'allow variation in provider',
  },

  // Pathway and stage
  status: {
    means: 'How far it has come. `as of` gives the date that the map describes.',
    forms: ['status draft | proposed | current | closed as of <date>'],
    example: 'status current as of 2026-03',
  },
  owner: fact('owner', 'The organisation that answers for it.', ['owner <organisation>'], ['owner example-icb']),
  cohort: { means: 'The people it is for.', forms: ['cohort <cohort>'], example: 'cohort cyp-justice' },
  ages: fact(
    'ages',
    'The ages it is for, both ends included.',
    ['ages 0 to 25', 'ages 18 and over', 'ages under 18'],
    ['ages 10 to 18'],
  ),
  purpose: { means: 'What it is for.', forms: ['purpose "…"'], example: 'purpose "Close to home"' },
  standard: {
    means: 'A standard that it follows. Write a line for each.',
    forms: ['standard "…"'],
    example: 'standard "Example service standard"',
  },
  excludes: {
    means: 'What is left out on purpose.',
    forms: ['excludes "…"'],
    example: 'excludes "Emergency care and out-of-hours services"',
  },
  voice: {
    means: 'What people who use it say.',
    forms: ['voice "…"'],
    example: 'voice "The waiting room is calm"',
  },
  commissioner: fact(
    'commissioner',
    'Who commissions it, with as much as is known: the role, the scope, the legal basis, the share of the cost, the function, what is left out, and for whom it acts. Written in a pathway, it holds for every stage that does not say its own.',
    [
      'commissioner <organisation> as lead | co | contributor scope local | regional | national under <basis> share 60% for "…" excluding "…" on behalf of <organisation>',
    ],
    ['commissioner example-icb as lead scope local share 60%'],
  ),
  provider: fact(
    'provider',
    'Who delivers it. With several, one is `as lead`. Written in a pathway, it holds for every stage that does not say its own.',
    ['provider <organisation> as lead', 'provider <organisation> as "role"'],
    ['provider example-trust as lead'],
  ),
  partner: {
    means: 'An organisation that takes part, but neither leads nor commissions.',
    forms: ['partner <organisation> as "role"'],
    example: 'partner example-council as "Social workers"',
  },
  governance: fact(
    'governance',
    'Who oversees it: a board or an agreement. Written in a pathway, it holds for every stage that does not say its own: one that names only an agreement keeps the boards, and one that names only a board the agreements.',
    ['governance board <board>', 'governance agreement <agreement>'],
    ['governance board oversight'],
  ),
  cost: fact(
    'cost',
    'What it costs. Give the period, and a `funded by` for each funder. In a pathway it is the total of the whole, and is never added to what stages say. A cost that is not recorded never counts as £0.',
    ['cost £120,000 budget | actual | estimate | grant | pooled for 2025/26 funded by <organisation>'],
    ['cost £1.2m budget for 2025/26 funded by example-icb'],
  ),
  activity: fact(
    'activity',
    'How much is done or how many people come. Write `fewer than 5` where a small number could tell who is meant.',
    ['activity about | up to | fewer than 1,200 referrals per year measuring "…" from <footprint> for 2025/26'],
    ['activity about 1,200 referrals for 2025/26'],
  ),
  capacity: fact(
    'capacity',
    'How much it can take.',
    ['capacity 40 places for 2025/26'],
    ['capacity 40 places for 2025/26'],
  ),
  stage: {
    means: 'A step of the pathway, where people are cared for.',
    forms: ['stage <name> "label" realises <required stage> { … }'],
    example: 'stage clinic "Clinic" {\n  provider example-trust\n}',
  },
  uses: {
    means:
      'Brings in a stage that another pathway describes, such as one unit that serves several areas. It is drawn in each of them and counted once.',
    forms: ['uses stage <stage> of <pathway> as <name>'],
    example: 'uses stage ward of south-hj as shared-ward',
  },
  omits: {
    means: 'A required stage or transition that is left out on purpose.',
    forms: ['omits <required stage> because "…"', 'omits transition from <stage> to <stage> because "…"'],
    example: 'omits sarc-care because "Seen in the next county"',
  },
  transition: {
    means: 'A way that people take from one stage to another. The name may be left out.',
    forms: [
      'transition <name> from <stage> to <stage> "label" { … }',
      'transition from <stage> to <stage> of <pathway>',
      'transition from <stage> to pathway <pathway>',
    ],
    example: 'transition from intake to support {\n  criteria "Needs more than advice"\n}',
  },
  flow: {
    means: 'Information that moves though no person does.',
    forms: ['flow <name> from <stage> to <stage> "label" { send … }'],
    example: 'flow from support to intake "Report to court" {\n  send court-report\n}',
  },
  overlaps: {
    means: 'Another pathway, or anything else in words, that meets this one.',
    forms: ['overlaps <pathway> at <stage> "why"', 'overlaps "…" at <stage> "why"'],
    example: 'overlaps "Adult liaison" at intake "One team at night"',
  },
  enters: {
    means: 'People come into the pathway here, from outside.',
    forms: ['enters', 'enters "…"'],
    example: 'enters "Self-referral, family doctor or school"',
  },
  leaves: {
    means: 'People leave the pathway from here.',
    forms: ['leaves', 'leaves "…"'],
    example: 'leaves "Discharge to the family doctor"',
  },
  setting: {
    means: 'Where it takes place. `count` says how many establishments there are. There may be several lines.',
    forms: ['setting <setting> "place" count <number>'],
    example: 'setting prison "Northgate" count 4',
  },
  level: fact('level', 'The level or tier of care.', ['level <level>'], ['level tier-3']),
  wait: fact(
    'wait',
    'How long people wait, or should wait at most.',
    ['wait 18 weeks', 'wait 6 weeks target'],
    ['wait 6 weeks target'],
  ),
  assessment: fact(
    'assessment',
    'The assessment that is made, and where it is recorded.',
    ['assessment <information> recorded in <system>'],
    ['assessment health-check recorded in care-record'],
  ),
  workforce: fact(
    'workforce',
    'Who works there, and how many in whole-time equivalents.',
    ['workforce "…" 4.5 wte'],
    ['workforce "Clinical psychologists" 4.5 wte'],
  ),
  training: fact('training', 'The training that staff have.', ['training "…"'], ['training "Trauma-informed care"']),
  varies: {
    means: 'Why a fact differs from what the specification says.',
    forms: ['varies <fact> because "…"'],
    example: 'varies setting because "Shared with adults until the new building opens"',
  },

  // Transition and flow
  movement: {
    means: 'What kind of move it is, such as `step-up`, `age` or `referral`.',
    forms: ['movement <movement>'],
    example: 'movement out-of-secure',
  },
  trigger: fact('trigger', 'What sets the move off.', ['trigger "…"'], ['trigger "Release date set"']),
  criteria: fact('criteria', 'Who is referred.', ['criteria "…"'], ['criteria "Needs more than advice"']),
  threshold: fact('threshold', 'How serious things must be.', ['threshold "…"'], ['threshold "Score of 20 or more"']),
  access: fact('access', 'Through which door people come.', ['access "…"'], ['access "Single point of access"']),
  lead: fact(
    'lead',
    'Who is responsible until the person has arrived.',
    ['lead <organisation>'],
    ['lead example-charity'],
  ),
  receiver: fact('receiver', 'Who takes over.', ['receiver <organisation>'], ['receiver example-trust']),
  within: {
    means: 'How soon after an event, or how long before it.',
    forms: ['within 5 days of "…"', 'within 5 days before "…"'],
    example: 'within 5 days before "release"',
  },
  send: fact(
    'send',
    'What information is sent: from and to whom, the system it is taken from and put into, the agreement it is sent under, and when.',
    [
      'send <information> from <organisation> to <organisation> using <system> into <system> under <agreement> when "…"',
    ],
    ['send health-check from example-charity to example-trust under sharing when "before release"'],
  ),

  // Findings and plan
  gap: issue('gap', 'Something that is not there, and should be.', 'gap no-return "Nobody brings people back"'),
  risk: issue('risk', 'Something that may go wrong.', 'risk falling-through "People fall through the gap at 18"'),
  challenge: issue('challenge', 'Something that makes it hard.', 'challenge mixed "Commissioning is mixed"'),
  strength: issue('strength', 'Good practice, to keep and share.', 'strength one-record "One care record for all"'),
  need: issue('need', 'A need of people that is not met.', 'need quiet-place "A quiet place to wait"'),
  affects: {
    means: 'The stage, transition or flow that it is about. Write a line for each.',
    forms: ['affects <stage, transition or flow>'],
    example: 'affects support',
  },
  severity: rating('severity', 'How serious it is.'),
  likelihood: rating('likelihood', 'How likely it is to happen.'),
  impact: rating('impact', 'How much it would do.'),
  action: {
    means: 'Something that is to be done. Gaps and risks can name it.',
    forms: ['action <name> "…" { owner … status … due … cost … output … affects … }'],
    example: 'action find-places "Find places nearer to home" {\n  due 2026-12\n}',
  },
  milestone: {
    means: 'A point that the plan is to reach.',
    forms: ['milestone <name> "…" { owner … status … due … output … }'],
    example: 'milestone workshop "Care pathway workshop" {\n  due 2025-06\n}',
  },
  due: fact('due', 'When it is to be done.', ['due <date>'], ['due 2026-12']),
  output: {
    means: 'What comes of it, as a draft or final.',
    forms: ['output "…" draft | final'],
    example: 'output "Business case" draft',
  },
  outcome: {
    means: 'What it is to achieve; its indicators say how one can tell.',
    forms: ['outcome <name> "…" in <domain> { indicator … }'],
    example: 'outcome less-reoffending "Reduced re-offending" in qipp-prevention',
  },
  indicator: {
    means: 'How one can tell that an outcome is reached: where it stands now, and where it should be by when.',
    forms: ['indicator <name> "…" baseline <number> <unit> for <period> target <number> <unit> by <date>'],
    example: 'indicator waiting "Longest wait" baseline 20 weeks for 2024/25 target 6 weeks by 2027',
  },

  // Views
  lanes: by('lanes', 'What the bands of the picture stand for, in which its stages stand.'),
  colour: by('colour', 'What the colours of the picture stand for; each has a letter too.'),
  badge: {
    means:
      'A figure at each stage: that of the latest period. What is not recorded is said, and never counted as nothing.',
    forms: ['badge by cost | activity | wait | findings'],
    example: 'badge by cost',
  },
  show: { means: `What the picture also shows: ${shownWords}.`, forms: ['show <what>'], example: 'show criteria' },
  hide: {
    means: `What the picture leaves out: any of what it can show, which is ${shownWords}.`,
    forms: ['hide <what>'],
    example: 'hide information',
  },
  only: {
    means:
      'Draws only the stages of a setting, level, provider, commissioner, cohort or footprint. Of several of one kind one has to hold, of several kinds one of each.',
    forms: ['only setting | level | provider | commissioner | cohort | footprint <name>'],
    example: 'only setting community',
  },
  direction: {
    means: 'Which way the picture runs.',
    forms: ['direction right | down'],
    example: 'direction right',
  },

  // Scenarios
  in: {
    means:
      'Puts its line in place of the stage’s lines of that fact; where it gives a period, only in place of those of that period.',
    forms: ['in stage <stage> set <fact>'],
    example: 'in stage home-team set cost £2.9m estimate for 2026/27',
  },
  add: {
    means: 'Adds a stage or a transition.',
    forms: ['add stage <name> "label" { … }', 'add transition from <stage> to <stage> { … }'],
    example: 'add stage mentoring "Mentoring"',
  },
  remove: {
    means: 'Removes a stage, with its transitions and flows, or one transition.',
    forms: ['remove stage <stage>', 'remove transition <name>', 'remove transition from <stage> to <stage>'],
    example: 'remove stage home',
  },
};

const term = (word: string, means: string, example: string, more = ''): KeywordHelp => ({
  means,
  forms: [`${word} <name> "label"${more} until <date> becomes <${word}> describes "…"`],
  example,
});

/** The same words where they start a line of a block in which they mean something else. */
const linesIn: Readonly<Record<string, Help>> = {
  Vocabulary: {
    setting: term('setting', 'A setting of your own.', 'setting drop-in "Drop-in centre"', ' secure detained'),
    level: term(
      'level',
      'A level of your own. Levels of one scheme are compared by their order.',
      'level universal "Universal" order 1 scheme local-levels',
      ' order <number> scheme <scheme>',
    ),
    movement: term('movement', 'A kind of move of your own.', 'movement return-home "Return home"'),
    cohort: term('cohort', 'A group of people of your own.', 'cohort girls "Girls and young women"'),
    field: {
      means: 'Declares a fact of your own, or states one about the vocabulary.',
      forms: ['field <name> is text | number | date | money on stage | pathway | transition | organisation'],
      example: 'field rooms is number on stage',
    },
  },
  Specification: {
    require: {
      means: 'What every pathway that realises this must have: a stage, a transition, or a fact of every stage.',
      forms: [
        'require stage <name> "label" { … }',
        'require transition from <stage> to <stage> { … }',
        'require provider | commissioner | activity | cost | governance | criteria | lead | information | agreement',
      ],
      example: 'require stage intake "First contact" {\n  require activity\n}',
    },
  },
  Organisation: {
    covers: {
      means: 'The area that the organisation is there for.',
      forms: ['covers <footprint>'],
      example: 'covers example-county',
    },
  },
  Agreement: {
    covers: {
      means: 'Information that may be sent under the agreement. Write a line for each.',
      forms: ['covers <information>'],
      example: 'covers referral-form',
    },
  },
  Transition: { agreement: theAgreement('The agreement that the move itself rests on.') },
  Flow: { agreement: theAgreement('The agreement that the information is sent under.') },
  Issue: {
    status: {
      means: 'Whether it still stands.',
      forms: ['status open | accepted | closed'],
      example: 'status open',
    },
    action: { means: 'The action that deals with it.', forms: ['action <action>'], example: 'action find-places' },
  },
  Action: {
    status: {
      means: 'How far it has come.',
      forms: ['status planned | underway | done'],
      example: 'status underway',
    },
  },
};

/** The words that go on with a line. */
const clauses: Help = {
  unknown: {
    means: 'Somebody looked, and could not find out. It is listed as an open question, with whom to ask.',
    forms: [absent],
  },
  none: {
    means: 'It is certain that there is none: a gap in service. Raise a `gap`, and plan what to do.',
    forms: ['… none because "…"'],
  },
  'not-applicable': {
    means: 'The question makes no sense here. A reason is required.',
    forms: ['… not-applicable because "…"'],
  },
  ask: { means: 'The organisation that could answer.', forms: ['… unknown ask <organisation>'] },
  because: { means: 'The reason. An empty one counts as none given.', forms: ['… because "…"'] },
  by: { means: 'By whom, or by when.' },
  until: { means: 'The last day or month on which it holds.', forms: ['… until 2026-12'] },
  according: {
    means: 'The source that this fact is taken from, and the place in it.',
    forms: ['… according to <source> at "p.3" confidence high | medium | low'],
  },
  at: { means: 'The place in the source.', forms: ['… at "p.3"'] },
  confidence: { means: 'How sure you are of the fact.', forms: ['… confidence high | medium | low'] },
  high: { means: 'The highest of `high`, `medium` and `low`.' },
  medium: { means: 'The middle one of `high`, `medium` and `low`.' },
  low: { means: 'The lowest of `high`, `medium` and `low`.' },
  to: { means: 'To whom, where to, or up to when.' },
  from: { means: 'From whom, or where from.' },
  about: { means: 'The number is roughly right.', forms: ['activity about 1,200 referrals'] },
  up: { means: 'The number is the most it can be.', forms: ['activity up to 30%'] },
  fewer: {
    means: 'The number is below this. Write it where a small number could tell who is meant.',
    forms: ['activity fewer than 5 people'],
  },
  per: { means: 'The span that the number is counted over.', forms: ['1,200 referrals per year'] },
  over: { means: 'That age, and every age above it.', forms: ['ages 18 and over'] },
  and: { means: 'Goes on with what was said before.', forms: ['ages 18 and over', 'containing <data> and <data>'] },
  under: { means: 'The legal basis, or the agreement that it rests on.' },
  as: { means: 'The role.', forms: ['… as lead', '… as "role"'] },
  lead: { means: 'The first among several, who answers for it.', forms: ['… as lead'] },
  co: { means: 'Commissions together with the lead.', forms: ['commissioner <organisation> as co'] },
  contributor: {
    means: 'Contributes to what others commission.',
    forms: ['commissioner <organisation> as contributor'],
  },
  scope: { means: 'How far the commissioning reaches.', forms: ['… scope local | regional | national'] },
  local: { means: 'Commissioned for the area.' },
  regional: { means: 'Commissioned for the region.' },
  national: { means: 'Commissioned for the whole country.' },
  share: { means: 'The share of the cost.', forms: ['… share 60%'] },
  for: { means: 'The period of a figure, the function that is commissioned, or the area of a specification.' },
  excluding: { means: 'What is left out.', forms: ['… excluding "…"'] },
  on: { means: 'The day on which it happened.', forms: ['… on 2022-07-01'] },
  behalf: { means: 'For whom the commissioner acts.', forms: ['… on behalf of <organisation>'] },
  of: { means: 'What it belongs to.' },
  measuring: { means: 'What is counted.', forms: ['… measuring "Referrals accepted"'] },
  funded: { means: 'Who pays. Write it once for each funder.', forms: ['… funded by <organisation>'] },
  budget: { means: 'What was set aside.' },
  actual: { means: 'What was spent.' },
  estimate: { means: 'What it is thought to cost.' },
  grant: { means: 'Money given for a purpose and a time.' },
  pooled: { means: 'A fund that several organisations pay into.' },
  draft: { means: 'Still being written.' },
  proposed: { means: 'Only planned. It is not asked for what it lacks.' },
  current: { means: 'In place today.' },
  closed: { means: 'No longer there, or no longer open.' },
  count: { means: 'How many establishments there are.', forms: ['setting prison count 4'] },
  recorded: { means: 'The system in which it is recorded.', forms: ['… recorded in <system>'] },
  in: { means: 'Where it is, or where it belongs.' },
  using: { means: 'The system that it is taken from.', forms: ['… using <system>'] },
  into: { means: 'The system that it is put into.', forms: ['… into <system>'] },
  when: { means: 'When it is sent.', forms: ['… when "before release"'] },
  years: { means: 'Years.', forms: ['stale-after 3 years'] },
  year: { means: 'One year.', forms: ['stale-after 1 year'] },
  review: { means: 'The normal strictness.' },
  assure: {
    means: 'The strictest: every rule is on, information becomes warning, and open questions are shown as findings.',
  },
  off: { means: 'Leaves the rule out. Say why.', forms: ['rule <rule> off because "…"'] },
  info: { means: 'Shows the findings of the rule as notes.' },
  warning: { means: 'Shows the findings of the rule as warnings.' },
  error: { means: 'Shows the findings of the rule as errors.' },
  is: { means: 'What kind it is.' },
  record: { means: 'Information that is kept about a person.' },
  referral: { means: 'Information that goes with a referral.' },
  report: { means: 'Information that is written for somebody else to read.' },
  assessment: { means: 'Information that an assessment gives.' },
  containing: {
    means: 'The kinds of sensitive data that it holds.',
    forms: ['… containing <data> and <data>'],
  },
  'information-sharing': { means: 'An agreement on what may be sent, and on what basis.' },
  partnership: { means: 'An agreement to work or to commission together.' },
  commissioning: { means: 'An agreement on who commissions what.' },
  contract: { means: 'An agreement with a provider.' },
  commissioner: { means: 'Bodies of this kind commission; or, in a view, by who commissions.' },
  provider: { means: 'Bodies of this kind provide; or, in a view, by who provides.' },
  secure: { means: 'People cannot leave this setting as they wish.' },
  detained: { means: 'People in this setting are held by law.' },
  'special-category': { means: 'Data that the law protects more strictly, such as data about health.' },
  'criminal-offence': { means: 'Data about offences and convictions.' },
  order: { means: 'The place of a level in its scheme. May be a decimal, such as 3.5.', forms: ['… order 3.5'] },
  scheme: { means: 'The set of levels that are compared with each other.', forms: ['… scheme camhs-tiers'] },
  becomes: { means: 'The term that takes its place.', forms: ['… until 2022-06-30 becomes icb'] },
  describes: { means: 'An explanation for readers.', forms: ['… describes "…"'] },
  text: { means: 'The fact is a text.' },
  number: { means: 'The fact is a number.' },
  date: { means: 'The fact is a date.' },
  money: { means: 'The fact is an amount of money.' },
  variation: { means: 'What may differ from area to area.', forms: ['allow variation in <fact>'] },
  realises: { means: 'What the specification asks for, and this is.', forms: ['… realises <name>'] },
  within: { means: 'The larger area around it.', forms: ['… within <footprint>'] },
  target: { means: 'What is aimed for, and not what is.', forms: ['wait 6 weeks target', '… target 80% by 2026/27'] },
  wte: { means: 'Whole-time equivalents.', forms: ['workforce "…" 4.5 wte'] },
  before: { means: 'How long before the event.', forms: ['within 5 days before "release"'] },
  than: { means: 'The number is below this.', forms: ['fewer than 5 people'] },
  open: { means: 'Still stands.' },
  accepted: { means: 'Known, and left as it is.' },
  planned: { means: 'Not begun yet.' },
  underway: { means: 'Begun, and not done yet.' },
  done: { means: 'Finished.' },
  final: { means: 'No longer a draft.' },
  baseline: { means: 'Where the indicator stands now.', forms: ['… baseline 62% for 2024/25'] },
  findings: { means: 'What the checks have found.' },
  right: { means: 'From left to right.' },
  down: { means: 'From top to bottom.' },
  changes: { means: 'The pathway that the scenario changes.', forms: ['… changes <pathway>'] },
  set: { means: 'The line to put in its place.', forms: ['in stage <stage> set <fact>'] },
  stage: { means: 'A step of the pathway.' },
  transition: { means: 'A way from one stage to another.' },
  pathway: { means: 'Another pathway as a whole.', forms: ['… to pathway <pathway>'] },
  organisation: { means: 'A fact of organisations.' },
  board: { means: 'A board that oversees it.', forms: ['governance board <board>'] },
  agreement: { means: 'An agreement.' },
  information: { means: 'Information that must be sent.', forms: ['require information <information>'] },
  activity: { means: 'How much is done.' },
  cost: { means: 'What it costs.' },
  wait: { means: 'How long people wait.' },
  governance: { means: 'Who oversees it.' },
  criteria: { means: 'Who is referred.' },
  setting: { means: 'Where it takes place.' },
  level: { means: 'The level or tier of care.' },
  footprint: { means: 'The area.' },
  cohort: { means: 'The people it is for.' },
};

/** The same words where they go on with a line that they mean something special in. */
const clausesIn: Readonly<Record<string, Help>> = {
  CostFact: { funded: clauses['funded']! },
  AgesFact: {
    to: { means: 'The highest age, included.', forms: ['ages 10 to 18'] },
    under: { means: 'Every age below this one.', forms: ['ages under 18'] },
  },
  Transition: {
    from: { means: 'The stage where people come from.' },
    to: { means: 'The stage, or the pathway, that people go to.' },
    of: { means: 'The pathway that the stage stands in.' },
  },
  Flow: { from: { means: 'Where the information comes from.' }, to: { means: 'Where the information goes.' } },
  SendFact: {
    from: { means: 'Who sends the information.', forms: ['… from <organisation>'] },
    to: { means: 'Who receives the information.', forms: ['… to <organisation>'] },
    under: { means: 'The agreement that it is sent under.', forms: ['… under <agreement>'] },
  },
  CommissionerFact: {
    under: { means: 'The legal basis.', forms: ['… under <basis>'] },
    for: { means: 'The function that it commissions.', forms: ['… for "Social care"'] },
    on: clauses['behalf']!,
    of: clauses['behalf']!,
  },
  ActivityFact: {
    from: { means: 'The area that people come from.', forms: ['… from <footprint>'] },
    for: { means: 'The period that the figure is for.', forms: ['… for 2025/26'] },
  },
  AcceptFact: {
    by: { means: 'Who has accepted it.', forms: ['… by <organisation>'] },
    until: { means: 'When the finding comes back.', forms: ['… until 2026-12'] },
  },
  OverlapsFact: { at: { means: 'The stage where they meet.', forms: ['… at <stage>'] } },
  SetFact: { in: lines['in']!, stage: { means: 'The stage that changes.' } },
  WithinFact: { of: { means: 'How soon after the event.', forms: ['within 5 days of "discharge"'] } },
  UsedStage: {
    of: { means: 'The pathway that describes the stage.' },
    as: { means: 'The name that the stage has here.', forms: ['… as <name>'] },
  },
  StatusFact: {
    as: { means: 'The date that the map describes.', forms: ['… as of 2026-03'] },
    of: { means: 'The date that the map describes.', forms: ['… as of 2026-03'] },
  },
};

/** What a word means that starts a line of a block; blocks are called by the rules of the grammar. */
export function helpForLine(word: string, block: string): KeywordHelp | undefined {
  return linesIn[block]?.[word] ?? lines[word];
}

/** What a word means that goes on with a line. */
export function helpForClause(word: string, line: string): KeywordHelp | undefined {
  return clausesIn[line]?.[word] ?? clauses[word] ?? lines[word];
}

/** A fact that may be absent. */
function fact(word: string, means: string, forms: readonly string[], [example]: readonly [string]): KeywordHelp {
  return { means, forms: [...forms, ...absences.map((form) => form.replace('…', word))], example };
}

function issue(word: string, means: string, example: string): KeywordHelp {
  return { means, forms: [`${word} <name> "…" { affects … owner … status … action … }`], example };
}

function rating(word: string, means: string): KeywordHelp {
  return { means, forms: [`${word} high | medium | low`], example: `${word} high` };
}

function by(word: string, means: string): KeywordHelp {
  const forms = [`${word} by setting | provider | commissioner | level | footprint`];
  return { means, forms, example: `${word} by setting` };
}

function theAgreement(means: string): KeywordHelp {
  return {
    means,
    forms: ['agreement <agreement>', ...absences.map((form) => form.replace('…', 'agreement'))],
    example: 'agreement sharing',
  };
}
