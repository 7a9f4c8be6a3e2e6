import type { Pathway } from '../../model/elements.ts';
import { type Ref, recorded } from '../../model/facts.ts';
import { comparePlaces } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import { openIssues } from '../issues.ts';
import { referencesIn } from '../references.ts';
import { type Retirement, retiredNames } from '../retired.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { inWords } from '../words.ts';

/**
 * Speaks once of what ended, where it is named first in the pathway, since one answer is good for all places: a body, a
 * term, or the kind of several bodies. What is closed or done
 * may well have been in the hands of those who were there then.
 */
export const retiredTerm: PathwayRule = {
  name: 'retired-term',
  title: 'Retired term or body',
  family: 'data-quality',
  severity: 'info',
  default: 'on',
  tag: 'deprecated',
  about: 'pathway',
  *check(pathway, project, { today }): Iterable<Report> {
    if (isClosed(pathway)) return;
    const ended = retiredNames(project, today);
    // A pathway names no kinds of organisations itself.
    if ([...ended.keys()].every((to) => to === 'kind')) return;
    const retired = namesIn(pathway).flatMap((ref) => {
      const retirement = ended.get(ref.to)?.get(ref.name);
      return retirement === undefined ? [] : [{ ref, retirement }];
    });
    const endings = new Map<string, Ending>();
    for (const { ref, retirement } of retired.toSorted((a, b) => comparePlaces(a.ref.place, b.ref.place))) {
      const what = retirement.kind?.name ?? ref.name;
      const key = `${retirement.of} ${ref.to} ${what}`;
      const refs = endings.get(key)?.refs ?? [];
      endings.set(key, { what, retired: endings.get(key)?.retired ?? retirement, refs: [...refs, ref] });
    }
    for (const ending of endings.values()) yield report(ending);
  },
};

/** What ended, and where it is named; for a kind, all bodies of the kind. */
interface Ending {
  readonly what: string;
  readonly retired: Retirement;
  readonly refs: readonly Ref[];
}

function report({ what, retired, refs }: Ending): Report {
  const [first, ...others] = refs.toSorted((a, b) => comparePlaces(a.place, b.place)) as [Ref, ...Ref[]];
  return {
    at: first.place,
    message: messageOf([...new Set(refs.map(({ name }) => name))], retired),
    element: what,
    related: others.map(({ name, place }) => ({ message: `'${name}' stands here too.`, place })),
  };
}

/** The names that say how things are: those whom an open question is for, or who accept a finding, say something else. */
function namesIn(pathway: Pathway): readonly Ref[] {
  const blocks = [
    pathway,
    ...pathway.stages.filter(isCurrent),
    ...pathway.transitions,
    ...pathway.flows,
    ...openIssues(pathway),
    ...pathway.actions.filter(({ facts }) => !recorded(facts.status).includes('done')),
  ];
  const outcomes = [...pathway.outcomes, ...pathway.stages.flatMap((stage) => stage.outcomes)];
  const heads = [pathway.footprint, ...outcomes.map(({ domain }) => domain)].filter((ref) => ref !== undefined);
  return [...heads, ...blocks.flatMap(referencesIn)];
}

function messageOf(names: readonly string[], { of, date, successor, kind }: Retirement): string {
  const quoted = names.map((name) => `'${name}'`);
  const instead = successor === undefined ? 'name what took its place' : `write '${successor}' instead`;
  switch (of) {
    case 'body':
      return `${quoted[0]} was succeeded on ${date}: ${instead}.`;
    case 'kind': {
      const subject = quoted.length === 1 ? `${quoted[0]} is` : `${some(quoted)} are`;
      const became = successor === undefined ? '' : `, and became '${successor}'`;
      return `${subject} of the kind '${labelOf(kind!)}', which ended ${date}${became}: name who took over.`;
    }
    case 'term':
      return `${quoted[0]} ended ${date}: ${instead}.`;
  }
}

/** `'a', 'b' and 5 more`. */
function some(names: readonly string[]): string {
  return inWords(names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names);
}
