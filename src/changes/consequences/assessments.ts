import type { Stage } from '../../model/elements.ts';
import { recordedFacts } from '../../model/facts.ts';
import { labelOf } from '../../model/project.ts';
import type { Assessment } from '../../model/values.ts';
import { currentStages } from './figures.ts';
import { type Both, type Draft, isBoth, pairsOf, type Sides, type Version } from './sides.ts';
import { labelOfRef, listed } from './words.ts';

/** What people are no longer assessed by at a stage, or are assessed by now. */
export function assessmentConsequences(sides: Sides): readonly Draft[] {
  return sides.pathways.filter(isBoth).flatMap((pathway) => {
    const { before, after } = pathway;
    const stages = pairsOf<Stage>(
      currentStages(before),
      currentStages(after),
      ({ name }) => sides.naming.inside(before.pathway.name, name),
      ({ name }) => name,
    );
    return stages.filter(isBoth).flatMap((stage) => ofStage(sides, pathway, stage));
  });
}

function ofStage({ naming }: Sides, { before, after }: Both<Version>, stage: Both<Stage>): readonly Draft[] {
  const was = recordedFacts<Assessment>(stage.before.facts.assessment);
  const is = recordedFacts<Assessment>(stage.after.facts.assessment);
  const old = new Set(was.map(({ value }) => naming.called('information', value.information.name)));
  const now = new Set(is.map(({ value }) => value.information.name));
  const lost = was.filter(({ value }) => !now.has(naming.called('information', value.information.name)));
  const gained = is.filter(({ value }) => !old.has(value.information.name));
  const say = ({ project }: Version, those: typeof was): string =>
    listed(those.map(({ value }) => labelOfRef(project, value.information)));
  const label = labelOf(stage.after);
  const common = {
    pathway: after.pathway.name,
    about: { kind: stage.after.kind, name: stage.after.name },
    before: (lost[0] ?? was[0])?.place ?? stage.before.namePlace,
    after: (gained[0] ?? is[0])?.place ?? stage.after.namePlace,
  } as const;
  if (lost.length > 0 && gained.length > 0) {
    const sentence = `People at ${label} are assessed by ${say(after, gained)} now, in place of ${say(before, lost)}.`;
    return [{ kind: 'assessment-changed', tone: 'open', sentence, ...common }];
  }
  if (lost.length > 0) {
    const sentence = `People at ${label} are no longer assessed by ${say(before, lost)}.`;
    const brief = `no longer assessed by ${say(before, lost)} at ${label}`;
    return [{ kind: 'assessment-lost', tone: 'worse', sentence, brief, ...common }];
  }
  if (gained.length === 0) return [];
  const sentence = `People at ${label} are assessed by ${say(after, gained)} now.`;
  return [{ kind: 'assessment-gained', tone: 'better', sentence, ...common }];
}
