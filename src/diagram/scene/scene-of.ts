import type { Pathway } from '../../model/elements.ts';
import { labelOf, type Project } from '../../model/project.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Direction, Scene } from '../scene.ts';
import { byItself, type Wanted } from '../views/wanted.ts';
import { type Base, changedSince, comparedWith } from './against.ts';
import { becameOf } from './compare.ts';
import { draftOf } from './draft.ts';
import { emptyStateOf, nothingShown } from './empty.ts';
import { attribute } from './findings.ts';
import { foldLanes } from './fold.ts';
import { shadingBy } from './heat.ts';
import { intoLanes, type Laned } from './lanes.ts';
import { legendOf } from './legend.ts';
import { onlyThose } from './only.ts';
import { inReadingOrder } from './reading-order.ts';
import { shaded } from './shade.ts';
import { tintsBy } from './tints.ts';
import { titleOf } from './title.ts';
import { weighing } from './weight.ts';

export interface SceneOptions {
  readonly direction?: Direction;
  /** For exports: `12 November 2026 · 3f2c1ab`. */
  readonly stamp?: string;
  /** What is to be shown, where that is not what a picture shows by itself. */
  readonly wanted?: Wanted;
  /** The pathway that a scenario changes. */
  readonly changes?: Pathway;
  /** What it was at some time: what is not as it was then is marked. */
  readonly since?: Since;
}

/** A pathway as it was at some time. */
export interface Since extends Base {
  /** When that was, as people say it: `the last commit`, `3 November 2026`. */
  readonly called: string;
  /** What has gone is drawn too, and each change is written beside what it is about. */
  readonly whole?: boolean;
}

/**
 * Says what to draw of a pathway. A pure function of its arguments that never fails: names that lead nowhere are drawn
 * as such. Findings of other pathways are left out.
 */
export function sceneOf(
  project: Project,
  pathway: Pathway,
  findings: readonly Finding[],
  options: SceneOptions = {},
): Scene {
  const { wanted = byItself, changes } = options;
  const attributed = attribute(pathway, findings);
  const after = draftOf(project, pathway, attributed, wanted);
  const before = wanted.difference ? changes : undefined;
  const { since } = options;
  const against = before ? comparedWith : since?.whole ? comparedWith : changedSince;
  const base = before ? { project, pathway: before } : since;
  const compared = base && against(project, base, pathway, after, wanted);
  const all = compared?.draft ?? after;
  const shown = shaded(onlyThose(project, all, wanted.only), wanted);
  const tints =
    wanted.colour &&
    tintsBy(
      project,
      wanted.colour,
      shown.stages.map(({ each }) => each),
    );
  const coloured = tints
    ? { ...shown, stages: shown.stages.map((one) => ({ ...one, node: { ...one.node, ...tints.of(one.each) } })) }
    : shown;
  const { draft, lanes }: Laned = wanted.lanes
    ? intoLanes(project, coloured, wanted.lanes, wanted.folded)
    : { draft: coloured, lanes: [] };
  const drawing = foldLanes({ ...draft, stages: draft.stages.map(({ node }) => node) }, lanes);
  const nodes = inReadingOrder(drawing.stages, drawing.terminals, drawing.edges);
  const heading = before ? `compared with ${labelOf(before)}` : `changed since ${since?.called ?? ''}`;
  const title = titleOf(project, pathway, attributed.all, {
    ...(options.stamp === undefined ? {} : { stamp: options.stamp }),
    wanted,
    ...(changes && { changes }),
    shown: { stages: draft.stages.length, of: all.stages.length },
    ...(compared && { compared: { heading, became: becameOf(compared.marks), more: compared.whole } }),
  });
  const lenses = [
    ...(tints?.legend ?? []),
    ...(wanted.heat
      ? shadingBy(
          wanted.heat,
          shown.stages.map(({ each }) => each),
        ).legend
      : []),
    ...(wanted.weight ? weighing(project, pathway).legend : []),
  ];
  return {
    pathway: pathway.name,
    direction: options.direction ?? wanted.direction,
    title,
    nodes,
    edges: drawing.edges,
    ...(lanes.length > 0 && { lanes }),
    legend: nodes.length === 0 ? [] : [...lenses, ...legendOf(nodes, drawing.edges, title)],
    ...(all.stages.length + nodes.length === 0 ? { empty: emptyStateOf(pathway) } : {}),
    ...(all.stages.length > 0 && nodes.length === 0 ? { empty: nothingShown(all.stages.length) } : {}),
  };
}
