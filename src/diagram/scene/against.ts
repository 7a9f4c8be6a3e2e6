import { comparePathways } from '../../changes/compare.ts';
import type { Pathway } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import { differenceOf } from '../difference.ts';
import { reseated, seatsOf } from '../review/seats.ts';
import type { Wanted } from '../views/wanted.ts';
import { bothIn, type Marks, marked } from './compare.ts';
import { type Draft, draftOf } from './draft.ts';
import { attribute } from './findings.ts';

/** A pathway with the mark of what has become of everything in it, and what else has changed, in words. */
export interface Against {
  readonly draft: Draft;
  readonly marks: Marks;
  readonly whole: readonly string[];
}

/** The pathway that one is compared with, in the project that its names are looked up in. */
export interface Base {
  readonly project: Project;
  /** Absent where there was none: then everything is new. */
  readonly pathway?: Pathway;
}

/** A pathway beside the one that it is compared with: with what it adds, and what it takes away where that stood. */
export function comparedWith(project: Project, before: Base, after: Pathway, draft: Draft, wanted: Wanted): Against {
  const { old, seats, whole } = against(project, before, after, draft, wanted);
  return { draft: bothIn(reseated(old, seats), draft, seats.marks), marks: seats.marks, whole };
}

/** A pathway as it stands by itself, with marks on what is not as it was; what that is, is told on hovering. */
export function changedSince(project: Project, before: Base, after: Pathway, draft: Draft, wanted: Wanted): Against {
  const { seats, whole } = against(project, before, after, draft, wanted);
  const { stages, terminals, edges } = marked(draft, seats.marks);
  return {
    draft: {
      stages: stages.map((stage) => ({ ...stage, node: withoutLines(stage.node) })),
      terminals,
      edges: edges.map(withoutLines),
    },
    marks: seats.marks,
    whole,
  };
}

function withoutLines<T extends { readonly changes?: readonly string[] }>({ changes: _changes, ...drawn }: T) {
  return drawn;
}

function against(project: Project, before: Base, after: Pathway, draft: Draft, wanted: Wanted) {
  const [was, is] = [before.pathway && { ...before, pathway: before.pathway }, { project, pathway: after }];
  const changed = was ? comparePathways({ ...was, findings: [] }, { ...is, findings: [] }) : nothingChanged;
  const old = was ? draftOf(was.project, was.pathway, attribute(was.pathway, []), wanted) : nothing;
  const { whole, ...difference } = differenceOf(was, is, changed);
  return { old, seats: seatsOf(old, draft, difference), whole };
}

const nothing: Draft = { stages: [], terminals: [], edges: [] };
const nothingChanged = { changes: [], renames: new Map<string, string>() };
