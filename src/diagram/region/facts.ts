import { firstBy } from '../../model/group.ts';
import type { NamedFact, NodeFacts, Stated } from '../facts.ts';

/** The facts of several stages as those of one, so that what holds any of them is found by what it holds. */
export function ofAll(all: readonly NodeFacts[]): NodeFacts | undefined {
  if (all.length === 0) return undefined;
  const named = (pick: (facts: NodeFacts) => Stated<NamedFact>): Stated<NamedFact> => {
    const values = all.flatMap((facts) => pick(facts).values);
    return {
      state: stateOfAll(all.map((facts) => pick(facts).state)),
      values: firstBy(values, ({ name }) => name),
    };
  };
  return {
    settings: named((facts) => facts.settings),
    levels: named((facts) => facts.levels),
    providers: named((facts) => facts.providers),
    commissioners: named((facts) => facts.commissioners),
    footprints: named((facts) => facts.footprints),
    cohorts: named((facts) => facts.cohorts),
    ages: {
      state: stateOfAll(all.map(({ ages }) => ages.state)),
      values: all.flatMap(({ ages }) => ages.values),
    },
  };
}

/** Whatever is stated outweighs what is not, as among the lines of one fact. */
function stateOfAll(states: readonly Stated<unknown>['state'][]): Stated<unknown>['state'] {
  const order = ['recorded', 'unreadable', 'unknown', 'none', 'not-applicable', 'missing'] as const;
  return order.find((state) => states.includes(state)) ?? 'missing';
}
