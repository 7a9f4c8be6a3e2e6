import type { PathwayFile } from '../file-store.ts';
import { afterAmount } from '../lexer.ts';
import type { CompletionContext } from './offer.ts';

/** The words that a project uses where the language leaves the choice to its authors. */
export interface Used {
  /** Units by the fact that they are counted in, such as `referrals` for `activity`. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly spans: readonly string[];
  readonly years: readonly string[];
  readonly tags: readonly string[];
  readonly codes: readonly string[];
  readonly schemes: readonly string[];
}

const name = String.raw`([\p{L}][\p{L}\p{N}_-]*)`;
const measured =
  /(?:^|[\s{])(activity|capacity|wait|within|baseline|target)\s+(?:(?:about|up to|fewer than)\s+)?[\d.,]+%?\s+/.source;
const unit = new RegExp(`${measured}${name}(?:\\s+per\\s+${name})?`, 'gmu');

const found = new WeakMap<PathwayFile, Used>();

/** What all files of the project use, what is used most first. */
export function usedIn({ files = [], file }: CompletionContext): Used {
  const all = [...new Set([file, ...files])].map(ofFile);
  const facts = [...new Set(all.flatMap(({ units }) => [...units.keys()]))];
  return {
    units: new Map(facts.map((fact) => [fact, byUse(all.flatMap(({ units }) => units.get(fact) ?? []))])),
    spans: byUse(all.flatMap(({ spans }) => spans)),
    years: byUse(all.flatMap(({ years }) => years)),
    tags: byUse(all.flatMap(({ tags }) => tags)),
    codes: byUse(all.flatMap(({ codes }) => codes)),
    schemes: byUse(all.flatMap(({ schemes }) => schemes)),
  };
}

/** Every use in one text, a word as often as it stands there. */
function ofFile(file: PathwayFile): Used {
  const known = found.get(file);
  if (known) return known;
  const { text } = file;
  const units = new Map<string, string[]>();
  const spans: string[] = [];
  for (const [, fact = '', word = '', span] of text.matchAll(unit)) {
    if (span) spans.push(span);
    if (!afterAmount.has(word)) units.set(fact, [...(units.get(fact) ?? []), word]);
  }
  const words = (before: string): string[] =>
    [...text.matchAll(new RegExp(`(?:^|[\\s{])${before}\\s+${name}`, 'gmu'))].map(([, word = '']) => word);
  const years = [...text.matchAll(/(?<=\s)\d{4}\/\d{2}(?=\s|$)/g)].map(([year]) => year);
  const made: Used = { units, spans, years, tags: words('tag'), codes: words('code'), schemes: words('scheme') };
  found.set(file, made);
  return made;
}

function byUse(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}
