import type { Pathway, Transition } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { type PathwayStage, stagesOf } from '../../model/graph.ts';
import type { Project } from '../../model/project.ts';
import { formatNumber } from '../../model/units/quantity.ts';
import type { Activity } from '../../model/values.ts';
import type { LegendEntry } from '../scene.ts';
import { latest } from './figures.ts';

/** How wide arrows are, and what that means. */
export interface Weighing {
  /** In pixels; nothing where it is not known how many take it. */
  readonly of: (transition: Transition) => number | undefined;
  readonly legend: readonly LegendEntry[];
}

const [narrowest, widest] = [2, 8];

/** Widths by how many people a year take each transition: as wide as their share of the busiest one. */
export function weighing(project: Project, pathway: Pathway): Weighing {
  const stages = new Map(stagesOf(project, pathway).map((each) => [each.name, each]));
  const many = new Map(pathway.transitions.map((transition) => [transition, aYear(transition, stages)]));
  const most = Math.max(0, ...[...many.values()].map((amount) => amount ?? 0));
  const of = (transition: Transition) => {
    const amount = many.get(transition);
    if (amount === undefined || most <= 0) return undefined;
    return Math.round((narrowest + (widest - narrowest) * (amount / most)) * 10) / 10;
  };
  const heading = 'People on an arrow in a year';
  const legend: readonly LegendEntry[] =
    most > 0
      ? [
          { mark: 'narrow', text: 'fewest, or not known', heading },
          { mark: 'wide', text: formatNumber(Math.round(most)) },
        ]
      : [{ mark: 'narrow', text: 'not known', heading }];
  return { of, legend };
}

const times: Readonly<Record<string, number>> = { year: 1, quarter: 4, month: 12, week: 52, day: 365 };

/** What a transition says itself; a share of those at the stage where it starts, where that says how many they are. */
function aYear(transition: Transition, stages: ReadonlyMap<string, PathwayStage>): number | undefined {
  const [activity] = latest(recorded(transition.facts.activity));
  if (activity === undefined) return undefined;
  if (activity.quantity.unit !== 'percent') return yearly(activity);
  const { pathway, stage: name } = transition.from;
  const start = pathway === undefined ? stages.get(name?.name ?? '')?.stage : undefined;
  const [whole] = start ? latest(recorded(start.facts.activity)) : [];
  const amount = whole && whole.quantity.unit !== 'percent' ? yearly(whole) : undefined;
  return amount === undefined ? undefined : (amount * activity.quantity.amount) / 100;
}

function yearly({ quantity: { amount, per } }: Activity): number | undefined {
  const each = times[per ?? 'year'];
  return each === undefined ? undefined : amount * each;
}
