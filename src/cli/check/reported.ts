import type { CheckedProject } from '../../language/checker.ts';
import type { Acceptance } from '../../model/elements.ts';
import { comparePlaces, type Place } from '../../model/place.ts';
import { todayOf } from '../../model/status.ts';
import { acceptanceOf, declarationAt } from '../../rules/acceptances.ts';
import type { Finding } from '../../rules/finding.ts';
import { type OpenQuestion, openQuestions } from '../../rules/questions.ts';
import { holdsPersonalData, withoutPersonalData } from './personal-data.ts';

/** A finding as `pathway check` tells of it. */
export interface Reported extends Finding {
  /** The name of the project, where one is declared. */
  readonly project?: string;
  /** Of an open question: whom to ask, by when, and why it is not known. */
  readonly question?: OpenQuestion;
  /** Of an open question: the organisation to ask, as readers know it. */
  readonly whom?: string;
  /** Of an accepted finding: the line that excuses it. */
  readonly acceptance?: Acceptance;
}

/** What an open question is called that no rule asks: many facts can be unknown that no rule demands. */
export const OPEN_QUESTION = 'open-question';

/**
 * Everything there is to say of a project, in the order of its text. Each fact that is `unknown` is one open question,
 * whether a rule asks for it or not, so that nothing unknown can hide from the count.
 */
export function reportedIn(checked: CheckedProject, asOf: string): readonly Reported[] {
  const name = checked.project.declaration?.name;
  const project = name === undefined ? {} : { project: name };
  const questions = openQuestions(checked.project);
  const byPlace = new Map(questions.map((question) => [positionOf(question.place), question]));
  const found = checked.findings.map((finding) => ({ ...finding, ...project, ...detailsOf(finding) }));
  const asked = new Set(found.flatMap((finding) => (isQuestion(finding) ? positionOf(finding.place) : [])));
  const others = questions.filter(({ place }) => !asked.has(positionOf(place)));
  const unasked = others.map((question) => ({ ...toFinding(question), ...project, ...asking(question) }));
  const all = [...found, ...unasked].toSorted((a, b) => comparePlaces(a.place, b.place));
  return checked.files.some(holdsPersonalData) ? all.map(withoutPersonalData) : all;

  function asking(question: OpenQuestion): Pick<Reported, 'question' | 'whom'> {
    const whom = checked.project.organisations.get(question.ask?.name ?? '')?.label;
    return { question, ...(whom === undefined ? {} : { whom }) };
  }

  function detailsOf(finding: Finding): Pick<Reported, 'question' | 'whom' | 'acceptance'> {
    if (finding.severity === 'question') {
      const question = byPlace.get(positionOf(finding.place));
      return question === undefined ? {} : asking(question);
    }
    const acceptance = finding.severity === 'accepted' ? acceptanceBehind(checked, finding, asOf) : undefined;
    return acceptance === undefined ? {} : { acceptance };
  }

  /** Also one that is accepted: it is counted as that. */
  function isQuestion({ severity, place, facts }: Finding): boolean {
    if (severity === 'question') return true;
    const question = byPlace.get(positionOf(place));
    return severity === 'accepted' && question !== undefined && facts.includes(question.fact);
  }
}

function acceptanceBehind({ project }: CheckedProject, finding: Finding, asOf: string): Acceptance | undefined {
  const around = declarationAt(project, finding.place);
  if (around === undefined) return undefined;
  const today = around.kind === 'pathway' ? todayOf(around, asOf) : asOf;
  return acceptanceOf(around, finding.rule, finding.place, today);
}

function toFinding({ element, kind, pathway, fact, ask, by, place }: OpenQuestion): Finding {
  const of = `${kind.replaceAll('-', ' ')} '${element}'`;
  const until = by === undefined ? '' : ` by ${by.text}`;
  const next =
    ask === undefined
      ? `find out${until}, or add 'ask' with the organisation that could answer`
      : `ask '${ask.name}'${until}`;
  return {
    rule: OPEN_QUESTION,
    severity: 'question',
    message: `'${fact}' of ${of} is unknown: ${next}.`,
    place,
    ...(pathway === undefined ? {} : { pathway }),
    element,
    facts: [fact],
  };
}

const positionOf = ({ file, line, character }: Place): string => `${file} ${line} ${character}`;
