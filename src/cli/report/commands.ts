import { type Command, Option } from 'commander';
import { asOf } from '../as-of.ts';
import { type CoverageCommand, coverage, coverageFormats } from '../coverage.ts';
import type { ExitCode, Io } from '../io.ts';
import { type ReportCommand, reportFormats } from './options.ts';

type End = (code: ExitCode) => void;

function addCoverage(program: Command, io: Io, end: End): Command {
  return program
    .command('coverage')
    .description('print what each footprint has of what each specification requires, and what varies')
    .argument('[folder]', 'the folder (default: the current one)')
    .addOption(new Option('--format <format>', 'how to print it').choices(coverageFormats).default('text'))
    .addOption(asOf())
    .addHelpText('after', '\nExample:\n  pathway coverage examples/fictional-county\n')
    .action((folder: string | undefined, options: CoverageCommand) => end(coverage(folder, options, io)));
}

function addReport(program: Command, io: Io, end: End): Command {
  return program
    .command('report')
    .description('make a report of a project: its pictures and every register, as a site, a document or tables')
    .argument('[folder]', 'the folder (default: the current one)')
    .addOption(
      new Option(
        '--format <format>',
        'what to make (default: what the name given with -o ends in, else a site)',
      ).choices(reportFormats),
    )
    .option(
      '-o, --output <path>',
      'the folder to write (html, csv), or the file: its ending .html, .xlsx, .md or .json says what to make',
    )
    .option('--single-file', 'put the whole site into one file, to be sent or printed')
    .option('--project <name>', 'the project, where the folder holds several')
    .option('-q, --quiet', 'say neither how far it is nor what was written')
    .option('--date <date>', "the date that is written on it (default: today's)")
    .addOption(asOf())
    .addHelpText('after', '\nExample:\n  pathway report examples/fictional-county -o report\n')
    .action(async (folder: string | undefined, options: ReportCommand) => {
      const { report } = await import('../report.ts');
      end(await report(folder, options, io));
    });
}

export const reportCommands = [addCoverage, addReport];
