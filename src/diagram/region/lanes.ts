import type { Ref } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { counted, labelOfRef } from '../scene/words.ts';
import type { Scene, SceneLane, SceneNode } from '../scene.ts';
import { specificationId, wholeId } from './cards.ts';
import { foldedInto } from './fold.ts';
import { unitId } from './units.ts';

const missing = 'lane:(missing)';

/**
 * The scene with a band for each footprint, in the order of the register; a shared unit stands where it is described.
 * What stands in a folded band is drawn as one box.
 */
export function withLanes(project: Project, scene: Scene, folded: ReadonlySet<string>): Scene {
  const footprints = footprintsOf(project);
  const laneOf = ({ kind, id }: SceneNode): string | undefined =>
    kind === 'summary' ? laneId(footprints.get(id)) : undefined;
  const nodes = scene.nodes.map((node): SceneNode => {
    const lane = laneOf(node);
    return node.kind === 'summary' && lane !== undefined ? { ...node, lane } : node;
  });
  const used = nodes.flatMap((node) => laneOf(node) ?? []);
  const refs = [...footprints.values()].flatMap((ref) => ref ?? []);
  const order = [...project.footprints.keys(), ...refs.map(({ name }) => name)].map((name) => `lane:${name}`);
  const lanes = [...new Set([...order, missing])]
    .filter((id) => used.includes(id))
    .map((id) =>
      bandOf(
        project,
        id,
        refs,
        nodes.filter((node) => laneOf(node) === id),
      ),
    );
  return lanes.reduce<Scene>((all, lane) => (folded.has(lane.id) ? foldedInto(all, lane) : all), {
    ...scene,
    nodes,
    lanes,
  });
}

function footprintsOf(project: Project): ReadonlyMap<string, Ref | undefined> {
  const pathways = [...project.pathways.values()];
  return new Map([
    ...[...project.specifications.values()].map(({ name, footprint }) => [specificationId(name), footprint] as const),
    ...pathways.map(({ name, footprint }) => [wholeId(name), footprint] as const),
    ...pathways
      .flatMap(({ uses }) => uses)
      .map(({ stage, pathway }) => [unitId(stage, pathway), project.pathways.get(pathway.name)?.footprint] as const),
  ]);
}

function laneId(footprint: Ref | undefined): string {
  return footprint ? `lane:${footprint.name}` : missing;
}

function bandOf(project: Project, id: string, refs: readonly Ref[], nodes: readonly SceneNode[]): SceneLane {
  const ref = refs.find((each) => laneId(each) === id);
  const label = ref ? labelOfRef(project.footprints, ref) : 'Footprint not recorded';
  const pathways = nodes.filter((node) => node.kind === 'summary' && node.sort === 'whole').length;
  const size = pathways === 0 ? 'no pathway' : counted(pathways, 'pathway');
  const state = ref ? 'recorded' : 'missing';
  return { id, label, state, spoken: `${label}, ${size}.`, stages: nodes.length, size, folded: false };
}
