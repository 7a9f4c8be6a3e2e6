import type { Stage, Transition } from '../../model/elements.ts';
import { type FactLines, recorded } from '../../model/facts.ts';
import { type Ages, formatAges, inverted, OLDEST } from '../../model/units/ages.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { type StageAt, stagesAt } from '../transitions.ts';
import { inWords } from '../words.ts';

/**
 * Ages that follow on each other are as they should be where people move by growing older, and may be so where no
 * movement is given.
 */
export const ageGapAtTransition: PathwayRule = {
  name: 'age-gap-at-transition',
  title: 'Age gap at a transition',
  family: 'ages-and-levels',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const transition of pathway.transitions) {
      const ends = stagesAt(project, pathway, transition);
      if (ends === undefined) continue;
      const before = agesOf(ends.from.stage);
      const after = agesOf(ends.to.stage);
      if (before.length === 0 || after.length === 0 || before.some((one) => after.some(shareAges(one)))) continue;
      const followOn = oldest(before) + 1 === youngest(after);
      if (followOn && mayBeByAge(transition)) continue;
      const next = followOn ? ", or write 'movement age' if people move when they are old enough" : '';
      yield {
        at: transition.namePlace,
        message: `${inWordsOf(ends.from, before)} leads to ${inWordsOf(ends.to, after)}, and nobody is of an age for both: correct the ages of one of the two${next}, or raise a gap.`,
        element: transition.name,
        facts: ['ages'],
        related: [ends.from, ends.to].map(({ name, stage }) => ({
          message: `The ages of '${name}'.`,
          place: stage.facts.ages[0]!.place,
        })),
      };
    }
  },
};

/** Nothing where a line of them is unknown or runs backwards. */
function agesOf(stage: Stage): readonly Ages[] {
  const lines: FactLines<Ages> = stage.facts.ages;
  const known = recorded(lines);
  return known.length === lines.length && !known.some(inverted) ? known : [];
}

const shareAges =
  (one: Ages) =>
  (other: Ages): boolean =>
    one.from <= (other.to ?? OLDEST) && other.from <= (one.to ?? OLDEST);

const oldest = (all: readonly Ages[]): number => Math.max(...all.map(({ to }) => to ?? OLDEST));

const youngest = (all: readonly Ages[]): number => Math.min(...all.map(({ from }) => from));

function mayBeByAge({ facts }: Transition): boolean {
  const movements = recorded(facts.movement);
  return movements.length === 0 || movements.some(({ name }) => name === 'age');
}

/** `'secure-care' (ages 10 to 18)`. */
function inWordsOf({ name }: StageAt, ages: readonly Ages[]): string {
  return `'${name}' (ages ${inWords(ages.map(formatAges))})`;
}
