import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import type { Organisation, Pathway, Stage, Transition } from '../../model/elements.ts';
import { endpointOf } from '../../model/pathway-index.ts';
import type { Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { rolesIn } from '../../model/roles.ts';
import { ownPathways } from '../../model/walk.ts';
import { capital } from '../../model/wording.ts';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import { countsOf, coverageInWords, coverageOf } from './counts.ts';
import { locationOf, rangeOf } from './ranges.ts';
import { counted } from './words.ts';

/** The editor's commands that the lines above declarations call. */
export interface LensCommands {
  /** Opens the preview at a place: the file, and the place. */
  readonly openPreview: string;
  readonly problems: string;
  /** Shows places: the file, the place it is asked from, and the places. */
  readonly showReferences: string;
}

/** What stands above pathways, stages and organisations: what there is to open, and how they hang together. */
export function codeLensesOf(checked: CheckedProject, file: PathwayFile, commands: LensCommands): readonly CodeLens[] {
  return file.reading.model.declarations.flatMap((declaration) => {
    if (declaration.name === '') return [];
    if (declaration.kind === 'organisation') return organisationLenses(checked.project, declaration, commands);
    if (declaration.kind !== 'pathway') return [];
    return [
      ...pathwayLenses(checked, declaration, commands),
      ...declaration.stages
        .filter(({ name }) => name !== '')
        .flatMap((stage) => stageLenses(checked.project, stage, commands)),
    ];
  });
}

function pathwayLenses(checked: CheckedProject, pathway: Pathway, commands: LensCommands): readonly CodeLens[] {
  const at = pathway.namePlace;
  const coverage = coverageOf(checked.project, pathway);
  return [
    lens(at, { title: 'Open preview', command: commands.openPreview, arguments: [at.file, rangeOf(at).start] }),
    lens(at, { title: capital(countsOf(checked, pathway.place)), command: commands.problems }),
    ...(coverage ? [showing(at, coverageInWords(coverage), coverage.places, commands)] : []),
  ];
}

function stageLenses(project: Project, stage: Stage, commands: LensCommands): readonly CodeLens[] {
  const at = stage.namePlace;
  const { uses, ...links } = linksOf(project).get(stage) ?? { in: [], out: [], uses: [] };
  return [
    showing(at, `${links.in.length} in`, links.in, commands),
    showing(at, `${links.out.length} out`, links.out, commands),
    ...(uses.length > 0 ? [showing(at, `used by ${counted(uses.length, 'pathway')}`, uses, commands)] : []),
  ];
}

function organisationLenses(project: Project, organisation: Organisation, commands: LensCommands): readonly CodeLens[] {
  const roles = rolesIn(project).get(organisation.name) ?? [];
  return (['provides', 'commissions'] as const).flatMap((role) => {
    // A role without a pathway around it is of a pathway as a whole.
    const stages = roles.filter((one) => one.role === role && one.where !== undefined);
    const places = stages.map(({ place }) => place);
    return places.length === 0
      ? []
      : [showing(organisation.namePlace, `${role} ${counted(places.length, 'stage')}`, places, commands)];
  });
}

/** The transitions that lead to a stage and away from it, and the pathways that use it. */
interface Links {
  readonly in: Place[];
  readonly out: Place[];
  readonly uses: Place[];
}

const cache = new WeakMap<Project, ReadonlyMap<Stage, Links>>();

/** How the stages of all pathways hang together, also over the ends of a pathway. */
function linksOf(project: Project): ReadonlyMap<Stage, Links> {
  const known = cache.get(project);
  if (known) return known;
  const links = new Map<Stage, Links>();
  const of = (stage: Stage): Links => {
    const found = links.get(stage) ?? { in: [], out: [], uses: [] };
    links.set(stage, found);
    return found;
  };
  for (const pathway of ownPathways(project)) {
    for (const transition of pathway.transitions) {
      const from = stageAt(project, pathway, transition.from);
      const to = stageAt(project, pathway, transition.to);
      if (from) of(from).out.push(transition.namePlace);
      if (to) of(to).in.push(transition.namePlace);
    }
    for (const used of pathway.uses) {
      const home = project.pathways.get(used.pathway.name);
      const stage = home?.stages.find(({ name }) => name === used.stage.name);
      if (stage) of(stage).uses.push(used.place);
    }
  }
  cache.set(project, links);
  return links;
}

function stageAt(project: Project, pathway: Pathway, end: Transition['from']): Stage | undefined {
  const endpoint = endpointOf(project, pathway, end);
  if (endpoint.where === 'here') return endpoint.stage.stage;
  return endpoint.where === 'elsewhere' ? endpoint.stage : undefined;
}

function showing(at: Place, title: string, places: readonly Place[], commands: LensCommands): CodeLens {
  const locations: Location[] = places.map(locationOf);
  if (locations.length === 0) return lens(at, { title, command: '' });
  return lens(at, {
    title,
    command: commands.showReferences,
    arguments: [at.file, rangeOf(at).start, locations],
  });
}

function lens(at: Place, command: Command): CodeLens {
  return { range: rangeOf(at), command };
}
