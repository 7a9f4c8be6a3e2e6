import type { RefKind } from '../../model/facts.ts';

/** What may stand in one cell. */
export type Value =
  | { readonly is: 'name'; readonly of: RefKind }
  | { readonly is: 'text' | 'money' | 'number' | 'amount' | 'percent' | 'period' | 'ages' | 'word' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** One of some words, or else a text. */
  | { readonly is: 'choice-or-text'; readonly of: readonly string[] }
  /** A word that is there or not. */
  | { readonly is: 'mark'; readonly word: string };

/** One part of a line, as the language orders them; it has a column of its own. */
export interface Clause {
  readonly column: string;
  /** The words that it begins with. */
  readonly words: readonly string[];
  readonly value: Value;
  /** Whether it may stand several times in one line. */
  readonly repeated?: true;
  /** It can only follow this one. */
  readonly behind?: string;
  /** The word that it ends with. */
  readonly ends?: string;
  /** Whether the line means something without it too: its cell then says `yes`. */
  readonly bare?: true;
}

/** How a line of the text is made of its parts. */
export interface Shape {
  /** What people call the fact. */
  readonly title: string;
  /** The words that the line begins with. */
  readonly keyword: readonly string[];
  readonly clauses: readonly Clause[];
  /** Whether `unknown`, `none` and `not-applicable` can be said of it. */
  readonly absence: boolean;
}

const name = (column: string, of: RefKind, ...words: readonly string[]): Clause => ({
  ...{ column, words, value: { is: 'name', of } },
});
const plain =
  (column: string, is: 'text' | 'money' | 'number' | 'amount' | 'percent' | 'period' | 'ages' | 'word') =>
  (...words: readonly string[]): Clause => ({ column, words, value: { is } });
const text = (column: string, ...words: readonly string[]): Clause => plain(column, 'text')(...words);
const choice = (column: string, of: readonly string[], ...words: readonly string[]): Clause => ({
  ...{ column, words, value: { is: 'choice', of } },
});
const mark = (column: string, word: string): Clause => ({ column, words: [], value: { is: 'mark', word } });
const behind = (clause: Clause, other: string): Clause => ({ ...clause, behind: other });
const period = (...words: readonly string[]): Clause => plain('Period', 'period')(...words);

const quantity: readonly Clause[] = [
  choice('How exact', ['about', 'up to', 'fewer than']),
  plain('Amount', 'amount')(),
  behind(plain('Unit', 'word')(), 'Amount'),
  plain('Per', 'word')('per'),
];

const role: Clause = { column: 'Role', words: ['as'], value: { is: 'choice-or-text', of: ['lead'] } };
const rating = (title: string, word: string): Shape => shape(title, word, [choice(title, ['high', 'medium', 'low'])]);

function shape(title: string, keyword: string, clauses: readonly Clause[], absence = false): Shape {
  return { title, keyword: keyword.split(' '), clauses, absence };
}

const owner = shape('Owner', 'owner', [name('Owner', 'organisation')], true);
const governance = [name('Board', 'board', 'board'), name('Agreement', 'agreement', 'agreement')];

/** The lines that sheets know, by the fact's name; where blocks differ, by `block fact`. */
const shapes: Readonly<Record<string, Shape>> = {
  ages: shape('Ages', 'ages', [plain('Ages', 'ages')()], true),
  owner,
  provider: shape('Provider', 'provider', [name('Organisation', 'organisation'), role], true),
  partner: shape('Partner', 'partner', [name('Organisation', 'organisation'), role]),
  commissioner: shape(
    'Commissioner',
    'commissioner',
    [
      name('Organisation', 'organisation'),
      choice('Role', ['lead', 'co', 'contributor'], 'as'),
      choice('Scope', ['local', 'regional', 'national'], 'scope'),
      name('Legal basis', 'basis', 'under'),
      plain('Share', 'percent')('share'),
      text('For', 'for'),
      text('Excluding', 'excluding'),
      name('On behalf of', 'organisation', 'on', 'behalf', 'of'),
    ],
    true,
  ),
  governance: shape('Governance', 'governance', governance, true),
  activity: shape(
    'Activity',
    'activity',
    [...quantity, text('Measuring', 'measuring'), name('From', 'footprint', 'from'), period('for')],
    true,
  ),
  cost: shape(
    'Cost',
    'cost',
    [
      plain('Amount', 'money')(),
      choice('Kind of figure', ['budget', 'actual', 'estimate', 'grant', 'pooled']),
      period('for'),
      { ...name('Funded by', 'organisation', 'funded', 'by'), repeated: true },
    ],
    true,
  ),
  capacity: shape('Capacity', 'capacity', [...quantity, period('for')], true),
  wait: shape('Wait', 'wait', [...quantity, mark('Target', 'target')], true),
  status: shape('Status', 'status', [choice('Status', ['draft', 'proposed', 'current', 'closed']), period('as', 'of')]),
  enters: shape('Way in', 'enters', [{ ...text('Way in'), bare: true }]),
  leaves: shape('Way out', 'leaves', [{ ...text('Way out'), bare: true }]),
  purpose: shape('Purpose', 'purpose', [text('Purpose')]),
  standard: shape('Standard', 'standard', [text('Standard')]),
  excludes: shape('Excludes', 'excludes', [text('Excludes')]),
  voice: shape('Voice', 'voice', [text('Voice')]),
  cohort: shape('Cohort', 'cohort', [name('Cohort', 'cohort')]),
  setting: shape('Setting', 'setting', [name('Setting', 'setting'), text('Place'), plain('Count', 'number')('count')]),
  level: shape('Level', 'level', [name('Level', 'level')], true),
  assessment: shape(
    'Assessment',
    'assessment',
    [name('Information', 'information'), name('Recorded in', 'system', 'recorded', 'in')],
    true,
  ),
  workforce: shape(
    'Workforce',
    'workforce',
    [text('Staff'), { ...plain('Whole-time equivalents', 'number')(), ends: 'wte' }],
    true,
  ),
  training: shape('Training', 'training', [text('Training')], true),
  movement: shape('Movement', 'movement', [name('Movement', 'movement')]),
  trigger: shape('Trigger', 'trigger', [text('Trigger')], true),
  criteria: shape('Criteria', 'criteria', [text('Criteria')], true),
  threshold: shape('Threshold', 'threshold', [text('Threshold')], true),
  access: shape('Access', 'access', [text('Access')], true),
  lead: shape('Lead', 'lead', [name('Lead', 'organisation')], true),
  receiver: shape('Receiver', 'receiver', [name('Receiver', 'organisation')], true),
  within: shape('Within', 'within', [...quantity, choice('Of or before', ['of', 'before']), text('Event')]),
  varies: shape('Varies', 'varies', [plain('Varies', 'word')(), text('Reason', 'because')]),
  agreement: shape('Agreement', 'agreement', [name('Agreement', 'agreement')], true),
  send: shape(
    'Sent',
    'send',
    [
      name('Information', 'information'),
      name('From', 'organisation', 'from'),
      name('To', 'organisation', 'to'),
      name('Using', 'system', 'using'),
      name('Into', 'system', 'into'),
      name('Under', 'agreement', 'under'),
      text('When', 'when'),
    ],
    true,
  ),
  alias: shape('Also called', 'alias', [text('Also called')]),
  code: shape('Code', 'code', [plain('Code scheme', 'word')(), text('Code')]),
  'organisation covers': shape('Covers', 'covers', [name('Covers', 'footprint')]),
  'part-of': shape('Part of', 'part of', [name('Part of', 'organisation')]),
  'succeeded-by': shape('Succeeded by', 'succeeded by', [name('Succeeded by', 'organisation'), period('on')]),
  'agreement covers': shape('Covers', 'covers', [name('Covers', 'information')]),
  party: shape('Party', 'party', [name('Party', 'organisation')]),
  basis: shape('Legal basis', 'under', [name('Legal basis', 'basis')]),
  'lawful-basis': shape('Lawful basis', 'lawful-basis', [text('Lawful basis')], true),
  condition: shape('Condition', 'condition', [text('Condition')], true),
  dpia: shape('DPIA', 'dpia', [text('DPIA')], true),
  valid: shape('Valid from', 'valid', [plain('Valid from', 'period')(), plain('Valid to', 'period')('to')], true),
  chair: shape('Chair', 'chair', [name('Chair', 'organisation')]),
  member: shape('Member', 'member', [name('Member', 'organisation')]),
  'reports-to': shape('Reports to', 'reports to', [name('Reports to', 'board')]),
  meets: shape('Meets', 'meets', [text('Meets')]),
  publisher: shape('Publisher', 'publisher', [text('Publisher')]),
  author: shape('Author', 'author', [text('Author')]),
  published: shape('Published', 'published', [period()], true),
  url: shape('Address', 'url', [text('Address')]),
  affects: shape('Affects', 'affects', [name('Affects', 'stage-transition-or-flow')]),
  severity: rating('Severity', 'severity'),
  likelihood: rating('Likelihood', 'likelihood'),
  impact: rating('Impact', 'impact'),
  action: shape('Action', 'action', [name('Action', 'action')]),
  'issue status': shape('Status', 'status', [choice('Status', ['open', 'accepted', 'closed'])]),
  'action status': shape('Status', 'status', [choice('Status', ['planned', 'underway', 'done'])]),
  due: shape('Due', 'due', [period()], true),
  output: shape('Output', 'output', [text('Output'), choice('State', ['draft', 'final'])]),
};

/** The first line of a block: what stands behind its name. */
const heads: Readonly<Record<string, Shape>> = {
  pathway: head([name('Realises', 'specification', 'realises'), name('Footprint', 'footprint', 'in')]),
  stage: head([name('Realises', 'required-stage', 'realises')]),
  organisation: head([name('Kind', 'kind', 'is')]),
  agreement: head([choice('Kind', ['information-sharing', 'partnership', 'commissioning', 'contract'], 'is')]),
  outcome: head([name('Domain', 'domain', 'in')]),
  indicator: head([
    plain('Baseline', 'amount')('baseline'),
    behind(plain('Baseline: unit', 'word')(), 'Baseline'),
    behind(plain('Baseline: period', 'period')('for'), 'Baseline'),
    plain('Target', 'amount')('target'),
    behind(plain('Target: unit', 'word')(), 'Target'),
    behind(plain('Target: period', 'period')('by'), 'Target'),
  ]),
};

function head(clauses: readonly Clause[]): Shape {
  return shape('Title', '', [text('Title'), ...clauses]);
}

const issues: ReadonlySet<string> = new Set(['gap', 'risk', 'challenge', 'strength', 'need']);

/** The name of a fact that stands for the first line of a block. */
export const HEAD = 'head';

/** How a fact of a block is written; nothing where no sheet knows it. */
export function shapeOf(kind: string, fact: string): Shape | undefined {
  if (fact === HEAD) return heads[kind] ?? head([]);
  const family = issues.has(kind) ? 'issue' : kind === 'milestone' ? 'action' : kind;
  return shapes[`${family} ${fact}`] ?? shapes[fact];
}

/** What may be said of an absence. */
export const asking: readonly Clause[] = [
  name('Ask', 'organisation', 'ask'),
  plain('Ask by', 'period')('by'),
  text('Because', 'because'),
];

/** What any line may end in. */
export const resting: readonly Clause[] = [
  name('Source', 'source', 'according', 'to'),
  behind(text('Source: at', 'at'), 'Source'),
  choice('Confidence', ['high', 'medium', 'low'], 'confidence'),
];

export const absences: readonly string[] = ['unknown', 'none', 'not-applicable'];

/** The clause whose cell says `unknown` where that is so: the one that a line cannot do without. */
export function mainOf({ clauses }: Shape): Clause {
  return clauses.find(({ column }) => column === 'Amount') ?? clauses[0]!;
}

/** What a cell is expected to hold, for people. */
export function kindOfValue(value: Value): string {
  switch (value.is) {
    case 'choice':
      return value.of.map((one) => `'${one}'`).join(' or ');
    case 'choice-or-text':
      return `${value.of.map((one) => `'${one}'`).join(' or ')} or a text`;
    case 'mark':
      return "'yes', or nothing";
    case 'name':
      return `one from the list`;
    default:
      return expectations[value.is];
  }
}

const expectations = {
  text: 'a text',
  money: 'an amount of money such as 75000 or £75k, with no more than two decimal places,',
  number: 'a number such as 12 or 4.5',
  amount: 'a number such as 1200, or a percentage such as 40%,',
  percent: 'a percentage such as 60%',
  period: 'a period such as 2014/15, 2014, 2010-01 or 2010-01-15',
  ages: "ages such as '10 to 18', '18 and over' or 'under 18'",
  word: 'one word, such as referrals or year,',
} as const;
