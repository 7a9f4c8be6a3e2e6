import { type MergedFinding, mergeFindings } from '../../rules/merge.ts';
import type { Io } from '../io.ts';
import { plainWords as cell, codeSpan as code, ROOM } from '../markdown.ts';
import { shownUri } from '../open.ts';
import { acceptanceInWords, acceptedOf, type Lists, questionSubject, questionsByWhom, reasonInWords } from './lists.ts';
import { mergedSummaryOf, type Report, summaryLine } from './report.ts';
import type { Reported } from './reported.ts';
import { shownSeverity } from './words.ts';

const signs = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ note' } as const;

/** A heading, the summary and a table: for the summary of a job, or as a comment on a change. */
export function markdownOf(report: Report, lists: Lists, io: Io): string {
  const head = `### Care pathways\n\n${cell(summaryLine(mergedSummaryOf(report)))}\n`;
  const tables = [
    ...(lists.questions ? [questionTable(report, io)] : []),
    ...(lists.accepted ? [acceptedTable(report, io), offTable(report, io)] : []),
    ...(lists.questions || lists.accepted ? [] : [findingTable(report, io)]),
  ];
  return [head, ...tables.map((table) => withinRoom(table, Math.floor(ROOM / tables.length)))].join('');
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function findingTable(report: Report, io: Io): Table {
  const open = report.findings.filter(
    (finding) => !report.known.has(finding) && finding.severity !== 'question' && finding.severity !== 'accepted',
  );
  const rows = mergeFindings(open).map((finding) => [
    signs[shownSeverity(finding)],
    whereOf(finding, io),
    cell(finding.message),
    rulesOf(finding),
  ]);
  return { columns: ['Severity', 'Where', 'What', 'Rule'], rows };
}

function questionTable(report: Report, io: Io): Table {
  const rows = questionsByWhom(report).flatMap(({ whom, questions }) =>
    questions.map((one) => [
      whom === undefined ? '' : code(whom),
      cell(questionSubject(one)),
      cell(one.question?.by?.text ?? ''),
      cell(one.question?.because ?? ''),
      whereOf(one, io),
    ]),
  );
  return { columns: ['Ask', 'What', 'By', 'Not known because', 'Where'], rows };
}

function acceptedTable(report: Report, io: Io): Table {
  const rows = acceptedOf(report).map((one) => [
    cell(one.message),
    cell(acceptanceInWords(one)),
    code(one.rule),
    whereOf(one, io),
  ]);
  return { columns: ['Accepted finding', 'How', 'Rule', 'Where'], rows };
}

function offTable({ off }: Report, io: Io): Table {
  const rows = off.map((one) => [code(one.rule), code(one.project), cell(reasonInWords(one)), whereOf(one, io)]);
  return { columns: ['Rule turned off', 'Project', 'Why', 'Where'], rows };
}

function withinRoom({ columns, rows }: Table, room: number): string {
  if (rows.length === 0) return '';
  const lines = rows.map((row) => `| ${row.join(' | ')} |\n`);
  let length = 0;
  const kept = lines.filter((line) => {
    length += line.length;
    return length <= room;
  });
  const left = lines.length - kept.length;
  const more =
    left === 0 ? '' : `\nThere ${left === 1 ? 'is 1' : `are ${left}`} more: run \`pathway check\` to see all.\n`;
  return `\n| ${columns.join(' | ')} |\n|${columns.map(() => '---|').join('')}\n${kept.join('')}${more}`;
}

function whereOf({ place }: Pick<Reported, 'place'>, io: Io): string {
  return code(`${shownUri(place.file, io)}:${place.line + 1}`);
}

const rulesOf = ({ parts }: MergedFinding): string => [...new Set(parts.map(({ rule }) => code(rule)))].join(' ');
