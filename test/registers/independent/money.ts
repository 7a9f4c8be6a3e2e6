import type { Data, Pathway, Span, Stage } from './data.ts';
import { inherited, isRunning, isThere, label, linesOf, standing, valuesOf } from './data.ts';
import { upwards } from './region.ts';
import { everyStage } from './services.ts';
import type { Activity, Cell, Cost, Names, Wanted, WantedRow } from './words.ts';
import { dated, grouped, pounds } from './words.ts';

/** A figure that is added up: of one currency or unit, for one period. */
interface Figure {
  readonly of: string;
  readonly period?: Span;
  readonly amount: number;
  readonly isAbout: boolean;
}

interface Total extends Figure {
  readonly count: number;
}

/**
 * What a stage or pathway costs in each currency and period. Of several lines for one period: what was spent, else the
 * budget, else what says no kind, else the estimate, else grants and pooled funds together.
 */
export function costsOf(block: Stage | Pathway): readonly Figure[] {
  const byKey = new Map<string, Cost[]>();
  for (const cost of valuesOf<Cost>(block, 'cost')) {
    const key = `${cost.amount.currency} ${cost.period?.start} ${cost.period?.end}`;
    byKey.set(key, [...(byKey.get(key) ?? []), cost]);
  }
  return [...byKey.values()].map((costs) => {
    const meant = whole(costs);
    const pence = meant.reduce((sum, { amount }) => sum + Math.round(amount.amount * 100), 0);
    const [{ amount, period }] = costs as [Cost];
    return { of: amount.currency, ...(period && { period }), amount: pence / 100, isAbout: false };
  });
}

export function whole(costs: readonly Cost[]): readonly Cost[] {
  for (const nature of ['actual', 'budget', undefined, 'estimate'])
    if (costs.some((cost) => cost.nature === nature)) return costs.filter((cost) => cost.nature === nature);
  return costs;
}

/** What a stage counts of each unit and period, but no shares, limits, parts of an area, or the same unit twice. */
function countsOf(block: Stage | Pathway): readonly Figure[] {
  const byKey = new Map<string, Activity[]>();
  for (const one of valuesOf<Activity>(block, 'activity')) {
    const { unit, precision, per } = one.quantity;
    if (unit === undefined || unit === 'percent' || one.from !== undefined) continue;
    if (precision !== 'exactly' && precision !== 'about') continue;
    const isYear = one.period !== undefined && /^\d{4}($|\/)/.test(one.period.text);
    if (per !== undefined && !(per === 'year' && isYear)) continue;
    const key = `${unit} ${one.period?.start} ${one.period?.end}`;
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey.values()]
    .filter(({ length }) => length === 1)
    .map(([one]) => {
      const { quantity, period } = one!;
      return {
        of: quantity.unit!,
        ...(period && { period }),
        amount: quantity.amount,
        isAbout: quantity.precision === 'about',
      };
    });
}

/** Adds up figures of one currency or unit and one period; the latest period first. */
function addUp(figures: readonly Figure[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const figure of figures) {
    const key = `${figure.of} ${figure.period?.start} ${figure.period?.end}`;
    const before = totals.get(key) ?? { ...figure, amount: 0, isAbout: false, count: 0 };
    totals.set(key, {
      ...before,
      amount: before.amount + figure.amount,
      isAbout: before.isAbout || figure.isAbout,
      count: before.count + 1,
    });
  }
  const day = ({ period }: Total): string => (period === undefined ? '0' : `${period.start} ${period.end}`);
  return [...totals.values()].toSorted((a, b) => (day(a) > day(b) ? -1 : Number(day(a) < day(b))));
}

interface Group {
  readonly by: string;
  readonly which: string;
  readonly stages: readonly Stage[];
  readonly pathways: readonly Pathway[];
  /** The stages that only it provides or commissions, where that is asked. */
  readonly alone?: readonly Stage[];
}

/** What everything, each pathway, footprint, provider, commissioner and level cost and do. */
export function costTotals(data: Data, names: Names): readonly WantedRow[] {
  const pathways = data.pathways.filter(isRunning);
  const there = everyStage(data).filter(([pathway, stage]) => isRunning(pathway) && isThere(pathway, stage));
  const stagesIn = (some: readonly Pathway[]): readonly Stage[] =>
    there.filter(([pathway]) => some.includes(pathway)).map(([, stage]) => stage);
  const groups: Group[] = [];
  const whole = data.project === undefined ? data.name : label(data.project);
  groups.push({ by: 'Everything', which: whole, stages: stagesIn(pathways), pathways });
  for (const pathway of pathways)
    groups.push({ by: 'Pathway', which: label(pathway), stages: stagesIn([pathway]), pathways: [pathway] });
  for (const { name } of data.footprints) {
    const inside = pathways.filter(({ footprint }) => upwards(data, footprint).includes(name));
    if (inside.length > 0)
      groups.push({
        by: 'Footprint',
        which: names.of('footprint', name),
        stages: stagesIn(inside),
        pathways: inside,
      });
  }
  for (const [by, fact_] of [
    ['Provider', 'provider'],
    ['Commissioner', 'commissioner'],
  ] as const)
    groups.push(...byOrganisation(names, there, by, fact_));
  groups.push(...byLevel(data, names, there));
  return groups.flatMap(rowsOf);
}

const unsaid: Readonly<Record<string, string>> = {
  missing: '(not recorded)',
  unknown: '(unknown)',
  none: '(none)',
  'not-applicable': '(not applicable)',
};

function byOrganisation(
  names: Names,
  there: readonly (readonly [Pathway, Stage])[],
  by: string,
  fact_: 'provider' | 'commissioner',
): readonly Group[] {
  const all = new Map<string, { stages: Stage[]; alone: Stage[] }>();
  for (const [pathway, stage] of there) {
    const { lines } = inherited<{ readonly organisation: string }>(pathway, stage, fact_);
    const who = new Set<string>();
    for (const line of lines) if (line.state === 'recorded') who.add(names.of('organisation', line.value.organisation));
    if (who.size === 0) who.add(unsaid[standing(lines)]!);
    for (const one of who) {
      const its = all.get(one) ?? { stages: [], alone: [] };
      its.stages.push(stage);
      if (who.size === 1) its.alone.push(stage);
      all.set(one, its);
    }
  }
  const rank = (name: string): string => `${name.startsWith('(') ? 1 : 0}${name}`;
  return [...all]
    .toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([which, { stages, alone }]) => ({ by, which, stages, alone, pathways: [] }));
}

function byLevel(data: Data, names: Names, there: readonly (readonly [Pathway, Stage])[]): readonly Group[] {
  const terms = [...data.vocabularies, ...data.library].flatMap(({ terms: all }) => all);
  const levels = [...new Set(terms.filter(({ of }) => of === 'level').map(({ name }) => name))];
  const groups: Group[] = [];
  for (const level of levels) {
    const stages = there.map(([, stage]) => stage).filter((stage) => valuesOf<string>(stage, 'level').includes(level));
    if (stages.length > 0) groups.push({ by: 'Level', which: names.of('level', level), stages, pathways: [] });
  }
  // What says no level, by what it says instead, in the order of the text.
  const others = new Map<string, Stage[]>();
  for (const [, stage] of there) {
    const state = standing(linesOf(stage, 'level'));
    if (state !== 'recorded') others.set(unsaid[state]!, [...(others.get(unsaid[state]!) ?? []), stage]);
  }
  for (const [which, stages] of others) groups.push({ by: 'Level', which, stages, pathways: [] });
  return groups;
}

function rowsOf({ by, which, stages, pathways, alone }: Group): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  const applying = (name: string): number =>
    stages.filter((stage) => standing(linesOf(stage, name)) !== 'not-applicable').length;
  const [ofCost, ofCount] = [applying('cost'), applying('activity')];
  /** How many stages are asked for the figure and do not have it. */
  const open = (name: string, has: (stage: Stage) => boolean): string => {
    const those = stages.filter(
      (stage) => linesOf(stage, name).some(({ state }) => state === 'unknown') && !has(stage),
    );
    return those.length === 0 ? '' : `, ${those.length} unknown`;
  };
  /** How many stages count something without saying what, and have no such figure. */
  const unitless = (has: (stage: Stage) => boolean): string => {
    const those = stages.filter(
      (stage) =>
        valuesOf<Activity>(stage, 'activity').some(({ quantity }) => quantity.unit === undefined) && !has(stage),
    );
    return those.length === 0 ? '' : `, ${those.length} ${those.length > 1 ? 'have' : 'has'} one without a unit`;
  };
  const isIn = (figures: readonly Figure[], { of, period }: Figure): boolean =>
    figures.some((one) => one.of === of && one.period?.start === period?.start && one.period?.end === period?.end);
  const known = (count: number, of: number, what: string, asked: string): Wanted => ({
    text: `${count} of ${of} ${of === 1 ? 'stage' : 'stages'} ${of === 1 || count === 1 ? 'has' : 'have'} ${what}${asked}`,
    order: of === 0 ? 0 : count / of,
    ...(count === 0 ? { state: 'missing' } : {}),
  });
  const stated = (count: number): string =>
    `${count} of ${pathways.length} ${pathways.length === 1 ? 'pathway' : 'pathways'} ${pathways.length === 1 || count === 1 ? 'states' : 'state'} one`;
  const add = (cells: WantedRow): void => {
    rows.push({ by, which, ...cells });
  };
  const costs = addUp(stages.flatMap(costsOf));
  for (const total of costs) {
    const { of: currency, period, amount, count } = total;
    add({
      measure: 'Cost of stages',
      period: dated(period),
      total: { text: pounds({ amount, currency }), amount, currency },
      alone: alone === undefined ? '' : aloneOf(alone, currency, period),
      coverage: known(
        count,
        ofCost,
        'a cost',
        open('cost', (stage) => isIn(costsOf(stage), total)),
      ),
    });
  }
  if (costs.length === 0 && ofCost > 0)
    add({
      measure: 'Cost of stages',
      total: notKnown,
      coverage: known(
        0,
        ofCost,
        'a cost',
        open('cost', () => false),
      ),
    });
  for (const { of: currency, period, amount, count } of addUp(pathways.flatMap(costsOf)))
    add({
      measure: 'Cost stated for whole pathways',
      period: dated(period),
      total: { text: pounds({ amount, currency }), amount, currency },
      coverage: stated(count),
    });
  const counts = addUp(stages.flatMap(countsOf));
  for (const total of counts) {
    const { of: unit, period, amount, count, isAbout } = total;
    add({
      measure: `Activity: ${unit}`,
      period: dated(period),
      total: { text: `${isAbout ? 'about ' : ''}${grouped(amount)}`, amount },
      coverage: known(
        count,
        ofCount,
        `a count of ${unit}`,
        unitless((stage) => isIn(countsOf(stage), total)) + open('activity', (stage) => isIn(countsOf(stage), total)),
      ),
    });
  }
  if (counts.length === 0 && ofCount > 0)
    add({
      measure: 'Activity',
      total: notKnown,
      coverage: known(0, ofCount, 'a count', unitless(() => false) + open('activity', () => false)),
    });
  for (const { of: unit, period, amount, count, isAbout } of addUp(pathways.flatMap(countsOf)))
    add({
      measure: `Activity stated for whole pathways: ${unit}`,
      period: dated(period),
      total: { text: `${isAbout ? 'about ' : ''}${grouped(amount)}`, amount },
      coverage: stated(count),
    });
  return rows;
}

const notKnown: Cell = { text: 'Not known', state: 'missing' };

/** Nothing where it does nothing alone; not known where what it does alone has no figure. */
function aloneOf(alone: readonly Stage[], currency: string, period: Span | undefined): Wanted {
  if (alone.length === 0) return 'Nothing';
  const mine = addUp(alone.flatMap(costsOf)).find(
    (one) => one.of === currency && one.period?.start === period?.start && one.period?.end === period?.end,
  );
  return mine === undefined
    ? notKnown
    : { text: pounds({ amount: mine.amount, currency }), amount: mine.amount, currency };
}
