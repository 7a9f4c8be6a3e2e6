import { labelOf } from '../../model/project.ts';
import { type Total, totalInWords, totalsOf } from '../../model/totals.ts';
import { comparePeriods } from '../../model/units/period.ts';
import { agesOnlyIn } from './ages.ts';
import { levelsOnlyIn } from './levels.ts';
import { requiredOnlyIn } from './required.ts';
import type { Draft, Version } from './sides.ts';
import { listed } from './words.ts';

/**
 * What two pathways come to that stand beside each other, such as those of two footprints: nothing is lost from one to
 * the other, and nothing is better or worse.
 */
export function betweenConsequences(before: Version, after: Version): readonly Draft[] {
  return [...onlyIn(before, after, 'lost'), ...onlyIn(after, before, 'gained'), ...costs(before, after)];
}

function onlyIn(one: Version, other: Version, how: 'lost' | 'gained'): readonly Draft[] {
  const label = labelOf(one.pathway);
  const required = requiredOnlyIn(one, other);
  const ages = agesOnlyIn(one, other);
  const levels = levelsOnlyIn(one, other);
  const common = {
    tone: 'open',
    pathway: one.pathway.name,
    about: { kind: 'pathway', name: one.pathway.name },
    [how === 'lost' ? 'before' : 'after']: one.pathway.namePlace,
  } as const;
  const only = (what: string): string => `Only ${label} has ${what}.`;
  return [
    ...(required.length === 0
      ? []
      : [
          {
            ...common,
            kind: `required-stage-${how}`,
            sentence: only(`${listed(required)}, which both must have`),
          } as const,
        ]),
    ...(ages === undefined ? [] : [{ ...common, kind: `ages-${how}`, sentence: only(`a stage for ${ages}`) } as const]),
    ...(levels.length === 0
      ? []
      : [{ ...common, kind: `level-${how}`, sentence: only(`a stage of the level ${listed(levels, 'or')}`) } as const]),
  ];
}

/** The total of each period on both sides. What is not recorded is not £0. */
function costs(before: Version, after: Version): readonly Draft[] {
  const [old, now] = [totalsOf(before.pathway), totalsOf(after.pathway)];
  const keys = new Map([...old.totals, ...now.totals].map((total) => [keyOf(total), total]));
  const sorted = [...keys].toSorted(([, a], [, b]) =>
    a.period && b.period ? comparePeriods(b.period, a.period) : a.period ? -1 : b.period ? 1 : 0,
  );
  return sorted.flatMap(([key, { period }]): readonly Draft[] => {
    const [a, b] = [old, now].map(({ totals }) => totals.find((total) => keyOf(total) === key));
    if (a?.amount.pence === b?.amount.pence && a?.stages === b?.stages) return [];
    const say = (total: Total | undefined, of: number, { pathway }: Version): string =>
      `${total === undefined ? 'not recorded' : totalInWords(withoutPeriod(total), of)} in ${labelOf(pathway)}`;
    const when = period === undefined ? '' : ` for ${period.text}`;
    return [
      {
        kind: 'cost',
        tone: 'open',
        sentence: `Stage by stage, the cost${when} is ${say(a, old.of, before)}, and ${say(b, now.of, after)}.`,
        pathway: after.pathway.name,
        before: before.pathway.namePlace,
        after: after.pathway.namePlace,
      },
    ];
  });
}

const keyOf = ({ amount, period }: Total): string => `${amount.currency} ${period?.text}`;

function withoutPeriod({ period: _, ...total }: Total): Total {
  return total;
}
