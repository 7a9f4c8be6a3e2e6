import type { Stage } from '../../model/elements.ts';
import { type FactLines, isAsked, recorded, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { costsOf } from '../../model/totals.ts';
import { formatMoney } from '../../model/units/money.ts';
import { comparePeriods, type Period } from '../../model/units/period.ts';
import { daysOf, formatQuantity } from '../../model/units/quantity.ts';
import type { Activity, Wait } from '../../model/values.ts';
import type { FigureLine } from '../scene.ts';
import { absenceText } from './facts.ts';

/** A stage's figure of the latest period, with the period and how sure it is. What is missing is said and never 0. */
export function figureOf(each: PathwayStage, kind: 'cost' | 'activity' | 'wait'): FigureLine {
  const { stage, home } = each;
  const lines: FactLines<unknown> = stage?.facts[kind] ?? [];
  const state = stateOf(lines);
  if (state === 'recorded' && stage) return { kind, state, text: said(stage, kind) };
  // The pathway's own figure is of the whole, and its stages need none of their own.
  const whole = kind !== 'wait' && stage !== undefined && recorded<unknown>(home.facts[kind]).length > 0;
  if (state === 'missing' && whole) return { kind, state: 'not-applicable', text: `${kind} only known for the whole` };
  return { kind, state: state === 'recorded' ? 'missing' : state, text: absenceText(kind, state as 'missing') };
}

/** That the figure of other periods is an open question, which one that is recorded does not answer. */
export function askedBeside(fact: string, lines: FactLines<unknown>): readonly string[] {
  return stateOf(lines) === 'recorded' && isAsked(lines) ? [`${fact} unknown for other periods`] : [];
}

/** What a stage costs in its latest period, in its first currency; nothing where that is not recorded. */
export function latestCost(stage: Stage): { readonly pence: number; readonly currency: string } | undefined {
  return latest(costsOf(stage))[0]?.amount;
}

/** The longest wait that a stage states, in days; nothing where that is not recorded. */
export function longestWait(stage: Stage): number | undefined {
  const days = recorded(stage.facts.wait).flatMap(({ quantity }) => daysOf(quantity) ?? []);
  return days.length === 0 ? undefined : Math.max(...days);
}

/** Of lines with periods those of the latest one, and those without where none has one. */
export function latest<T extends { readonly period?: Period }>(values: readonly T[]): readonly T[] {
  const periods = values.flatMap(({ period }) => period ?? []);
  const last = periods.toSorted(comparePeriods).at(-1);
  return values.filter(({ period }) => period?.text === last?.text);
}

/** `400 people for 2025/26`. */
export function activityInWords({ quantity, period }: Activity): string {
  return `${formatQuantity(quantity)}${period ? ` for ${period.text}` : ''}`;
}

function said(stage: Stage, kind: 'cost' | 'activity' | 'wait'): string {
  switch (kind) {
    case 'cost':
      return costInWords(stage);
    case 'activity': {
      const [one, ...others] = latest(recorded(stage.facts.activity));
      return `${activityInWords(one!)}${more(others.length)}`;
    }
    case 'wait': {
      const waits = recorded(stage.facts.wait);
      const real = waits.filter(({ target }) => !target);
      const [one, ...others] = real.length > 0 ? real : waits;
      return `${waitInWords(one!)}${more(others.length)}`;
    }
  }
}

function waitInWords({ quantity, target }: Wait): string {
  return `${formatQuantity(quantity)}${target ? ' (target)' : ''}`;
}

function costInWords(stage: Stage): string {
  const totals = latest(costsOf(stage));
  const amounts = totals.map(({ amount }) => formatMoney(amount)).join(' and ');
  const period = totals[0]?.period?.text;
  const natures = new Set(latest(recorded(stage.facts.cost)).map(({ nature }) => nature));
  // Where several kinds stand for one year, the total takes one of them: which is for the text to tell.
  const nature = natures.size === 1 ? [...natures][0] : undefined;
  return `${amounts}${nature === undefined ? '' : ` ${nature}`}${period === undefined ? '' : ` for ${period}`}`;
}

function more(count: number): string {
  return count === 0 ? '' : `\u00a0+\u00a0${count}`;
}
