import type { Board, Pathway, Stage } from '../../model/elements.ts';
import { type FactLines, recorded } from '../../model/facts.ts';
import { effective } from '../../model/inheritance.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import type { Commissioning, Oversight, Provision } from '../../model/values.ts';
import { speaksFor } from '../organisations.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { inWords } from '../words.ts';

/**
 * Silent where not all is known that decides it: the boards and their members, the lead commissioner, the providers.
 * What holds for stages because their pathway says so is told of once, at the pathway.
 */
export const accountableBodyOffBoard: PathwayRule = {
  name: 'accountable-body-off-board',
  title: 'Accountable body not on the board',
  family: 'governance',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    if (isClosed(pathway)) return;
    const stages = pathway.stages.filter(isCurrent);
    const inheriting = stages.filter((stage) => takesAll(pathway, stage));
    if (inheriting.length > 0) yield* checkFacts(project, pathway, pathway.facts);
    for (const stage of stages) {
      if (inheriting.includes(stage)) continue;
      yield* checkFacts(project, stage, {
        commissioner: effective(pathway, stage, 'commissioner').lines,
        provider: effective(pathway, stage, 'provider').lines,
        governance: effective(pathway, stage, 'governance').lines,
      });
    }
  },
};

/** Whether the stage has its commissioners, providers and boards from its pathway: agreements of its own seat nobody. */
function takesAll(pathway: Pathway, stage: Stage): boolean {
  const isShared = (fact: 'commissioner' | 'provider'): boolean => effective(pathway, stage, fact).from === 'pathway';
  const namesAgreements = stage.facts.governance.every(
    (line) => line.state === 'recorded' && line.value.by === 'agreement',
  );
  return isShared('commissioner') && isShared('provider') && namesAgreements;
}

interface Decisive {
  readonly commissioner: FactLines<Commissioning>;
  readonly provider: FactLines<Provision>;
  readonly governance: FactLines<Oversight>;
}

function* checkFacts(project: Project, element: Pathway | Stage, facts: Decisive): Iterable<Report> {
  const boards = boardsOf(project, facts.governance);
  const lead = leadOf(facts.commissioner);
  const providers = providersOf(facts.provider);
  if (boards === undefined || lead === undefined || providers === undefined) return;
  const accountable = [lead, ...providers];
  if (!accountable.every((name) => project.organisations.has(name))) return;
  const seated = boards.flatMap(seatsOf);
  if (!seated.every((name) => project.organisations.has(name))) return;
  if (accountable.some((one) => seated.some((seat) => speaksFor(project, one, seat)))) return;
  const named = inWords(
    boards.map(({ name }) => `'${name}'`),
    'or',
  );
  yield {
    at: element.namePlace,
    message: `'${lead}' commissions '${element.name}' but is not on ${named}, and no provider is: correct the members of the board, or raise a gap.`,
    element: element.name,
    facts: ['governance'],
    related: boards.map(({ name, namePlace }) => ({
      message: `The members of '${name}' are declared here.`,
      place: namePlace,
    })),
  };
}

/** The boards that govern, each with members; nothing where there is none, or one of which not all is known. */
function boardsOf(project: Project, lines: FactLines<Oversight>): readonly Board[] | undefined {
  if (lines.some(({ state }) => state === 'unknown' || state === 'unreadable')) return undefined;
  const named = recorded(lines).filter(({ by }) => by === 'board');
  const boards = named.flatMap(({ body }) => project.boards.get(body.name) ?? []);
  const known = boards.filter(
    ({ facts }) => facts.member.length > 0 && allRecorded(facts.member) && allRecorded(facts.chair),
  );
  return known.length === named.length && known.length > 0 ? known : undefined;
}

function seatsOf({ facts }: Board): readonly string[] {
  return [...recorded(facts.chair), ...recorded(facts.member)].map(({ name }) => name);
}

/** Which of several commissioners leads is for unclear-lead-commissioner to ask. */
function leadOf(lines: FactLines<Commissioning>): string | undefined {
  if (!allRecorded(lines)) return undefined;
  const commissioners = recorded(lines);
  const leads = commissioners.length === 1 ? commissioners : commissioners.filter(({ role }) => role === 'lead');
  return leads.length === 1 ? leads[0]!.organisation.name : undefined;
}

/** Nobody, where it is confirmed that there is no provider. */
function providersOf(lines: FactLines<Provision>): readonly string[] | undefined {
  if (lines.length === 0 || lines.some(({ state }) => state === 'unknown' || state === 'unreadable')) return undefined;
  return recorded(lines).map(({ organisation }) => organisation.name);
}

const allRecorded = (lines: FactLines<unknown>): boolean => lines.every(({ state }) => state === 'recorded');
