import type { Location } from 'vscode-languageserver-types';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import { nameOf, occurrenceAt } from '../symbols.ts';
import { locationOf } from './ranges.ts';

/** Where the name at a place of the text is declared; a declaration leads to itself. */
export function definitionAt(
  checked: CheckedProject,
  file: PathwayFile,
  line: number,
  character: number,
): Location | undefined {
  const found = occurrenceAt(checked, file, line, character);
  return found && locationOf(nameOf(found.symbol));
}
