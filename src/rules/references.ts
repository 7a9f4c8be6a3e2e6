import type { FactLines, Ref } from '../model/facts.ts';

/** Every name that the recorded facts of a block refer to, fact by fact. */
export function referencesIn(element: { readonly facts: object }): readonly Ref[] {
  const found: Ref[] = [];
  for (const lines of Object.values(element.facts as Record<string, FactLines<unknown>>)) {
    for (const line of lines) if (line.state === 'recorded') gather(line.value, found);
  }
  return found;
}

/** A value is a name itself, or holds names beside texts and numbers. */
function gather(value: unknown, found: Ref[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isRef(value)) found.push(value);
  else for (const part of Object.values(value)) gather(part, found);
}

function isRef(value: object): value is Ref {
  return 'to' in value && 'name' in value && 'place' in value;
}
