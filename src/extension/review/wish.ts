import type { ReviewedPathway, ReviewScope } from '../../protocol/review.ts';

/** A time that a side of a review may be of: as the texts are in the editors, as they are staged, or as they were. */
export type Moment =
  | { readonly time: 'now' }
  | { readonly time: 'staged' }
  | { readonly time: 'revision'; readonly revision: string };

/** What somebody wants to review. Plain data, which the page keeps for after a reload. */
export interface ReviewWish {
  readonly before: Moment;
  readonly after: Moment;
  readonly what: ReviewScope;
}

export const now: Moment = { time: 'now' };
export const staged: Moment = { time: 'staged' };
export const revision = (name: string): Moment => ({ time: 'revision', revision: name });
/** The commit that the files were last taken from. */
export const lastCommit: Moment = revision('HEAD');

/** A wish that a page has kept; nothing where it is none. */
export function wishFrom(kept: unknown): ReviewWish | undefined {
  const { before, after, what } = fieldsOf(kept);
  const [one, other, scope] = [momentFrom(before), momentFrom(after), scopeFrom(what)];
  return one && other && scope && { before: one, after: other, what: scope };
}

function momentFrom(kept: unknown): Moment | undefined {
  const { time, revision: name } = fieldsOf(kept);
  if (time === 'now' || time === 'staged') return { time };
  return time === 'revision' && isRevision(name) ? revision(name) : undefined;
}

function scopeFrom(kept: unknown): ReviewScope | undefined {
  const { scope, at, before, after } = fieldsOf(kept);
  if ((scope === 'project' || scope === 'file') && typeof at === 'string') return { scope, at };
  const [one, other] = [pathwayFrom(before), pathwayFrom(after)];
  return scope === 'pair' && one && other ? { scope, before: one, after: other } : undefined;
}

function pathwayFrom(kept: unknown): ReviewedPathway | undefined {
  const { key, file } = fieldsOf(kept);
  return typeof key === 'string' && typeof file === 'string' ? { key, file } : undefined;
}

/** Whether it may be the name of a revision. What begins like an option of git would be taken for one. */
export function isRevision(text: unknown): text is string {
  return typeof text === 'string' && /^[^-\s][^\s]*$/.test(text);
}

function fieldsOf(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
}
