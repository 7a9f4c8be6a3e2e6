import type { Pathway, RequiredTransition, Transition } from '../../model/elements.ts';
import { type FactLines, recorded, recordedFacts } from '../../model/facts.ts';
import { groupBy } from '../../model/group.ts';
import type { Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { isClosed } from '../../model/status.ts';
import { ownPathways } from '../../model/walk.ts';
import { realisationOf } from '../realisation.ts';
import type { ProjectRule, Report } from '../rule.ts';
import { stagesAt } from '../transitions.ts';

/**
 * Compares only what is recorded, and takes the text that most pathways have for the agreed one; the first, where none
 * is more common than another. Capital letters, spaces and full stops make no difference.
 */
export const criteriaVary: ProjectRule = {
  name: 'criteria-vary',
  title: 'Criteria differ between footprints',
  family: 'transitions',
  severity: 'info',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    for (const realising of realisingTransitions(project)) {
      for (const fact of ['criteria', 'threshold'] as const) yield* compare(realising, fact);
    }
  },
};

type Fact = 'criteria' | 'threshold';

/** The transitions of one pathway that realise a required one, where the fact may not vary without a word. */
interface Realising {
  readonly pathway: Pathway;
  readonly transitions: readonly Transition[];
  readonly allowed: readonly string[];
}

/** What one pathway says of the fact, and where it says it first. */
interface Wording {
  readonly pathway: Pathway;
  readonly transition: Transition;
  readonly text: string;
  readonly place: Place;
}

/** For each required transition, how each pathway realises it. */
function realisingTransitions(project: Project): Iterable<readonly Realising[]> {
  const found = new Map<RequiredTransition, Realising[]>();
  for (const pathway of ownPathways(project)) {
    const realisation = isClosed(pathway) ? undefined : realisationOf(project, pathway);
    if (realisation === undefined) continue;
    const current = [...realisation.transitions].filter(([one]) => stagesAt(project, pathway, one) !== undefined);
    for (const [required, pairs] of groupBy(current, ([, one]) => one)) {
      const all = found.get(required) ?? [];
      const allowed = realisation.specification.allowedVariations;
      all.push({ pathway, transitions: pairs.map(([transition]) => transition), allowed });
      found.set(required, all);
    }
  }
  return found.values();
}

function* compare(realising: readonly Realising[], fact: Fact): Iterable<Report> {
  const wordings = realising.flatMap((one) => (one.allowed.includes(fact) ? [] : wordingOf(one, fact)));
  const byText = [...groupBy(wordings, ({ text }) => text).values()];
  const agreed = byText.toSorted((a, b) => b.length - a.length)[0]?.[0];
  if (agreed === undefined) return;
  const others = wordings.filter(({ text }) => text !== agreed.text);
  const word = fact === 'criteria' ? 'criteria' : 'thresholds';
  for (const { transition, place } of others) {
    yield {
      at: place,
      message: `The ${word} for '${transition.name}' are not those of '${agreed.pathway.name}', and differ in ${others.length} of ${wordings.length} pathways: agree on one text, or write 'varies ${fact} because' and say why.`,
      element: transition.name,
      facts: [fact],
      related: [{ message: `What '${agreed.pathway.name}' says.`, place: agreed.place }],
    };
  }
}

/** Nothing where one of the transitions says nothing that can be compared, or says why it varies. */
function wordingOf({ pathway, transitions }: Realising, fact: Fact): readonly Wording[] {
  const lines = transitions.flatMap((transition): FactLines<string> => transition.facts[fact]);
  const texts = recordedFacts(lines);
  const varies = transitions.some(({ facts }) =>
    recorded(facts.varies).some((line) => line.fact === fact && line.because !== undefined),
  );
  const transition = transitions.find(({ facts }) => facts[fact].length > 0);
  if (varies || transition === undefined || texts.length < lines.length) return [];
  const text = [...new Set(texts.map(({ value }) => plain(value)))].toSorted().join('\n');
  return [{ pathway, transition, text, place: texts[0]!.place }];
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s.]+/g, ' ')
    .trim();
