import type { Pathway, Stage } from '../../model/elements.ts';
import { stateOf } from '../../model/facts.ts';
import { labelOf } from '../../model/project.ts';
import { askedFor, costsOf, haveOf } from '../../model/totals.ts';
import { type Currency, formatAlike, type Money } from '../../model/units/money.ts';
import { samePeriod } from '../../model/units/period.ts';
import {
  currentStages,
  differencesOf,
  during,
  type Figure,
  type Holder,
  holderOf,
  type Move,
  type Part,
  partsOf,
  placesOf,
  type Shift,
} from './figures.ts';
import { type Draft, isBoth, type Pair, pairsOf, type Sides, type Version } from './sides.ts';
import { listed, someOf } from './words.ts';

/** How much the cost of a pathway differs, for each currency and period. What is not recorded is not £0. */
export function costConsequences({ pathways, naming }: Sides): readonly Draft[] {
  return pathways.flatMap((pathway) => {
    const { before: old, after: now } = pathway;
    const stages = pairsOf<Stage>(
      currentStages(old),
      currentStages(now),
      ({ name }) => naming.inside(old?.pathway.name ?? '', name),
      ({ name }) => name,
    );
    const label = labelOf((now ?? old)!.pathway);
    const count = (side: Version | undefined): number => askedFor(currentStages(side), 'cost').length;
    const coverage = { was: count(old), is: count(now) };
    return [
      ...draftsOf(pathway, `The cost of ${label}`, stages.map(toHolders), coverage),
      ...(isBoth(pathway) ? draftsOf(pathway, `The cost that ${label} gives for the whole`, [ofWhole(pathway)]) : []),
    ];
  });
}

const ofWhole = ({ key, before, after }: Pair<Version>): Pair<Holder> =>
  toHolders({ key, ...(before && { before: before.pathway }), ...(after && { after: after.pathway }) });

function toHolders({ key, before, after }: Pair<Stage | Pathway>): Pair<Holder> {
  return {
    key,
    ...(before === undefined ? {} : { before: toHolder(before) }),
    ...(after === undefined ? {} : { after: toHolder(after) }),
  };
}

function toHolder(element: Stage | Pathway): Holder {
  const { cost } = element.facts;
  const figures = costsOf(element).map(({ amount, period }): Figure => {
    const line = cost.find(
      (one) =>
        one.state === 'recorded' &&
        one.value.amount.currency === amount.currency &&
        samePeriod(one.value.period, period),
    );
    const place = line?.place ?? element.namePlace;
    return { measure: amount.currency, amount: amount.pence, place, ...(period === undefined ? {} : { period }) };
  });
  return holderOf(element, figures, stateOf(cost) === 'none', cost[0]?.place ?? element.namePlace);
}

/** How many stages of today may have a cost on either side. */
interface Coverage {
  readonly was: number;
  readonly is: number;
}

function draftsOf(
  pathway: Pair<Version>,
  whose: string,
  holders: readonly Pair<Holder>[],
  coverage?: Coverage,
): readonly Draft[] {
  const { shifts, moves } = differencesOf(holders);
  const years = new Set(shifts.map(({ period }) => period?.text));
  return [
    ...shifts.flatMap((shift) => ofShift(pathway, whose, shift, coverage, years.size > 1)),
    ...moves.map((move) => ofMove(pathway, whose, move)),
  ];
}

function ofShift(
  pathway: Pair<Version>,
  whose: string,
  shift: Shift,
  coverage: Coverage | undefined,
  isOfSeveral: boolean,
): readonly Draft[] {
  const year = isOfSeveral && shift.period ? ` in ${shift.period.text}` : '';
  const clauses = isBoth(pathway) ? clausesOf(shift) : [];
  const { recorded, unrecorded } = shift;
  // That more is known is good; that more is spent as well is for the reader to judge.
  const onlyKnown = recorded.length === partsOf(shift).length;
  // What goes up at one stage as much as it goes down at another makes no difference here.
  if (isBoth(pathway) && clauses.length === 0) return [];
  return [
    {
      kind: 'cost',
      tone: unrecorded.length > 0 ? 'worse' : onlyKnown ? 'better' : 'open',
      sentence: `${whose}${during(shift.period)}${isBoth(pathway) ? tellOf(shift, clauses) : comingOf(pathway, shift)}${coverageOf(shift, coverage)}.`,
      brief: isBoth(pathway) ? `${listed(clauses.map(({ brief }) => brief))}${year}` : briefComing(pathway, shift),
      ...placesOf(pathway, partsOf(shift)),
    },
  ];
}

/** What there is to say of the parts of a shift: in the sentence, and in a headline. */
interface Clause {
  readonly words: string;
  readonly brief: string;
}

/**
 * First what really differs, then what is only known now, or known no longer; the other way round where the whole goes
 * the other way, so that nobody reads "down" first of what is up.
 */
function clausesOf(shift: Shift): readonly Clause[] {
  const { changed, recorded, unrecorded, came, went } = shift;
  const money = moneyIn(shift);
  const say = (parts: readonly Part[]): string => money(Math.abs(sum(parts)));
  const up = sum(changed);
  const against = up * sum(partsOf(shift)) < 0;
  const much = `${upOrDown(up)} ${say(changed)}`;
  const changes =
    up === 0
      ? []
      : [{ words: against ? `otherwise it is ${much}` : much, brief: `cost ${against ? 'otherwise ' : ''}${much}` }];
  const tell = (parts: readonly Part[], words: (which: string) => string, brief: string): readonly Clause[] => {
    if (parts.length === 0) return [];
    const stages = parts.filter(({ holder }) => holder.element.kind === 'stage');
    const which = someOf(stages.map(({ holder }) => holder.label));
    return [{ words: `${say(parts)} ${words(which)}`, brief: `${say(parts)} of cost ${brief}` }];
  };
  const [areNew, areGone] = [came, went].map((parts) => (parts.length === 1 ? 'which is' : 'which are'));
  const others = [
    ...tell(came, (which) => `comes with ${which}, ${areNew} new`, 'comes with what is new'),
    ...tell(went, (which) => `goes with ${which}, ${areGone} gone`, 'goes with what is gone'),
    ...tell(recorded, (which) => `is recorded now${which && `, for ${which}`}`, 'recorded now'),
    ...tell(unrecorded, (which) => `is no longer recorded${which && `, for ${which}`}`, 'no longer recorded'),
  ];
  return against ? [...others, ...changes] : [...changes, ...others];
}

/** ` is up £40,000 to £540,000`; `: up £40,000, and £60,000 is no longer recorded, for Hub`. */
function tellOf(shift: Shift, clauses: readonly Clause[]): string {
  const { changed, was, is } = shift;
  const money = moneyIn(shift);
  // The first figure where it was confirmed that there was none, and the last one where that is confirmed now.
  if (clauses.length === 1 && was.stages === 0 && changed.length > 0)
    return ` is ${money(is.amount)}, where nothing was recorded`;
  if (clauses.length === 1 && is.stages === 0 && changed.length > 0)
    return ` was ${money(was.amount)}, and it is confirmed that there is none now`;
  if (clauses.length === 1 && sum(changed) !== 0) return ` is ${clauses[0]!.words} to ${money(is.amount)}`;
  const said = clauses.map(({ words }) => words).join('; ');
  // Where nothing is recorded there is no sum, and least of all £0.
  if (clauses.length === 1 || was.stages === 0 || is.stages === 0) return `: ${said}`;
  return ` comes to ${money(is.amount)}, was ${money(was.amount)}: ${said}`;
}

/** Of a pathway that has come or gone. */
function comingOf({ after }: Pair<Version>, shift: Shift): string {
  const { was, is } = shift;
  if (after) return ` is ${moneyIn(shift)(is.amount)}, which comes with this new pathway`;
  return `, ${moneyIn(shift)(was.amount)}, is told of no longer: the pathway is gone`;
}

function briefComing({ after }: Pair<Version>, shift: Shift): string {
  const { was, is } = shift;
  if (after) return `${moneyIn(shift)(is.amount)} of cost comes with a new pathway`;
  return `${moneyIn(shift)(was.amount)} of cost goes with a pathway`;
}

/** ` (5 of 7 stages have a cost, was 4 of 7)`. */
function coverageOf({ was, is }: Shift, coverage: Coverage | undefined): string {
  if (coverage === undefined || is.stages === 0) return '';
  const say = (stages: number, of: number): string => `${stages} of ${of}`;
  const now = say(is.stages, coverage.is);
  const before = say(was.stages, coverage.was);
  const have = haveOf(is.stages, coverage.is, 'stage', ['has a cost', 'have a cost']);
  return ` (${now} ${have}${now === before || was.stages === 0 ? '' : `, was ${before}`})`;
}

function ofMove(pathway: Pair<Version>, whose: string, { measure, from, to, parts }: Move): Draft {
  const total = (side: 'from' | 'to'): number => parts.reduce((whole, part) => whole + (part[side] ?? 0), 0);
  const write = alike(measure, [total('from'), total('to')]);
  const amount = (side: 'from' | 'to'): string => write(total(side));
  const [was, is] = [from?.text ?? 'no year', to?.text ?? 'no year'];
  const stages = parts.filter(({ holder }) => holder.element.kind === 'stage').map(({ holder }) => holder.label);
  const at = stages.length === 0 ? '' : `, for ${someOf(stages)}`;
  return {
    kind: 'cost',
    tone: 'open',
    sentence: `${whose} is given for ${is} in place of ${was}${at}: ${amount('to')}, ${amount('from') === amount('to') ? 'as before' : `was ${amount('from')}`}.`,
    brief: `cost for ${is} in place of ${was}${stages.length === 1 ? ` at ${stages[0]}` : ''}`,
    ...placesOf(pathway, parts),
  };
}

/** How much more there is now. */
const sum = (parts: readonly Part[]): number => parts.reduce((total, { from = 0, to = 0 }) => total + to - from, 0);

const upOrDown = (difference: number): string => (difference > 0 ? 'up' : 'down');

/** How the amounts of a shift are written: all of them in one way. */
const moneyIn = ({ measure, was, is }: Shift): ((pence: number) => string) =>
  alike(measure, [was.amount, is.amount, is.amount - was.amount]);

function alike(currency: string, amounts: readonly number[]): (pence: number) => string {
  const toMoney = (pence: number): Money => ({ pence, currency: currency as Currency });
  const write = formatAlike(amounts.map(toMoney));
  return (pence) => write(toMoney(pence));
}
