import type { CompletionItem } from 'vscode-languageserver-types';
import { scopeOf } from './completion/blocks.ts';
import { candidatesOf } from './completion/candidates.ts';
import { declareOffer } from './completion/declare.ts';
import type { Feature, Following } from './completion/follow.ts';
import { lineKeywords } from './completion/grammar.ts';
import { clauseOffers } from './completion/keywords.ts';
import { lineOffers } from './completion/line-start.ts';
import { type CompletionContext, itemsOf, type Offer, ranks } from './completion/offer.ts';
import { nameOffers, refKindOf } from './completion/references.ts';
import { followingAt, type Site, siteAt } from './completion/site.ts';
import { transitionOffers } from './completion/transitions.ts';
import { valueOffers } from './completion/values.ts';
import { reserved } from './tokens.ts';

export type { CompletionContext } from './completion/offer.ts';

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** Whether more may be said when more has been typed: a name that nothing has can be declared. */
  readonly isIncomplete: boolean;
}

/**
 * What may stand at a place of the text: the words of the language that may come next, the names of the right kind,
 * and usual values, the likeliest first. `bySpace` says that nobody has asked for it but typed a space: then nothing
 * is offered where nothing has to follow.
 */
export function completionsAt(
  context: CompletionContext,
  line: number,
  character: number,
  bySpace = false,
): Completions {
  const site = siteAt(context.file.text, line, character);
  if (!site || site.frame.rule === undefined) return { items: [], isIncomplete: false };
  const range = site.rangeFrom(site.start);
  if (site.startsLine) {
    return { items: bySpace ? [] : itemsOf(lineOffers(context, site), range), isIncomplete: false };
  }
  const following = followingAt(site);
  const offers = [...offersAt(following, context, site, bySpace), ...labelOffers(context, site)];
  const named = following.features.some((feature) => refKindOf(feature, site) !== undefined);
  return { items: itemsOf(offers, range), isIncomplete: named || offers.some(({ range: own }) => own !== undefined) };
}

function offersAt(
  { features, mayEnd }: Following,
  context: CompletionContext,
  site: Site,
  bySpace: boolean,
): readonly Offer[] {
  const values = features.flatMap((feature) =>
    valueOffers(feature, context, site).map((offer) => goingOn(offer, feature, site)),
  );
  if (bySpace && mayEnd) return features.some(({ property }) => property === 'unit') ? values : [];
  const next = new Set<unknown>(lineKeywords(site.frame.rule!));
  const clauses = features.filter(({ node }) => !next.has(node));
  const names = features.flatMap((feature) =>
    nameOffers(feature, context, site).map((offer) => goingOn(offer, feature, site)),
  );
  const more = site.onOneLine && mayEnd ? lineOffers(context, site) : [];
  return [
    ...transitionOffers(features, context, site),
    ...names,
    ...values,
    ...clauseOffers(clauses, context, site, mayEnd),
    ...more.map((offer) => ({ ...offer, rank: ranks.nextLine })),
    ...declaration(features, context, site, site.start),
  ];
}

/** A space behind a name or value, and the list again, where something has to follow. */
function goingOn(offer: Offer, { mayEnd }: Feature, { rest }: Site): Offer {
  if (mayEnd || rest !== '' || offer.snippet || offer.goesOn) return offer;
  return { ...offer, insert: `${offer.insert ?? offer.label} `, goesOn: true };
}

/**
 * Names by words of their labels: `provider youth just` finds `yjb`. The words from where the name should stand to the
 * caret give way to the name.
 */
function labelOffers(context: CompletionContext, site: Site): readonly Offer[] {
  for (const start of earlierWords(site)) {
    const features = followingAt(site, start).features.filter((feature) => refKindOf(feature, site) !== undefined);
    const typed = site.text.slice(start, site.caret);
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const feature = features[0];
    if (!feature || words.length === 0) continue;
    const first = typed.split(/\s/)[0]!;
    if (reserved.has(first) || isKnown(first, feature, context, site)) return [];
    const range = site.rangeFrom(start);
    const found = features
      .flatMap((one) => nameOffers(one, context, { ...site, words: wordsBefore(site, start) }))
      .filter(({ filter = '' }) => words.every((word) => filter.toLowerCase().includes(word)));
    if (found.length > 0) return found.map((offer) => ({ ...offer, range }));
    if (goesOnWithClause(site, start, words)) return [];
    return declaration(features, context, site, start).map((offer) => ({ ...offer, range }));
  }
  return [];
}

/** Where the words before the one at the caret start, the nearest first; only plain words of the same line. */
function earlierWords({ text, start, statement }: Site): readonly number[] {
  const from = statement[0]?.startOffset ?? start;
  const before = text.slice(Math.max(from, text.lastIndexOf('\n', start - 1) + 1), start);
  const offset = start - before.length;
  const run = /(?:[^\s"#{}]+\s+)*$/.exec(before)!;
  return [...run[0].matchAll(/\S+/g)]
    .map(({ index }) => offset + run.index + index)
    .toReversed()
    .slice(0, 6);
}

function wordsBefore({ statement }: Site, start: number): readonly string[] {
  return statement.filter(({ startOffset }) => startOffset < start).map(({ image }) => image);
}

/** Whether the second word is one of the language that may stand there: then the first is the whole name. */
function goesOnWithClause(site: Site, start: number, words: readonly string[]): boolean {
  const second = site.text.slice(start).search(/\s\S/) + start + 1;
  if (words.length < 2) return true;
  const { features } = followingAt(site, second);
  const last = words.length === 2 && second === site.start;
  return features.some(
    ({ node }) => 'value' in node && (last ? node.value.startsWith(words[1]!) : node.value === words[1]),
  );
}

function isKnown(name: string, feature: Feature, context: CompletionContext, site: Site): boolean {
  const kind = refKindOf(feature, site);
  return kind !== undefined && context.names.of(kind, scopeOf(site.frames)).has(name);
}

/** An offer to declare what was typed, where no name that may stand there is anything like it. */
function declaration(
  features: readonly Feature[],
  context: CompletionContext,
  site: Site,
  start: number,
): readonly Offer[] {
  const typed = site.text.slice(start, site.caret).trim();
  const kinds = features.flatMap((feature) => refKindOf(feature, site) ?? []);
  const [kind] = kinds;
  if (kind === undefined || typed === '' || [...reserved].some((word) => word.startsWith(typed))) return [];
  const keywords = features.flatMap(({ node }) => ('value' in node ? [node.value] : []));
  if (keywords.some((word) => isLike(word, typed))) return [];
  const alike = kinds.some((one) =>
    candidatesOf(context, one, scopeOf(site.frames)).some(({ name, element }) =>
      isLike(`${name} ${element?.label ?? ''}`, typed),
    ),
  );
  return alike ? [] : [declareOffer(typed, kind, context, site)].filter((offer) => offer !== undefined);
}

/** Whether the letters typed stand in the text in their order, as editors compare them. */
function isLike(text: string, typed: string): boolean {
  let at = 0;
  const lower = text.toLowerCase();
  return [...typed.toLowerCase()].every((letter) => {
    at = lower.indexOf(letter, at) + 1;
    return at > 0;
  });
}
