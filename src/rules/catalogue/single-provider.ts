import type { Pathway, RequiredStage, Specification, Stage } from '../../model/elements.ts';
import { groupBy } from '../../model/group.ts';
import { effective } from '../../model/inheritance.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import { ownDeclarations, ownPathways } from '../../model/walk.ts';
import type { PathwayRule, Report } from '../rule.ts';

/**
 * Speaks of each pathway by itself, and at the specification of a required stage that one organisation provides in all
 * footprints. A shared unit counts once, where it is described.
 */
export const singleProvider: PathwayRule = {
  name: 'single-provider',
  title: 'Depends on one provider',
  family: 'gaps',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    if (isClosed(pathway)) return;
    const stages = pathway.stages.filter(isCurrent);
    for (const [provider, alone] of groupBy(stages, (stage) => soleProvider(project, pathway, stage))) {
      if (provider === undefined || alone.length < FEWEST_STAGES) continue;
      yield {
        at: pathway.namePlace,
        message: `${alone.length} stages depend only on '${provider}': name who else provides them, or accept it with a reason.`,
        element: pathway.name,
        facts: ['provider'],
        related: alone.map(({ name, namePlace }) => ({
          message: `Only '${provider}' provides '${name}'.`,
          place: namePlace,
        })),
      };
    }
  },
  *checkRest(project): Iterable<Report> {
    const realising = groupBy(ownPathways(project), ({ realises }) => realises?.name ?? '');
    for (const one of ownDeclarations(project)) {
      if (one.kind === 'specification') yield* inAllFootprints(project, one, realising.get(one.name) ?? []);
    }
  },
};

/** From so many stages on, a pathway depends on the one who provides them. */
const FEWEST_STAGES = 3;

/** In one footprint alone there is nothing to compare. */
const FEWEST_FOOTPRINTS = 2;

/** The only organisation that is said to provide the stage; nothing where that is not known for certain. */
function soleProvider(project: Project, pathway: Pathway, stage: Stage): string | undefined {
  const { lines } = effective(pathway, stage, 'provider');
  let only: string | undefined;
  for (const line of lines) {
    if (line.state !== 'recorded') return undefined;
    const { name } = line.value.organisation;
    if (only !== undefined && only !== name) return undefined;
    only = name;
  }
  return only !== undefined && project.organisations.has(only) ? only : undefined;
}

function* inAllFootprints(project: Project, { stages }: Specification, pathways: readonly Pathway[]): Iterable<Report> {
  const realised = groupBy(
    pathways
      .filter((pathway) => !isClosed(pathway))
      .flatMap((pathway) => pathway.stages.filter(isCurrent).map((stage) => ({ pathway, stage }))),
    ({ stage }) => stage.realises?.name ?? stage.name,
  );
  for (const required of stages) {
    const all = realised.get(required.name) ?? [];
    const footprints = new Set(all.map(({ pathway }) => pathway.footprint?.name ?? pathway.name));
    const providers = new Set(all.map(({ pathway, stage }) => soleProvider(project, pathway, stage)));
    const [provider] = providers;
    if (footprints.size < FEWEST_FOOTPRINTS || providers.size !== 1 || provider === undefined) continue;
    yield everywhere(required, provider, footprints.size, all);
  }
}

function everywhere(
  required: RequiredStage,
  provider: string,
  footprints: number,
  all: readonly { readonly stage: Stage }[],
): Report {
  return {
    at: required.namePlace,
    message: `'${required.name}' depends only on '${provider}' in ${footprints === 2 ? 'both' : `all ${footprints}`} footprints: name who else provides it, or accept it with a reason.`,
    element: required.name,
    facts: ['provider'],
    related: all.map(({ stage }) => ({
      message: `Only '${provider}' provides '${stage.name}'.`,
      place: stage.namePlace,
    })),
  };
}
