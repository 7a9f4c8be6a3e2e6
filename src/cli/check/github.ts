import { mergeFindings } from '../../rules/merge.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import { mergedSummaryOf, type Report, summaryLine } from './report.ts';
import { shownSeverity } from './words.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Commands of GitHub's workflows, each of which makes a note at a line of a change; then the summary. */
export function githubOf(report: Report, io: Io): string {
  const open = report.findings.filter(
    (finding) => !report.known.has(finding) && finding.severity !== 'question' && finding.severity !== 'accepted',
  );
  const lines = mergeFindings(open).map((finding) => {
    const { file, line, character, endLine, endCharacter } = finding.place;
    const title = [...new Set(finding.parts.map(({ rule }) => rule))].join(', ');
    const properties = Object.entries({
      file: shownUri(file, io),
      line: line + 1,
      endLine: endLine + 1,
      // Columns are only understood within one line.
      ...(endLine === line ? { col: character + 1, endColumn: endCharacter + 1 } : {}),
      title,
    }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${commands[shownSeverity(finding)]} ${properties.join(',')}::${escapeData(finding.message)}\n`;
  });
  return `${lines.join('')}${summaryLine(mergedSummaryOf(report))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
