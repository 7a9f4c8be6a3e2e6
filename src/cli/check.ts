import { type Finding, type Severity, severities } from '../rules/finding.ts';
import { mergeFindings } from '../rules/merge.ts';
import { countBySeverity } from '../server/pictures.ts';
import type { ExitCode, Io } from './io.ts';
import { asOfOption, openPaths, shownUri } from './open.ts';

export interface CheckCommand {
  readonly format: 'text' | 'json';
  readonly failOn: 'error' | 'warning' | 'info';
  readonly asOf?: string;
}

export type Summary = { readonly files: number; readonly pathways: number } & Readonly<Record<Severity, number>>;

/** `pathway check`: says what is wrong or missing at or below the paths. */
export function check(paths: readonly string[], options: CheckCommand, io: Io): ExitCode {
  const { projects, asked } = openPaths(paths, asOfOption(options.asOf, io), io);
  const findings = projects.flatMap((project) => project.findings).filter((finding) => asked(finding.place.file));
  const files = new Set(projects.flatMap((project) => project.files.map(({ uri }) => uri)).filter(asked));
  const pathways = projects.flatMap((project) =>
    project.project.files
      .filter(({ file }) => files.has(file))
      .flatMap((file) => file.declarations.filter((d) => d.kind === 'pathway')),
  );
  const summary = { files: files.size, pathways: new Set(pathways).size, ...countBySeverity(findings) };
  const merged = mergeFindings(findings);
  const counted = { ...summary, ...countBySeverity(merged) };
  io.out(options.format === 'json' ? json(findings, summary, io) : text(merged, counted, io));
  const limit = severities.indexOf(options.failOn);
  return findings.some(({ severity }) => severities.indexOf(severity) <= limit) ? 1 : 0;
}

function json(findings: readonly Finding[], summary: Summary, io: Io): string {
  const listed = findings.map(({ rule, severity, message, place, pathway, element, facts }) => ({
    rule,
    severity,
    message,
    file: shownUri(place.file, io),
    range: {
      start: { line: place.line, character: place.character },
      end: { line: place.endLine, character: place.endCharacter },
    },
    ...(pathway === undefined ? {} : { pathway }),
    ...(element === undefined ? {} : { element }),
    facts,
  }));
  return `${JSON.stringify({ version: 1, findings: listed, summary }, null, 2)}\n`;
}

/** Takes findings merged, so that each line is one and the counts are of lines; open questions are only counted. */
function text(findings: readonly Finding[], summary: Summary, io: Io): string {
  const paint = io.colour ? colours : plain;
  const listed = findings.filter(({ severity }) => severity !== 'question' && severity !== 'accepted');
  const lines = listed.map((finding) => {
    const { file, line, character } = finding.place;
    const where = `${shownUri(file, io)}:${line + 1}:${character + 1}`;
    return `${where}  ${paint[severityOf(finding)](words[severityOf(finding)])}  ${finding.message} ${paint.faint(`[${finding.rule}]`)}\n`;
  });
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}${summaryLine(summary)}\n`;
}

type Shown = 'error' | 'warning' | 'info';

const severityOf = ({ severity }: Finding): Shown =>
  severity === 'error' || severity === 'warning' ? severity : 'info';

const words: Readonly<Record<Shown, string>> = { error: 'error', warning: 'warning', info: 'information' };

/** `3 files, 2 pathways: no errors, 4 warnings, 1 information, 23 open questions, 1 accepted.` */
export function summaryLine(summary: Summary): string {
  const files = `${counted(summary.files, 'file')}, ${counted(summary.pathways, 'pathway')}`;
  const found = [
    counted(summary.error, 'error'),
    counted(summary.warning, 'warning'),
    `${summary.info} information`,
    counted(summary.question, 'open question'),
    `${summary.accepted} accepted`,
  ];
  return `${files}: ${found.join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}

const same = (text: string): string => text;
const plain = { error: same, warning: same, info: same, faint: same };
const colours = {
  error: (text: string) => `\u001b[31m${text}\u001b[39m`,
  warning: (text: string) => `\u001b[33m${text}\u001b[39m`,
  info: (text: string) => `\u001b[36m${text}\u001b[39m`,
  faint: (text: string) => `\u001b[2m${text}\u001b[22m`,
};
