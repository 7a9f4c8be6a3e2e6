import type { Agreement, Pathway } from '../../model/elements.ts';
import { type Recorded, type Ref, recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import { comparePlaces, type Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import type { Period } from '../../model/units/period.ts';
import type { Oversight, Send } from '../../model/values.ts';
import { ownDeclarations } from '../../model/walk.ts';
import { openQuestion } from '../open-question.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { plannedOrBroken } from '../transitions.ts';

/**
 * Whether an agreement has ended depends on the day that a pathway speaks of, so the pathway that still rests on it
 * is told, once, where it first names it.
 */
export const expiredAgreement: PathwayRule = {
  name: 'expired-agreement',
  title: 'Agreement out of date',
  family: 'governance',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project, { today }): Iterable<Report> {
    if (isClosed(pathway) || today <= firstEnd(project)) return;
    for (const { at, name, element } of firstUses(project, pathway)) {
      const agreement = project.agreements.get(name);
      const end = agreement && endOf(agreement);
      if (agreement === undefined || end === undefined || !isOver(agreement, today)) continue;
      yield {
        at,
        message: `Agreement '${name}' ended ${end.kind === 'day' ? 'on' : 'in'} ${end.text}: if it was renewed, correct its 'valid'; if not, raise a gap.`,
        element,
        facts: ['valid'],
        related: [
          { message: `How long '${name}' holds is declared here.`, place: agreement.facts.valid.at(-1)!.place },
        ],
      };
    }
  },
  *checkRest(project): Iterable<Report> {
    for (const agreement of ownDeclarations(project)) {
      if (agreement.kind !== 'agreement') continue;
      const { name, facts } = agreement;
      if (facts.valid.some(({ state }) => state === 'unknown')) {
        yield openQuestion(agreement, 'valid', facts.valid, `How long agreement '${name}' holds is unknown`);
      } else if (stateOf(facts.valid) === 'missing') {
        yield {
          at: agreement.namePlace,
          message: `Agreement '${name}' does not say how long it holds: add 'valid' and its dates, or write 'valid unknown'.`,
          severity: 'info',
          element: name,
          facts: ['valid'],
        };
      }
    }
  },
};

const firstEnds = new WeakMap<Project, string>();

/** The day on which the first agreement of the project ends; before the day after, none has. */
function firstEnd(project: Project): string {
  const known = firstEnds.get(project);
  if (known !== undefined) return known;
  const ends = [...project.agreements.values()].flatMap((agreement) => endOf(agreement)?.end ?? []);
  const first = ends.reduce((a, b) => (a < b ? a : b), '9999-12-31');
  firstEnds.set(project, first);
  return first;
}

function isOver(agreement: Agreement, today: string): boolean {
  const end = endOf(agreement);
  return end !== undefined && end.end < today;
}

/** When the agreement ended or will end: the last end of its lines; nothing where one has none or is not known. */
function endOf({ facts }: Agreement): Period | undefined {
  const ends = recorded(facts.valid).flatMap(({ to }) => to ?? []);
  if (ends.length < facts.valid.length) return undefined;
  return ends.toSorted((a, b) => (a.end < b.end ? -1 : 1)).at(-1);
}

/** An agreement that a line names, and the block in which the line stands. */
interface Use {
  readonly name: string;
  readonly at: Place;
  readonly element: string;
}

/** The first line of the pathway for each agreement that it rests on today. */
function firstUses(project: Project, pathway: Pathway): readonly Use[] {
  const firsts = new Map<string, Use>();
  for (const use of usesOf(project, pathway).toSorted((a, b) => comparePlaces(a.at, b.at))) {
    if (!firsts.has(use.name)) firsts.set(use.name, use);
  }
  return [...firsts.values()];
}

function usesOf(project: Project, pathway: Pathway): readonly Use[] {
  const links = [...pathway.transitions, ...pathway.flows].filter((link) => !plannedOrBroken(project, pathway, link));
  const governed = [pathway, ...pathway.stages.filter(isCurrent), ...links.filter(({ kind }) => kind === 'transition')];
  return [
    ...governed.flatMap((element) =>
      'governance' in element.facts
        ? usesBy(element.name, recordedFacts<Oversight>(element.facts.governance), overseeing)
        : [],
    ),
    ...links.flatMap(({ name, facts }) => [
      ...usesBy(name, recordedFacts<Ref>(facts.agreement), (ref) => ref),
      ...usesBy(name, recordedFacts<Send>(facts.send), ({ under }) => under),
    ]),
  ];
}

const overseeing = ({ by, body }: Oversight): Ref | undefined => (by === 'agreement' ? body : undefined);

function usesBy<T>(
  element: string,
  lines: readonly Recorded<T>[],
  agreementOf: (value: T) => Ref | undefined,
): readonly Use[] {
  return lines.flatMap(({ value, place }) => {
    const agreement = agreementOf(value);
    return agreement === undefined ? [] : [{ name: agreement.name, at: place, element }];
  });
}
