import { rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { shown } from '../open.ts';
import { attributesIn, removeAttributes, writeAttributes } from './attributes.ts';
import { askGit, complaintOf, runGit } from './run-git.ts';
import { isOurs, type Program, type Setting, settingsFor } from './settings.ts';

export interface SetupCommand {
  readonly global?: boolean;
  readonly undo?: boolean;
  readonly dryRun?: boolean;
}

/** Where the settings go. */
interface Place {
  readonly scope: '--local' | '--global';
  /** As in: for this repository. */
  readonly words: string;
  readonly attributes: string;
  readonly cwd: string;
}

/** The attributes by which git uses the settings for pathway files. */
const wanted = ['diff=pathway', 'merge=pathway'];

/** `pathway git-setup`: tells git how to show and merge pathway files, or takes that back. Says all that it does. */
export function gitSetup(options: SetupCommand, program: Program, io: Io): ExitCode {
  const place = placeOf(options, io);
  const settings = settingsFor(program);
  return options.undo ? undo(place, settings, options, io) : setUp(place, settings, options, io);
}

function placeOf({ global }: SetupCommand, io: Io): Place {
  const { cwd } = io;
  if (global) {
    const own = askGit(['config', '--global', '--type=path', 'core.attributesFile'], cwd)?.trim();
    const folder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
    return {
      scope: '--global',
      words: 'all repositories of yours',
      attributes: own || join(folder, 'git/attributes'),
      cwd,
    };
  }
  const attributes = askGit(['rev-parse', '--git-path', 'info/attributes'], cwd)?.trim();
  if (attributes === undefined)
    throw new UsageError(
      'This folder is in no git repository. Go to one, or set git up for all of yours with pathway git-setup --global.',
    );
  return { scope: '--local', words: 'this repository', attributes: resolve(cwd, attributes), cwd };
}

function setUp(place: Place, settings: readonly Setting[], { dryRun }: SetupCommand, io: Io): ExitCode {
  const states = settings.map((setting) => ({ setting, state: stateOf(setting, place) }));
  const others = states.flatMap(({ setting, state }) => (state.set === 'otherwise' ? [{ setting, state }] : []));
  if (others.length > 0) {
    const lines = others.map(({ setting: { key }, state }) => `  ${key}  ${oneLine(state.value!)}\n`).join('');
    const keys = others.map(({ setting: { key }, state }) => `  git config --${state.scope} --unset ${key}\n`).join('');
    throw new UsageError(
      `Nothing was changed: git has settings for pathway files that are not ours.\n${lines}If you no longer need them, take them out and run this again:\n${keys.trimEnd()}`,
    );
  }
  const todo = states.filter(({ state }) => state.set !== 'already');
  const attributes = missingAttributes(place);
  if (todo.length === 0 && attributes.length === 0) {
    io.out(`Git is set up for pathway files already, for ${place.words}. Nothing was changed.\n`);
    return 0;
  }
  io.out(`${dryRun ? 'This would set git up' : 'Git is set up'} for pathway files, for ${place.words}.\n`);
  for (const { setting, state } of states) {
    if (state.set !== 'already' && !dryRun) write(setting, place);
    const how = { already: ' (was set already)', older: ' (brought up to date)', not: '', otherwise: '' }[state.set];
    io.out(`\n${setting.key}${how}\n  ${setting.why}\n`);
    if (dryRun && state.set !== 'already') io.out(`${indented(setting.value)}\n`);
  }
  sayAttributes(place, attributes, dryRun === true, io);
  io.out(`\n${dryRun ? 'Nothing was changed.' : `Take all of it back with: pathway git-setup${flag(place)} --undo`}\n`);
  return 0;
}

function sayAttributes(place: Place, attributes: readonly string[], dryRun: boolean, io: Io): void {
  const file = shown(place.attributes, io);
  if (attributes.length === 0) {
    io.out('\nThe attributes of pathway files were set already, so git uses these settings for them.\n');
    return;
  }
  const all = [...attributesIn(place.attributes), ...attributes];
  if (!dryRun) writeAttributes(place.attributes, all);
  io.out(
    `\n${file}\n  so that git uses these settings for pathway files; this file is yours alone and never committed\n`,
  );
  io.out(`${indented(`*.pathway ${all.join(' ')}`)}\n`);
  if (place.scope === '--local')
    io.out(
      '\nYour colleagues get the attributes with the repository where .gitattributes has this line:\n\n    *.pathway text eol=lf diff=pathway merge=pathway\n\nThe settings cannot be handed on: git takes no programs from others, so each of you runs pathway git-setup once.\n',
    );
}

function undo(place: Place, settings: readonly Setting[], { dryRun }: SetupCommand, io: Io): ExitCode {
  const set = settings.map((setting) => ({ setting, value: valueIn(place, setting.key) }));
  const own = set.filter(({ setting, value }) => value !== undefined && isOurs(setting, value));
  const others = set.filter(({ setting, value }) => value !== undefined && !isOurs(setting, value));
  const attributes = attributesIn(place.attributes);
  for (const { setting, value } of others) io.out(`${setting.key} is left: it is not ours (${oneLine(value!)}).\n`);
  if (own.length === 0 && attributes.length === 0) {
    io.out(`Git is not set up for pathway files, for ${place.words}. Nothing was changed.\n`);
    return 0;
  }
  const file = originOf(place, own[0]?.setting.key);
  if (!dryRun) {
    for (const { setting } of own) change(['config', place.scope, '--unset', setting.key], place);
    if (attributes.length > 0) removeAttributes(place.attributes);
    // What git worked out once and kept.
    if (own.length > 0) askGit(['update-ref', '-d', 'refs/notes/textconv/pathway'], place.cwd);
    if (place.scope === '--global' && file && statSync(file).size === 0) rmSync(file);
  }
  io.out(`${dryRun ? 'This would take back' : 'Taken back'}, for ${place.words}:\n`);
  for (const { setting } of own) io.out(`  ${setting.key}\n`);
  if (attributes.length > 0) io.out(`  ${shown(place.attributes, io)}: *.pathway ${attributes.join(' ')}\n`);
  if (dryRun) io.out('Nothing was changed.\n');
  return 0;
}

interface State {
  readonly set: 'not' | 'already' | 'older' | 'otherwise';
  readonly value?: string;
  readonly scope?: string;
}

/** What git says of a setting now, wherever it is set. */
function stateOf(setting: Setting, place: Place): State {
  const said = askGit(['config', '--show-scope', '--null', '--get', setting.key], place.cwd);
  const [scope = '', value] = said?.split('\0') ?? [];
  if (value === undefined) return { set: 'not' };
  if (value === setting.value) return { set: place.scope === '--global' && scope !== 'global' ? 'not' : 'already' };
  if (isOurs(setting, value)) return { set: `--${scope}` === place.scope ? 'older' : 'not' };
  return { set: 'otherwise', value, scope };
}

function valueIn({ scope, cwd }: Place, key: string): string | undefined {
  return askGit(['config', scope, '--null', '--get', key], cwd)?.replace(/\0$/, '');
}

/** The file in which a setting stands. */
function originOf({ scope, cwd }: Place, key: string | undefined): string | undefined {
  const said = key && askGit(['config', scope, '--show-origin', '--null', '--get', key], cwd);
  const [, file] = /^file:([^\0]*)/.exec(said || '') ?? [];
  return file && resolve(cwd, file);
}

/** The attributes that pathway files do not have yet. What somebody has set to something else is left so. */
function missingAttributes({ scope, attributes, cwd }: Place): readonly string[] {
  if (scope === '--global') return wanted.filter((attribute) => !attributesIn(attributes).includes(attribute));
  const said = askGit(['check-attr', '-z', 'diff', 'merge', '--', 'any.pathway'], cwd)?.split('\0') ?? [];
  return wanted.filter((attribute) => {
    const at = said.indexOf(attribute.split('=')[0]!);
    return at < 0 || said[at + 1] === 'unspecified';
  });
}

function write({ key, value }: Setting, place: Place): void {
  change(['config', place.scope, key, value], place);
}

function change(words: readonly string[], { cwd }: Place): void {
  try {
    runGit(words, cwd);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Git could not be set up: ${complaintOf(error)}`);
  }
}

function flag({ scope }: Place): string {
  return scope === '--global' ? ' --global' : '';
}

function oneLine(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ');
}

function indented(value: string): string {
  return value
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
