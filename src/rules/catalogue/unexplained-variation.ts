import type { RequiredStage, Stage } from '../../model/elements.ts';
import { recorded, recordedFacts } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import { type Ages, formatAges, inverted, uncovered } from '../../model/units/ages.ts';
import { type Realisation, realisationOf } from '../realisation.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { type NamedFact, named, namesOf } from '../variation.ts';
import { inWords } from '../words.ts';

/** Silent where either of the two says nothing, or not all that it says can be understood. */
export const unexplainedVariation: PathwayRule = {
  name: 'unexplained-variation',
  title: 'Unexplained variation',
  family: 'specification',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const realisation = realisationOf(project, pathway);
    for (const [stage, required] of realisation?.stages ?? []) {
      if (!isCurrent(stage)) continue;
      for (const fact of named) {
        if (!isExplained(realisation!, stage, fact)) yield* checkNames(project, realisation!, stage, required, fact);
      }
      if (!isExplained(realisation!, stage, 'ages')) yield* checkAges(realisation!, stage, required);
    }
  },
};

function isExplained({ specification }: Realisation, { facts }: Stage, fact: string): boolean {
  if (specification.allowedVariations.includes(fact)) return true;
  return recorded(facts.varies).some((line) => line.fact === fact && line.because !== undefined);
}

function* checkNames(
  project: Project,
  { specification }: Realisation,
  stage: Stage,
  required: RequiredStage,
  fact: NamedFact,
): Iterable<Report> {
  const wanted = namesOf(project, required, fact);
  const there = namesOf(project, stage, fact, wanted);
  if (wanted.length === 0 || there.length === 0) return;
  const added = there.filter(({ name }) => !wanted.some((one) => one.name === name));
  const left = wanted.filter(({ name }) => !there.some((one) => one.name === name));
  if (added.length === 0 && left.length === 0) return;
  const quoted = (all: readonly { readonly name: string }[]): string => inWords(all.map(({ name }) => `'${name}'`));
  const says = [
    ...(added.length > 0 ? [`adds ${fact} ${quoted(added)}`] : []),
    ...(left.length > 0 ? [`leaves out ${fact} ${quoted(left)}`] : []),
  ];
  yield {
    at: (added[0] ?? there[0]!).place,
    message: `'${stage.name}' ${inWords(says)}, unlike '${specification.name}': correct it, or write 'varies ${fact} because' and say why.`,
    element: stage.name,
    facts: [fact],
    related: [{ message: `What '${specification.name}' says.`, place: (left[0] ?? wanted[0]!).place }],
  };
}

function* checkAges({ specification }: Realisation, stage: Stage, required: RequiredStage): Iterable<Report> {
  const wanted = recordedFacts<Ages>(required.facts.ages);
  const there = recordedFacts<Ages>(stage.facts.ages);
  if (wanted.length === 0 || there.length === 0 || there.length < stage.facts.ages.length) return;
  const [of, to] = [wanted, there].map((lines) => lines.map(({ value }) => value)) as [Ages[], Ages[]];
  if ([...of, ...to].some(inverted) || (covers(of, to) && covers(to, of))) return;
  yield {
    at: there[0]!.place,
    message: `'${stage.name}' is for ages ${inWords(to.map(formatAges))}, and '${specification.name}' says ${inWords(of.map(formatAges))}: correct it, or write 'varies ages because' and say why.`,
    element: stage.name,
    facts: ['ages'],
    related: [{ message: `What '${specification.name}' says.`, place: wanted[0]!.place }],
  };
}

const covers = (some: readonly Ages[], others: readonly Ages[]): boolean =>
  others.every((one) => uncovered(one, some).length === 0);
