import type { RequiredTransition } from '../../model/elements.ts';

/** The id of a required stage's card. */
export function requiredId(stage: string): string {
  return `required:${stage}`;
}

/** The id of a required transition's arrow; `index` tells those with the same ends apart. */
export function requiredTransitionId({ from, to }: RequiredTransition, index: number): string {
  return `required:${index + 1} ${from.name} to ${to.name}`;
}
