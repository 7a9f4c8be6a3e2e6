import type { Issue, Pathway, Stage } from './elements.ts';
import { recorded } from './facts.ts';
import type { Status } from './values.ts';

/** Whether the stage or pathway itself is marked as planned only. */
export function isProposed(element: Pathway | Stage): boolean {
  return says(element, 'proposed');
}

/** Whether the stage is there today: neither planned only nor closed. */
export function isCurrent(stage: Stage): boolean {
  return !says(stage, 'proposed') && !says(stage, 'closed');
}

/** How a stage stands: what it says itself, and else whether its whole pathway is only planned, or closed. */
export function standingOf(pathway: Pathway, stage: Stage): Status['status'] {
  const own = recorded(stage.facts.status).at(-1)?.status;
  if (own !== undefined) return own;
  return isProposed(pathway) ? 'proposed' : isClosed(pathway) ? 'closed' : 'current';
}

/** Whether the stage of the pathway is there today, as far as the two of them say. */
export function isThere(pathway: Pathway, stage: Stage): boolean {
  const standing = standingOf(pathway, stage);
  return standing !== 'proposed' && standing !== 'closed';
}

/** Whether the pathway is marked as closed. */
export function isClosed(pathway: Pathway): boolean {
  return says(pathway, 'closed');
}

/** Whether a gap, a risk or the like is still one: not closed. */
export function isOpen({ facts }: Issue): boolean {
  return recorded(facts.status).at(-1) !== 'closed';
}

/** The day that counts as today for a pathway: the last one of its `as of`, or else the given day. */
export function todayOf(pathway: Pathway, day: string): string {
  return recorded(pathway.facts.status).find((status) => status.asOf !== undefined)?.asOf?.end ?? day;
}

function says(element: Pathway | Stage, status: Status['status']): boolean {
  for (const line of element.facts.status) if (line.state === 'recorded' && line.value.status === status) return true;
  return false;
}
