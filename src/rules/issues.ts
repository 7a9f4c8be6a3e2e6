import type { Issue, Pathway } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';

/** The gaps, risks and the like of a pathway that are not closed: its own, then those in its blocks. */
export function openIssues(pathway: Pathway): readonly Issue[] {
  const blocks = [pathway, ...pathway.stages, ...pathway.transitions, ...pathway.flows];
  return blocks.flatMap(({ issues }) => issues).filter((issue) => !recorded(issue.facts.status).includes('closed'));
}

/** Whether the issue is said to be of high severity. */
export function isGrave(issue: Issue): boolean {
  return recorded(issue.facts.severity).includes('high');
}
