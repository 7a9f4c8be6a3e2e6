import type { Agreement, Pathway, Transition } from '../../../model/elements.ts';
import { recorded } from '../../../model/facts.ts';
import { labelOf, type Project } from '../../../model/project.ts';
import { providersOf } from '../../../rules/handovers.ts';
import { requiredOfTransition } from '../../../rules/requirements.ts';
import { stagesAt } from '../../../rules/transitions.ts';

/** A line that names a body, and how people call the body. */
export interface Body {
  readonly line: string;
  readonly label?: string;
}

/** The line of a word that names a body. */
export function written(word: string, body: { readonly name: string; readonly label?: string }): Body {
  return { line: `${word} ${body.name}`, ...(body.label !== undefined && { label: labelOf(body) }) };
}

/**
 * What the providers at both ends of a transition make likely, who leads, who receives and under which agreement; and
 * what its specification wants to be sent.
 */
export function bodiesAtEnds(
  project: Project,
  pathway: Pathway,
  transition: Transition,
  fact: string,
): readonly Body[] {
  if (fact === 'send') {
    const required = requiredOfTransition(project, pathway, transition);
    return required.flatMap(({ information }) => (information === undefined ? [] : [written('send', information)]));
  }
  const ends = stagesAt(project, pathway, transition);
  if (!ends) return [];
  const from = providersOf(project, ends.from);
  const to = providersOf(project, ends.to);
  if (fact === 'agreement') return agreementsOf(project, from, to).map((one) => written('agreement', one));
  if (fact !== 'lead') return [];
  const named = (word: string, names: readonly string[]): readonly Body[] =>
    names.map((name) => written(word, project.organisations.get(name) ?? { name }));
  return [...named('lead', from), ...named('receiver', to)];
}

/** The agreements to which a provider of either end is party. */
function agreementsOf(project: Project, from: readonly string[], to: readonly string[]): readonly Agreement[] {
  return [...project.agreements.values()].filter(({ facts }) => {
    const parties = new Set(recorded(facts.party).map(({ name }) => name));
    return from.some((name) => parties.has(name)) && to.some((name) => parties.has(name));
  });
}
