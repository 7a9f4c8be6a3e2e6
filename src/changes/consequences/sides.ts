import type { Flow, Pathway, Transition } from '../../model/elements.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import type { Consequence } from '../change.ts';
import type { Side } from '../compare.ts';
import type { Naming } from './naming.ts';

/** A pathway, and the project that its names are looked up in. */
export interface Version {
  readonly project: Project;
  readonly pathway: Pathway;
}

/** What is the same thing on both sides, under one name or two; on one side it may be absent. */
export interface Pair<T> {
  /** What it is called on the side after, or would be. */
  readonly key: string;
  readonly before?: T;
  readonly after?: T;
}

/** What is there on both sides. */
export interface Both<T> extends Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** The two sides of a comparison, with their pathways put beside each other. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly naming: Naming;
  readonly pathways: readonly Pair<Version>[];
  /** Whether what stands outside of the pathways is compared too. */
  readonly whole: boolean;
  /** Whether the findings of both sides are known. */
  readonly checked: boolean;
}

/** A consequence that has not been given its id yet. */
export type Draft = Omit<Consequence, 'id'>;

/** Puts beside each other what has the same key: in the order of the side after, then what is gone. */
export function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  keyBefore: (one: T) => string,
  keyAfter: (one: T) => string,
): readonly Pair<T>[] {
  const old = firsts(before, keyBefore);
  const now = firsts(after, keyAfter);
  const kept = [...now].map(([key, one]): Pair<T> => {
    const was = old.get(key);
    return { key, after: one, ...(was === undefined ? {} : { before: was }) };
  });
  const gone = [...old].filter(([key]) => !now.has(key)).map(([key, one]): Pair<T> => ({ key, before: one }));
  return [...kept, ...gone];
}

/** By their keys; of several with one key, each by its number too. */
function firsts<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    let free = key;
    for (let number = 2; found.has(free); number += 1) free = `${key}~${number}`;
    found.set(free, one);
  }
  return found;
}

export function isBoth<T>(pair: Pair<T>): pair is Both<T> {
  return pair.before !== undefined && pair.after !== undefined;
}

/** The stages of a pathway on both sides, its own and those that it uses. */
export function stagePairs({ naming }: Sides, { before, after }: Pair<Version>): readonly Pair<PathwayStage>[] {
  const stages = (version: Version | undefined) => (version ? indexOf(version.project, version.pathway).stages : []);
  const old = before?.pathway.name ?? '';
  return pairsOf(
    stages(before),
    stages(after),
    ({ name }) => naming.inside(old, name),
    ({ name }) => name,
  );
}

/** The transitions and flows of a pathway on both sides. */
export function linkPairs({ naming }: Sides, { before, after }: Pair<Version>): readonly Pair<Transition | Flow>[] {
  const old = before?.pathway.name ?? '';
  return pairsOf<Transition | Flow>(
    linksOf(before),
    linksOf(after),
    (link) => `${link.kind} ${naming.link(old, link)}`,
    (link) => `${link.kind} ${link.name}`,
  );
}

function linksOf(version: Version | undefined): readonly (Transition | Flow)[] {
  return version ? [...version.pathway.transitions, ...version.pathway.flows] : [];
}
