import type { Stage } from '../../model/elements.ts';
import { recordedFacts, stateOf } from '../../model/facts.ts';
import { labelOf } from '../../model/project.ts';
import { formatQuantity, type Quantity } from '../../model/units/quantity.ts';
import type { Activity } from '../../model/values.ts';
import {
  currentStages,
  differencesOf,
  during,
  type Figure,
  type Holder,
  holderOf,
  type Move,
  type Part,
  partsOf,
  placesOf,
  type Shift,
} from './figures.ts';
import { type Both, type Draft, isBoth, type Pair, pairsOf, type Sides, type Version } from './sides.ts';
import { counted, listed } from './words.ts';

/**
 * How the counts of a pathway's stages differ, for each unit and period. They are never added up: one person passes
 * through several stages. Limits such as `up to 40` are no counts.
 */
export function activityConsequences({ pathways, naming }: Sides): readonly Draft[] {
  return pathways.filter(isBoth).flatMap((pathway) => {
    const { before: old, after: now } = pathway;
    const stages = pairsOf<Stage>(
      currentStages(old),
      currentStages(now),
      ({ name }) => naming.inside(old.pathway.name, name),
      ({ name }) => name,
    );
    const { shifts, moves } = differencesOf(stages.map((pair) => toHolders(pair)));
    return [...shifts.map((shift) => ofShift(pathway, shift)), ...moves.map((move) => ofMove(pathway, move))];
  });
}

function toHolders({ key, before, after }: Pair<Stage>): Pair<Holder> {
  return {
    key,
    ...(before === undefined ? {} : { before: toHolder(before) }),
    ...(after === undefined ? {} : { after: toHolder(after) }),
  };
}

function toHolder(stage: Stage): Holder {
  const { activity } = stage.facts;
  const figures = new Map<string, Figure>();
  for (const { value, place } of recordedFacts<Activity>(activity)) {
    const { quantity, period } = value;
    if (quantity.precision !== 'exactly' && quantity.precision !== 'about') continue;
    const measure = measureOf(value);
    const key = `${measure} ${period?.text}`;
    const amount = (figures.get(key)?.amount ?? 0) + quantity.amount;
    figures.set(key, { measure, amount, place, ...(period === undefined ? {} : { period }) });
  }
  return holderOf(stage, [...figures.values()], stateOf(activity) === 'none', activity[0]?.place ?? stage.namePlace);
}

/** Only counts of the same thing are compared. It is a text, so that it can be a key. */
function measureOf({ quantity: { unit = '', per = '' }, measuring = '', from }: Activity): string {
  return JSON.stringify([unit, per, measuring, from?.name ?? '']);
}

function inWords(measure: string, amount: number): string {
  const [unit, per] = JSON.parse(measure) as readonly [string, string];
  const quantity: Quantity = { precision: 'exactly', amount, ...(unit && { unit }), ...(per && { per }) };
  return formatQuantity(quantity);
}

function ofShift(pathway: Both<Version>, shift: Shift): Draft {
  const { recorded, unrecorded, measure, period } = shift;
  const parts = partsOf(shift);
  const detail = parts.length > 3 ? countsOf(shift) : parts.map((part) => partInWords(part, shift)).join('; ');
  return {
    kind: 'activity',
    tone: unrecorded.length > 0 ? 'worse' : recorded.length > 0 && recorded.length === parts.length ? 'better' : 'open',
    sentence: `The activity of ${labelOf(pathway.after.pathway)}${during(period)}${measuring(measure)}: ${detail}.`,
    brief: briefOf(shift),
    ...placesOf(pathway, parts),
  };
}

function measuring(measure: string): string {
  const what = (JSON.parse(measure) as readonly string[])[2];
  return what ? ` (${what})` : '';
}

/** `Hub is up 40 to 640 people`. */
function partInWords(part: Part, { measure, came, went, recorded }: Shift): string {
  const { holder, from, to } = part;
  if (from !== undefined && to !== undefined) {
    const by = inWords(measure, Math.abs(to - from)).split(' ')[0];
    return `${holder.label} is ${to > from ? 'up' : 'down'} ${by} to ${inWords(measure, to)}`;
  }
  if (came.includes(part)) return `${inWords(measure, to ?? 0)} at ${holder.label}, which is new`;
  if (went.includes(part)) return `${inWords(measure, from ?? 0)} were at ${holder.label}, which is gone`;
  if (recorded.includes(part)) return `${inWords(measure, to ?? 0)} at ${holder.label} recorded now`;
  return `the ${inWords(measure, from ?? 0)} at ${holder.label} are no longer recorded`;
}

/** `up at 3 stages, down at 1, no longer recorded at 1`. */
function countsOf({ changed, recorded, unrecorded, came, went }: Shift): string {
  const ups = changed.filter(({ from = 0, to = 0 }) => to > from).length;
  const told = [
    { words: 'up at', count: ups },
    { words: 'down at', count: changed.length - ups },
    { words: 'recorded now at', count: recorded.length },
    { words: 'no longer recorded at', count: unrecorded.length },
    { words: 'new with', count: came.length },
    { words: 'gone with', count: went.length },
  ].filter(({ count }) => count > 0);
  return told.map(({ words, count }) => `${words} ${counted(count, 'stage')}`).join(', ');
}

function briefOf({ changed, recorded, unrecorded, came, went }: Shift): string {
  const ups = changed.filter(({ from = 0, to = 0 }) => to > from).length;
  const [all, others] = [changed.length, recorded.length + unrecorded.length + came.length + went.length];
  if (others === 0) return ups === all ? 'activity up' : ups === 0 ? 'activity down' : 'activity up and down';
  if (all === 0 && others === unrecorded.length) return 'activity no longer recorded';
  return all === 0 && others === recorded.length ? 'activity recorded now' : 'activity differs';
}

function ofMove(pathway: Both<Version>, { measure, from, to, parts }: Move): Draft {
  const [was, is] = [from?.text ?? 'no year', to?.text ?? 'no year'];
  const which =
    parts.length > 3
      ? counted(parts.length, 'stage')
      : listed(
          parts.map(
            ({ holder, from: old = 0, to: now = 0 }) =>
              `${holder.label} (${inWords(measure, now)}, ${old === now ? 'as before' : `was ${inWords(measure, old)}`})`,
          ),
        );
  return {
    kind: 'activity',
    tone: 'open',
    sentence: `The activity of ${labelOf(pathway.after.pathway)} is given for ${is} in place of ${was} at ${which}.`,
    brief: `activity for ${is} in place of ${was}`,
    ...placesOf(pathway, parts),
  };
}
