import type { Place } from '../../model/place.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import type { Lists } from './lists.ts';
import { type Report, summaryOf } from './report.ts';
import type { Reported } from './reported.ts';
import type { TurnedOff } from './turned-off.ts';

/** Each rule's findings by themselves, for other programs. Its version changes when a field goes or means another thing. */
export function jsonOf(report: Report, lists: Lists, io: Io): string {
  const listed = report.findings.filter(
    ({ severity }) =>
      (!lists.questions && !lists.accepted) ||
      (lists.questions && severity === 'question') ||
      (lists.accepted && severity === 'accepted'),
  );
  const findings = listed.map((finding) => entryOf(finding, report, io));
  const told = report.off.length > 0 && (lists.accepted || !lists.questions);
  // What is undefined is left out of the text.
  const rulesOff = told ? report.off.map((setting) => offEntry(setting, io)) : undefined;
  return `${JSON.stringify({ version: 1, findings, rulesOff, summary: summaryOf(report) }, null, 2)}\n`;
}

function offEntry({ rule, project, because, place }: TurnedOff, io: Io): object {
  return { rule, project, because, file: shownUri(place.file, io), range: rangeOf(place) };
}

function rangeOf(place: Place): object {
  return {
    start: { line: place.line, character: place.character },
    end: { line: place.endLine, character: place.endCharacter },
  };
}

function entryOf(finding: Reported, { known }: Report, io: Io): object {
  const { rule, severity, message, place, project, pathway, element, facts, question, acceptance } = finding;
  return {
    rule,
    severity,
    message,
    file: shownUri(place.file, io),
    range: rangeOf(place),
    project,
    pathway,
    element,
    facts,
    question: question && { ask: question.ask?.name, by: question.by?.text, because: question.because },
    acceptance: acceptance && {
      because: acceptance.because,
      by: acceptance.by?.name,
      until: acceptance.until?.text,
    },
    known: known.has(finding) ? true : undefined,
  };
}
