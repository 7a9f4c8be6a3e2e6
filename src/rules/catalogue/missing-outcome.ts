import type { Outcome, Pathway } from '../../model/elements.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import { ownDeclarations } from '../../model/walk.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { strictnessOf } from '../settings.ts';

/**
 * The outcomes of a pathway are its own, those of its stages, and those of its specification, which hold for every
 * pathway that realises it. Silent about a pathway without stages, of which empty-pathway speaks.
 */
export const missingOutcome: PathwayRule = {
  name: 'missing-outcome',
  title: 'No outcome or indicator',
  family: 'gaps',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    if (isClosed(pathway)) return;
    const all = [pathway, ...pathway.stages.filter(isCurrent)].flatMap(({ outcomes }) => outcomes);
    yield* withoutIndicator(all);
    const { stages } = indexOf(project, pathway);
    if (stages.length === 0) return;
    if (![...all, ...elsewhere(project, pathway)].some(isNamed)) yield withoutOutcome(pathway);
    else if (strictnessOf(project) === 'assure') yield* stagesWithout(pathway);
  },
  *checkRest(project): Iterable<Report> {
    for (const one of ownDeclarations(project)) {
      if (one.kind === 'specification') yield* withoutIndicator(one.outcomes);
    }
  },
};

const isNamed = ({ name }: Outcome): boolean => name !== '';

/** The outcomes that hold for the pathway although they are written elsewhere. */
function elsewhere(project: Project, pathway: Pathway): readonly Outcome[] {
  const used = indexOf(project, pathway).stages.filter(({ used: use }) => use !== undefined);
  const specification = project.specifications.get(pathway.realises?.name ?? '');
  return [...used.flatMap(({ stage }) => stage?.outcomes ?? []), ...(specification?.outcomes ?? [])];
}

function* withoutIndicator(outcomes: readonly Outcome[]): Iterable<Report> {
  for (const outcome of outcomes) {
    if (outcome.indicators.length > 0) continue;
    yield {
      at: outcome.namePlace,
      message: `'${outcome.name}' has no indicator: write 'indicator' and what would show that it is reached.`,
      element: outcome.name,
      facts: ['indicator'],
    };
  }
}

function withoutOutcome(pathway: Pathway): Report {
  return {
    at: pathway.namePlace,
    message: `Pathway '${pathway.name}' has no outcome: write 'outcome' and what should become better for people.`,
    element: pathway.name,
    facts: ['outcome'],
  };
}

/** Under the strictest check every stage says what it is to achieve. */
function* stagesWithout({ stages }: Pathway): Iterable<Report> {
  for (const stage of stages) {
    if (stage.outcomes.length > 0 || !isCurrent(stage)) continue;
    yield {
      at: stage.namePlace,
      message: `Stage '${stage.name}' has no outcome of its own: write 'outcome' and what the stage should achieve.`,
      element: stage.name,
      facts: ['outcome'],
    };
  }
}
