import type { Place } from '../../model/place.ts';
import type { Finding } from '../../rules/finding.ts';
import { type MergedFinding, mergeFindings } from '../../rules/merge.ts';
import { allRules } from '../../rules/registry.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import { paintOf } from '../terminal/paint.ts';
import { shownSafely, widthOf, wrap } from '../terminal/width.ts';
import { excerptOf } from './excerpt.ts';
import { mergedSummaryOf, type Report, summaryLine } from './report.ts';
import { type Shown, shownSeverity, words } from './words.ts';

/** Narrower than this nothing reads well; a narrower terminal wraps by itself. */
const NARROWEST = 40;

/** Findings for people: what is wrong, where, the line itself, and what to do; then how many there are in all. */
export function textOf(report: Report, io: Io): string {
  const open = report.findings.filter(
    (finding) => !report.known.has(finding) && finding.severity !== 'question' && finding.severity !== 'accepted',
  );
  const merged = mergeFindings(open);
  const blocks = merged.map((finding) => `${blockOf(finding, report, io)}\n`);
  return [...blocks, ...learnMore(merged, io), `${summaryLine(mergedSummaryOf(report))}\n`].join('');
}

function blockOf(finding: MergedFinding, report: Report, io: Io): string {
  const paint = paintOf(io);
  const severity = shownSeverity(finding);
  const rules = [...new Set(finding.parts.map(({ rule }) => rule))];
  const related = (finding.related ?? []).flatMap(({ message, place }) => [
    ...paragraph('see', 'info', message, '', io),
    ...excerptLines(place, 'info', report, io),
  ]);
  return [
    ...paragraph(words[severity], severity, finding.message, `[${rules.join(', ')}]`, io),
    ...excerptLines(finding.place, severity, report, io),
    ...related,
  ]
    .map((line) => `${line}\n`)
    .join('');

  function paragraph(head: string, tone: Shown, message: string, tail: string, { width }: Io): readonly string[] {
    const text = `${head}: ${shownSafely(message)}${tail === '' ? '' : ` ${tail}`}`;
    const lines = width === undefined ? [text] : wrap(text, Math.max(width, NARROWEST));
    const whole = lines.join('\n');
    const painted = `${paint[tone](head)}${whole.slice(head.length)}`;
    return [tail === '' ? painted : painted.replace(tailPattern(tail), (found) => paint.faint(found))];
  }
}

/** The names of rules at the end, of which any space may have become the end of a line. */
function tailPattern(tail: string): RegExp {
  return new RegExp(`${tail.replace(/[[\]]/g, '\\$&').replaceAll(' ', '\\s')}$`);
}

/** Where it is, and the line with carets below. */
function excerptLines(place: Place, tone: Shown, report: Report, io: Io): readonly string[] {
  const paint = paintOf(io);
  const number = String(place.line + 1);
  const indent = ' '.repeat(number.length);
  const where = `${shownUri(place.file, io)}:${number}:${place.character + 1}`;
  const at = `${indent}${paint.faint('-->')} ${where}`;
  const line = report.linesOf(place.file)[place.line];
  if (line === undefined || line.trim() === '') return [at];
  const margin = `${indent} | `;
  const room = io.width === undefined ? undefined : Math.max(io.width, NARROWEST) - widthOf(margin);
  const excerpt = excerptOf(line, place, room);
  return [
    at,
    `${paint.faint(`${number} |`)} ${excerpt.line}`,
    `${paint.faint(`${indent} |`)} ${paint[tone](excerpt.marks)}`,
  ];
}

const withPage: ReadonlySet<string> = new Set(allRules.map(({ name }) => name));

/** Leads to the pages of the rules that spoke. */
function learnMore(findings: readonly MergedFinding[], io: Io): readonly string[] {
  const rules = [...new Set(findings.flatMap(({ parts }) => parts.map(({ rule }: Finding) => rule)))];
  const [first, ...others] = rules.filter((rule) => withPage.has(rule));
  if (first === undefined) return [];
  const text =
    others.length === 0
      ? `To read why this matters, and how to put it right or accept it: pathway rules ${first}.`
      : `To read why a rule matters, and how to put it right or accept it: pathway rules <its name>, for example pathway rules ${first}.`;
  const lines = io.width === undefined ? [text] : wrap(text, Math.max(io.width, NARROWEST));
  return [`${lines.join('\n')}\n\n`];
}
