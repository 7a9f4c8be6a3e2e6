import type { Issue, Pathway } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import { isOpen } from '../model/status.ts';

/** All gaps, risks and the like of a pathway, open and closed: its own, then those in its blocks. */
export function issuesOf(pathway: Pathway): readonly Issue[] {
  const blocks = [pathway, ...pathway.stages, ...pathway.transitions, ...pathway.flows];
  return blocks.flatMap(({ issues }) => issues);
}

/** The gaps, risks and the like of a pathway that are not closed. */
export function openIssues(pathway: Pathway): readonly Issue[] {
  return issuesOf(pathway).filter(isOpen);
}

/** Whether the issue is said to be of high severity. */
export function isGrave(issue: Issue): boolean {
  return recorded(issue.facts.severity).includes('high');
}
