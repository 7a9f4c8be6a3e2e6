import type { Ref } from '../../model/facts.ts';
import type { Ages } from '../../model/units/ages.ts';
import { readMoney } from '../../model/units/money.ts';
import type { Period } from '../../model/units/period.ts';
import { type Quantity, readNumber } from '../../model/units/quantity.ts';
import { spanProblem } from '../../model/units/span.ts';
import type * as v from '../../model/values.ts';
import type * as ast from '../generated/ast.ts';
import type { FactNode } from './lines.ts';
import { given, type Reader } from './reader.ts';

/** The value of a line that states a fact; nothing where the line was broken off or a number in it cannot be read. */
export function readValue(reader: Reader, node: FactNode): unknown {
  return (readers[node.$type] as (reader: Reader, node: FactNode) => unknown)(reader, node);
}

type Readers = {
  readonly [K in FactNode['$type']]: (reader: Reader, node: Extract<FactNode, { $type: K }>) => unknown;
};

const organisation = (reader: Reader, node: { readonly organisation?: ast.OwnerFact['organisation'] }) =>
  reader.ref('organisation', node.organisation);
const status = (_: Reader, node: { readonly status: string }) => node.status;

const readers: Readers = {
  ActionRef: (reader, node) => reader.ref('action', node.action, reader.scope),
  ActionStatus: status,
  ActivityFact: readActivity,
  AffectsFact: (reader, node) => reader.ref('stage-transition-or-flow', node.element, reader.scope),
  AgesFact: readAges,
  AgreementFact: (reader, node) => reader.ref('agreement', node.agreement),
  AssessmentFact: readAssessment,
  CapacityFact: readCapacity,
  CodeFact: (_, { scheme, code }) => (code === undefined ? undefined : { scheme, code }),
  CohortFact: (reader, node) => reader.ref('cohort', node.cohort),
  CommissionerFact: readCommissioning,
  CostFact: readCost,
  CoversFootprint: (reader, node) => reader.ref('footprint', node.footprint),
  CoversInformation: (reader, node) => reader.ref('information', node.information),
  DueFact: (reader, node) => reader.period(node.period, node, 'period'),
  EndsFact: (_, node) => node.text ?? '',
  GovernanceFact: readOversight,
  HandoverFact: organisation,
  IssueStatus: status,
  LevelFact: (reader, node) => reader.ref('level', node.level),
  MovementFact: (reader, node) => reader.ref('movement', node.movement),
  OutputFact: (_, { text, state }) => (text === undefined ? undefined : given({ output: text, state })),
  OverlapsFact: readOverlap,
  OwnerFact: organisation,
  PartOfFact: organisation,
  PartnerFact: readProvision,
  PartyFact: organisation,
  ProviderFact: readProvision,
  PublishedFact: (reader, node) => reader.period(node.period, node, 'period'),
  RatingFact: (_, node) => node.rating,
  ReportsFact: (reader, node) => reader.ref('board', node.board),
  SeatFact: organisation,
  SendFact: readSend,
  SettingFact: readSetting,
  StatusFact: readStatus,
  SucceededFact: readSuccession,
  TextFact: (_, node) => node.text,
  UnderFact: (reader, node) => reader.ref('basis', node.basis),
  ValidFact: readValidity,
  VariesFact: (_, { fact, because }) => fact && given({ fact, because }),
  WaitFact: readWait,
  WithinFact: readWithin,
  WorkforceFact: readWorkforce,
};

function readStatus(reader: Reader, node: ast.StatusFact): v.Status | undefined {
  return node.status && (given({ status: node.status, asOf: reader.period(node.asOf, node, 'asOf') }) as v.Status);
}

function readProvision(reader: Reader, node: ast.ProviderFact | ast.PartnerFact): v.Provision | undefined {
  const ref = reader.ref('organisation', node.organisation);
  return ref && (given({ organisation: ref, role: node.role }) as v.Provision);
}

function readSuccession(reader: Reader, node: ast.SucceededFact): v.Succession | undefined {
  const ref = reader.ref('organisation', node.organisation);
  return ref && (given({ organisation: ref, on: reader.period(node.on, node, 'on') }) as v.Succession);
}

function readSetting(reader: Reader, node: ast.SettingFact): v.SettingUse | undefined {
  const setting = reader.ref('setting', node.setting);
  const count = number(reader, node.count, node, 'count');
  return setting && (given({ setting, place: node.where, count }) as v.SettingUse);
}

function readAssessment(reader: Reader, node: ast.AssessmentFact): v.Assessment | undefined {
  const information = reader.ref('information', node.information);
  return information && (given({ information, recordedIn: reader.ref('system', node.system) }) as v.Assessment);
}

function readActivity(reader: Reader, node: ast.ActivityFact): v.Activity | undefined {
  const quantity = readQuantity(reader, node);
  const from = reader.ref('footprint', node.from);
  const time = readTime(reader, node);
  return quantity && time && (given({ quantity, measuring: node.measuring, from, ...time }) as v.Activity);
}

function readCapacity(reader: Reader, node: ast.CapacityFact): v.Capacity | undefined {
  const quantity = readQuantity(reader, node);
  const time = readTime(reader, node);
  return quantity && time && (given({ quantity, ...time }) as v.Capacity);
}

function readWait(reader: Reader, node: ast.WaitFact): v.Wait | undefined {
  const quantity = readSpan(reader, node);
  return quantity && { quantity, target: node.target };
}

function readWithin(reader: Reader, node: ast.WithinFact): v.Within | undefined {
  const quantity = readSpan(reader, node);
  return quantity && node.event !== undefined ? { quantity, relation: node.relation, event: node.event } : undefined;
}

function readAges(reader: Reader, node: ast.AgesFact): Ages | undefined {
  if (node.under) {
    const below = number(reader, node.below, node, 'below');
    return below === undefined ? undefined : { from: 0, to: below - 1 };
  }
  const from = number(reader, node.from, node, 'from');
  const to = number(reader, node.to, node, 'to');
  if (from === undefined || (to === undefined && !node.over)) return undefined;
  return given({ from, to }) as Ages;
}

function readValidity(reader: Reader, node: ast.ValidFact): v.Validity | undefined {
  const from = reader.period(node.from, node, 'from');
  const to = reader.period(node.to, node, 'to');
  return from || to ? (given({ from, to }) as v.Validity) : undefined;
}

function readWorkforce(reader: Reader, node: ast.WorkforceFact): v.Workforce | undefined {
  if (node.staff === undefined) return undefined;
  return given({ staff: node.staff, wte: number(reader, node.wte, node, 'wte') }) as v.Workforce;
}

function readCost(reader: Reader, node: ast.CostFact): v.Cost | undefined {
  const amount = node.money === undefined ? undefined : reader.take(readMoney(node.money), node, 'money');
  const fundedBy = node.fundedBy
    .map((funder) => reader.ref('organisation', funder))
    .filter((ref): ref is Ref => ref !== undefined);
  const time = readTime(reader, node);
  return amount && time && (given({ amount, nature: node.nature, ...time, fundedBy }) as v.Cost);
}

/** The time that a figure is for; nothing where its line cannot be read whole, for then the figure may mean anything. */
function readTime(
  reader: Reader,
  node: ast.ActivityFact | ast.CostFact | ast.CapacityFact,
): { readonly period?: Period } | undefined {
  if (reader.isBroken(node)) return undefined;
  if (node.period === undefined) return /\sfor$/.test(node.$cstNode?.text ?? '') ? undefined : {};
  const period = reader.period(node.period, node, 'period');
  return period && { period };
}

function readCommissioning(reader: Reader, node: ast.CommissionerFact): v.Commissioning | undefined {
  const ref = reader.ref('organisation', node.organisation);
  const basis = reader.ref('basis', node.basis);
  const share = number(reader, node.share, node, 'share');
  const onBehalfOf = reader.ref('organisation', node.onBehalfOf);
  const { role, scope, function: purpose, excluding } = node;
  if (!ref) return undefined;
  return given({
    organisation: ref,
    role,
    scope,
    basis,
    share,
    function: purpose,
    excluding,
    onBehalfOf,
  }) as v.Commissioning;
}

function readOversight(reader: Reader, node: ast.GovernanceFact): v.Oversight | undefined {
  const board = reader.ref('board', node.board);
  if (board) return { by: 'board', body: board };
  const agreement = reader.ref('agreement', node.agreement);
  return agreement && { by: 'agreement', body: agreement };
}

function readSend(reader: Reader, node: ast.SendFact): v.Send | undefined {
  const information = reader.ref('information', node.information);
  const ends = {
    from: reader.ref('organisation', node.from),
    to: reader.ref('organisation', node.to),
    using: reader.ref('system', node.using),
    into: reader.ref('system', node.into),
    under: reader.ref('agreement', node.under),
  };
  return information && (given({ information, ...ends, when: node.when }) as v.Send);
}

function readOverlap(reader: Reader, node: ast.OverlapsFact): v.Overlap | undefined {
  const other = reader.ref('pathway', node.pathway) ?? node.text;
  const stage = reader.ref('stage', node.stage, reader.scope);
  return other === undefined ? undefined : (given({ with: other, stage, why: node.why }) as v.Overlap);
}

interface QuantityNode {
  readonly about: boolean;
  readonly upTo: boolean;
  readonly fewerThan: boolean;
  readonly amount?: string;
  readonly unit?: string;
  readonly per?: string;
}

/** Reads `about 1,200 referrals per year`. */
function readQuantity(reader: Reader, node: FactNode & QuantityNode): Quantity | undefined {
  const amount = number(reader, node.amount, node, 'amount');
  if (amount === undefined) return undefined;
  const precision = node.about ? 'about' : node.upTo ? 'up to' : node.fewerThan ? 'fewer than' : 'exactly';
  const unit = node.amount?.endsWith('%') ? 'percent' : node.unit;
  return given({ precision, amount, unit, per: node.per }) as Quantity;
}

/** Reads `18 weeks`, which has to be a time. */
function readSpan(reader: Reader, node: ast.WaitFact | ast.WithinFact): Quantity | undefined {
  const quantity = readQuantity(reader, node);
  if (quantity === undefined || node.amount === undefined) return undefined;
  const problem = spanProblem(node.amount, node.unit);
  if (problem === undefined) return quantity;
  return reader.take<Quantity>({ problem }, node, node.unit === undefined ? 'amount' : 'unit');
}

/** Reads a plain number that stands in a property of a line. */
export function number(
  reader: Reader,
  text: string | undefined,
  node: Parameters<Reader['take']>[1],
  property: string,
): number | undefined {
  return text === undefined ? undefined : reader.take(readNumber(text), node, property);
}
