import { recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import { indexOf } from '../../model/pathway-index.ts';
import { isCurrent } from '../../model/status.ts';
import { type Ages, formatAges, inverted, uncovered } from '../../model/units/ages.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { inWords } from '../words.ts';

/**
 * Silent while a stage's ages are unknown, not applicable or broken, and where no stage gives any: then the pathway's
 * own ages are all that is said, and nothing contradicts them.
 */
export const uncoveredAges: PathwayRule = {
  name: 'uncovered-ages',
  title: 'Ages not covered',
  family: 'ages-and-levels',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const scope = recordedFacts<Ages>(pathway.facts.ages)[0];
    if (scope === undefined || inverted(scope.value)) return;
    const all = indexOf(project, pathway).stages;
    if (all.some(({ stage }) => stage === undefined)) return;
    const lines = all.flatMap(({ stage }) => (stage !== undefined && isCurrent(stage) ? [stage.facts.ages] : []));
    if (lines.some((ages) => ['unknown', 'not-applicable'].includes(stateOf(ages)))) return;
    const covered = lines.flatMap((ages) => recorded<Ages>(ages));
    const gaps = covered.some(inverted) || covered.length === 0 ? [] : uncovered(scope.value, covered);
    if (gaps.length === 0) return;
    yield {
      at: scope.place,
      message: `${agesInWords(gaps)} in scope but no stage covers them: correct the ages of a stage, or add a stage for them.`,
      element: pathway.name,
      facts: ['ages'],
    };
  },
};

/** `Ages 0 to 4 and 19 to 21 are`, `Age 18 is`. */
function agesInWords(gaps: readonly Ages[]): string {
  const one = gaps.length === 1 && gaps[0]!.from === gaps[0]!.to;
  return `${one ? 'Age' : 'Ages'} ${inWords(gaps.map(formatAges))} ${one ? 'is' : 'are'}`;
}
