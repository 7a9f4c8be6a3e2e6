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

/** Everything there is to say of a project, in the order of its text. */
export function reportedIn(checked: CheckedProject, asOf: string): readonly Reported[] {
  const name = checked.project.declaration?.name;
  const project = name === undefined ? {} : { project: name };
  const questions = openQuestions(checked.project);
  const byPlace = new Map(questions.map((question) => [positionOf(question.place), question]));
  const found = checked.findings.map((finding) => ({ ...finding, ...project, ...detailsOf(finding) }));
  const all = found.toSorted((a, b) => comparePlaces(a.place, b.place));
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
}

function acceptanceBehind({ project }: CheckedProject, finding: Finding, asOf: string): Acceptance | undefined {
  const around = declarationAt(project, finding.place);
  if (around === undefined) return undefined;
  const today = around.kind === 'pathway' ? todayOf(around, asOf) : asOf;
  return acceptanceOf(around, finding.rule, finding.place, today);
}

const positionOf = ({ file, line, character }: Place): string => `${file} ${line} ${character}`;
