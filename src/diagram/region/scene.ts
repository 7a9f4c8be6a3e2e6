import { firstBy, groupBy } from '../../model/group.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { countBySeverity, type Finding } from '../../rules/finding.ts';
import { attribute } from '../scene/findings.ts';
import { legendOf } from '../scene/legend.ts';
import { counted } from '../scene/words.ts';
import type { LegendEntry, Scene, SceneNode, TitleBlock } from '../scene.ts';
import { byItself, type Wanted } from '../views/wanted.ts';
import { specificationCards, wholeCards } from './cards.ts';
import { handovers } from './handovers.ts';
import { withLanes } from './lanes.ts';
import { overlapTies, realisingTies } from './ties.ts';
import { sharedUnits } from './units.ts';

export interface RegionOptions {
  /** What the picture is called in lists and on the command line. */
  readonly name: string;
  readonly wanted?: Pick<Wanted, 'lanes' | 'direction' | 'folded'>;
  readonly stamp?: string;
}

/**
 * Says what to draw of all pathways of a project together: a box for each, and what lies between them. A pure function
 * that never fails; what leads to a pathway that nothing declares is drawn as a broken end.
 */
export function regionScene(project: Project, findings: readonly Finding[], options: RegionOptions): Scene {
  const { name, wanted = byItself, stamp } = options;
  const byPathway = groupBy(findings, ({ pathway }) => pathway);
  const attributed = new Map(
    [...project.pathways.values()].map((each) => [each.name, attribute(each, byPathway.get(each.name) ?? [])]),
  );
  const specifications = specificationCards(project, findings);
  const wholes = wholeCards(project, attributed);
  const units = sharedUnits(project);
  const crossing = handovers(project, attributed);
  const overlaps = overlapTies(project);
  const nodes: readonly SceneNode[] = [
    ...specifications,
    ...wholes,
    ...units.nodes,
    ...firstBy([...units.terminals, ...crossing.terminals, ...overlaps.terminals], ({ id }) => id),
  ];
  const drawn = new Set(nodes.map(({ id }) => id));
  const edges = [...realisingTies(project, drawn), ...crossing.edges, ...units.edges, ...overlaps.edges];
  const title = titleOf(project, findings, crossing.count, units.nodes.length, stamp);
  const scene: Scene = {
    pathway: name,
    direction: wanted.direction,
    title,
    nodes,
    edges,
    legend: legendOf(nodes, edges, title).map(inOwnWords),
  };
  return wanted.lanes === 'footprint' ? withLanes(project, scene, wanted.folded) : scene;
}

/** What the marks mean between whole pathways. */
function inOwnWords(entry: LegendEntry): LegendEntry {
  switch (entry.mark) {
    case 'tie':
      return { ...entry, text: 'realises, unless the line says otherwise' };
    case 'transition':
      return { ...entry, text: 'people are handed on' };
    case 'shared':
      return { ...entry, text: 'unit that pathways share' };
    case 'elsewhere':
      return { ...entry, text: 'outside of this project' };
    default:
      return entry;
  }
}

function titleOf(
  project: Project,
  findings: readonly Finding[],
  handedOn: number,
  shared: number,
  stamp: string | undefined,
): TitleBlock {
  const pathways = [...project.pathways.values()];
  const footprints = new Set(pathways.flatMap(({ footprint }) => footprint?.name ?? []));
  return {
    label: project.declaration ? labelOf(project.declaration) : project.name,
    facts: [
      counted(pathways.length, 'pathway'),
      ...(footprints.size === 0 ? [] : [counted(footprints.size, 'footprint')]),
      handedOn === 0 ? 'no handover between pathways' : `${counted(handedOn, 'handover')} between pathways`,
      ...(shared === 0 ? [] : [counted(shared, 'shared unit')]),
    ],
    counts: countBySeverity(findings),
    ...(stamp === undefined ? {} : { stamp }),
  };
}
