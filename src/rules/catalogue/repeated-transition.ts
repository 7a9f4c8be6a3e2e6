import type { End, Pathway, Transition } from '../../model/elements.ts';
import { recorded, stateOf } from '../../model/facts.ts';
import { groupBy } from '../../model/group.ts';
import { endpointOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { endInWords } from '../transitions.ts';

/**
 * Silent about transitions of one name, of which duplicate-name speaks, where an end cannot be found, since another
 * stage may have been meant, and where a movement cannot be read.
 */
export const repeatedTransition: PathwayRule = {
  name: 'repeated-transition',
  title: 'Repeated or self transition',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  tag: 'unnecessary',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const known = pathway.transitions.filter((transition) => isKnown(project, pathway, transition));
    for (const transition of known) if (leadsToItself(pathway, transition)) yield toItself(transition);
    const ways = known.filter((transition) => !leadsToItself(pathway, transition));
    for (const [first, ...others] of groupBy(ways, (transition) => wayOf(pathway, transition)).values()) {
      for (const other of others) if (!sharesName(first!, other)) yield again(other, first!);
    }
  },
};

function isKnown(project: Project, pathway: Pathway, { from, to, facts }: Transition): boolean {
  return stateOf(facts.movement) !== 'unreadable' && isFound(project, pathway, from) && isFound(project, pathway, to);
}

function isFound(project: Project, pathway: Pathway, end: End): boolean {
  return endpointOf(project, pathway, end).where !== 'broken';
}

function leadsToItself(pathway: Pathway, { from, to }: Transition): boolean {
  if (from.stage === undefined || from.stage.name !== to.stage?.name) return false;
  return (from.pathway?.name ?? pathway.name) === (to.pathway?.name ?? pathway.name);
}

/** What two transitions share that are one: where they start, where they end, and the kind of movement. */
function wayOf(pathway: Pathway, { from, to, facts }: Transition): string {
  const movements = recorded(facts.movement).map(({ name }) => name);
  return `${endOf(pathway, from)}\n${endOf(pathway, to)}\n${movements.toSorted().join('\n')}`;
}

function endOf(pathway: Pathway, end: End): string {
  return `${end.stage?.name ?? ''} of ${end.pathway?.name ?? pathway.name}`;
}

const sharesName = (a: Transition, b: Transition): boolean => a.named && b.named && a.name === b.name;

function toItself(transition: Transition): Report {
  return {
    at: transition.namePlace,
    message: `This transition leads from ${endInWords(transition.from)} back to itself: name the stage that it leads to, or delete it.`,
    element: transition.name,
  };
}

function again(transition: Transition, first: Transition): Report {
  const way = `${endInWords(transition.from)} to ${endInWords(transition.to)}`;
  return {
    at: transition.namePlace,
    message: `${way} is declared twice: put both into one transition, or say with 'movement' how they differ.`,
    element: transition.name,
    facts: ['movement'],
    related: [{ message: 'The first one is declared here.', place: first.namePlace }],
  };
}
