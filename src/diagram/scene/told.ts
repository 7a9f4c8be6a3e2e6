import type { Flow, Pathway, Transition } from '../../model/elements.ts';
import { type FactLines, type Ref, recorded, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { firstBy } from '../../model/group.ts';
import { effective } from '../../model/inheritance.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import type { EdgeFacts, NamedFact, NodeFacts, Stated } from '../facts.ts';
import { labelOfRef } from './words.ts';

type Named = Parameters<typeof labelOfRef>[0];

/** What is known of a stage of the pathway; nothing where it is a shared one that cannot be found. */
export function nodeFactsOf(
  project: Project,
  pathway: Pathway,
  { name, stage, home }: PathwayStage,
): NodeFacts | undefined {
  if (!stage) return undefined;
  const { terms, organisations, footprints } = project;
  const { facts } = stage;
  const footprint = home.footprint ? [home.footprint] : [];
  return {
    settings: named(terms.setting, facts.setting, (value) => value.setting),
    levels: named(terms.level, facts.level, (value) => value),
    providers: named(organisations, effective(home, stage, 'provider').lines, (value) => value.organisation),
    commissioners: named(organisations, effective(home, stage, 'commissioner').lines, (value) => value.organisation),
    footprints: {
      state: footprint.length > 0 ? 'recorded' : 'missing',
      values: footprint.map((ref) => namedFact(footprints, ref)),
    },
    cohorts: named(terms.cohort, facts.cohort.length > 0 ? facts.cohort : home.facts.cohort, (value) => value),
    ages: stated(facts.ages.length > 0 ? facts.ages : home.facts.ages, (value) => value),
    ...(indexOf(project, pathway).arrivals.has(name) ? { fromElsewhere: true as const } : {}),
  };
}

/** What is known of a transition or flow. */
export function edgeFactsOf(project: Project, link: Transition | Flow): EdgeFacts {
  const sends = link.facts.send;
  const using = recorded(sends).flatMap((send) => send.using ?? []);
  const isTransition = link.kind === 'transition';
  return {
    movements: named(project.terms.movement, isTransition ? link.facts.movement : [], (value) => value),
    information: named(project.information, sends, (value) => value.information),
    systems: {
      state: using.length > 0 ? 'recorded' : 'missing',
      values: firstBy(
        using.map((ref) => namedFact(project.systems, ref)),
        ({ name }) => name,
      ),
    },
    ages: stated(isTransition ? link.facts.ages : [], (value) => value),
  };
}

function named<T>(terms: Named, lines: FactLines<T>, refOf: (value: T) => Ref): Stated<NamedFact> {
  const { state, values } = stated(lines, (value) => namedFact(terms, refOf(value)));
  // What stands on several lines, as a commissioner of two functions does, is named once.
  return { state, values: firstBy(values, ({ name }) => name) };
}

function stated<T, V>(lines: FactLines<T>, of: (value: T) => V): Stated<V> {
  return { state: stateOf(lines), values: recorded(lines).map(of) };
}

function namedFact(terms: Named, ref: Ref): NamedFact {
  return { name: ref.name, label: labelOfRef(terms, ref) };
}
