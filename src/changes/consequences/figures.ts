import type { Pathway, Stage } from '../../model/elements.ts';
import { groupBy } from '../../model/group.ts';
import type { Place } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import { comparePeriods, type Period } from '../../model/units/period.ts';
import type { Draft, Pair, Version } from './sides.ts';

/** One figure that a stage gives: how much of what, and when. */
export interface Figure {
  /** What is counted, so that only the like is compared: a currency, a unit. */
  readonly measure: string;
  readonly period?: Period;
  readonly amount: number;
  readonly place: Place;
}

/** A stage of today, or the pathway itself, with its figures on one side. */
export interface Holder {
  readonly element: Stage | Pathway;
  readonly label: string;
  readonly figures: readonly Figure[];
  /** Whether it says that there is none, which is a figure too: 0. */
  readonly none: boolean;
  /** Where its figures stand, or would. */
  readonly place: Place;
}

/** How the figure of one stage differs. Where there is only one side, the other is not recorded. */
export interface Part {
  readonly holder: Holder;
  readonly from?: number;
  readonly to?: number;
  readonly before: Place;
  readonly after: Place;
}

/** Everything that differs in the figures of one measure and one period. Missing is never 0. */
export interface Shift {
  readonly measure: string;
  readonly period?: Period;
  readonly was: Sum;
  readonly is: Sum;
  /** Known on both sides, and another one now. */
  readonly changed: readonly Part[];
  /** Known now of what was there before, and the other way round. */
  readonly recorded: readonly Part[];
  readonly unrecorded: readonly Part[];
  /** Of what has come, and of what has gone. */
  readonly came: readonly Part[];
  readonly went: readonly Part[];
}

/** What the figures of one side come to, and how many stages give one. */
export interface Sum {
  readonly amount: number;
  readonly stages: number;
}

/** Stages that give a figure for another period now than before, in place of it. */
export interface Move {
  readonly measure: string;
  readonly from?: Period;
  readonly to?: Period;
  readonly parts: readonly Part[];
}

export interface Differences {
  /** The latest period first. */
  readonly shifts: readonly Shift[];
  readonly moves: readonly Move[];
}

/** The stages of today that a pathway describes itself; shared ones are counted where they are described. */
export function currentStages(version: Version | undefined): readonly Stage[] {
  return (version?.pathway.stages ?? []).filter(isCurrent);
}

/** How the figures differ from one side to the other; the pairs are in the order of the text. */
export function differencesOf(pairs: readonly Pair<Holder>[]): Differences {
  const moved = pairs.flatMap(moveOf);
  const inMove = new Set(moved.flatMap(({ was, is }) => [was, is]));
  const old = pairs.flatMap(({ before }) => before?.figures ?? []);
  const now = pairs.flatMap(({ after }) => after?.figures ?? []);
  const keys = new Map([...old, ...now].map((figure) => [keyOf(figure), figure] as const));
  const shifts = [...keys].map(([key, { measure, period }]): Shift => {
    const parts = pairs.flatMap((pair) => partOf(pair, key, inMove));
    const those = (kind: Kind): readonly Part[] => parts.filter((one) => one.kind === kind).map(({ part }) => part);
    return {
      measure,
      ...(period === undefined ? {} : { period }),
      was: sumOf(old, key),
      is: sumOf(now, key),
      changed: those('changed'),
      recorded: those('recorded'),
      unrecorded: those('unrecorded'),
      came: those('came'),
      went: those('went'),
    };
  });
  const groups = groupBy(moved, ({ was, is }) => `${keyOf(was)} ${keyOf(is)}`);
  return {
    shifts: shifts.filter((shift) => partsOf(shift).length > 0).toSorted(latestFirst),
    moves: [...groups.values()].map((group) => {
      const { was, is } = group[0]!;
      const periods = { ...(was.period && { from: was.period }), ...(is.period && { to: is.period }) };
      return { measure: was.measure, ...periods, parts: group.map(({ part }) => part) };
    }),
  };
}

/** All parts of a shift, whatever they are. */
export function partsOf({ changed, recorded, unrecorded, came, went }: Shift): readonly Part[] {
  return [...changed, ...recorded, ...unrecorded, ...came, ...went];
}

/** A stage as it gives its figures; without a label of its own it goes by its name. */
export function holderOf(element: Stage | Pathway, figures: readonly Figure[], none: boolean, place: Place): Holder {
  return { element, label: labelOf(element), figures, none, place };
}

/** Which pathway it is about, and where the first of the figures stood and stands. */
export function placesOf(
  { before, after }: Pair<Version>,
  parts: readonly Part[],
): Pick<Draft, 'pathway' | 'about' | 'before' | 'after'> {
  const [first, ...others] = parts;
  const { element } = first!.holder;
  return {
    pathway: (after ?? before)!.pathway.name,
    ...(others.length === 0 ? { about: { kind: element.kind, name: element.name } } : {}),
    ...(before && { before: first!.before }),
    ...(after && { after: first!.after }),
  };
}

/** ` for 2014/15`. */
export const during = (period: Period | undefined): string => (period === undefined ? '' : ` for ${period.text}`);

interface Moved {
  readonly was: Figure;
  readonly is: Figure;
  readonly part: Part;
}

/** The one period that a stage gives up, and the one that it takes up in its place. */
function moveOf({ before, after }: Pair<Holder>): readonly Moved[] {
  if (before === undefined || after === undefined) return [];
  const lost = before.figures.filter((figure) => !after.figures.some((other) => keyOf(other) === keyOf(figure)));
  const gained = after.figures.filter((figure) => !before.figures.some((other) => keyOf(other) === keyOf(figure)));
  const [was, is] = [lost[0], gained[0]];
  if (lost.length !== 1 || gained.length !== 1 || was === undefined || is === undefined) return [];
  if (was.measure !== is.measure) return [];
  const part = { holder: after, from: was.amount, to: is.amount, before: was.place, after: is.place };
  return [{ was, is, part }];
}

type Kind = 'changed' | 'recorded' | 'unrecorded' | 'came' | 'went';

function partOf(
  { before, after }: Pair<Holder>,
  key: string,
  inMove: ReadonlySet<Figure>,
): readonly { readonly kind: Kind; readonly part: Part }[] {
  const was = before?.figures.find((figure) => keyOf(figure) === key);
  const is = after?.figures.find((figure) => keyOf(figure) === key);
  const holder = after ?? before;
  if (holder === undefined || (was && inMove.has(was)) || (is && inMove.has(is))) return [];
  const places = {
    before: was?.place ?? before?.place ?? holder.place,
    after: is?.place ?? after?.place ?? holder.place,
  };
  const part = (from?: number, to?: number): Part => ({
    holder,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...places,
  });
  if (was && is) return was.amount === is.amount ? [] : [{ kind: 'changed', part: part(was.amount, is.amount) }];
  if (is) {
    if (before === undefined) return [{ kind: 'came', part: part(undefined, is.amount) }];
    if (before.none) return [{ kind: 'changed', part: part(0, is.amount) }];
    return [{ kind: 'recorded', part: part(undefined, is.amount) }];
  }
  if (was) {
    if (after === undefined) return [{ kind: 'went', part: part(was.amount) }];
    if (after.none) return [{ kind: 'changed', part: part(was.amount, 0) }];
    return [{ kind: 'unrecorded', part: part(was.amount) }];
  }
  return [];
}

function sumOf(figures: readonly Figure[], key: string): Sum {
  const those = figures.filter((figure) => keyOf(figure) === key);
  return { amount: those.reduce((sum, { amount }) => sum + amount, 0), stages: those.length };
}

const keyOf = ({ measure, period }: Figure): string => `${measure} ${period?.text ?? ''}`;

function latestFirst(a: Shift, b: Shift): number {
  if (a.period && b.period) return comparePeriods(b.period, a.period);
  return a.period ? -1 : b.period ? 1 : 0;
}
