import type { CheckedProject } from '../../language/checker.ts';
import { countBySeverity, type Severity, severities } from '../../rules/finding.ts';
import { mergeFindings } from '../../rules/merge.ts';
import type { Opened } from '../open.ts';
import { type Baseline, knownTo } from './baseline.ts';
import { printable } from './personal-data.ts';
import { type Reported, reportedIn } from './reported.ts';
import { type TurnedOff, turnedOffIn } from './turned-off.ts';

/** What a check ends with 1 for: findings as serious as this, any that the baseline does not know, or none. */
export type FailOn = 'error' | 'warning' | 'info' | 'question' | 'new' | 'never';

/** What a check found, whatever it is printed as. */
export interface Report {
  /** Everything that was asked for, project by project, in the order of the text. */
  readonly findings: readonly Reported[];
  /** Those of them that the baseline knows. */
  readonly known: ReadonlySet<Reported>;
  /** The rules that the projects turned off, which find nothing there whatever is wrong. */
  readonly off: readonly TurnedOff[];
  readonly scope: Scope;
  /** Whether the check fails because of the finding. */
  readonly fails: (finding: Reported) => boolean;
  /** The lines of a file, by its URI. */
  readonly linesOf: (file: string) => readonly string[];
}

export interface Scope {
  /** The URIs of the files that were checked. */
  readonly files: readonly string[];
  readonly pathways: number;
  /** Given with a baseline: how many of its findings are no longer there. */
  readonly gone?: number;
}

export interface Selection {
  readonly failOn: FailOn;
  /** The rules to speak of; all of them where none are given. */
  readonly rules?: readonly string[];
  readonly baseline?: Baseline;
}

/** How many files, pathways and findings of each severity there are; those that the baseline knows count apart. */
export type Summary = {
  readonly files: number;
  readonly pathways: number;
  readonly rulesOff?: number;
  readonly known?: number;
  readonly gone?: number;
} & Readonly<Record<Severity, number>>;

export function reportOf(opened: Opened, asOf: string, { failOn, rules, baseline }: Selection): Report {
  const findings = opened.projects
    .flatMap((project) => reportedIn(project, asOf))
    .filter(({ place, rule, severity }) => opened.asked(place.file) && isSpokenOf(rule, severity, rules));
  const known = baseline === undefined ? new Set<Reported>() : knownTo(baseline, findings);
  const limit = failOn === 'never' ? -1 : severities.indexOf(failOn === 'new' ? 'info' : failOn);
  const texts = new Map(
    opened.projects.flatMap(({ files }) => files.map((file) => [file.uri, printable(file)] as const)),
  );
  return {
    findings,
    known,
    off: opened.projects.flatMap(turnedOffIn),
    scope: scopeOf(opened, known.size, rules === undefined ? baseline : undefined),
    fails: (finding) => severities.indexOf(finding.severity) <= limit && !known.has(finding),
    linesOf: (file) => (texts.get(file) ?? '').split(/\r\n|\n|\r/),
  };
}

/**
 * Open questions and accepted findings are counted whatever rules are asked for; so is what cannot be read or found,
 * because nothing is known of what it stands for.
 */
function isSpokenOf(rule: string, severity: Severity, rules: readonly string[] | undefined): boolean {
  if (rules === undefined || severity === 'question' || severity === 'accepted') return true;
  return rules.includes(rule) || withoutRule.has(rule);
}

const withoutRule: ReadonlySet<string> = new Set(['syntax-error', 'unknown-name', 'rule-failed']);

function scopeOf({ projects, asked }: Opened, known: number, baseline: Baseline | undefined): Scope {
  const files = new Set(projects.flatMap((project) => project.files.map(({ uri }) => uri)).filter(asked));
  const pathways = projects.flatMap(({ project }) =>
    project.files
      .filter(({ file }) => files.has(file))
      .flatMap(({ declarations }) => declarations.filter(({ kind }) => kind === 'pathway')),
  );
  // Of a project that is looked at in part nobody can say what is gone.
  const whole = projects.every(({ own }) => own.every(({ uri }) => files.has(uri)));
  const gone = baseline && whole ? { gone: expectedIn(projects, baseline) - known } : {};
  return { files: [...files], pathways: new Set(pathways).size, ...gone };
}

/** How many findings the baseline knows of these projects; it may well know of others. */
function expectedIn(projects: readonly CheckedProject[], { entries }: Baseline): number {
  const names = new Set(projects.map(({ project }) => project.declaration?.name));
  return entries.filter(({ project }) => names.has(project)).reduce((sum, { count }) => sum + (count ?? 1), 0);
}

/** Counts each rule's findings by itself. */
export function summaryOf(report: Report): Summary {
  const { findings, known } = report;
  return toSummary(report, countBySeverity(findings.filter((finding) => !known.has(finding))));
}

/**
 * Counts findings as people see them: those that are missing on one element are one. Open questions are not merged, nor
 * is what the baseline knows, which holds each rule's findings by themselves.
 */
export function mergedSummaryOf(report: Report): Summary {
  const { findings, known } = report;
  const fresh = findings.filter((finding) => !known.has(finding));
  const { question } = countBySeverity(fresh);
  return toSummary(report, { ...countBySeverity(mergeFindings(fresh)), question });
}

function toSummary(
  { scope: { files, pathways, gone }, off, known }: Report,
  counts: Readonly<Record<Severity, number>>,
): Summary {
  // A baseline that knows nothing more of these files is not worth a word.
  const ofBaseline = {
    ...(known.size > 0 ? { known: known.size } : {}),
    ...(gone !== undefined && gone > 0 ? { gone } : {}),
  };
  const rulesOff = off.length > 0 ? { rulesOff: off.length } : {};
  return { files: files.length, pathways, ...counts, ...rulesOff, ...ofBaseline };
}

/** `3 files, 2 pathways: no errors, 4 warnings, 1 note, 23 open questions, 1 accepted.` */
export function summaryLine(summary: Summary): string {
  const files = `${counted(summary.files, 'file')}, ${counted(summary.pathways, 'pathway')}`;
  const found = [
    counted(summary.error, 'error'),
    counted(summary.warning, 'warning'),
    counted(summary.info, 'note'),
    counted(summary.question, 'open question'),
    `${summary.accepted} accepted`,
    ...(summary.rulesOff === undefined ? [] : [`${counted(summary.rulesOff, 'rule')} off`]),
    ...(summary.known === undefined ? [] : [`${summary.known} known from the baseline`]),
  ];
  const gone =
    summary.gone === undefined
      ? ''
      : ` ${counted(summary.gone, 'finding')} of the baseline ${summary.gone === 1 ? 'is' : 'are'} gone: write it anew with --write-baseline.`;
  return `${files}: ${found.join(', ')}.${gone}`;
}

/** `no files`, `1 file`, `3 files`. */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
