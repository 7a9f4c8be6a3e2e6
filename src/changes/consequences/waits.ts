import type { Stage } from '../../model/elements.ts';
import { recordedFacts } from '../../model/facts.ts';
import type { Place } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import { daysOf, formatQuantity, type Quantity } from '../../model/units/quantity.ts';
import type { Wait } from '../../model/values.ts';
import { currentStages } from './figures.ts';
import { type Both, type Draft, isBoth, pairsOf, type Sides, type Version } from './sides.ts';

/** The longest wait that a stage states, and where. */
interface Longest {
  readonly quantity: Quantity;
  readonly place: Place;
}

/**
 * Stages that people wait longer for, or not as long, and those whose target is another one. What is not recorded on
 * one of the sides, or is of another unit that is none of time, is not compared.
 */
export function waitConsequences({ pathways, naming }: Sides): readonly Draft[] {
  return pathways.filter(isBoth).flatMap((pathway) => {
    const { before, after } = pathway;
    const stages = pairsOf<Stage>(
      currentStages(before),
      currentStages(after),
      ({ name }) => naming.inside(before.pathway.name, name),
      ({ name }) => name,
    );
    return stages
      .filter(isBoth)
      .flatMap((stage) => [...ofStage(pathway, stage, false), ...ofStage(pathway, stage, true)]);
  });
}

function ofStage({ after }: Both<Version>, stage: Both<Stage>, isTarget: boolean): readonly Draft[] {
  const [was, is] = [longestOf(stage.before, isTarget), longestOf(stage.after, isTarget)];
  const more = was && is && differenceOf(was.quantity, is.quantity);
  if (!was || !is || !more) return [];
  const isLonger = more > 0;
  const label = labelOf(stage.after);
  const [old, now] = [formatQuantity(was.quantity), formatQuantity(is.quantity)];
  return [
    {
      kind: isLonger ? 'wait-longer' : 'wait-shorter',
      // Another target is no other wait: whether it is lowered or met is for the reader to judge.
      tone: isTarget ? 'open' : isLonger ? 'worse' : 'better',
      sentence: isTarget
        ? `The target for how long people wait for ${label} is ${now} now; it was ${old}.`
        : `People wait ${now} for ${label}, ${old} before.`,
      brief: `${isTarget ? 'target ' : ''}wait ${isLonger ? 'up' : 'down'} from ${shortened(old, now)} to ${now} at ${label}`,
      pathway: after.pathway.name,
      about: { kind: stage.after.kind, name: stage.after.name },
      before: was.place,
      after: is.place,
    },
  ];
}

/** The longest of the stage's waits, or of its targets; nothing where two of them cannot be compared. */
function longestOf({ facts }: Stage, isTarget: boolean): Longest | undefined {
  const waits = recordedFacts<Wait>(facts.wait)
    .filter(({ value }) => value.target === isTarget)
    .map(({ value: { quantity }, place }): Longest => ({ quantity, place }));
  const [first, ...others] = waits;
  return others.reduce<Longest | undefined>((longest, wait) => {
    const more = longest && differenceOf(longest.quantity, wait.quantity);
    return more === undefined ? undefined : more > 0 ? wait : longest;
  }, first);
}

/** How much longer the one is than the other; nothing where they cannot be compared. */
function differenceOf(was: Quantity, is: Quantity): number | undefined {
  // A limit says how long it is at most, and not how long it is.
  if (limitOf(was) !== limitOf(is) || was.per !== is.per) return undefined;
  if (was.unit === is.unit) return is.amount - was.amount;
  const [old, now] = [daysOf(was), daysOf(is)];
  return old === undefined || now === undefined ? undefined : now - old;
}

const limitOf = ({ precision }: Quantity): string | undefined =>
  precision === 'exactly' || precision === 'about' ? undefined : precision;

/** `9` of `9 weeks`, where the other is in weeks, too. */
function shortened(words: string, other: string): string {
  const [unit, otherUnit] = [words, other].map((each) => / [a-z-]+$/.exec(each)?.[0]);
  return unit !== undefined && unit.replace(/s$/, '') === otherUnit?.replace(/s$/, '')
    ? words.slice(0, -unit.length)
    : words;
}
