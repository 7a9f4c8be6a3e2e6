import type { Pathway, RequiredStage, RequiredTransition, Specification } from '../../model/elements.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { isClosed } from '../../model/status.ts';
import { missingStages, missingTransitions, type Realisation, realisationOf } from '../realisation.ts';
import type { PathwayRule, Report } from '../rule.ts';

/**
 * Silent while the pathway is empty, which empty-pathway says, and while a name is unknown that may stand for what is
 * missing. Where a stage is missing or left out, nothing is said of the transitions that lead to it and from it.
 */
export const missingRequiredStage: PathwayRule = {
  name: 'missing-required-stage',
  title: 'Required stage or transition absent',
  family: 'specification',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const realisation = realisationOf(project, pathway);
    if (realisation === undefined || isClosed(pathway)) return;
    const { stages, brokenStart, brokenEnd } = indexOf(project, pathway);
    if (stages.length === 0 || mayBeMeant(project, pathway, realisation)) return;
    for (const stage of missingStages(pathway, realisation)) {
      yield absent(pathway, realisation.specification, stage, `stage '${stage.name}'`, 'omits');
    }
    if (brokenStart || brokenEnd) return;
    for (const transition of missingTransitions(pathway, realisation)) {
      const what = `transition from '${transition.from.name}' to '${transition.to.name}'`;
      yield absent(pathway, realisation.specification, transition, what, 'omits transition');
    }
  },
};

/** Whether a stage, a shared stage or a stage that is left out goes by a name that nothing has. */
function mayBeMeant(project: Project, pathway: Pathway, { required }: Realisation): boolean {
  const unknown = (name: string | undefined): boolean => name !== undefined && !required.has(name);
  return (
    pathway.stages.some(({ realises }) => unknown(realises?.name)) ||
    pathway.omits.some(({ stage }) => unknown(stage?.name)) ||
    indexOf(project, pathway).stages.some(({ stage }) => stage === undefined)
  );
}

/** Stands where the pathway says what it realises; what is required, where the specification says so. */
function absent(
  pathway: Pathway,
  specification: Specification,
  required: RequiredStage | RequiredTransition,
  what: string,
  omits: string,
): Report {
  return {
    at: (pathway.realises ?? pathway).place,
    message: `'${pathway.name}' has no ${what}, which '${specification.name}' requires: add it, or write '${omits}' and say why.`,
    element: pathway.name,
    lacks: {
      element: `Pathway '${pathway.name}'`,
      fact: what,
      requiredBy: specification.name,
      advice: "add them, or write 'omits' and say why",
    },
    related: [{ message: `'${specification.name}' requires it here.`, place: required.namePlace }],
  };
}
