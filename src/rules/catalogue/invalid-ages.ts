import type { ElementBase, Pathway } from '../../model/elements.ts';
import { type FactLines, type Recorded, recordedFacts } from '../../model/facts.ts';
import { type Ages, formatAges, inverted, within } from '../../model/units/ages.ts';
import { ownDeclarations } from '../../model/walk.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** Ages that run backwards are an error; a stage for other ages than its pathway is a warning. */
export const invalidAges: PathwayRule = {
  name: 'invalid-ages',
  title: 'Ages out of scope or inverted',
  family: 'ages-and-levels',
  severity: 'error',
  default: 'on',
  about: 'pathway',
  *check(pathway): Iterable<Report> {
    for (const element of [pathway, ...pathway.stages, ...pathway.transitions]) {
      yield* checkBackwards(element, element.facts.ages);
    }
    yield* checkStages(pathway);
  },
  *checkRest(project): Iterable<Report> {
    for (const element of ownDeclarations(project)) {
      if (element.kind !== 'project' && element.kind !== 'specification') continue;
      yield* checkBackwards(element, element.facts.ages);
      if (element.kind === 'project') continue;
      for (const stage of element.stages) yield* checkBackwards(stage, stage.facts.ages);
    }
  },
};

function* checkBackwards(element: ElementBase, lines: FactLines<Ages>): Iterable<Report> {
  for (const { value, place } of recordedFacts(lines)) {
    if (!inverted(value)) continue;
    const message = `Ages ${formatAges(value)} run backwards: write 'ages ${value.to} to ${value.from}'.`;
    yield { at: place, message, element: element.name, facts: ['ages'] };
  }
}

function* checkStages(pathway: Pathway): Iterable<Report> {
  const scope: Recorded<Ages> | undefined = recordedFacts<Ages>(pathway.facts.ages)[0];
  if (scope === undefined || inverted(scope.value)) return;
  for (const stage of pathway.stages) {
    for (const { value, place } of recordedFacts<Ages>(stage.facts.ages)) {
      if (inverted(value) || within(value, scope.value)) continue;
      yield {
        at: place,
        message: `Stage '${stage.name}' is for ages ${formatAges(value)} but the pathway is for ${formatAges(scope.value)}: correct one of the two.`,
        severity: 'warning',
        element: stage.name,
        facts: ['ages'],
        related: [{ message: `The ages of pathway '${pathway.name}'.`, place: scope.place }],
      };
    }
  }
}
