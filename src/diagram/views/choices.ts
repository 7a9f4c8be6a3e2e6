import type { View } from '../../model/elements.ts';
import { labelOf, type Project } from '../../model/project.ts';
import type { BadgeKind, Look, Only } from '../look.ts';
import { builtInViews, regionViews, type ViewChoice } from './built-in.ts';

/** What can be drawn, as far as its views depend on it. */
export interface Viewed {
  readonly kind: string;
  readonly name: string;
}

/**
 * The views of a pathway or scenario: those that the project declares of it, for a scenario also those of the pathway
 * that it changes, then the built-in ones that none of them takes the name of. A region has one of its own, and nothing
 * else has views.
 */
export function viewsOf(project: Project, { kind, name }: Viewed): readonly ViewChoice[] {
  if (kind === 'region') return regionViews;
  if (kind !== 'pathway' && kind !== 'scenario') return [];
  const changed = kind === 'scenario' ? project.scenarios.get(name)?.changes?.name : undefined;
  const of = (subject: string | undefined) =>
    subject === undefined ? [] : [...project.views.values()].filter((view) => view.of?.name === subject);
  const declared = [...of(name), ...of(changed)].map(choiceOf);
  return [...declared, ...builtInViews.filter((view) => !declared.some((own) => own.name === view.name))];
}

function choiceOf(view: View): ViewChoice {
  return { name: view.name, label: labelOf(view), builtIn: false, look: lookOf(view) };
}

/** What a declared view asks for. */
export function lookOf({ lanes, colour, badges, show, hide, only, direction }: View): Look {
  return {
    ...(lanes && { lanes }),
    ...(colour && { colour }),
    ...(badges.length > 0 && { badges: badges as readonly BadgeKind[] }),
    ...(show.length > 0 && { show }),
    ...(hide.length > 0 && { hide }),
    ...(only.length > 0 && { only: only.map(({ by, term }) => ({ by: by as Only['by'], term: term.name })) }),
    ...(direction && { direction }),
  };
}
