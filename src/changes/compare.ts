import type { Pathway } from '../model/elements.ts';
import type { Project } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import type { Comparison } from './change.ts';

/** One side of a comparison: a project as it was checked at some time. A `CheckedProject` is one. */
export interface Side {
  readonly project: Project;
  /** Everything that was found in it. */
  readonly findings: readonly Finding[];
}

/** Two pathways that are to be compared, whatever they are called. */
export interface PathwaySide extends Side {
  readonly pathway: Pathway;
}

/** Everything that differs from one project to another, or from one time of it to another. Never fails. */
export declare function compareProjects(before: Side, after: Side): Comparison;

/** What differs from one pathway to another; their names, files and footprints count for nothing. Never fails. */
export declare function comparePathways(before: PathwaySide, after: PathwaySide): Comparison;
