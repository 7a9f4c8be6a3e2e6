import type { Agreement } from '../../model/elements.ts';
import { type FactLines, type Recorded, recorded, recordedFacts } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { ownDeclarations } from '../../model/walk.ts';
import { type Citation, citationsIn } from '../legal-articles.ts';
import type { ProjectRule, Report } from '../rule.ts';
import { sensitiveDataCovered } from '../sensitive-data.ts';
import { inWords } from '../words.ts';

/**
 * Speaks of what is stated. Where nothing is, missing-lawful-basis asks for it, and where a line is `unknown`, the
 * right words may be the ones that are still to be found out.
 */
export const lawfulBasisDoesNotFit: ProjectRule = {
  name: 'lawful-basis-does-not-fit',
  title: 'Lawful basis does not fit',
  family: 'information',
  severity: 'warning',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    for (const agreement of ownDeclarations(project)) {
      if (agreement.kind !== 'agreement') continue;
      const { lawfulBasis, condition } = agreement.facts;
      for (const line of recordedFacts(lawfulBasis)) yield* checkCitations(agreement, 'lawful-basis', line);
      for (const line of recordedFacts(condition)) yield* checkCitations(agreement, 'condition', line);
      yield* checkPublicTask(project, agreement);
      yield* checkOffenceData(project, agreement);
    }
  },
};

function* checkCitations(agreement: Agreement, fact: string, { value, place }: Recorded<string>): Iterable<Report> {
  const wrong = citationsIn(value).find(({ problem }) => problem !== undefined);
  if (wrong === undefined) return;
  yield {
    at: place,
    message: `'${agreement.name}' states ${wrong.text}, ${wrong.problem}. Correct it, or write '${fact} unknown'.`,
    element: agreement.name,
    facts: [fact],
  };
}

/** Points (f) and (ea) are closed to public authorities in the performance of their tasks. */
function* checkPublicTask(project: Project, agreement: Agreement): Iterable<Report> {
  const { lawfulBasis, party } = agreement.facts;
  if (isOpen(lawfulBasis)) return;
  const cited = recorded(lawfulBasis).flatMap(citationsIn);
  const closed = cited.filter(({ point }) => closedToPublicTasks.has(point));
  const open = cited.filter(
    ({ point, problem }) => problem === undefined && /^6\(1\)\(/.test(point) && !closedToPublicTasks.has(point),
  );
  if (closed.length === 0 || open.length > 0) return;
  const authority = recorded(party).find(({ name }) => isPublicAuthority(project, name));
  const line = recordedFacts(lawfulBasis).find(({ value }) => citationsIn(value).some(isClosed));
  if (authority === undefined || line === undefined) return;
  yield {
    at: line.place,
    message: `'${agreement.name}' rests on ${closed[0]!.text}, which a public authority such as '${authority.name}' cannot use for its own tasks: state the basis that it does use, or write 'lawful-basis unknown'.`,
    element: agreement.name,
    facts: ['lawful-basis'],
    related: [{ message: `'${authority.name}' is a party here.`, place: authority.place }],
  };
}

const closedToPublicTasks: ReadonlySet<string> = new Set(['6(1)(f)', '6(1)(ea)']);

const isClosed = ({ point }: Citation): boolean => closedToPublicTasks.has(point);

/** Every kind of body that commissions is a public authority here, and so are NHS providers. */
function isPublicAuthority(project: Project, name: string): boolean {
  const kind = project.organisations.get(name)?.is?.name ?? '';
  return kind === 'nhs-provider' || (project.terms.kind.get(kind)?.flags.includes('commissioner') ?? false);
}

function* checkOffenceData(project: Project, agreement: Agreement): Iterable<Report> {
  const { lawfulBasis, condition } = agreement.facts;
  const stated = recorded(condition);
  if (stated.length === 0 || isOpen(condition)) return;
  const held = sensitiveDataCovered(project, agreement, ['criminal-offence']);
  if (held.length === 0 || [...stated, ...recorded(lawfulBasis)].some(allowsOffenceData)) return;
  yield {
    at: agreement.namePlace,
    message: `'${agreement.name}' covers ${inWords(held)} and states no Article 10 condition: state it, or a condition of Schedule 1 to the Data Protection Act 2018, or write 'condition unknown'.`,
    element: agreement.name,
    facts: ['condition'],
  };
}

/** Police, prisons and courts process such data under Part 3 of the Act, which has no Article 10. */
function allowsOffenceData(text: string): boolean {
  if (/law enforcement|\bpart 3\b.*\bact\b|\bact\b.*\bpart 3\b/is.test(text)) return true;
  return citationsIn(text).some(
    ({ law, point, problem }) => law === 'schedule-1' || (problem === undefined && /^10\b/.test(point)),
  );
}

/** Unknown, or broken off while it is being written. */
const isOpen = (lines: FactLines<string>): boolean =>
  lines.some(({ state }) => state === 'unknown' || state === 'unreadable');
