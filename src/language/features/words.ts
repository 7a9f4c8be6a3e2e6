import type { Absent, Ref, TermKind } from '../../model/facts.ts';
import { namedInProject, type Project } from '../../model/project.ts';
import { formatAges } from '../../model/units/ages.ts';
import { formatMoney, type Money } from '../../model/units/money.ts';
import type { Period } from '../../model/units/period.ts';
import { formatNumber, formatQuantity } from '../../model/units/quantity.ts';
import type * as v from '../../model/values.ts';

/** `1 stage`, `2 stages`; `plural` for words that do not take an s. */
export function counted(count: number, one: string, plural = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : plural}`;
}

/** `CareLevel` and `care-level` as people write them: `Care level`. */
export function heading(fact: string): string {
  const words = fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a name stands for, as readers see it: its label, or else the name. */
export function labelOf(project: Project, ref: Ref): string {
  return namedInProject(project, ref.to)?.get(ref.name)?.label ?? ref.name;
}

/** A text of the author's, which means itself and nothing in Markdown. Lines stay lines of one paragraph. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s*\r?\n\s*/g, ' ');
}

/** An absence in words, with its reason; why something is unknown is said where the open questions stand. */
export function absence({ state, because }: Absent): string {
  const word = state === 'not-applicable' ? 'not applicable' : state;
  return `*${word}*${state === 'unknown' || because === undefined ? '' : `: ${plain(because)}`}`;
}

/** Whom to ask for an open question, by when, and why it is open. */
export function asking(project: Project, { ask, by, because }: Pick<Absent, 'ask' | 'by' | 'because'>): string {
  const whom = ask === undefined ? '' : `ask ${plain(labelOf(project, ask))}`;
  const when = by === undefined ? '' : `by ${by.text}`;
  const how = [whom, when].filter(Boolean).join(' ');
  return [how, because === undefined ? '' : plain(because)].filter(Boolean).join('; ');
}

/** How the value of each fact reads, by the fact's name in the model. */
const sayings: { readonly [fact: string]: (project: Project, value: never) => string } = {
  ages: (_, value: v.Ages) => formatAges(value),
  status: (_, value: v.Status | string) =>
    typeof value === 'string' ? value : joined(value.status, value.asOf && `as of ${value.asOf.text}`),
  provider: provision,
  partner: provision,
  commissioner: (project, value: v.Commissioning) =>
    joined(
      plain(labelOf(project, value.organisation)),
      bracketed(
        value.role,
        value.scope,
        value.basis && `under ${plain(labelOf(project, value.basis))}`,
        value.share === undefined ? undefined : `${formatNumber(value.share)}%`,
        value.function && `for ${plain(value.function)}`,
        value.excluding && `excluding ${plain(value.excluding)}`,
        value.onBehalfOf && `on behalf of ${plain(labelOf(project, value.onBehalfOf))}`,
      ),
    ),
  governance: (project, value: v.Oversight) => plain(labelOf(project, value.body)),
  activity: (project, value: v.Activity) =>
    joined(
      plain(formatQuantity(value.quantity)),
      value.measuring && `(${plain(value.measuring)})`,
      value.from && `from ${plain(labelOf(project, value.from))}`,
      during(value.period),
    ),
  cost: (project, value: v.Cost) =>
    joined(
      formatMoney(value.amount),
      value.nature,
      during(value.period),
      value.fundedBy.length > 0 && `funded by ${value.fundedBy.map((ref) => plain(labelOf(project, ref))).join(', ')}`,
    ),
  capacity: (_, value: v.Capacity) => joined(plain(formatQuantity(value.quantity)), during(value.period)),
  wait: (_, value: v.Wait) => joined(plain(formatQuantity(value.quantity)), value.target && '(target)'),
  setting: (project, value: v.SettingUse) =>
    joined(
      plain(labelOf(project, value.setting)),
      bracketed(
        value.place && plain(value.place),
        value.count === undefined ? undefined : counted(value.count, 'place'),
      ),
    ),
  assessment: (project, value: v.Assessment) =>
    joined(
      plain(labelOf(project, value.information)),
      value.recordedIn && `recorded in ${plain(labelOf(project, value.recordedIn))}`,
    ),
  workforce: (_, value: v.Workforce) =>
    joined(plain(value.staff), value.wte !== undefined && `(${formatNumber(value.wte)} wte)`),
  varies: (_, value: v.Variation) => joined(`${value.fact}${value.because ? `: ${plain(value.because)}` : ''}`),
  send: (project, value: v.Send) =>
    joined(
      plain(labelOf(project, value.information)),
      value.from && `from ${plain(labelOf(project, value.from))}`,
      value.to && `to ${plain(labelOf(project, value.to))}`,
      value.using && `using ${plain(labelOf(project, value.using))}`,
      value.into && `into ${plain(labelOf(project, value.into))}`,
      value.under && `under ${plain(labelOf(project, value.under))}`,
      value.when && `(${plain(value.when)})`,
    ),
  within: (_, value: v.Within) => `${formatQuantity(value.quantity)} ${value.relation} ${plain(value.event)}`,
  code: (_, value: v.Code) => `${plain(value.code)} (${value.scheme})`,
  succeededBy: (project, value: v.Succession) =>
    joined(plain(labelOf(project, value.organisation)), value.on && `from ${value.on.text}`),
  valid: (_, value: v.Validity) =>
    joined(value.from && `from ${value.from.text}`, value.to && `to ${value.to.text}`, !value.to && 'with no end'),
  overlaps: (project, value: v.Overlap) =>
    joined(
      plain(typeof value.with === 'string' ? value.with : labelOf(project, value.with)),
      value.stage && `at ${value.stage.name}`,
      value.why && `(${plain(value.why)})`,
    ),
  output: (_, value: v.Output) => joined(plain(value.output), value.state && `(${value.state})`),
};

/** The value of a fact as people say it. */
export function valueInWords(project: Project, fact: string, value: unknown): string {
  const say = sayings[fact];
  if (say) return say(project, value as never);
  if (value === '') return 'here';
  if (typeof value === 'string') return plain(value);
  if (isRef(value)) return plain(labelOf(project, value));
  if (isPeriod(value)) return value.text;
  return isMoney(value) ? formatMoney(value) : String(value);
}

/** What the kinds of terms are called where one of them is shown. */
export const termKinds: Readonly<Record<TermKind, string>> = {
  kind: 'kind of organisation or footprint',
  setting: 'setting',
  level: 'level',
  movement: 'movement',
  basis: 'legal basis',
  domain: 'outcome domain',
  cohort: 'cohort',
  data: 'kind of data',
};

function provision(project: Project, value: v.Provision): string {
  return joined(plain(labelOf(project, value.organisation)), bracketed(value.role && plain(value.role)));
}

const during = (period: Period | undefined): string | undefined => period && `for ${period.text}`;

type Part = string | false | undefined;

function joined(...parts: readonly Part[]): string {
  return parts.filter(Boolean).join(' ');
}

function bracketed(...parts: readonly Part[]): string | undefined {
  const given = parts.filter(Boolean);
  return given.length === 0 ? undefined : `(${given.join(', ')})`;
}

const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && 'to' in value && 'name' in value;

const isPeriod = (value: unknown): value is Period => typeof value === 'object' && value !== null && 'text' in value;

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'pence' in value;
