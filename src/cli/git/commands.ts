import { type Command, InvalidArgumentError } from 'commander';
import { shippedFile } from '../../server/node/shipped.ts';
import type { ExitCode, Io } from '../io.ts';
import type { MergeCommand } from './merge.ts';
import type { SetupCommand } from './setup.ts';

type End = (code: ExitCode) => void;

/** `pathway git-setup`: what people call. */
function addGitSetup(program: Command, io: Io, end: End): Command {
  return program
    .command('git-setup')
    .description('set git up for pathway files: what it shows of changes, and how it merges them')
    .option('--global', 'for all your repositories, not only this one')
    .option('--undo', 'take back what it set')
    .option('--dry-run', 'say what would be done, and change nothing')
    .addHelpText('after', '\nExample:\n  pathway git-setup --dry-run\n')
    .action(async (options: SetupCommand) => {
      const { gitSetup } = await import('./setup.ts');
      end(gitSetup(options, { node: process.execPath, file: shippedFile('cli/main.js') }, io));
    });
}

/** What git calls, once it is set up. Nobody need know these, so the help does not list them. */
function addMerge(program: Command, io: Io, end: End): Command {
  return program
    .command('merge', { hidden: true })
    .description('bring two versions of a pathway file together, fact by fact, into the file of ours; git calls this')
    .argument('<base>', 'the version that both come from')
    .argument('<ours>', 'our version, which is written over')
    .argument('<theirs>', 'the other version')
    .option('--path <path>', 'what the file is called in the repository')
    .option('--marker-size <number>', 'how many signs the markers of a conflict have', markerSize)
    .option('--base-label <label>', 'what the version that both come from is called in a conflict')
    .option('--ours-label <label>', 'what our version is called in a conflict')
    .option('--theirs-label <label>', 'what the other version is called in a conflict')
    .addHelpText('after', '\nExample:\n  pathway merge base.pathway ours.pathway theirs.pathway\n')
    .action(async (base: string, ours: string, theirs: string, options: MergeCommand) => {
      const { merge } = await import('./merge.ts');
      end(merge({ base, ours, theirs }, options, io));
    });
}

function addTextconv(program: Command, io: Io, end: End): Command {
  return program
    .command('textconv', { hidden: true })
    .description('print a pathway file in the form that git compares, which is the canonical one; git calls this')
    .argument('<file>', 'the file')
    .addHelpText('after', '\nExample:\n  pathway textconv examples/west-midlands/project.pathway\n')
    .action(async (file: string) => {
      const { textconv } = await import('./textconv.ts');
      end(textconv(file, io));
    });
}

function addDifftool(program: Command, io: Io, end: End): Command {
  return program
    .command('difftool', { hidden: true })
    .description('say what has changed in meaning from one version of a file to another; git difftool calls this')
    .argument('<local>', 'the version before')
    .argument('<remote>', 'the version after')
    .argument('[path]', 'what the file is called in the repository (default: the version after)')
    .addHelpText('after', '\nExample:\n  git difftool --tool=pathway main\n')
    .action(async (local: string, remote: string, path: string | undefined) => {
      const { difftool } = await import('./difftool.ts');
      end(await difftool(local, remote, path ?? remote, io));
    });
}

function markerSize(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 1000)
    throw new InvalidArgumentError('A marker has from 1 to 1000 signs.');
  return size;
}

/** Everything that makes git understand pathway files. */
export const gitCommands = [addGitSetup, addMerge, addTextconv, addDifftool];
