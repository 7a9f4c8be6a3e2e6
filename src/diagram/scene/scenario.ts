import type { Pathway } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import { differenceOf } from '../difference.ts';
import { reseated, seatsOf } from '../review/seats.ts';
import type { Wanted } from '../views/wanted.ts';
import { bothIn, type Marks } from './compare.ts';
import { type Draft, draftOf } from './draft.ts';
import { attribute } from './findings.ts';

/** The pathway beside the one that it is compared with, and what has become of everything in it. */
export function comparedWith(
  project: Project,
  before: Pathway,
  after: Pathway,
  draft: Draft,
  wanted: Wanted,
): { readonly draft: Draft; readonly marks: Marks } {
  const marks = differenceOf({ project, pathway: before }, { project, pathway: after });
  const old = draftOf(project, before, attribute(before, []), wanted);
  const seats = seatsOf(old, draft, { ids: new Map(), marks });
  return { draft: bothIn(reseated(old, seats), draft, seats.marks), marks: seats.marks };
}
