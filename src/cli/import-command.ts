import type { Command } from 'commander';
import type { ImportCommand } from './import.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import type { TrackerCommand } from './tracker/import.ts';

/** Adds `import`, which brings a workbook back, or makes a project of a tracker. */
export const addImport = (program: Command, io: Io, end: (code: ExitCode) => void): Command =>
  program
    .command('import')
    .description(
      'bring what was changed in an exported workbook back into the pathway files, or make a project of a tracker of your own: all of it or nothing',
    )
    .argument(
      '<workbook>',
      'the XLSX file, or the folder of CSV files, that an export made; with --new any XLSX or CSV file',
    )
    .argument('[folder]', "the project's folder (default: the current one)")
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--project <name>', 'the project, where there are several')
    .option('--new <folder>', 'make a project of a tracker that was not exported, in this folder')
    .option('--mapping <file>', 'with --new: what its columns are about, and which names mean the same')
    .option('--save-mapping <file>', 'with --new: write what was guessed as a mapping, to be put right')
    .option('--keep-apart', 'with --new: organisations whose names look alike are two, and nothing is asked')
    .addHelpText(
      'after',
      '\nExamples:\n  pathway import west-midlands.xlsx examples/west-midlands --dry-run\n  pathway import tracker.xlsx --new my-project --save-mapping tracker.yaml\n',
    )
    .action(async (workbook: string, folder: string | undefined, options: ImportCommand & Partial<TrackerCommand>) => {
      const { new: made, ...rest } = options;
      if (made === undefined) {
        const stray = (['mapping', 'saveMapping', 'keepApart'] as const).find(
          (option) => options[option] !== undefined,
        );
        if (stray)
          throw new UsageError(
            `--${dashed(stray)} is for a tracker of your own: say by --new which folder to make of it.`,
          );
        const { importSheets } = await import('./import.ts');
        return end(await importSheets(workbook, folder, options, io));
      }
      if (folder !== undefined || options.project !== undefined)
        throw new UsageError('--new names the folder of the new project: leave out the other folder, and --project.');
      const { importOwnTracker } = await import('./tracker/import.ts');
      return end(await importOwnTracker(workbook, { ...rest, new: made }, io));
    });

const dashed = (option: string): string => option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
