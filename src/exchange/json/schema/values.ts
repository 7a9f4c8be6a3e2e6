import type { Acceptance, BlockEvidence, End, Omission, Requirement, RuleSetting } from '../../../model/elements.ts';
import type { Evidence } from '../../../model/facts.ts';
import type { Ages } from '../../../model/units/ages.ts';
import type { Quantity } from '../../../model/units/quantity.ts';
import type * as values from '../../../model/values.ts';
import {
  boolean,
  either,
  list,
  name,
  number,
  object,
  oneOf,
  optional,
  ref,
  type Schema,
  text,
  whole,
} from './build.ts';

const confidence = oneOf('high', 'medium', 'low');
const period = ref('period');
const quantity = ref('quantity');
const place = ref('place');

function day(): Schema {
  return { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
}

/** What stands in many places of the file, by the names that the rest refers to it by. */
export const shared = {
  name: {
    type: 'string',
    description:
      'A name as the text gives it. Where it refers to something, that is in the list of its kind; a name that nothing has is kept.',
  },
  place: {
    type: 'string',
    pattern: ':[1-9][0-9]*$',
    description: 'The path of a file from the folder of the project, then the line, counted from 1.',
  },
  period: {
    ...object<{ text: string; start: string; end: string }>({ text, start: day(), end: day() }),
    description: 'A span of time: as it is written, its first and its last day.',
  },
  money: {
    ...object<{ amount: number; currency: string }>({ amount: number, currency: oneOf('GBP', 'EUR', 'USD') }),
    description: 'An amount of money, in whole units and hundredths of its currency.',
  },
  ages: {
    ...object<Ages>({ from: whole, to: optional(whole) }),
    description: 'Whole years of age, both ends included; without `to` there is no upper end.',
  },
  quantity: {
    ...object<Quantity>({
      precision: oneOf('exactly', 'about', 'up to', 'fewer than'),
      amount: number,
      unit: optional(text),
      per: optional(text),
    }),
    description: 'A counted amount. The unit is `percent` for a share.',
  },
  evidenceOfFact: {
    ...object<Evidence>({
      source: optional(name),
      at: optional(text),
      confidence: optional(confidence),
      inherited: boolean,
    }),
    description: 'What a fact rests on; inherited where it comes from a block around the fact.',
  },
  evidenceOfBlock: object<BlockEvidence>({
    source: optional(name),
    at: optional(text),
    confidence: optional(confidence),
    place,
  }),
  line: {
    anyOf: [ref('recorded'), ref('absent'), ref('unreadable')],
    description: 'One line of a fact.',
  },
  recorded: object<{ state: string; value: unknown; evidence?: Evidence; place: string }>({
    state: { const: 'recorded' },
    value: {},
    evidence: optional(ref('evidenceOfFact')),
    place,
  }),
  absent: {
    ...object<{ state: string; ask?: string; by?: string; because?: string; evidence?: Evidence; place: string }>({
      state: oneOf('unknown', 'none', 'not-applicable'),
      ask: optional(name),
      by: optional(period),
      because: optional(text),
      evidence: optional(ref('evidenceOfFact')),
      place,
    }),
    description:
      'An absence that somebody states: an open question, a confirmed absence, or a fact that has no meaning here.',
  },
  unreadable: {
    ...object<{ state: string; evidence?: Evidence; place: string }>({
      state: { const: 'unreadable' },
      evidence: optional(ref('evidenceOfFact')),
      place,
    }),
    description: 'A line that could not be understood: neither a fact nor a gap.',
  },
  customField: object<{ field: string; value: unknown; place: string }>({
    field: name,
    value: either(text, number, ref('money'), period),
    place,
  }),
  acceptance: object<Acceptance>({
    rule: text,
    because: optional(text),
    by: optional(name),
    until: optional(period),
    place,
  }),
  end: {
    ...object<End>({ stage: optional(name), pathway: optional(name) }),
    description:
      'Where a transition or flow ends: at a stage of its own pathway, or over in the pathway that is named.',
  },
  rating: oneOf('high', 'medium', 'low'),
  ruleSetting: object<RuleSetting>({
    rule: text,
    set: oneOf('off', 'info', 'warning', 'error'),
    because: optional(text),
    place,
  }),

  requirement: object<Requirement>({
    fact: oneOf(
      'provider',
      'commissioner',
      'activity',
      'cost',
      'governance',
      'criteria',
      'lead',
      'information',
      'agreement',
    ),
    information: optional(name),
    place,
  }),

  omission: object<Omission>({
    stage: optional(name),
    transition: optional(object<{ from: string; to: string }>({ from: name, to: name })),
    because: optional(text),
    evidence: optional(ref('evidenceOfFact')),
    place,
  }),

  status: object<values.Status>({
    status: oneOf('draft', 'proposed', 'current', 'closed'),
    asOf: optional(period),
  }),
  provision: object<values.Provision>({ organisation: name, role: optional(text) }),
  commissioning: object<values.Commissioning>({
    organisation: name,
    role: optional(oneOf('lead', 'co', 'contributor')),
    scope: optional(oneOf('local', 'regional', 'national')),
    basis: optional(name),
    share: optional(number),
    function: optional(text),
    excluding: optional(text),
    onBehalfOf: optional(name),
  }),
  activity: object<values.Activity>({
    quantity,
    measuring: optional(text),
    from: optional(name),
    period: optional(period),
  }),
  cost: object<values.Cost>({
    amount: ref('money'),
    nature: optional(oneOf('budget', 'actual', 'estimate', 'grant', 'pooled')),
    period: optional(period),
    fundedBy: list(name),
  }),
  capacity: object<values.Capacity>({ quantity, period: optional(period) }),
  wait: object<values.Wait>({ quantity, target: boolean }),
  oversight: object<values.Oversight>({ by: oneOf('board', 'agreement'), body: name }),
  settingUse: object<values.SettingUse>({ setting: name, place: optional(text), count: optional(number) }),
  assessment: object<values.Assessment>({ information: name, recordedIn: optional(name) }),
  workforce: object<values.Workforce>({ staff: text, wte: optional(number) }),
  variation: object<values.Variation>({ fact: text, because: optional(text) }),
  send: object<values.Send>({
    information: name,
    from: optional(name),
    to: optional(name),
    using: optional(name),
    into: optional(name),
    under: optional(name),
    when: optional(text),
  }),
  within: object<values.Within>({ quantity, relation: oneOf('of', 'before'), event: text }),
  code: object<values.Code>({ scheme: text, code: text }),
  succession: object<values.Succession>({ organisation: name, on: optional(period) }),
  validity: object<values.Validity>({ from: optional(period), to: optional(period) }),
  overlap: object<values.Overlap>({
    with: { ...text, description: 'The name of a pathway of the project, or words for somebody else’s.' },
    stage: optional(name),
    why: optional(text),
  }),
  measurement: object<values.Measurement>({ amount: number, unit: optional(text), period: optional(period) }),
  output: object<values.Output>({ output: text, state: optional(oneOf('draft', 'final')) }),
} satisfies Readonly<Record<string, Schema>>;

/** The same, referred to by name. */
export const v = Object.fromEntries(Object.keys(shared).map((name) => [name, ref(name)])) as Readonly<
  Record<keyof typeof shared, Schema>
>;
