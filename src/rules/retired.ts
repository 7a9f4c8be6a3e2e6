import type { Term } from '../model/elements.ts';
import { type Ref, type RefKind, recorded, type TermKind } from '../model/facts.ts';
import { namedInProject, type Project } from '../model/project.ts';

/** That something is not there any more. */
export interface Retirement {
  /** What ended: the body itself, its kind, or the term that is named. */
  readonly of: 'body' | 'kind' | 'term';
  /** The last day, month or year, or the one of the succession, as written. */
  readonly date: string;
  /** What to name instead on that day: of the last link of a chain of successors. For a kind, another kind. */
  readonly successor?: string;
  /** The kind that ended, where that is what ended. */
  readonly kind?: Term;
}

/** Every name of the project that has ended by today, by what it can be referred to as; kinds without any are left out. */
export function retiredNames(project: Project, today: string): ReadonlyMap<RefKind, ReadonlyMap<string, Retirement>> {
  const days = retirements.get(project) ?? new Map<string, ReadonlyMap<RefKind, ReadonlyMap<string, Retirement>>>();
  retirements.set(project, days);
  const known = days.get(today);
  if (known !== undefined) return known;
  const made = new Map<RefKind, ReadonlyMap<string, Retirement>>();
  const kinds: readonly RefKind[] = ['organisation', 'footprint', ...(Object.keys(project.terms) as TermKind[])];
  for (const to of kinds) {
    const ended = new Map<string, Retirement>();
    for (const name of namedInProject(project, to)?.keys() ?? []) {
      const retirement = retirementOf(project, { to, name }, today);
      if (retirement !== undefined) ended.set(name, retirement);
    }
    if (ended.size > 0) made.set(to, ended);
  }
  days.set(today, made);
  return made;
}

const retirements = new WeakMap<Project, Map<string, ReadonlyMap<RefKind, ReadonlyMap<string, Retirement>>>>();

/** Whether what the name stands for has ended by today. Nothing is said of a name that is not known. */
export function retirementOf(
  project: Project,
  { to, name }: Pick<Ref, 'to' | 'name'>,
  today: string,
): Retirement | undefined {
  if (to === 'organisation') return ofOrganisation(project, name, today);
  if (to === 'footprint') return ofKind(project, project.footprints.get(name)?.is, today);
  return isTermKind(project, to) ? ofTerm(project, to, name, today) : undefined;
}

function ofOrganisation(project: Project, name: string, today: string): Retirement | undefined {
  const organisation = project.organisations.get(name);
  const first = successionOf(project, name, today);
  if (first === undefined) return ofKind(project, organisation?.is, today);
  const successor = last(name, (one) => successionOf(project, one, today)?.name);
  return { of: 'body', date: first.date, ...(successor === undefined ? {} : { successor }) };
}

/** Who took over from the organisation by today. Without a date nobody knows whether that was before or after. */
function successionOf(project: Project, name: string, today: string) {
  const organisation = project.organisations.get(name);
  const past = recorded(organisation?.facts.succeededBy ?? []).find(({ on }) => on !== undefined && on.end <= today);
  return past && { name: past.organisation.name, date: past.on!.text };
}

function ofKind(project: Project, is: Ref | undefined, today: string): Retirement | undefined {
  const kind = is && project.terms.kind.get(is.name);
  const ended = kind && ofTerm(project, 'kind', kind.name, today);
  return ended && { ...ended, of: 'kind', kind };
}

function ofTerm(project: Project, of: TermKind, name: string, today: string): Retirement | undefined {
  const terms = project.terms[of];
  const ended = (one: string) => {
    const term = terms.get(one);
    return term?.until !== undefined && term.until.end < today ? term : undefined;
  };
  const term = ended(name);
  if (term === undefined) return undefined;
  const successor = last(name, (one) => ended(one)?.becomes?.name);
  return { of: 'term', date: term.until!.text, ...(successor === undefined ? {} : { successor }) };
}

/** The end of a chain of successors; nothing where it has none or runs in a circle. */
function last(name: string, next: (name: string) => string | undefined): string | undefined {
  const seen = new Set([name]);
  let successor = next(name);
  for (let one = successor; one !== undefined; one = next(one)) {
    if (seen.has(one)) return undefined;
    seen.add(one);
    successor = one;
  }
  return successor;
}

function isTermKind(project: Project, to: RefKind): to is TermKind {
  return to in project.terms;
}
