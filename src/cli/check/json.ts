import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import type { Lists } from './lists.ts';
import { type Report, summaryOf } from './report.ts';
import type { Reported } from './reported.ts';

/** Each rule's findings by themselves, for other programs. Its version changes when a field goes or means another thing. */
export function jsonOf(report: Report, lists: Lists, io: Io): string {
  const listed = report.findings.filter(
    ({ severity }) =>
      (!lists.questions && !lists.accepted) ||
      (lists.questions && severity === 'question') ||
      (lists.accepted && severity === 'accepted'),
  );
  const findings = listed.map((finding) => entryOf(finding, report, io));
  return `${JSON.stringify({ version: 1, findings, summary: summaryOf(report) }, null, 2)}\n`;
}

function entryOf(finding: Reported, { known }: Report, io: Io): object {
  const { rule, severity, message, place, project, pathway, element, facts, question, acceptance } = finding;
  return {
    rule,
    severity,
    message,
    file: shownUri(place.file, io),
    range: {
      start: { line: place.line, character: place.character },
      end: { line: place.endLine, character: place.endCharacter },
    },
    // What is undefined is left out of the text.
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
