import type { Stage } from '../model/elements.ts';
import { isAsked, recorded } from '../model/facts.ts';
import { isClosed, isCurrent, isProposed } from '../model/status.ts';
import { askedFor, costsOf, type Total, totalled, totalsOfStages } from '../model/totals.ts';
import { samePeriod } from '../model/units/period.ts';
import { formatNumber } from '../model/units/quantity.ts';
import { ownPathways } from '../model/walk.ts';
import { type ActivityTotal, activityTotals } from './activity-totals.ts';
import { countedOf, money, period, text } from './cells.ts';
import { type Group, groupsOf } from './cost-groups.ts';
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
      'Only stages that are there today, each once, in the pathway that describes it. What is not recorded is left out, never counted as 0: each total says how many stages it adds up, of those to which a cost or a count applies, and for how many of the others it is an open question.',
      'A stage of several providers or commissioners counts in full for each of them, so their totals do not add up to that of the pathway; ‘of which alone’ is what only they provide or commission. A stage of several levels counts in full for each.',
      'Activity adds up what each stage counts: somebody who passes through three stages is counted three times. Shares, limits such as ‘fewer than 5’ and counts that do not say what they count are left out.',
      'What a pathway states for itself as a whole is never added to what its stages state.',
    ],
    empty: 'There are no stages yet.',
  };
}

function rowsOf(group: Group): readonly Row[] {
  const stages = group.stages.map(({ stage }) => stage);
  const ofCost = askedFor(stages, 'cost').length;
  const ofCount = askedFor(stages, 'activity').length;
  const row = (cells: Row['cells']): Row => ({
    ...group.at,
    cells: { by: text(group.by), which: text(group.which), ...cells },
  });
  const costs = totalsOfStages(stages).map((total) => ({
    measure: text('Cost of stages'),
    ...costCells(total),
    ...(group.alone === undefined ? {} : { alone: aloneCell(group.alone, total) }),
    coverage: coverageOf(
      total.stages,
      ofCost,
      'a cost',
      askedOf(stages, 'cost', (stage) => costsOf(stage).some((one) => isAlike(one, total))),
    ),
  }));
  const noCost = {
    measure: text('Cost of stages'),
    total: notKnown,
    coverage: coverageOf(0, ofCost, 'a cost', askedOf(stages, 'cost')),
  };
  const counts = activityTotals(stages).map((total) => {
    const has = (stage: Stage): boolean => activityTotals([stage]).some((one) => isSameCount(one, total));
    return {
      measure: text(`Activity: ${total.unit}`),
      ...activityCells(total),
      coverage: coverageOf(
        total.stages,
        ofCount,
        `a count of ${total.unit}`,
        askedOf(stages, 'activity', has),
        unitlessIn(stages, has),
      ),
    };
  });
  const noCount = {
    measure: text('Activity'),
    total: notKnown,
    coverage: coverageOf(0, ofCount, 'a count', askedOf(stages, 'activity'), unitlessIn(stages)),
  };
  return [
    ...(costs.length > 0 || ofCost === 0 ? costs : [noCost]),
    ...totalled(group.wholes.flatMap(costsOf)).map((total) => ({
      measure: text('Cost stated for whole pathways'),
      ...costCells(total),
      coverage: statedBy(total.stages, group),
    })),
    ...(counts.length > 0 || ofCount === 0 ? counts : [noCount]),
    ...activityTotals(group.wholes).map((total) => ({
      measure: text(`Activity stated for whole pathways: ${total.unit}`),
      ...activityCells(total),
      coverage: statedBy(total.stages, group),
    })),
  ].map(row);
}

function costCells({ amount, period: when }: Total): Row['cells'] {
  return { period: period(when), total: money(amount) };
}

function activityCells({ amount, about, period: when }: ActivityTotal): Row['cells'] {
  return { period: period(when), total: { text: `${about ? 'about ' : ''}${formatNumber(amount)}`, amount } };
}

/** What the stages that only it has cost: not known, and never nothing, where it has some of which none says so. */
function aloneCell(stages: readonly Stage[], total: Total): Cell {
  if (stages.length === 0) return text('Nothing');
  const part = totalsOfStages(stages).find((one) => isAlike(one, total));
  return part === undefined ? notKnown : money(part.amount);
}

/** Whether they are of one currency and period. */
function isAlike(one: Total, other: Total): boolean {
  return one.amount.currency === other.amount.currency && samePeriod(one.period, other.period);
}

/** Whether they count the same unit in one period. */
function isSameCount(one: ActivityTotal, other: ActivityTotal): boolean {
  return one.unit === other.unit && samePeriod(one.period, other.period);
}

/** How many of the stages are without this figure because somebody has said that it is an open question. */
function askedOf(
  stages: readonly Stage[],
  fact: 'cost' | 'activity',
  has: (stage: Stage) => boolean = () => false,
): number {
  return stages.filter((stage) => isAsked(stage.facts[fact]) && !has(stage)).length;
}

/** How many of the stages are without this count, and have one that does not say what it counts: it adds up with none. */
function unitlessIn(stages: readonly Stage[], has: (stage: Stage) => boolean = () => false): number {
  return stages.filter(
    (stage) => recorded(stage.facts.activity).some(({ quantity }) => quantity.unit === undefined) && !has(stage),
  ).length;
}

const notKnown: Cell = { text: 'Not known', state: 'missing' };

function coverageOf(count: number, of: number, what: string, asked: number, unitless = 0): Cell {
  const known = countedOf(count, of, 'stage', [`has ${what}`, `have ${what}`]);
  const besides = unitless === 0 ? '' : `, ${unitless} ${unitless === 1 ? 'has' : 'have'} one without a unit`;
  const words = `${known}${besides}${asked === 0 ? '' : `, ${asked} unknown`}`;
  return { text: words, order: of === 0 ? 0 : count / of, ...(count === 0 ? { state: 'missing' } : {}) };
}

function statedBy(count: number, { wholes }: Group): Cell {
  return text(countedOf(count, wholes.length, 'pathway', ['states one', 'state one']));
}
