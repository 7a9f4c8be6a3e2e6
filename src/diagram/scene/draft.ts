import type { Pathway } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import type { SceneEdge, TerminalNode } from '../scene.ts';
import type { Wanted } from '../views/wanted.ts';
import type { Attributed } from './findings.ts';
import { linksOf } from './links.ts';
import { type DrawnStage, stageNodes } from './stages.ts';

/** What a picture is made of, on its way to a scene: each stage still with what it was drawn from. */
export interface Draft {
  readonly stages: readonly DrawnStage[];
  readonly terminals: readonly TerminalNode[];
  readonly edges: readonly SceneEdge[];
}

/** Everything of a pathway that is to be shown of each element, all of them still there. */
export function draftOf(project: Project, pathway: Pathway, attributed: Attributed, wanted: Wanted): Draft {
  const { edges, terminals } = linksOf(project, pathway, attributed, wanted);
  return { stages: stageNodes(project, pathway, attributed, { edges, terminals }, wanted), terminals, edges };
}
