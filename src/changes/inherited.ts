import type { InheritedFacts } from '../model/elements.ts';
import type { Evidence, Fact, FactLines } from '../model/facts.ts';
import { inheritedLines } from '../model/inheritance.ts';
import type { Oversight } from '../model/values.ts';
import type { Renames } from './change.ts';
import { saysNow } from './likeness.ts';
import type { LineDifference } from './lines.ts';
import type { Item, Outline } from './outline.ts';

/** The pathway that something stands in, on each side. */
export interface Around {
  readonly before?: Outline;
  readonly after?: Outline;
}

/** What its pathway says where a line of an element's own is gone, or what held there before it came. */
export interface Instead {
  readonly items: readonly Item[];
  /** Those of them that the element has not said besides: only they come or go with the line. */
  readonly others: readonly Item[];
  /** The one of them that says what the line says: then the same holds as before. */
  readonly same?: Item;
  /** What the line rests on, if it says so itself, and what the one that says the same does. */
  readonly rests: { readonly own?: Evidence; readonly same?: Evidence };
}

/** What is inherited on the one side in place of a line that only the other side has; nothing where none is. */
export function insteadOf(line: LineDifference, pair: Around, pathways: Around, renames: Renames): Instead | undefined {
  const own = line.was ?? line.is;
  if (own === undefined || (line.was && line.is)) return undefined;
  const side = line.was ? 'after' : 'before';
  const [without, pathway, holder] = [pair[side], pathways[side], line.was ? pair.before : pair.after];
  if (!without || !pathway || !holder) return undefined;
  const items = inherited(without, pathway, line.fact).filter((item) => isAlike(item, own));
  if (items.length === 0) return undefined;
  const says = (item: Item, of: Outline): string =>
    `${item.state} ${of === pair.before || of === pathways.before ? saysNow(item, of, renames) : item.content}`;
  const besides = new Set(holder.items.filter(({ fact }) => fact === line.fact).map((item) => says(item, holder)));
  const same = items.find((item) => says(item, pathway) === says(own, holder));
  const [ofOwn, ofSame] = [own.evidence && evidenceFor(own, holder), same && evidenceFor(same, pathway)];
  return {
    items,
    others: items.filter((item) => !besides.has(says(item, pathway))),
    rests: { ...(ofOwn && { own: ofOwn }), ...(ofSame && { same: ofSame }) },
    ...(same && { same }),
  };
}

/** Those of the pathway's lines of a fact that hold for an element in it. */
function inherited(outline: Outline, pathway: Outline, fact: string): readonly Item[] {
  const { element } = outline;
  const inherits =
    element.kind === 'stage' ? ofStages.has(fact) : element.kind === 'transition' && fact === 'governance';
  if (!inherits) return [];
  const holding = inheritedLines(fact as keyof InheritedFacts, linesOf(outline, fact), linesOf(pathway, fact));
  const places = new Set(holding.map(({ place }) => place));
  return pathway.items.filter((item) => item.fact === fact && places.has(item.place));
}

const ofStages: ReadonlySet<string> = new Set<keyof InheritedFacts>(['provider', 'commissioner', 'governance']);

function linesOf({ element }: Outline, fact: string): FactLines<unknown> {
  const facts: Readonly<Record<string, readonly Fact<unknown>[]>> = 'facts' in element ? element.facts : {};
  return facts[fact] ?? [];
}

/** What a line rests on, be it that its block says so for all of its lines. */
const evidenceFor = (item: Item, outline: Outline): Evidence | undefined =>
  linesOf(outline, item.fact).find(({ place }) => place === item.place)?.evidence;

/** A board stands in the place of a board, and an agreement of an agreement. */
function isAlike(item: Item, own: Item): boolean {
  const [by, ownBy] = [item, own].map(({ fact, state, value }) =>
    fact === 'governance' && state === 'recorded' ? (value as Oversight).by : undefined,
  );
  return by === undefined || ownBy === undefined || by === ownBy;
}
