import { firstBy } from '../../model/group.ts';
import type { Change, Consequence, ElementSide } from '../change.ts';
import { counted } from '../consequences/words.ts';
import { isDone, nounOf } from '../sentences.ts';
import type { Entry } from './entries.ts';
import { WEAKENS } from './headings.ts';

/** How oversight is weaker, for a headline, and the consequences that are named in it. */
export interface Weaker {
  readonly parts: readonly string[];
  readonly named: ReadonlySet<Consequence>;
}

/** How many places a headline names. */
const FEW = 2;

/** `oversight is weaker in 4 places, among them: Justice Board removed, provider of Hub unknown now`. */
export function weakerIn(entries: readonly Entry[]): Weaker {
  const weaker = entries.filter(({ heading }) => heading === WEAKENS).toSorted((a, b) => a.rank - b.rank);
  if (weaker.length === 0) return { parts: [], named: new Set() };
  const told = weaker.flatMap(({ rank, ...entry }) => {
    const brief = briefOf(entry);
    return brief === undefined ? [] : [{ ...brief, sort: Math.round(rank) }];
  });
  // One of each sort comes first: what follows from what is gone would fill the headline.
  const firsts = firstBy(told, ({ sort }) => String(sort));
  const briefs = [...firsts, ...told.filter((one) => !firsts.includes(one))].slice(0, FEW);
  const which = briefs.length === 0 ? whereIn(weaker) : briefs.map(({ words }) => words).join(', ');
  const left = briefs.length > 0 && weaker.length > briefs.length;
  const count = `oversight is weaker in ${counted(weaker.length, 'place')}${left ? ', among them' : ''}`;
  return {
    parts: [which === '' ? count : `${count}: ${which}`],
    named: new Set(briefs.flatMap(({ of }) => of ?? [])),
  };
}

/** The places by what they are called, where they are few. */
function whereIn(weaker: readonly Entry[]): string {
  const elements = weaker.map(({ change }) => change && (change.after ?? change.before));
  const names = new Set(elements.map((element) => element && calledOf(element)));
  return names.size > FEW || names.has(undefined) ? '' : [...names].join(', ');
}

interface Brief {
  readonly words: string;
  readonly of?: Consequence;
}

/** All of it in a few words; nothing where the headline says it elsewhere, or it takes more words. */
function briefOf({ change, consequence, others }: Omit<Entry, 'rank'>): Brief | undefined {
  const losses = [consequence, ...others].filter((one): one is Consequence => one !== undefined && 'kind' in one);
  const loss = losses.find(({ kind, brief }) => named.has(kind) && brief !== undefined);
  if (loss?.brief !== undefined) return { words: loss.brief, of: loss };
  const words = change?.weakens && briefOfChange(change);
  return words ? { words } : undefined;
}

const named: ReadonlySet<Consequence['kind']> = new Set<Consequence['kind']>([
  'governance-lost',
  'agreement-lost',
  'information-lost',
]);

function briefOfChange(change: Change): string | undefined {
  if (!('fact' in change)) return change.change === 'removed' ? `${calledOf(change.before!)} removed` : undefined;
  const { weakens, fact, was, is, after } = change;
  const who = calledOf(after!);
  switch (weakens) {
    case 'governance-lost':
      return fact === 'governance' && is === undefined ? `${who} no longer overseen by ${was!.words}` : undefined;
    case 'rule-lowered':
      return `rule ${/^'[^']*'/.exec((is ?? was)!.words)?.[0] ?? ''} ${/' to off\b/.test(is?.words ?? '') ? 'turned off' : 'counts less'}`;
    case 'strictness-lowered':
      return fact === 'strictness' ? 'checked less strictly' : undefined;
    case 'knowledge-lost':
      // What is no longer known of money and people stands among the figures.
      if (fact === 'cost' || fact === 'activity' || isDone(fact)) return undefined;
      return `${nounOf(fact)} of ${who} ${is ? 'unknown now' : 'no longer recorded'}`;
    case 'evidence-lost':
    case 'confidence-lowered': {
      if (fact === 'evidence' || isDone(fact)) return undefined;
      const what = `the ${nounOf(fact)} of ${who}`;
      return weakens === 'evidence-lost' ? `source for ${what} no longer given` : `confidence in ${what} lower`;
    }
    default:
      return undefined;
  }
}

const calledOf = ({ label, name }: ElementSide): string => label ?? name;
