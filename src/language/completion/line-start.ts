import type { Pathway } from '../../model/elements.ts';
import { lineOrder } from '../format/order.ts';
import { scopeOf } from './blocks.ts';
import { lineKeywords, ruleOf } from './grammar.ts';
import { keywordOffer } from './keywords.ts';
import { type CompletionContext, type Offer, ranks } from './offer.ts';
import type { Site } from './site.ts';
import { beginsBlock } from './snippets.ts';

/** What each block should say, in the order in which it is asked for: a rule speaks of what is not there. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  File: ['pathway', 'organisation', 'board', 'information', 'agreement', 'source', 'footprint', 'project'],
  Source: ['published'],
  Agreement: ['party', 'covers', 'lawful-basis', 'valid', 'governance'],
  Board: ['chair', 'member', 'reports'],
  Specification: ['require'],
  Pathway: ['owner', 'ages', 'stage', 'transition', 'outcome'],
  Stage: ['provider', 'commissioner', 'governance', 'activity', 'cost', 'setting'],
  Transition: ['criteria', 'send', 'lead'],
  Flow: ['send'],
  Issue: ['owner', 'affects'],
  Action: ['owner', 'due'],
  Outcome: ['indicator'],
};

/** Facts that a stage takes from its pathway, so that it need not say them. */
const shared = new Set(['provider', 'commissioner', 'governance', 'activity', 'cost']);

/** Words that make another one needless. */
const instead: Readonly<Record<string, string>> = { criteria: 'threshold', reports: 'top' };

/** Facts that a block states once. */
const single = new Set(
  [
    'status owner ages purpose movement trigger threshold access within lead receiver severity likelihood impact due',
    'published url currency base-year stale-after strictness lawful-basis dpia valid chair reports top meets lanes',
    'colour direction part succeeded wait enters',
  ]
    .join(' ')
    .split(' '),
);

/** Facts that every stage may state several times, although other blocks state them once. */
const severalTimes: Readonly<Record<string, readonly string[]>> = { Stage: ['wait'] };

/** What may begin a line of the block: what is still missing, then the rest in the order in which we write it. */
export function lineOffers(context: CompletionContext, site: Site): readonly Offer[] {
  const { frame } = site;
  if (frame.rule === undefined) return [];
  const order = orderOf(frame.rule);
  const needed = missing(context, site);
  const offers = lineKeywords(frame.rule).flatMap((keyword): (Offer & { readonly place: number })[] => {
    const word = keyword.value;
    const written = frame.lines.includes(word);
    const once = single.has(word) && !severalTimes[frame.rule!]?.includes(word);
    if (written && once) return [];
    const wantedAt = needed.indexOf(word);
    const block = frame.rule === 'File' || beginsBlock(ruleOf(keyword), word);
    const rank = wantedAt >= 0 ? ranks.required : block ? ranks.blocks : written ? ranks.again : ranks.facts;
    const place = wantedAt >= 0 ? wantedAt : order.indexOf(word);
    const start = word === 'enters' || word === 'leaves' ? '"$0"' : undefined;
    return [{ ...keywordOffer(keyword, context, site, rank, start), place }];
  });
  return offers.toSorted((a, b) => a.rank - b.rank || a.place - b.place).map(({ place, ...offer }) => offer);
}

function orderOf(rule: string): readonly string[] {
  const order = lineOrder[rule];
  const words = [...(order?.facts ?? []), ...(order?.blocks ?? [])].flatMap((entry) => entry.split(' '));
  return [...new Set(words)];
}

/** The words that the block should have and has not. */
function missing({ project }: CompletionContext, { frame, frames }: Site): readonly string[] {
  const scope = scopeOf(frames);
  const pathway = project.pathways.get(scope ?? '');
  const around = frames.find(({ rule }) => rule === 'Pathway')?.lines ?? [];
  const rule = frame.rule!;
  const words = [...(wanted[rule] ?? []), ...(frame.head[0]?.image === 'gap' ? ['action'] : [])];
  const required = rule === 'Stage' || rule === 'Transition' ? requiredBy(pathway, project.specifications) : [];
  return [...words, ...required.filter((word) => !words.includes(word))].filter((word) => {
    if (frame.lines.includes(word) || frame.lines.includes(instead[word] ?? '')) return false;
    if (word === 'project') return project.declaration === undefined;
    if (rule === 'Stage' && shared.has(word)) return !around.includes(word);
    if (rule === 'Pathway' && word === 'transition') return frame.lines.filter((line) => line === 'stage').length > 1;
    return true;
  });
}

/** What the specification that the pathway realises asks of its stages and transitions. */
function requiredBy(
  pathway: Pathway | undefined,
  specifications: CompletionContext['project']['specifications'],
): readonly string[] {
  const specification = specifications.get(pathway?.realises?.name ?? '');
  return (specification?.requires ?? []).map(({ fact }) => (fact === 'information' ? 'send' : fact));
}
