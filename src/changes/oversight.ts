import type { Acceptance, Strictness } from '../model/elements.ts';
import { comparePeriods } from '../model/units/period.ts';
import type { Send } from '../model/values.ts';
import type { Weakening } from './change.ts';
import type { Instead } from './inherited.ts';
import type { LineDifference } from './lines.ts';
import type { Item, Outline } from './outline.ts';
import { graveness, ruleChange } from './rule-words.ts';

/** Why an element's coming or going weakens oversight, where it does. */
export function weakenedBy(before: Outline | undefined, after: Outline | undefined): Weakening | undefined {
  if (before && !after) {
    if (before.element.kind === 'agreement') return 'agreement-lost';
    return before.element.kind === 'board' ? 'governance-lost' : undefined;
  }
  return after && !before && after.items.some(({ fact }) => fact === 'accept') ? 'acceptance' : undefined;
}

/** Why a change of one line weakens oversight, where it does; `instead` is what its pathway says where the line is gone. */
export function weakenedByLine(line: LineDifference, after: Outline, instead?: Instead): Weakening | undefined {
  const { fact, part, was, is } = line;
  if (part === 'evidence') return evidenceLost(was?.evidence, is?.evidence);
  switch (fact) {
    case 'accept':
      return is && isWider(was?.value as Acceptance | undefined, is.value as Acceptance) ? 'acceptance' : undefined;
    case 'rule':
      return ruleLowered(line) ? 'rule-lowered' : undefined;
    case 'strictness':
      return strictness(was) > strictness(is) ? 'strictness-lowered' : undefined;
    case 'stale-after':
      return years(is) > years(was) ? 'strictness-lowered' : undefined;
    case 'evidence':
      return evidenceOfBlockLost(was, is);
    default:
      return factLost(line, after, instead);
  }
}

function factLost({ fact, was, is }: LineDifference, after: Outline, instead?: Instead): Weakening | undefined {
  if (fact === 'send' && was && is && agreementOf(was) !== undefined && agreementOf(is) === undefined)
    return 'agreement-lost';
  if (was?.state !== 'recorded' || !was.isFact || is?.state === 'recorded') return undefined;
  if (is === undefined && ofPeople.has(fact)) return undefined;
  if (is?.state !== 'unknown' && recordedLines(after, fact)) return undefined;
  if (instead?.same) return instead.rests.own && evidenceLost(instead.rests.own, instead.rests.same);
  if (instead?.items.some(({ state }) => state === 'recorded')) return undefined;
  if (fact === 'governance' || fact === 'reports-to') return 'governance-lost';
  if (fact === 'agreement') return 'agreement-lost';
  // What is confirmed as absent is known, and so is what cannot be read just now.
  return is === undefined || is.state === 'unknown' ? 'knowledge-lost' : undefined;
}

/** What happens to people, which is otherwise now and no less known: ways in and out, and what they are assessed by. */
const ofPeople: ReadonlySet<string> = new Set(['enters', 'leaves', 'assessment']);

const recordedLines = ({ items }: Outline, fact: string): boolean =>
  items.some((item) => item.fact === fact && item.state === 'recorded');

const agreementOf = ({ value, state }: Item): string | undefined =>
  state === 'recorded' ? (value as Send).under?.name : undefined;

const ranks = { low: 1, medium: 2, high: 3 } as const;

function evidenceLost(was: Item['evidence'], is: Item['evidence']): Weakening | undefined {
  if (was?.source && !is?.source) return 'evidence-lost';
  const [old, now] = [was?.confidence, is?.confidence];
  if (old && now) return ranks[now] < ranks[old] ? 'confidence-lowered' : undefined;
  return !old && now === 'low' ? 'confidence-lowered' : undefined;
}

function evidenceOfBlockLost(was: Item | undefined, is: Item | undefined): Weakening | undefined {
  if (!is) return 'evidence-lost';
  const confidence = (item: Item | undefined) =>
    (item?.value as { confidence?: keyof typeof ranks } | undefined)?.confidence;
  const [old, now] = [confidence(was), confidence(is)];
  return was && old && now && ranks[now] < ranks[old] ? 'confidence-lowered' : undefined;
}

/** Whether an acceptance excuses more than before: it is new, holds longer, or has lost its reason. */
function isWider(was: Acceptance | undefined, is: Acceptance): boolean {
  if (!was) return true;
  if (was.because !== undefined && is.because === undefined) return true;
  if (was.by !== undefined && is.by === undefined) return true;
  if (was.until === undefined) return false;
  return is.until === undefined || comparePeriods(is.until, was.until) > 0;
}

function ruleLowered(line: LineDifference): boolean {
  const change = ruleChange(line);
  return change !== undefined && graveness[change.to] < graveness[change.from];
}

const strictnesses: readonly Strictness[] = ['draft', 'review', 'assure'];
const strictness = (item: Item | undefined): number =>
  strictnesses.indexOf((item?.value as Strictness | undefined) ?? 'review');

/** After how many years something counts as old; where the project does not say, it never does. */
const years = (item: Item | undefined): number => Number(item?.value ?? Number.POSITIVE_INFINITY);
