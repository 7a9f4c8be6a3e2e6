import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import {
  type Occurrence,
  occurrenceAt,
  occurrencesIn,
  occurrencesOf,
  type PathwaySymbol,
  sameSymbol,
} from '../symbols.ts';
import { locationOf, rangeOf } from './ranges.ts';

/** Every place where what stands at a place of the text is named, in all projects that see its declaration. */
export function referencesAt(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  file: PathwayFile,
  line: number,
  character: number,
  withDeclaration: boolean,
): readonly Location[] {
  const found = occurrenceAt(checked, file, line, character);
  if (!found) return [];
  return occurrencesEverywhere(checked, projects, found.symbol)
    .filter(({ role }) => withDeclaration || role === 'reference')
    .map(({ place }) => locationOf(place));
}

/**
 * Every place of the file where the same thing is named. None where no name stands: an empty list keeps the editor from
 * marking every word that happens to be spelled alike.
 */
export function highlightsAt(
  checked: CheckedProject,
  file: PathwayFile,
  line: number,
  character: number,
): readonly DocumentHighlight[] {
  const found = occurrenceAt(checked, file, line, character);
  if (!found) return [];
  return occurrencesIn(checked, file)
    .filter(({ symbol }) => sameSymbol(symbol, found.symbol))
    .map(({ place, role }) => ({
      range: rangeOf(place),
      kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

/** The projects that see the file in which the symbol is declared: an included folder has several. */
export function projectsThatSee(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  { element }: PathwaySymbol,
): readonly CheckedProject[] {
  const seeing = projects.filter(({ files }) => files.some(({ uri }) => uri === element.namePlace.file));
  return [checked, ...seeing.filter(({ folder }) => folder !== checked.folder)];
}

/** Every place where the symbol is named, each once, in all projects that see its declaration. */
export function occurrencesEverywhere(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  symbol: PathwaySymbol,
): readonly Occurrence[] {
  const seen = new Set<string>();
  return projectsThatSee(checked, projects, symbol)
    .flatMap((project) => occurrencesOf(project, symbol))
    .filter(({ place }) => {
      const key = `${place.line}:${place.character} ${place.file}`;
      return !seen.has(key) && seen.add(key);
    });
}
