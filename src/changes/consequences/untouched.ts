import type { Pathway } from '../../model/elements.ts';
import { ownDeclarations } from '../../model/walk.ts';
import type { Renames } from '../change.ts';
import type { Pair, Sides, Version } from './sides.ts';

/**
 * The pathways of which something may follow: without those that are the very same object on both sides, as what was
 * read once for both is, while nothing else that they depend on has changed either.
 */
export function touchedPathways({ before, after, pathways }: Sides, renames: Renames): readonly Pair<Version>[] {
  const register = (side: Sides['before']) => ownDeclarations(side.project).filter(({ kind }) => kind !== 'pathway');
  if (renames.size > 0 || !same(register(before), register(after))) return pathways;
  const touched = new Set(pathways.filter((pair) => !isSame(pair)).flatMap(namesIn));
  return pathways.filter((pair) => !isSame(pair) || namesIn(pair).some((name) => touched.has(name)));
}

const isSame = ({ before, after }: Pair<Version>): boolean => before?.pathway === after?.pathway;

/** Its name, and those of the pathways whose stages it uses, or that it is linked to. */
function namesIn({ before, after }: Pair<Version>): readonly string[] {
  return [before?.pathway, after?.pathway].flatMap((pathway) => (pathway ? linkedTo(pathway) : []));
}

function linkedTo({ name, uses, transitions, flows }: Pathway): readonly string[] {
  const ends = [...transitions, ...flows].flatMap(({ from, to }) => [from.pathway?.name, to.pathway?.name]);
  return [name, ...uses.map(({ pathway }) => pathway.name), ...ends].filter((one) => one !== undefined);
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
