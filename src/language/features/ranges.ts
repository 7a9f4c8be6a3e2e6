import type { Location, Range } from 'vscode-languageserver-types';
import type { Place } from '../../model/place.ts';

/** A place as the Language Server Protocol gives ranges. */
export function rangeOf({ line, character, endLine, endCharacter }: Place): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

export function locationOf(place: Place): Location {
  return { uri: place.file, range: rangeOf(place) };
}
