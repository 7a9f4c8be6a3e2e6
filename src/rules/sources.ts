import type { ElementBase } from '../model/elements.ts';
import type { Fact, FactLines } from '../model/facts.ts';

/** A block that states facts which rest on nothing. */
export interface Unsourced {
  readonly element: ElementBase & { readonly kind: string };
  /** The facts by their keywords. */
  readonly facts: readonly string[];
  /** Whether none of its facts names a source. */
  readonly wholly: boolean;
}

/**
 * What of a block's facts names no source, of its own or of a block around it; nothing where all do. `asked` are the
 * names of the facts that want one: those that somebody must have found out.
 */
export function unsourced(
  element: ElementBase & { readonly kind: string; readonly facts: object },
  asked: (fact: string) => boolean,
): Unsourced | undefined {
  const all = element.facts as Readonly<Record<string, FactLines<unknown>>>;
  const facts: string[] = [];
  let wholly = true;
  for (const fact in all) {
    const lines = all[fact]!;
    if (lines.length === 0 || !asked(fact)) continue;
    const sourced = lines.filter(hasSource).length;
    if (sourced < lines.filter(({ state }) => state === 'recorded').length) facts.push(words[fact] ?? fact);
    if (sourced > 0) wholly = false;
  }
  return facts.length === 0 ? undefined : { element, facts, wholly };
}

function hasSource(line: Fact<unknown>): boolean {
  return line.state === 'recorded' && line.evidence?.source !== undefined;
}

/** Facts whose keyword is another than their name in the model. */
const words: Readonly<Record<string, string>> = {
  basis: 'under',
  lawfulBasis: 'lawful-basis',
  reportsTo: 'reports to',
};
