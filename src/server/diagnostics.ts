import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { Place } from '../model/place.ts';
import type { Finding } from '../rules/finding.ts';
import { type MergedFinding, mergeFindings } from '../rules/merge.ts';
import { allRules } from '../rules/registry.ts';

/**
 * What the Problems list shows of one file's findings. Findings of one element stand together; open questions and
 * accepted findings are not problems. `pageOf` says where a rule's page is, for editors that can show it.
 */
export function toDiagnostics(
  findings: readonly Finding[],
  pageOf: (rule: string) => string | undefined = () => undefined,
): Diagnostic[] {
  return mergeFindings(findings).flatMap((finding) => {
    const severity = levels[finding.severity];
    return severity === undefined ? [] : [toDiagnostic(finding, severity, pageOf(finding.rule))];
  });
}

const levels: Readonly<Record<Finding['severity'], DiagnosticSeverity | undefined>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  question: undefined,
  accepted: undefined,
};

function toDiagnostic(finding: MergedFinding, severity: DiagnosticSeverity, href: string | undefined): Diagnostic {
  const { rule, message, place, related } = finding;
  const tag = tagOf(finding);
  const relatedInformation = related?.map((other) => ({
    message: other.message,
    location: { uri: other.place.file, range: toRange(other.place) },
  }));
  return {
    range: toRange(place),
    severity,
    code: rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'Care Pathways',
    message,
    ...(tag !== undefined && { tags: [tag] }),
    ...(relatedInformation && { relatedInformation }),
  };
}

const tags: ReadonlyMap<string, DiagnosticTag> = new Map(
  allRules.flatMap(({ name, tag }) =>
    tag === undefined
      ? []
      : [[name, tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary] as const],
  ),
);

/** Of what several rules found together, nothing can go unless each of them says so. */
function tagOf({ parts }: MergedFinding): DiagnosticTag | undefined {
  const [first, ...others] = parts.map(({ rule }) => tags.get(rule));
  return others.every((tag) => tag === first) ? first : undefined;
}

/** A place as the Language Server Protocol gives ranges. */
export function toRange({ line, character, endLine, endCharacter }: Place): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
