import type { Pathway, Stage } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { between, type Ladder, laddersOf, type Step, stepsOf } from '../levels.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { stagesAt } from '../transitions.ts';
import { inWords } from '../words.ts';

/** A step without a stage is spoken of once, and not again for each step-up that has to skip it. */
export const levelGap: PathwayRule = {
  name: 'level-gap',
  title: 'Tier gap',
  family: 'ages-and-levels',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project, { today }): Iterable<Report> {
    for (const ladder of laddersOf(project, pathway, today)) {
      if (ladder.missing.length > 0) yield withoutStage(pathway, ladder);
      yield* skippedSteps(project, pathway, ladder);
    }
  },
};

function withoutStage(pathway: Pathway, { lowest, highest, missing }: Ladder): Report {
  const add = missing.length === 1 ? 'add the stage, or raise a gap about it' : 'add the stages, or raise a gap';
  return {
    at: pathway.namePlace,
    message: `No ${quoted(missing, 'or')} stage between '${lowest.name}' and '${highest.name}': ${add}.`,
    element: pathway.name,
    facts: ['level'],
  };
}

function* skippedSteps(project: Project, pathway: Pathway, { scheme, taken }: Ladder): Iterable<Report> {
  const stepsAt = (stage: Stage): readonly Step[] =>
    stepsOf(project, stage)
      .filter((step) => step.scheme === scheme)
      .toSorted((a, b) => a.order - b.order);
  for (const transition of pathway.transitions) {
    if (!recorded(transition.facts.movement).some(({ name }) => name === 'step-up')) continue;
    const ends = stagesAt(project, pathway, transition);
    const start = ends && stepsAt(ends.from.stage).at(-1);
    const end = ends && stepsAt(ends.to.stage)[0];
    const skipped = start && end ? between(taken, start, end) : [];
    if (skipped.length === 0) continue;
    yield {
      at: transition.namePlace,
      message: `'${transition.name}' steps up from '${start!.name}' to '${end!.name}' and skips ${quoted(skipped, 'and')}: lead people by way of it, or raise a gap.`,
      severity: 'info',
      element: transition.name,
      facts: ['movement'],
    };
  }
}

const quoted = (steps: readonly Step[], joint: 'and' | 'or'): string =>
  inWords(
    steps.map(({ name }) => `'${name}'`),
    joint,
  );
