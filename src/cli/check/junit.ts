import { groupBy } from '../../model/group.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import type { Report } from './report.ts';
import type { Reported } from './reported.ts';

/**
 * JUnit's XML, which most services for continuous integration can show. A file is a suite, a finding a case: failed
 * where the check fails because of it, else skipped, with the reason. A file without findings is one case that passed.
 */
export function junitOf(report: Report, io: Io): string {
  const byFile = groupBy(report.findings, ({ place }) => place.file);
  const suites = [...report.scope.files].toSorted().map((file) => suiteOf(file, byFile.get(file) ?? [], report, io));
  const counts = totals(report.findings, report, suites.length - byFile.size);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element('testsuites', { name: 'Care Pathways', ...counts }),
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(file: string, findings: readonly Reported[], report: Report, io: Io): string {
  const name = shownUri(file, io);
  const cases = findings.length === 0 ? [passed(name)] : casesOf(name, findings, report);
  return [
    `  ${element('testsuite', { name, ...totals(findings, report, findings.length === 0 ? 1 : 0) })}`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

const passed = (name: string): string =>
  `    ${element('testcase', { name: 'nothing found', classname: name, file: name }, true)}`;

/** Cases of one name are told apart by a number, because services know a case again by its name. */
function casesOf(file: string, findings: readonly Reported[], report: Report): readonly string[] {
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, severity, message, pathway, element: about, place } = finding;
    const base = [rule, ...(about === undefined ? [] : [about]), ...finding.facts].join(' ');
    const count = (met.get(base) ?? 0) + 1;
    met.set(base, count);
    const name = count === 1 ? base : `${base} (${count})`;
    const where = `${file}:${place.line + 1}:${place.character + 1}`;
    const head = element('testcase', { name, classname: pathway ?? file, file, line: place.line + 1 });
    const body = report.fails(finding)
      ? `${element('failure', { type: severity, message })}${escapeXml(`${where}\n${message}`)}</failure>`
      : element('skipped', { message: `${reasonOf(finding, report)}: ${message}` }, true);
    return `    ${head}${body}</testcase>`;
  });
}

function reasonOf(finding: Reported, { known }: Report): string {
  if (known.has(finding)) return 'known from the baseline';
  const words = { error: 'error', warning: 'warning', info: 'note', question: 'open question' };
  return finding.severity === 'accepted' ? 'accepted' : words[finding.severity];
}

function totals(findings: readonly Reported[], report: Report, alsoPassed: number): Record<string, number> {
  const failures = findings.filter(report.fails).length;
  return { tests: findings.length + alsoPassed, failures, errors: 0, skipped: findings.length - failures };
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, empty = false): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return `<${name}${written.join('')}${empty ? '/>' : '>'}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Characters that XML cannot hold in any way are shown as one that says so. */
function escapeXml(text: string): string {
  return text.replace(forbidden, '\uFFFD').replace(/[&<>"\n\r\t]/g, (found) => entities[found]!);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
