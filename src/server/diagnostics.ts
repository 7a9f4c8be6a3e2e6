import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { Place } from '../model/place.ts';
import type { Finding } from '../rules/finding.ts';
import { mergeFindings } from '../rules/merge.ts';

/**
 * What the Problems list shows of one file's findings. Findings of one element stand together; open questions and
 * accepted findings are not problems.
 */
export function toDiagnostics(findings: readonly Finding[]): Diagnostic[] {
  return mergeFindings(findings).flatMap((finding) => {
    const severity = levels[finding.severity];
    return severity === undefined ? [] : [toDiagnostic(finding, severity)];
  });
}

const levels: Readonly<Record<Finding['severity'], DiagnosticSeverity | undefined>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  question: undefined,
  accepted: undefined,
};

function toDiagnostic({ rule, message, place, related }: Finding, severity: DiagnosticSeverity): Diagnostic {
  const relatedInformation = related?.map((other) => ({
    message: other.message,
    location: { uri: other.place.file, range: toRange(other.place) },
  }));
  return {
    range: toRange(place),
    severity,
    code: rule,
    source: 'Care Pathways',
    message,
    ...(relatedInformation && { relatedInformation }),
  };
}

/** A place as the Language Server Protocol gives ranges. */
export function toRange({ line, character, endLine, endCharacter }: Place): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
