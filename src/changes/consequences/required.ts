import type { RequiredStage, Specification } from '../../model/elements.ts';
import { labelOf } from '../../model/project.ts';
import { type Realising, realisingOf } from '../../rules/coverage.ts';
import { realisationOf } from '../../rules/realisation.ts';
import { placeOfStage } from '../../rules/ways.ts';
import { type Draft, isBoth, type Sides, type Version } from './sides.ts';
import { stageLabel } from './words.ts';

/** A stage that a specification requires, and how the pathway stands to it. */
interface Standing {
  readonly specification: Specification;
  readonly required: RequiredStage;
  readonly how: Realising;
}

/** Stages that a specification requires and that are there no longer, or are there now. */
export function requiredConsequences({ pathways, naming }: Sides): readonly Draft[] {
  return pathways.filter(isBoth).flatMap(({ before: old, after: now }) => {
    const was = standingsOf(
      old,
      ({ name }) => naming.called('specification', name),
      (specification, { name }) => naming.inside(specification.name, name),
    );
    const is = standingsOf(now);
    return [...is].flatMap(([key, standing]): readonly Draft[] => {
      const before = was.get(key);
      if (before === undefined) return [];
      const [had, has] = [before.how.how === 'realised', standing.how.how === 'realised'];
      if (had === has || standing.how.how === 'unknown' || before.how.how === 'unknown') return [];
      const label = `${labelOf(standing.required)}, which ${labelOf(standing.specification)} requires`;
      const owner = labelOf(now.pathway);
      return [
        {
          kind: has ? 'required-stage-gained' : 'required-stage-lost',
          tone: has ? 'better' : 'worse',
          sentence: has
            ? `${owner} has ${label}, now${byWhich(standing)}.`
            : `${owner} no longer has ${label}${whyNot(standing.how)}.`,
          brief: `${labelOf(standing.required)} ${has ? 'is there now' : 'is missing'}, which is required`,
          pathway: now.pathway.name,
          about: { kind: 'pathway', name: now.pathway.name },
          before: placeOf(old, before.how),
          after: placeOf(now, standing.how),
        },
      ];
    });
  });
}

/** The stages that one specification requires of both pathways and that only the one has, by their labels. */
export function requiredOnlyIn(one: Version, other: Version): readonly string[] {
  const others = standingsOf(other);
  return [...standingsOf(one)].flatMap(([key, { required, how }]) => {
    const there = others.get(key)?.how.how;
    return how.how === 'realised' && there !== undefined && there !== 'realised' && there !== 'unknown'
      ? [labelOf(required)]
      : [];
  });
}

function standingsOf(
  { project, pathway }: Version,
  specificationName: (specification: Specification) => string = ({ name }) => name,
  stageName: (specification: Specification, required: RequiredStage) => string = (_, { name }) => name,
): ReadonlyMap<string, Standing> {
  const realisation = realisationOf(project, pathway);
  if (realisation === undefined) return new Map();
  const { specification } = realisation;
  return new Map(
    [...realisation.required.values()].map((required) => [
      `${specificationName(specification)} ${stageName(specification, required)}`,
      { specification, required, how: realisingOf(project, pathway, required) },
    ]),
  );
}

function byWhich({ required, how }: Standing): string {
  const stage = 'stage' in how ? how.stage : undefined;
  return stage === undefined || stageLabel(stage) === labelOf(required) ? '' : `: ${stageLabel(stage)}`;
}

function whyNot(how: Realising): string {
  switch (how.how) {
    case 'omitted':
      return how.because === undefined
        ? ': it is left out, and nobody says why'
        : `: it is left out because “${how.because}”`;
    case 'proposed':
      return `: ${stageLabel(how.stage)} is only proposed`;
    case 'closed':
      return `: ${stageLabel(how.stage)} is closed`;
    default:
      return '';
  }
}

function placeOf({ pathway }: Version, how: Realising) {
  return 'stage' in how && how.stage ? placeOfStage(pathway, how.stage) : (pathway.realises ?? pathway).place;
}
