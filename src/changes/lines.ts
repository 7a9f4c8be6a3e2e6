import { groupBy } from '../model/group.ts';
import { type Period, samePeriod } from '../model/units/period.ts';
import type { Renames } from './change.ts';
import { isRef } from './content.ts';
import { restsNow, saysNow } from './likeness.ts';
import type { Item, Outline } from './outline.ts';

/** One line that differs: what it said, and what it says. */
export interface LineDifference {
  readonly fact: string;
  /** Whether what it says differs, or only what it rests on. */
  readonly part: 'value' | 'evidence';
  readonly was?: Item;
  readonly is?: Item;
}

/** An item, and what it says and rests on in the names of the side after. */
interface Told {
  readonly item: Item;
  readonly says: string;
  readonly rests: string;
}

/**
 * The lines that differ between two states of an element, each by itself, fact by fact in the order of the text. The
 * order of lines counts for nothing.
 */
export function differingLines(before: Outline, after: Outline, renames: Renames): readonly LineDifference[] {
  const old = groupBy(
    before.items.map((item) => told(item, saysNow(item, before, renames), restsNow(item, before, renames))),
    ({ item }) => item.fact,
  );
  const now = groupBy(
    after.items.map((item) => told(item, item.content, item.rests)),
    ({ item }) => item.fact,
  );
  const facts = new Set([...now.keys(), ...old.keys()]);
  return [...facts].flatMap((fact) => differencesOf(fact, old.get(fact) ?? [], now.get(fact) ?? []));
}

function told(item: Item, says: string, rests: string): Told {
  return { item, says: `${item.state} ${says}`, rests };
}

function differencesOf(fact: string, before: readonly Told[], after: readonly Told[]): readonly LineDifference[] {
  const same = paired(before, after, (one) => `${one.says}\n${one.rests}`);
  const restless = paired(same.before, same.after, ({ says }) => says);
  const keyed = paired(restless.before, restless.after, ({ item }) => whichOne(item));
  const replaced = together.has(fact) ? { pairs: [], ...unpaired(keyed) } : inOrder(keyed.before, keyed.after);
  return [
    ...[...restless.pairs, ...keyed.pairs, ...replaced.pairs].flatMap(([was, is]) => both(fact, was, is)),
    ...replaced.before.map(({ item }): LineDifference => ({ fact, part: 'value', was: item })),
    ...replaced.after.map(({ item }): LineDifference => ({ fact, part: 'value', is: item })),
  ];
}

function both(fact: string, was: Told, is: Told): readonly LineDifference[] {
  const sides = { fact, was: was.item, is: is.item };
  // A figure for another year never rested on what the one before rests on: nothing was taken from it.
  if (isOtherYear(was.item, is.item)) return [{ ...sides, part: 'value' }];
  return [
    ...(was.says === is.says ? [] : [{ ...sides, part: 'value' as const }]),
    ...(was.rests === is.rests ? [] : [{ ...sides, part: 'evidence' as const }]),
  ];
}

/** Whether they are two figures, each for a time of its own. A target that is to be met later is the same target. */
export function isOtherYear(was: Item, is: Item): boolean {
  const [old, now] = [was, is].map(periodOf);
  return measured.has(is.fact) && old !== undefined && now !== undefined && !samePeriod(old, now);
}

const measured: ReadonlySet<string> = new Set(['cost', 'activity', 'capacity', 'baseline']);

function periodOf({ state, value }: Item): Period | undefined {
  return state === 'recorded' ? (value as { readonly period?: Period } | undefined)?.period : undefined;
}

interface Paired {
  readonly pairs: readonly (readonly [Told, Told])[];
  readonly before: readonly Told[];
  readonly after: readonly Told[];
}

const unpaired = ({ before, after }: Paired): Pick<Paired, 'before' | 'after'> => ({ before, after });

/** Pairs those that have the same key, each with one; those that have none stay alone. */
function paired(before: readonly Told[], after: readonly Told[], key: (one: Told) => string | undefined): Paired {
  const waiting = groupBy(after, key);
  const pairs: (readonly [Told, Told])[] = [];
  const left = before.filter((one) => {
    const name = key(one);
    const partner = name === undefined ? undefined : waiting.get(name)?.shift();
    if (partner) pairs.push([one, partner]);
    return !partner;
  });
  const found = new Set(pairs.map(([, partner]) => partner));
  return { pairs, before: left, after: after.filter((one) => !found.has(one)) };
}

/** What stood in the same order is the same line, said otherwise. */
function inOrder(before: readonly Told[], after: readonly Told[]): Paired {
  const count = Math.min(before.length, after.length);
  const pairs = before.slice(0, count).map((one, at) => [one, after[at]!] as const);
  return { pairs, before: before.slice(count), after: after.slice(count) };
}

/** Facts of which each line stands for itself: where one goes and another comes, nothing was replaced. */
const together: ReadonlySet<string> = new Set([
  ...['accept', 'affects', 'alias', 'badge', 'code', 'containing', 'covers', 'edit', 'evidence', 'field', 'flag'],
  ...['hide', 'include', 'member', 'note', 'omits', 'only', 'party', 'partner', 'require', 'rule', 'send', 'show'],
  ...['tag', 'varies', 'allow-variation'],
]);

/** Which of several lines of one fact it is, whatever else it says; nothing where a block has one only. */
function whichOne(item: Item): string | undefined {
  const { fact, state, value } = item;
  const part = (key: string) => (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  const name = (one: unknown) => (isRef(one) ? one.name : undefined);
  const text = (key: string) => (part(key) as { readonly text?: string } | undefined)?.text ?? '';
  // A line of a fact that states an absence answers to one that states something.
  if (state !== 'recorded') return undefined;
  switch (fact) {
    case 'provider':
    case 'partner':
    case 'commissioner':
      return name(part('organisation'));
    case 'cost':
      return `${text('period')} ${String(part('nature') ?? '')}`;
    case 'activity':
      return `${text('period')} ${String(part('measuring') ?? '')} ${name(part('from')) ?? ''}`;
    case 'capacity':
      return text('period');
    case 'send':
      return `${name(part('information'))} ${name(part('to')) ?? ''}`;
    case 'governance':
      return name(part('body'));
    case 'accept':
    case 'rule':
      return String(part('rule'));
    case 'field':
      return String(part('field'));
    case 'code':
      return String(part('scheme'));
    case 'varies':
      return String(part('fact'));
    case 'evidence':
      return name(part('source')) ?? '';
    case 'omits':
      return name(part('stage'));
    case 'require':
      return String(part('fact'));
    case 'edit':
      return part('edit') === 'set' ? `${name(part('stage'))} ${String(part('fact'))}` : undefined;
    default:
      return undefined;
  }
}
