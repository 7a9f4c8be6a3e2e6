import type { Pathway, Stage } from '../model/elements.ts';
import { isAsked, type Ref, recorded, recordedFacts } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf, type Project } from '../model/project.ts';
import { costPerCase, costsOf, type Total, wholeOf } from '../model/totals.ts';
import { type Period, periodKey, samePeriod } from '../model/units/period.ts';
import type { Activity } from '../model/values.ts';
import { ownPathways } from '../model/walk.ts';
import { wordsOf } from '../model/wording.ts';
import { besides, evidenceOf, fact, list, money, nameOf, period, sayingOf, text } from './cells.ts';
import { ofStage, pathwayCells, statusOf } from './elements.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** What each stage costs and how much it does, period by period. */
export function costs({ project }: Given): Register {
  return {
    name: 'costs',
    title: 'Cost and activity by stage',
    group: 'money',
    about: 'What each stage costs and how much it does in each period, who pays, and what that is for one case.',
    columns: columnsOf(
      ['stage', 'Stage'],
      ['period', 'Period', 'period', 'filter'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['status', 'Status', 'text', 'filter'],
      ['cost', 'Cost', 'money'],
      ['nature', 'Kind of figure', 'text', 'filter'],
      ['funders', 'Funded by', 'list'],
      ['activity', 'Activity', 'list'],
      ['per-case', 'Cost per case'],
      ['lines', 'As recorded', 'list'],
      ['provider', 'Provider', 'list', 'filter'],
      ['commissioner', 'Commissioner', 'list', 'filter'],
      ['level', 'Level', 'list', 'filter'],
    ),
    rows: ownPathways(project).flatMap((pathway) => [
      ...wholeRows(project, pathway),
      ...pathway.stages.flatMap((stage) => rowsOf(project, pathway, stage)),
    ]),
    notes: [
      'Of several figures for one period the cost is what was spent, else the budget, else the estimate; a grant or a pooled fund is the whole only where nothing else is recorded. What was recorded stands in full beside it.',
      'Cost per case is given only where one cost and one count of people, referrals or the like are recorded for the same period.',
      'Where something is recorded for one period and also stated to be unknown, the open question is of the periods without a figure.',
      'A stage that several pathways share stands once, in the pathway that describes it. What is not recorded is not 0.',
    ],
    empty: 'There are no stages yet.',
  };
}

/** What a pathway says of itself as a whole. */
function wholeRows(project: Project, pathway: Pathway): readonly Row[] {
  const { cost, activity } = pathway.facts;
  if (cost.length === 0 && activity.length === 0) return [];
  const at = { pathway: pathway.name, place: pathway.namePlace };
  const cells = { ...pathwayCells(project, pathway), stage: text('Whole pathway'), status: text('') };
  return figuresOf(project, pathway).map((figures) => ({
    ...at,
    cells: { ...cells, ...figures },
    evidence: evidenceOf(project, [...cost, ...activity]),
  }));
}

function rowsOf(project: Project, pathway: Pathway, stage: Stage): readonly Row[] {
  const { cost, activity, level } = stage.facts;
  const provider = effective(pathway, stage, 'provider').lines;
  const commissioner = effective(pathway, stage, 'commissioner').lines;
  const bodies = (fact_: 'provider' | 'commissioner', lines: typeof provider | typeof commissioner): Cell => {
    const names = recorded<{ readonly organisation: Ref }>(lines).map(({ organisation }) =>
      nameOf(project, organisation),
    );
    return names.length > 0 ? list([...new Set(names)]) : fact(project, fact_, lines);
  };
  return figuresOf(project, stage, pathway).map((figures) => ({
    ...ofStage({ pathway, stage }),
    cells: {
      ...pathwayCells(project, pathway),
      stage: text(labelOf(stage)),
      status: statusOf({ pathway, stage }),
      ...figures,
      provider: bodies('provider', provider),
      commissioner: bodies('commissioner', commissioner),
      level: fact(project, 'level', level),
    },
    evidence: evidenceOf(project, [...cost, ...activity]),
  }));
}

/** A set of cells for each period and currency that it has figures of; one that says what is lacking where it has none. */
function figuresOf(project: Project, element: Stage | Pathway, whole?: Pathway): readonly Row['cells'][] {
  const totals = costsOf(element);
  const activities = recorded(element.facts.activity);
  const covered = new Set(totals.map((total) => periodKey(total.period)));
  const others = new Map<string, Period | undefined>(
    activities.filter((one) => !covered.has(periodKey(one.period))).map((one) => [periodKey(one.period), one.period]),
  );
  const rows = [
    ...totals.map((total) => ({
      ...costCells(project, element, total),
      ...activityCells(project, element, total.period, whole),
    })),
    ...[...others.values()].map((when) => ({
      period: period(when),
      cost: costAbsence(project, element, whole),
      ...activityCells(project, element, when, whole),
    })),
  ];
  if (rows.length > 0) return [...rows, ...untold(project, element)];
  return [{ cost: costAbsence(project, element, whole), activity: activityAbsence(project, element, whole) }];
}

/** The open questions that the row of no period tells, in one of all other periods. */
function untold(project: Project, { facts }: Stage | Pathway): readonly Row['cells'][] {
  const costed = recorded(facts.cost).map((one) => periodKey(one.period));
  const counted = recorded(facts.activity).map((one) => periodKey(one.period));
  const cost = isAsked(facts.cost) && counted.every((when) => costed.includes(when));
  const activity = isAsked(facts.activity) && costed.every((when) => counted.includes(when));
  if (!cost && !activity) return [];
  return [
    {
      period: text('Other periods'),
      ...(cost && { cost: besides(project, facts.cost) }),
      ...(activity && { activity: besides(project, facts.activity) }),
    },
  ];
}

function costCells(project: Project, element: Stage | Pathway, { amount, period: when }: Total): Row['cells'] {
  const lines = recordedFacts(element.facts.cost).filter(
    ({ value }) => value.amount.currency === amount.currency && samePeriod(value.period, when),
  );
  const values = lines.map(({ value }) => value);
  const funders = [...new Set(values.flatMap(({ fundedBy }) => fundedBy.map((ref) => nameOf(project, ref))))];
  const natures = [...new Set(wholeOf(values).map(({ nature }) => nature ?? 'not said'))];
  const perCase = element.kind === 'stage' && values.length === 1 ? costPerCase(element, values[0]!) : undefined;
  return {
    period: period(when),
    cost: money(amount),
    nature: text(natures.join(', ')),
    funders: list(funders),
    'per-case': text(perCase),
    lines: list(values.map((value) => wordsOf(sayingOf(project), 'cost', value))),
  };
}

function activityCells(
  project: Project,
  element: Stage | Pathway,
  when: Period | undefined,
  whole: Pathway | undefined,
): Row['cells'] {
  const those = recorded<Activity>(element.facts.activity).filter((one) => samePeriod(one.period, when));
  if (those.length === 0) return { activity: activityAbsence(project, element, whole) };
  return { activity: list(those.map((value) => wordsOf(sayingOf(project), 'activity', value))) };
}

/** Why there is no cost: a stage of a pathway that has one as a whole does not lack it. */
function costAbsence(project: Project, { facts }: Stage | Pathway, whole?: Pathway): Cell {
  if (facts.cost.length === 0 && whole && recorded(whole.facts.cost).length > 0) return inWhole;
  return besides(project, facts.cost);
}

function activityAbsence(project: Project, { facts }: Stage | Pathway, whole?: Pathway): Cell {
  if (facts.activity.length === 0 && whole && recorded(whole.facts.activity).length > 0) return inWhole;
  return besides(project, facts.activity);
}

const inWhole: Cell = { text: 'In the figure for the whole pathway', state: 'not-applicable' };
