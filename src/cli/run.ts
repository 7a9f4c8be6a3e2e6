import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Theme } from '../diagram/svg.ts';
import { exportFormats, pageSizes } from '../export/formats.ts';
import { shippedFile } from '../server/node/shipped.ts';
import { refusedBySystem } from '../server/node/why.ts';
import { asOf } from './as-of.ts';
import { type CheckCommand, check, formats, noFixes } from './check.ts';
import { type DiffCommand, diffFormats, type FailOn, failures } from './diff/options.ts';
import type { Asked } from './diff/sides.ts';
import { lookOptions } from './draw/options.ts';
import type { DrawCommand } from './draw.ts';
import { type ExportCommand, exchangeFormats, exportProject } from './export.ts';
import { type FormatCommand, format } from './format.ts';
import { gitCommands } from './git/commands.ts';
import { addImport } from './import-command.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import type { NewCommand } from './new.ts';
import { asOfOption } from './open.ts';
import { reportCommands } from './report/commands.ts';
import { type RulesCommand, rules } from './rules.ts';
import { VERSION } from './version.ts';

/** Runs the command line. `argv` holds the words after the program's name. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = commands(io, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const said = error instanceof UsageError ? error.message : refusedBySystem(error);
    if (said === undefined) throw error;
    io.err(`${said}\n`);
    return 2;
  }
}

function commands(io: Io, end: (code: ExitCode) => void): Command {
  const program = new Command('pathway')
    .description('Care pathways as code: checks them, draws them, and shows them live.')
    .version(VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showHelpAfterError("Try 'pathway --help'.")
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(plainError(text)) });
  const work = [
    addCheck,
    addDiff,
    addRules,
    addFormat,
    ...reportCommands,
    addDraw,
    addExport,
    addImport,
    addNew,
    addServe,
    addLsp,
  ];
  for (const add of [...work, ...gitCommands]) {
    const command = add(program, io, end);
    command.helpOption('-h, --help', 'print this help').showHelpAfterError(`Try 'pathway ${command.name()} --help'.`);
  }
  return program;
}

type Add = (program: Command, io: Io, end: (code: ExitCode) => void) => Command;

const addCheck: Add = (program, io, end) =>
  program
    .command('check')
    .description('say what is wrong or missing in the pathways at or below the given files and folders')
    .argument('[paths...]', 'files and folders (default: the current folder)')
    .addOption(
      new Option(
        '--format <format>',
        "how to print findings (default: what the file's name ends in, else text)",
      ).choices(formats),
    )
    .option('-o, --output <file>', 'write what is found to a file, and print the summary only')
    .addOption(
      new Option(
        '--fail-on <severity>',
        "end with 1 when there are findings as serious as this (default: 'error', with a baseline 'new')",
      ).choices(['error', 'warning', 'info', 'question', 'new', 'never']),
    )
    .addOption(new Option('--rule <name>', 'speak of this rule only; may be given again').argParser(another))
    .option('--baseline <file>', 'leave out the findings that this file knows; only others fail the check')
    .addOption(
      new Option('--write-baseline <file>', 'write the findings of now to a file, as known ones').conflicts([
        'baseline',
        'failOn',
        'output',
        'questions',
        'accepted',
      ]),
    )
    .option('--questions', 'list the open questions instead: whom to ask what, by when')
    .option('--accepted', 'list what is accepted instead, why, by whom, until when; and the rules turned off')
    .addOption(asOf())
    .addOption(new Option('--fix').hideHelp())
    .addHelpText('after', `\n${noFixes}\n\nExample:\n  pathway check examples --fail-on warning\n`)
    .action((paths: string[], options: CheckCommand) => end(check(paths, options, io)));

const addDiff: Add = (program, io, end) =>
  program
    .command('diff')
    .description('say what has changed in meaning from one version to another, and what follows from it')
    .argument(
      '[versions...]',
      "from what, and to what: branches, tags or commits, files or folders; 'main...feature' begins where feature left main (default: from the last commit to the files as they are now)",
    )
    .usage('[options] [before] [after] [-- files and folders...]')
    .addOption(
      new Option('--format <format>', "how to print it (default: what the file's name ends in, else text)").choices(
        diffFormats,
      ),
    )
    .option('-o, --output <file>', 'write it to a file, and print the headline only')
    .option('--pathway <name>', 'speak of this pathway only')
    .option(
      '--between <name>',
      'compare this pathway, scenario or specification with another one, as the files are now',
    )
    .option('--and <name>', 'the other one (default: what a scenario changes, or what a pathway realises)')
    .addOption(
      new Option(
        '--fail-on <what>',
        `end with 1 for this; may be given again (choices: ${failures.map((one) => JSON.stringify(one)).join(', ')})`,
      ).argParser(failure),
    )
    .option('--exit-code', "end with 1 when anything differs, as '--fail-on changed' does")
    .addOption(asOf())
    .addHelpText(
      'after',
      '\nExamples:\n  pathway diff main\n  pathway diff main...feature -o review.html\n  pathway diff HEAD~3 -- examples/fictional-county\n  pathway diff last-year this-year --format markdown\n  pathway diff --between north --and south examples\n',
    )
    .action(async (words: string[], options: DiffCommand, command: Command) => {
      const { diff } = await import('./diff.ts');
      end(await diff(divided(words, command), options, io));
    });

/** What stands before `--`, and what after it: the words alone do not say. */
function divided(words: readonly string[], { parent }: Command): Asked {
  const { rawArgs } = parent as unknown as { readonly rawArgs: readonly string[] };
  const at = rawArgs.indexOf('--');
  if (at < 0) return { words };
  const count = words.length - (rawArgs.length - at - 1);
  return { words: words.slice(0, count), limits: words.slice(count) };
}

function failure(value: string, before: readonly FailOn[] = []): readonly FailOn[] {
  const kind = failures.find((one) => one === value);
  if (kind === undefined) throw new InvalidArgumentError(`Allowed choices are ${failures.join(', ')}.`);
  return [...before, kind];
}

/** Gathers an option that may be given more than once. */
function another(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

const addRules: Add = (program, io, end) =>
  program
    .command('rules')
    .description('list what the check looks for, or explain one rule: why, how to put it right or accept it')
    .argument('[rule]', 'the name that findings give in brackets')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'markdown']).default('text'))
    .addHelpText('after', '\nExample:\n  pathway rules dead-end\n')
    .action((rule: string | undefined, options: RulesCommand) => end(rules(rule, options, io)));

const addFormat: Add = (program, io, end) =>
  program
    .command('format')
    .description('put the pathway files at or below the given files and folders into canonical form')
    .argument('[paths...]', 'files and folders (default: the current folder)')
    .option('--check', 'change nothing; list the files that are not in canonical form, and end with 1 if there are any')
    .addHelpText('after', '\nExample:\n  pathway format examples --check\n')
    .action((paths: string[], options: FormatCommand) => end(format(paths, options, io)));

const themes: readonly Theme[] = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'];

const addDraw: Add = (program, io, end) => {
  const command = program
    .command('draw')
    .description(
      'draw a pathway, scenario, specification or region as a picture, a document, or a file for other drawing programs',
    )
    .argument(
      '[pathway]',
      "the name of the pathway, scenario or specification, or 'region' for all pathways together; without one, what there is to draw is listed",
    )
    .argument('[folder]', 'where to look for it, which may come first, too (default: the current folder)')
    .option('-o, --output <file>', 'the file to write (default: the standard output)')
    .option('--project <name>', 'the project, where several have a pathway of that name')
    .addOption(new Option('--theme <theme>', 'the colours').choices(themes).default('light'))
    .addOption(
      new Option('--format <format>', "what to make (default: what the file's name ends in, else svg)").choices(
        exportFormats,
      ),
    )
    .addOption(new Option('--page <page>', 'fit the picture in a page, which lies on its side').choices(pageSizes))
    .option('--portrait', 'stand that page upright')
    .addOption(new Option('--scale <number>', 'how large a PNG is drawn (default: 2)').argParser(scaleNumber))
    .option('--date <date>', "the date that is written on it (default: today's)")
    .option('--no-stamp', 'write neither date nor commit on it')
    .option('--list [folder]', 'list what there is to draw, and the views of each, instead of drawing')
    .addOption(asOf())
    .addHelpText(
      'after',
      '\nExamples:\n  pathway draw bc-hj examples -o bc-hj.pdf --page a4\n  pathway draw bc-hj examples --view who-does-what -o who.svg\n',
    )
    .action(async (name: string | undefined, folder: string | undefined, options: DrawCommand) => {
      const { draw } = await import('./draw.ts');
      end(await draw([name, folder], options, io));
    });
  for (const option of lookOptions()) command.addOption(option);
  return command;
};

const addExport: Add = (program, io, end) =>
  program
    .command('export')
    .description('write a whole project as a file for other programs')
    .argument('[folder]', "the project's folder (default: the current one)")
    .addOption(
      new Option(
        '--format <format>',
        "what to make (default: what the file's name ends in, else json); csv makes a folder",
      ).choices(exchangeFormats),
    )
    .option('-o, --output <file>', 'the file to write (default: the standard output)')
    .option('--project <name>', 'the project, where there are several')
    .addHelpText(
      'after',
      '\nExamples:\n  pathway export examples/west-midlands --format json -o west-midlands.json\n  pathway export examples/west-midlands -o west-midlands.xlsx\n',
    )
    .action(async (folder: string | undefined, options: ExportCommand) =>
      end(await exportProject(folder, options, io)),
    );

const addNew: Add = (program, io, end) =>
  program
    .command('new')
    .description('write a first project to fill in, or a pathway with all that a specification requires')
    .argument('[folder]', 'the folder of the new project, or that of the specification (default: the current one)')
    .option('--from <specification>', 'the specification that the new pathway realises')
    .option('--footprint <name>', 'where the pathway is')
    .option('--name <name>', "the pathway's name (default: the footprint's)")
    .option('-o, --output <file>', "the file to write (default: the pathway's name, in the project's folder)")
    .option('--project <name>', 'the project, where several have a specification of that name')
    .option('--another', 'write it even if the footprint has a pathway that realises the specification already')
    .addHelpText(
      'after',
      '\nExamples:\n  pathway new my-project\n  pathway new examples/west-midlands --from opd-core --footprint west-midlands\n',
    )
    .action(async (folder: string | undefined, options: NewCommand) => {
      const { writeNew } = await import('./new.ts');
      end(await writeNew(folder, options, io));
    });

const addServe: Add = (program, io, end) =>
  program
    .command('serve')
    .description('show the pathways of a folder in the browser, following every change of the files')
    .argument('[folder]', 'the folder (default: the current one)')
    .addOption(new Option('--port <number>', 'the port (default: any that is free)').argParser(portNumber))
    .option('--no-open', 'print the address only, do not open the browser')
    .addOption(asOf())
    .addHelpText('after', '\nExample:\n  pathway serve examples\n')
    .action(async (folder: string | undefined, options: { port?: number; open: boolean; asOf?: string }) => {
      const { serveUntilStopped } = await import('./serve.ts');
      end(await serveUntilStopped(folder ?? '.', options, io));
    });

const addLsp: Add = (program, io) =>
  program
    .command('lsp')
    .description('start the language server, for editors')
    .requiredOption('--stdio', 'talk over the standard input and output')
    .addOption(asOf())
    .addHelpText('after', '\nExample:\n  pathway lsp --stdio\n')
    .action(async (options: { asOf?: string }) => {
      const { serveLanguage } = await import('../server/node/language-server.ts');
      const today = () => asOfOption(options.asOf, io);
      const layoutWorker = shippedFile('server/layout-worker.js');
      const exportWorker = shippedFile('server/export-worker.js');
      await serveLanguage({ input: process.stdin, output: process.stdout, layoutWorker, exportWorker, today });
      process.exit(0);
    });

function scaleNumber(text: string): number {
  const scale = Number(text);
  if (!(scale >= 0.1 && scale <= 10)) throw new InvalidArgumentError('A scale is a number from 0.1 to 10.');
  return scale;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number up to 65535.');
  return port;
}

/** Commander's messages start with `error:`; ours say what is wrong as a sentence. */
function plainError(text: string): string {
  return text.replace(/^error: (.)/, (_, first: string) => first.toUpperCase());
}
