import { resolve } from 'node:path';
import { nearest } from '../model/nearest.ts';
import { allRules } from '../rules/registry.ts';
import { isOn } from '../rules/settings.ts';
import { baselineOf, canBeKnown, readBaseline, sizeOf, writeBaseline } from './check/baseline.ts';
import { besideRules } from './check/beside-rules.ts';
import { githubOf } from './check/github.ts';
import { jsonOf } from './check/json.ts';
import { junitOf } from './check/junit.ts';
import { type Lists, listsOf } from './check/lists.ts';
import { markdownOf } from './check/markdown.ts';
import { counted, type FailOn, mergedSummaryOf, type Report, reportOf, summaryLine } from './check/report.ts';
import { sarifOf } from './check/sarif.ts';
import { textOf } from './check/text.ts';
import { formatFor, type Kind, kinds } from './endings.ts';
import { demandNoPathwayFile, writeAtomically } from './files.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { asOfOption, type Opened, openPaths, shown } from './open.ts';

export const formats = ['text', 'json', 'sarif', 'github', 'junit', 'markdown'] as const;

type Format = (typeof formats)[number];

/** The kind of file that each format makes. */
const files: Readonly<Record<Format, Kind>> = {
  text: kinds.text,
  json: kinds.json,
  sarif: { ending: '.sarif', also: ['.sarif.json', '.json'], name: 'a SARIF file' },
  github: { ...kinds.text, name: 'a list of annotations' },
  junit: { ending: '.xml', name: 'a JUnit file' },
  markdown: kinds.markdown,
};

export interface CheckCommand extends Lists {
  /** By default what the output's name ends in, else text. */
  readonly format?: Format;
  /** Where it is not given: `new` with a baseline, else `error`. */
  readonly failOn?: FailOn;
  readonly rule?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly output?: string;
  /** Asked for by people who know it from elsewhere. */
  readonly fix?: boolean;
  readonly asOf?: string;
}

type Options = CheckCommand & { readonly format: Format };

/** Where findings are put right. */
export const noFixes =
  "The check changes no file. Fixes are the editor's: in VS Code, the light bulb beside a finding, or Fix All for what can be put right without asking.";

/** `pathway check`: says what is wrong or missing at or below the paths. */
export function check(paths: readonly string[], command: CheckCommand, io: Io): ExitCode {
  if (command.fix) throw new UsageError(noFixes);
  const options = { ...command, format: formatOf(command, io) };
  demandSense(options);
  if (options.writeBaseline !== undefined) demandNoPathwayFile('The baseline', options.writeBaseline, '.json', io);
  const baseline = options.baseline === undefined ? undefined : readBaseline(options.baseline, io);
  const asOf = asOfOption(options.asOf, io);
  const opened = openPaths(paths, asOf, io);
  const rules = options.rule && rulesCalled(options.rule, opened, io);
  const failOn = options.failOn ?? (baseline === undefined ? 'error' : 'new');
  const report = reportOf(opened, asOf, { failOn, ...(rules && { rules }), ...(baseline && { baseline }) });
  if (options.writeBaseline !== undefined) return keep(report, options.writeBaseline, io);
  print(report, options, io);
  return report.findings.some(report.fails) ? 1 : 0;
}

/** Refuses options that together mean nothing. */
function demandSense({ format, failOn, baseline, questions, accepted }: Options): void {
  if (failOn === 'new' && baseline === undefined) {
    throw new UsageError(
      `--fail-on new needs a baseline to compare with: make one by 'pathway check --write-baseline baseline.json', then give '--baseline baseline.json'.`,
    );
  }
  const listing = questions ? '--questions' : accepted ? '--accepted' : undefined;
  if (listing !== undefined && format !== 'text' && format !== 'json' && format !== 'markdown') {
    throw new UsageError(`${listing} goes with --format text, json or markdown, not with ${format}.`);
  }
}

function formatOf({ format: asked, output }: CheckCommand, io: Io): Format {
  if (output === undefined) return asked ?? 'text';
  return formatFor({ what: 'The output of the check', output, asked, files, otherwise: 'text' }, io);
}

/** The rules that are meant. Says so where one of them is off: that it finds nothing there then means nothing. */
function rulesCalled(names: readonly string[], { projects }: Opened, io: Io): readonly string[] {
  for (const name of new Set(names)) {
    const rule = allRules.find((one) => one.name === name);
    if (besideRules.has(name))
      throw new UsageError(`'${name}' is not a rule: it is told of whatever rules are asked for. Leave it out.`);
    if (rule === undefined) throw new UsageError(unknownRule(name));
    const off = projects.filter(({ project }) => !isOn(project, rule)).map(({ project }) => `'${project.name}'`);
    if (off.length > 0) {
      io.err(`The rule '${name}' is off in ${off.join(', ')}: write 'rule ${name} ${rule.severity}' in the project.\n`);
    }
  }
  return names;
}

export function unknownRule(name: string): string {
  const [guess] = nearest(name, [...allRules.map((rule) => rule.name), ...besideRules.keys()], 1);
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  return `There is no rule '${name}'.${hint} 'pathway rules' lists them all.`;
}

/** Writes the findings of now as the ones that are known. */
function keep(report: Report, file: string, io: Io): ExitCode {
  const baseline = baselineOf(report.findings);
  const path = writeBaseline(baseline, file, io);
  const errors = report.findings.filter((finding) => finding.severity === 'error' && !canBeKnown(finding)).length;
  if (errors > 0) {
    io.err(
      `${counted(errors, 'error')} of the text cannot be known to a baseline: put right what 'pathway check' says.\n`,
    );
  }
  io.out(
    `${summaryLine(mergedSummaryOf(report))}\nWritten: ${path}, which knows ${counted(sizeOf(baseline), 'finding')}.\n`,
  );
  return 0;
}

function print(report: Report, options: Options, io: Io): void {
  if (options.output === undefined) {
    io.out(rendered(report, options, io));
    return;
  }
  const path = resolve(io.cwd, options.output);
  // A file is read on no terminal.
  writeAtomically(path, rendered(report, options, { ...io, terminal: false, colour: false, width: undefined }));
  io.out(`${summaryLine(mergedSummaryOf(report))}\nWritten: ${shown(path, io)}\n`);
}

function rendered(report: Report, options: Options, io: Io): string {
  switch (options.format) {
    case 'text':
      return options.questions || options.accepted ? listsOf(report, options, io) : textOf(report, io);
    case 'json':
      return jsonOf(report, options, io);
    case 'sarif':
      return sarifOf(report, options.baseline !== undefined, io);
    case 'github':
      return githubOf(report, io);
    case 'junit':
      return junitOf(report, io);
    case 'markdown':
      return markdownOf(report, options, io);
  }
}
