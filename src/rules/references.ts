import { type FactLines, type Ref, recorded } from '../model/facts.ts';

/** Every name that the recorded facts of a block refer to, fact by fact. */
export function referencesIn(element: { readonly facts: object }): readonly Ref[] {
  return Object.values(element.facts as Record<string, FactLines<unknown>>).flatMap((lines) =>
    recorded(lines).flatMap(referencesOf),
  );
}

/** A value is a name itself, or holds names beside texts and numbers. */
function referencesOf(value: unknown): readonly Ref[] {
  if (isRef(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) => (Array.isArray(part) ? part : [part]).filter(isRef));
}

function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && 'to' in value && 'name' in value && 'place' in value;
}
