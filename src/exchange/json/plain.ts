import type { Declaration, ElementBase } from '../../model/elements.ts';
import type { Evidence, Fact, FactLines, Ref } from '../../model/facts.ts';
import type { Place } from '../../model/place.ts';
import type { Money } from '../../model/units/money.ts';
import type { Period } from '../../model/units/period.ts';
import type { AnyElement } from '../../model/walk.ts';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = Record<string, Json>;

/** Writes a place as people do: the file's path, then the line, counted from one. */
export type PlaceWords = (place: Place) => string;

/** What every block may have, left out where it is empty: most blocks have none of it. */
const besides: readonly (keyof ElementBase)[] = ['notes', 'tags', 'fields', 'evidence', 'accepts'];

/** A block as plain JSON: names in place of references, no fact of which no line speaks. */
export function plainElement(element: Declaration | AnyElement, at: PlaceWords): Json {
  return plainObject(element, at);
}

function plain(value: unknown, at: PlaceWords): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // What is still being written may hold nothing yet; the errors of the text speak of it.
  if (Array.isArray(value)) return value.filter((each) => each !== undefined).map((each) => plain(each, at));
  const object = value as object;
  if (isPeriod(object)) return { text: object.text, start: object.start, end: object.end };
  if (isMoney(object)) return { amount: object.pence / 100, currency: object.currency };
  if (isRef(object)) return object.name;
  return isFact(object) ? plainFact(object, at) : plainObject(object, at);
}

function plainObject(object: object, at: PlaceWords): JsonObject {
  const isBlock = 'namePlace' in object;
  const entries: [string, Json][] = [];
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined || name === 'namePlace') continue;
    if (isBlock && isEmpty(value) && besides.some((each) => each === name)) continue;
    if (isBlock && name === 'facts') entries.push([name, plainFacts(value, at)]);
    else entries.push([name, name === 'place' && isPlace(value) ? at(value) : plain(value, at)]);
  }
  return Object.fromEntries(isBlock ? inReadingOrder(entries) : entries);
}

/** What a block is comes first, then its facts, then the blocks inside it, and last what most blocks do not have. */
function inReadingOrder(entries: readonly [string, Json][]): readonly [string, Json][] {
  const first = ['kind', 'name', 'label', 'text', 'place'];
  const last: readonly string[] = besides;
  const rank = ([name, value]: [string, Json]): number => {
    if (first.includes(name)) return first.indexOf(name) - first.length;
    if (last.includes(name)) return last.indexOf(name) + 3;
    return name === 'facts' ? 1 : Array.isArray(value) ? 2 : 0;
  };
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

function plainFacts(facts: Readonly<Record<string, FactLines<unknown>>>, at: PlaceWords): JsonObject {
  const said = Object.entries(facts).filter(([, lines]) => lines.length > 0);
  return Object.fromEntries(said.map(([name, lines]) => [name, lines.map((line) => plainFact(line, at))]));
}

function plainFact(fact: Fact<unknown>, at: PlaceWords): JsonObject {
  const { state, place, evidence } = fact;
  const rests: JsonObject = { ...(evidence && { evidence: plainEvidence(evidence) }), place: at(place) };
  if (fact.state === 'recorded') return { state, value: plain(fact.value, at), ...rests };
  if (fact.state === 'unreadable') return { state, ...rests };
  const { ask, by, because } = fact;
  return {
    state,
    ...(ask && { ask: ask.name }),
    ...(by && { by: plain(by, at) }),
    ...(because !== undefined && { because }),
    ...rests,
  };
}

function plainEvidence({ source, at, confidence, inherited }: Evidence): JsonObject {
  return {
    ...(source && { source: source.name }),
    ...(at !== undefined && { at }),
    ...(confidence && { confidence }),
    inherited,
  };
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const isPeriod = (value: object): value is Period => 'start' in value && 'text' in value;
const isMoney = (value: object): value is Money => 'pence' in value;
const isFact = (value: object): value is Fact<unknown> => 'state' in value && 'place' in value;

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'endCharacter' in value;
}

function isRef(value: object): value is Ref {
  return 'to' in value && typeof value.to === 'string' && 'place' in value;
}
