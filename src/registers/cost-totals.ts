import type { Pathway, Stage } from '../model/elements.ts';
import { type FactLines, recorded, stateOf } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf, type Project } from '../model/project.ts';
import { isClosed, isCurrent, isProposed } from '../model/status.ts';
import { costsOf, totalled, totalsOfStages } from '../model/totals.ts';
import { formatNumber } from '../model/units/quantity.ts';
import type { Commissioning, Provision } from '../model/values.ts';
import { ownPathways } from '../model/walk.ts';
import { areasAround } from '../rules/footprints.ts';
import { activityTotals } from './activity-totals.ts';
import { countedOf, money, nameOf, period, text } from './cells.ts';
import type { StageIn } from './elements.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** What pathways, footprints, organisations and levels cost and do together, and how much of it is known. */
export function costTotals({ project }: Given): Register {
  const pathways = ownPathways(project).filter((one) => !isClosed(one) && !isProposed(one));
  const stages = pathways.flatMap((pathway) =>
    pathway.stages.filter(isCurrent).map((stage): StageIn => ({ pathway, stage })),
  );
  return {
    name: 'cost-totals',
    title: 'Cost and activity in total',
    group: 'money',
    about: 'What pathways, footprints, providers, commissioners and levels cost and do, and how much of it is known.',
    columns: columnsOf(
      ['which', 'Of', 'text', 'filter'],
      ['by', 'By', 'text', 'filter'],
      ['measure', 'What', 'text', 'filter'],
      ['period', 'Period', 'period', 'filter'],
      ['total', 'Total', 'money'],
      ['alone', 'Of which alone', 'money'],
      ['coverage', 'How much is known'],
    ),
    rows: groupsOf(project, pathways, stages).flatMap(rowsOf),
    notes: [
      'Only stages that are there today, each once, in the pathway that describes it. What is not recorded is left out, never counted as nought: each total says how many stages it adds up.',
      'A stage of several providers or commissioners counts in full for each of them, so their totals do not add up to that of the pathway; ‘of which alone’ is what only they provide or commission.',
      'Activity adds up what each stage counts: somebody who passes through three stages is counted three times. Shares and limits such as ‘fewer than 5’ are left out.',
      'What a pathway states for itself as a whole is never added to what its stages state.',
    ],
    empty: 'There are no stages yet.',
  };
}

interface Group {
  readonly by: string;
  readonly which: string;
  readonly stages: readonly StageIn[];
  /** Pathways whose own lines speak for the whole of the group. */
  readonly wholes: readonly Pathway[];
  /** The stages that nobody shares with it. */
  readonly alone?: readonly Stage[];
  readonly at: Pick<Row, 'place' | 'pathway'>;
}

function groupsOf(project: Project, pathways: readonly Pathway[], stages: readonly StageIn[]): readonly Group[] {
  const [first] = pathways;
  if (first === undefined) return [];
  const at = { place: project.declaration?.namePlace ?? first.namePlace };
  const everything = { by: 'Everything', which: project.declaration ? labelOf(project.declaration) : project.name };
  const organisations = (by: string, fact: 'provider' | 'commissioner') => byOrganisation(project, stages, by, fact);
  return [
    { ...everything, stages, wholes: pathways, at },
    ...pathways.map(
      (pathway): Group => ({
        by: 'Pathway',
        which: labelOf(pathway),
        stages: stages.filter((one) => one.pathway === pathway),
        wholes: [pathway],
        at: { place: pathway.namePlace, pathway: pathway.name },
      }),
    ),
    ...byFootprint(project, pathways, stages),
    ...organisations('Provider', 'provider'),
    ...organisations('Commissioner', 'commissioner'),
    ...byLevel(project, stages),
  ];
}

/** Each footprint with all that lies within it. */
function byFootprint(project: Project, pathways: readonly Pathway[], stages: readonly StageIn[]): readonly Group[] {
  return [...project.footprints.values()].flatMap((footprint): readonly Group[] => {
    const inside = ({ footprint: its }: Pathway): boolean => areasAround(project, its?.name ?? '').has(footprint.name);
    const wholes = pathways.filter(inside);
    if (wholes.length === 0) return [];
    const those = stages.filter(({ pathway }) => inside(pathway));
    return [{ by: 'Footprint', which: labelOf(footprint), stages: those, wholes, at: { place: footprint.namePlace } }];
  });
}

function byOrganisation(
  project: Project,
  stages: readonly StageIn[],
  by: string,
  fact: 'provider' | 'commissioner',
): readonly Group[] {
  const shares = stages.flatMap((one) => {
    const { lines } = effective(one.pathway, one.stage, fact);
    const names = namesOf(project, lines);
    return names.map((which) => ({ which, one, isAlone: names.length === 1 }));
  });
  return [...groupBy(shares, ({ which }) => which)]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([which, those]) => ({
      by,
      which,
      stages: those.map(({ one }) => one),
      wholes: [],
      alone: those.filter(({ isAlone }) => isAlone).map(({ one }) => one.stage),
      at: { place: those[0]!.one.stage.namePlace },
    }));
}

/** The organisations of the lines, each once; where there are none, what is known instead. */
function namesOf(project: Project, lines: FactLines<Provision | Commissioning>): readonly string[] {
  const names = recorded(lines).map(({ organisation }) => nameOf(project, organisation));
  return names.length > 0 ? [...new Set(names)] : [absences[stateOf(lines)]];
}

function byLevel(project: Project, stages: readonly StageIn[]): readonly Group[] {
  const levels = [...project.terms.level.keys()];
  const shares = stages.flatMap((one) => {
    const refs = recorded(one.stage.facts.level);
    const state = absences[stateOf(one.stage.facts.level)];
    return (refs.length > 0 ? refs : [undefined]).map((ref) => ({
      which: ref ? nameOf(project, ref) : state,
      rank: ref ? levels.indexOf(ref.name) : levels.length,
      one,
    }));
  });
  return [
    ...groupBy(
      shares.toSorted((a, b) => a.rank - b.rank),
      ({ which }) => which,
    ),
  ].map(([which, those]) => ({
    by: 'Level',
    which,
    stages: those.map(({ one }) => one),
    wholes: [],
    at: { place: those[0]!.one.stage.namePlace },
  }));
}

const absences = {
  recorded: '',
  missing: '(not recorded)',
  unknown: '(unknown)',
  none: '(none)',
  'not-applicable': '(not applicable)',
  unreadable: '(cannot be read)',
} as const;

function rowsOf(group: Group): readonly Row[] {
  const stages = group.stages.map(({ stage }) => stage);
  if (stages.length === 0 && group.wholes.length === 0) return [];
  const of = stages.length;
  const row = (cells: Row['cells']): Row => ({
    ...group.at,
    cells: { by: text(group.by), which: text(group.which), ...cells },
  });
  const costs = totalsOfStages(stages);
  const alone = group.alone === undefined ? undefined : totalsOfStages(group.alone);
  return [
    ...costs.map(({ amount, period: when, stages: count }) => {
      const part = alone?.find((one) => one.amount.currency === amount.currency && one.period?.text === when?.text);
      return row({
        measure: text('Cost of stages'),
        period: period(when),
        total: money(amount),
        ...(alone === undefined ? {} : { alone: part ? money(part.amount) : text('Nothing') }),
        coverage: coverageOf(count, of, 'a cost'),
      });
    }),
    ...(costs.length > 0 || of === 0
      ? []
      : [row({ measure: text('Cost of stages'), total: notRecorded, coverage: coverageOf(0, of, 'a cost') })]),
    ...wholeCosts(group).map(({ amount, period: when, stages: count }) =>
      row({
        measure: text('Cost stated for whole pathways'),
        period: period(when),
        total: money(amount),
        coverage: text(countedOf(count, group.wholes.length, 'pathway', ['states one', 'state one'])),
      }),
    ),
    ...activityTotals(stages).map(({ unit, period: when, amount, about, stages: count }) =>
      row({
        measure: text(`Activity: ${unit}`),
        period: period(when),
        total: { text: `${about ? 'about ' : ''}${formatNumber(amount)}`, amount },
        coverage: coverageOf(count, of, `a count of ${unit}`),
      }),
    ),
  ];
}

function wholeCosts({ wholes }: Group) {
  return totalled(wholes.flatMap(costsOf));
}

const notRecorded: Cell = { text: 'Not known', state: 'missing' };

function coverageOf(count: number, of: number, what: string): Cell {
  const words = countedOf(count, of, 'stage', [`has ${what}`, `have ${what}`]);
  return { text: words, order: of === 0 ? 0 : count / of, ...(count === 0 ? { state: 'missing' } : {}) };
}

const compare = (a: string, b: string): number =>
  Number(a.startsWith('(')) - Number(b.startsWith('(')) || (a < b ? -1 : a > b ? 1 : 0);
