import type { Stage } from '../../model/elements.ts';
import { type Fact, recorded, stateOf } from '../../model/facts.ts';
import { labelOf } from '../../model/project.ts';
import type { Provision } from '../../model/values.ts';
import { type Both, type Draft, isBoth, pairsOf, type Sides, type Version } from './sides.ts';
import { labelOfRef, listed } from './words.ts';

/** Stages that somebody provides now where it was confirmed that nobody did, or the other way round. */
export function providerConsequences({ pathways, naming }: Sides): readonly Draft[] {
  return pathways.filter(isBoth).flatMap((pathway) => {
    const { before, after } = pathway;
    const stages = pairsOf(
      before.pathway.stages,
      after.pathway.stages,
      ({ name }) => naming.inside(before.pathway.name, name),
      ({ name }) => name,
    );
    return stages.filter(isBoth).flatMap((stage) => ofStage(pathway, stage));
  });
}

function ofStage({ before, after }: Both<Version>, { before: old, after: now }: Both<Stage>): readonly Draft[] {
  const [was, is] = [stateOf(old.facts.provider), stateOf(now.facts.provider)];
  const label = labelOf(now);
  const common = {
    pathway: after.pathway.name,
    about: { kind: now.kind, name: now.name },
    before: old.facts.provider[0]?.place ?? old.namePlace,
    after: now.facts.provider[0]?.place ?? now.namePlace,
  } as const;
  if (was === 'none' && is === 'recorded') {
    const sentence = `${label} has a provider now, ${providersOf(after, now)}; before, it was confirmed that it had none.`;
    return [{ kind: 'provider-gained', tone: 'better', sentence, brief: `${label} has a provider now`, ...common }];
  }
  if (was === 'recorded' && is === 'none') {
    const sentence = `${label} has no provider any more: it was ${providersOf(before, old)}, and it is confirmed that there is none now${why(now)}.`;
    return [{ kind: 'provider-lost', tone: 'worse', sentence, brief: `${label} has no provider any more`, ...common }];
  }
  return [];
}

const providersOf = ({ project }: Version, { facts }: Stage): string =>
  listed(recorded(facts.provider).map(({ organisation }) => labelOfRef(project, organisation)));

function why({ facts }: Stage): string {
  const [line]: readonly Fact<Provision>[] = facts.provider;
  return line?.state === 'none' && line.because !== undefined ? `, because “${line.because}”` : '';
}
