import type { Finding, Severity } from '../../rules/finding.ts';
import type { MergedFinding } from '../../rules/merge.ts';
import { inWords } from '../../rules/words.ts';
import { counted, listed } from './words.ts';

/** How serious a finding is, behind a comma: `an error`, `a warning`, `a note`. */
export function severityInWords({ severity }: Finding): string {
  switch (severity) {
    case 'error':
      return 'an error';
    case 'warning':
      return 'a warning';
    case 'info':
      return 'a note';
    case 'question':
      return 'an open question';
    case 'accepted':
      return 'accepted';
  }
}

/** `1 error and 9 warnings are`. */
export function countsInWords(findings: readonly Finding[]): string {
  const words: readonly (readonly [Severity, string, string])[] = [
    ['error', 'error', 'errors'],
    ['warning', 'warning', 'warnings'],
    ['info', 'note', 'notes'],
    ['question', 'open question', 'open questions'],
    ['accepted', 'accepted finding', 'accepted findings'],
  ];
  const counts = words.flatMap(([severity, one, many]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  return `${listed(counts)} ${findings.length === 1 ? 'is' : 'are'}`;
}

/** What was wrong, without what there is to do about it and without a full stop. */
export function wrongInWords({ parts, message }: MergedFinding): string {
  const lacks = parts.flatMap((part) => part.lacks ?? []);
  if (lacks.length === parts.length && lacks.length > 1) {
    const facts = [...new Set(lacks.map(({ fact }) => fact))];
    return `${lacks[0]!.element} has no ${inWords(facts, 'or')} recorded`;
  }
  const said = parts.length > 1 ? parts.map((part) => part.message) : [message];
  return said.map(beforeColon).join('; ');
}

/** A message says what is wrong, then, behind a colon, what to do; names in quotation marks may hold anything. */
function beforeColon(message: string): string {
  return (/^(?:'[^']*'|[^:])*?(?=: |$)/.exec(message)?.[0] ?? message).replace(/\.$/, '');
}

/** `, until 2016-12, because “it is not asked for”`. */
export function acceptedInWords({ acceptance }: Finding): string {
  const { until, because } = acceptance ?? {};
  return `${until === undefined ? '' : `, until ${until.text}`}${because === undefined ? '' : `, because “${because}”`}`;
}
