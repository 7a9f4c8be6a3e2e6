import type { Reference } from 'langium';
import type { BlockEvidence } from '../../model/elements.ts';
import type { Absent, Fact } from '../../model/facts.ts';
import type * as ast from '../generated/ast.ts';
import { evidenceOf, given, type Reader } from './reader.ts';
import { readValue } from './values.ts';

/** One line of a block: which fact it states, and the fact. */
export interface Line {
  readonly fact: string;
  readonly line: Fact<unknown>;
}

/** The grammar's kinds of line that state a fact. */
export type FactNode =
  | ast.StageFact
  | ast.AgesFact
  | ast.OwnerFact
  | ast.MovementFact
  | ast.AgreementFact
  | ast.SendFact
  | ast.CodeFact
  | ast.PublishedFact
  | ast.CoversFootprint
  | ast.CoversInformation
  | ast.PartOfFact
  | ast.SucceededFact
  | ast.PartyFact
  | ast.UnderFact
  | ast.ValidFact
  | ast.SeatFact
  | ast.ReportsFact
  | ast.HandoverFact
  | ast.WithinFact
  | ast.AffectsFact
  | ast.RatingFact
  | ast.IssueStatus
  | ast.ActionRef
  | ast.ActionStatus
  | ast.DueFact
  | ast.OutputFact
  | ast.OverlapsFact;

/** Reads one line of facts. A line that lacks its value was broken off: it is kept as unreadable. */
export function readLine(reader: Reader, node: FactNode, around: BlockEvidence | undefined): Line {
  const fact = factName(node);
  const place = reader.place(node.$cstNode);
  const state = 'state' in node && node.$type !== 'OutputFact' ? node.state : undefined;
  const value = state === undefined ? readValue(reader, node) : undefined;
  const evidence = evidenceOf(reader, node, around);
  const rest = evidence ? { place, evidence } : { place };
  if (state !== undefined) return { fact, line: { state, ...absence(reader, node as AbsenceNode), ...rest } as Absent };
  if (value === undefined) return { fact, line: { state: 'unreadable', place } };
  return { fact, line: { state: 'recorded', value, ...rest } };
}

type AbsenceNode = FactNode & { readonly ask?: Reference; readonly by?: string; readonly because?: string };

function absence(reader: Reader, node: AbsenceNode): Omit<Absent, 'state' | 'place'> {
  return given({
    ask: reader.ref('organisation', node.ask),
    by: reader.period(node.by, node, 'by'),
    because: node.because?.trim() ? node.because : undefined,
  });
}

/** The name of the fact that a line states, as the model knows it. */
function factName(node: FactNode): string {
  switch (node.$type) {
    case 'TextFact':
      return node.fact === 'lawful-basis' ? 'lawfulBasis' : node.fact;
    case 'EndsFact':
      return node.end;
    case 'SeatFact':
      return node.seat;
    case 'HandoverFact':
      return node.role;
    case 'RatingFact':
      return node.fact;
    default:
      return factNames[node.$type];
  }
}

const factNames: Readonly<
  Record<Exclude<FactNode['$type'], 'TextFact' | 'EndsFact' | 'SeatFact' | 'HandoverFact' | 'RatingFact'>, string>
> = {
  ActionRef: 'action',
  ActionStatus: 'status',
  ActivityFact: 'activity',
  AffectsFact: 'affects',
  AgesFact: 'ages',
  AgreementFact: 'agreement',
  AssessmentFact: 'assessment',
  CapacityFact: 'capacity',
  CodeFact: 'code',
  CohortFact: 'cohort',
  CommissionerFact: 'commissioner',
  CostFact: 'cost',
  CoversFootprint: 'covers',
  CoversInformation: 'covers',
  DueFact: 'due',
  GovernanceFact: 'governance',
  IssueStatus: 'status',
  LevelFact: 'level',
  MovementFact: 'movement',
  OutputFact: 'output',
  OverlapsFact: 'overlaps',
  OwnerFact: 'owner',
  PartOfFact: 'partOf',
  PartnerFact: 'partner',
  PartyFact: 'party',
  ProviderFact: 'provider',
  PublishedFact: 'published',
  ReportsFact: 'reportsTo',
  SendFact: 'send',
  SettingFact: 'setting',
  StatusFact: 'status',
  SucceededFact: 'succeededBy',
  UnderFact: 'basis',
  ValidFact: 'valid',
  VariesFact: 'varies',
  WaitFact: 'wait',
  WithinFact: 'within',
  WorkforceFact: 'workforce',
};
