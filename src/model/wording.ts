import type { Ref } from './facts.ts';
import { formatAges } from './units/ages.ts';
import { formatMoney, type Money } from './units/money.ts';
import type { Period } from './units/period.ts';
import { formatNumber, formatQuantity } from './units/quantity.ts';
import type * as v from './values.ts';

/** How whoever shows a value writes what stands in it: what a name stands for, and a text of the author's. */
export interface Saying {
  readonly name: (ref: Ref) => string;
  readonly text: (text: string) => string;
}

/** How the value of each fact reads, by the fact's name in the model. */
const sayings: { readonly [fact: string]: (say: Saying, value: never) => string } = {
  ages: (_, value: v.Ages) => formatAges(value),
  status: (_, value: v.Status | string) =>
    typeof value === 'string' ? value : joined(value.status, value.asOf && `as of ${value.asOf.text}`),
  provider: provision,
  partner: provision,
  commissioner: (say, value: v.Commissioning) =>
    joined(
      say.name(value.organisation),
      bracketed(
        value.role,
        value.scope,
        value.basis && `under ${say.name(value.basis)}`,
        value.share === undefined ? undefined : `${formatNumber(value.share)}%`,
        value.function && `for ${say.text(value.function)}`,
        value.excluding && `excluding ${say.text(value.excluding)}`,
        value.onBehalfOf && `on behalf of ${say.name(value.onBehalfOf)}`,
      ),
    ),
  governance: (say, value: v.Oversight) => say.name(value.body),
  activity: (say, value: v.Activity) =>
    joined(
      say.text(formatQuantity(value.quantity)),
      value.measuring && `(${say.text(value.measuring)})`,
      value.from && `from ${say.name(value.from)}`,
      during(value.period),
    ),
  cost: (say, value: v.Cost) =>
    joined(
      formatMoney(value.amount),
      value.nature,
      during(value.period),
      value.fundedBy.length > 0 && `funded by ${value.fundedBy.map((ref) => say.name(ref)).join(', ')}`,
    ),
  capacity: (say, value: v.Capacity) => joined(say.text(formatQuantity(value.quantity)), during(value.period)),
  wait: (say, value: v.Wait) => joined(say.text(formatQuantity(value.quantity)), value.target && '(target)'),
  setting: (say, value: v.SettingUse) =>
    joined(
      say.name(value.setting),
      bracketed(
        value.place && say.text(value.place),
        value.count === undefined ? undefined : counted(value.count, 'site'),
      ),
    ),
  assessment: (say, value: v.Assessment) =>
    joined(say.name(value.information), value.recordedIn && `recorded in ${say.name(value.recordedIn)}`),
  workforce: (say, value: v.Workforce) =>
    joined(say.text(value.staff), value.wte !== undefined && `(${formatNumber(value.wte)} wte)`),
  varies: (say, value: v.Variation) => joined(`${value.fact}${value.because ? `: ${say.text(value.because)}` : ''}`),
  send: (say, value: v.Send) =>
    joined(
      say.name(value.information),
      value.from && `from ${say.name(value.from)}`,
      value.to && `to ${say.name(value.to)}`,
      value.using && `using ${say.name(value.using)}`,
      value.into && `into ${say.name(value.into)}`,
      value.under && `under ${say.name(value.under)}`,
      value.when && `(${say.text(value.when)})`,
    ),
  within: (say, value: v.Within) => `${formatQuantity(value.quantity)} ${value.relation} ${say.text(value.event)}`,
  code: (say, value: v.Code) => `${say.text(value.code)} (${value.scheme})`,
  succeededBy: (say, value: v.Succession) => joined(say.name(value.organisation), value.on && `from ${value.on.text}`),
  valid: (_, value: v.Validity) =>
    joined(value.from && `from ${value.from.text}`, value.to && `to ${value.to.text}`, !value.to && 'with no end'),
  overlaps: (say, value: v.Overlap) =>
    joined(
      typeof value.with === 'string' ? say.text(value.with) : say.name(value.with),
      value.stage && `at ${value.stage.name}`,
      value.why && `(${say.text(value.why)})`,
    ),
  output: (say, value: v.Output) => joined(say.text(value.output), value.state && `(${value.state})`),
};

/** The keyword of a fact from its name in the model: `lawfulBasis` is written `lawful-basis`. */
export function keywordOf(fact: string): string {
  return fact.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A fact's name, or its keyword, as words: `lawful basis`. */
export function factWords(fact: string): string {
  return keywordOf(fact).replaceAll('-', ' ');
}

/** The value of a fact as people say it, on one line. */
export function wordsOf(say: Saying, fact: string, value: unknown): string {
  const known = sayings[fact];
  if (known) return known(say, value as never);
  if (value === '') return 'here';
  if (typeof value === 'string') return say.text(value);
  if (isRef(value)) return say.name(value);
  if (isPeriod(value)) return value.text;
  return isMoney(value) ? formatMoney(value) : String(value);
}

function provision(say: Saying, value: v.Provision): string {
  return joined(say.name(value.organisation), bracketed(value.role && say.text(value.role)));
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

function counted(count: number, one: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`;
}

/** Words as a sentence begins with them. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
