import type { Pathway } from '../../model/elements.ts';
import type { EmptyState } from '../scene.ts';
import { counted, listed } from './words.ts';

/** What to say of a pathway that has no stage yet: how to add one, and what it holds all the same. */
export function emptyStateOf(pathway: Pathway): EmptyState {
  const held = heldBy(pathway);
  const total = held.reduce((sum, [count]) => sum + count, 0);
  const holds = listed(held.map(([, words]) => words));
  return {
    heading: 'No stages yet. Add a stage to see it here:',
    example: ['stage first-contact "First contact" {', '  enters "Self-referral"', '  provider unknown', '}'],
    ...(total === 0 ? {} : { holds: `${holds} ${total === 1 ? 'is' : 'are'} recorded in this pathway.` }),
  };
}

/** What to say where there are stages and the view shows none of them. */
export function nothingShown(stages: number): EmptyState {
  return {
    heading: `None of the ${counted(stages, 'stage')} is what this picture is to show.`,
    example: ['# The view says which stages to show:', 'only setting …'],
  };
}

/** What the pathway holds besides stages, as numbers with words; nothing that counts 0. */
function heldBy(pathway: Pathway): readonly (readonly [number, string])[] {
  const issues = (['challenge', 'gap', 'risk', 'need', 'strength'] as const).map((kind) => {
    const count = pathway.issues.filter((issue) => issue.kind === kind).length;
    return [count, counted(count, kind)] as const;
  });
  const plans = (['milestone', 'action'] as const).map((kind) => {
    const count = pathway.actions.filter((action) => action.kind === kind).length;
    return [count, counted(count, kind)] as const;
  });
  const outcomes = [pathway.outcomes.length, counted(pathway.outcomes.length, 'outcome')] as const;
  return [...issues, ...plans, outcomes].filter(([count]) => count > 0);
}
