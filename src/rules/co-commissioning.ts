import { type FactLines, recorded } from '../model/facts.ts';
import type { Project } from '../model/project.ts';
import type { Commissioning, Oversight } from '../model/values.ts';
import { bodiesAround } from './organisations.ts';

/** Bodies of which none is a part of another, or acts for it: with themselves they need no agreement. */
export function coCommissioners(project: Project, lines: FactLines<Commissioning>): readonly Commissioning[] {
  const all = recorded(lines);
  if (!all.every(({ organisation }) => project.organisations.has(organisation.name))) return [];
  const first = all.filter(
    (one, index) => all.findIndex((other) => other.organisation.name === one.organisation.name) === index,
  );
  return first.filter(
    (one) => !first.some((other) => other !== one && bodiesBehind(project, one).has(other.organisation.name)),
  );
}

/** The agreements that governance lines name. */
export function agreementsOn(lines: FactLines<Oversight>): readonly string[] {
  return recorded(lines).flatMap(({ by, body }) => (by === 'agreement' ? [body.name] : []));
}

/** The commissioners that are party to none of the agreements together with another of them. */
export function unbound(
  project: Project,
  commissioners: readonly Commissioning[],
  agreements: readonly string[],
): readonly Commissioning[] {
  const bound = new Set<Commissioning>();
  for (const name of agreements) {
    const parties = new Set(recorded(project.agreements.get(name)?.facts.party ?? []).map((party) => party.name));
    const together = commissioners.filter((one) => [...bodiesBehind(project, one)].some((body) => parties.has(body)));
    if (together.length > 1) for (const one of together) bound.add(one);
  }
  return commissioners.filter((one) => !bound.has(one));
}

/** A commissioner, the bodies that it is part of, and the one on whose behalf it acts: what they sign binds it too. */
export function bodiesBehind(project: Project, { organisation, onBehalfOf }: Commissioning): ReadonlySet<string> {
  return bodiesAround(project, [organisation.name, ...(onBehalfOf === undefined ? [] : [onBehalfOf.name])]);
}
