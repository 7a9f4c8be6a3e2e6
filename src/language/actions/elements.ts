import type { Declaration, Pathway } from '../../model/elements.ts';
import { holds, type Place } from '../../model/place.ts';
import { type AnyElement, elementsIn } from '../../model/walk.ts';
import { capital } from '../../model/wording.ts';
import type { PathwayFile } from '../file-store.ts';
import type { Request } from './action.ts';

/** Every block of a file, outer ones first. */
export function elementsOf(file: PathwayFile): readonly AnyElement[] {
  return file.reading.model.declarations.flatMap((declaration) => elementsIn(declaration));
}

/** The block whose name stands at a place, as findings about a block do. */
export function elementNamedAt(file: PathwayFile, at: Place): AnyElement | undefined {
  const around = declarationAround(file, at.line, at.character);
  if (!around) return undefined;
  return elementsIn(around).find(({ namePlace }) => samePlace(namePlace, at));
}

/** The blocks around a place, outer ones first. */
export function elementsAround(file: PathwayFile, at: Place): readonly AnyElement[] {
  const around = declarationAround(file, at.line, at.character);
  return around ? elementsIn(around).filter(({ place }) => holds(place, at.line, at.character)) : [];
}

/** The innermost block around a place. */
export function elementAround(file: PathwayFile, at: Place): AnyElement | undefined {
  return elementsAround(file, at).at(-1);
}

/** The innermost block around the place that the actions are asked for. */
export function elementHere({ file, range }: Request): AnyElement | undefined {
  const { line, character } = range.start;
  return elementAround(file, { file: file.uri, line, character, endLine: line, endCharacter: character });
}

export function declarationAround(file: PathwayFile, line: number, character: number): Declaration | undefined {
  return file.reading.model.declarations.findLast(({ place }) => holds(place, line, character));
}

/** The pathway around the place that the actions are asked for. */
export function pathwayHere({ file, range }: Request): Pathway | undefined {
  const around = declarationAround(file, range.start.line, range.start.character);
  return around?.kind === 'pathway' ? around : undefined;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.character === b.character;
}

/** The grammar rule of an element's block. */
export function blockOf(element: AnyElement): string {
  switch (element.kind) {
    case 'gap':
    case 'risk':
    case 'challenge':
    case 'strength':
    case 'need':
      return 'Issue';
    case 'milestone':
      return 'Action';
    case 'required-stage':
      return 'RequiredStage';
    case 'required-transition':
      return 'RequiredTransition';
    default:
      return capital(element.kind);
  }
}
