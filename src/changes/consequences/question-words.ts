import { groupBy } from '../../model/group.ts';
import { labelOf } from '../../model/project.ts';
import type { AnyElement } from '../../model/walk.ts';
import type { Version } from './sides.ts';
import { counted, linkInWords, listed, someOf } from './words.ts';

/** An element and one fact of it. */
export interface FactOf {
  readonly element: AnyElement;
  readonly fact: string;
  readonly version: Pick<Version, 'project'> & Partial<Version>;
}

/** What is unknown or known, as words inside of a sentence, and the verb that follows it. */
export interface Subject {
  readonly words: string;
  readonly are: 'is' | 'are';
}

/** `the cost of Hub`; of several elements that have one fact in common `the cost of 5 stages (Hub, Court and 3 more)`. */
export function subjectOf(all: readonly FactOf[]): Subject {
  const { fact } = all[0]!;
  const names = all.map(elementInWords);
  const whose = all.length === 1 ? names[0]! : `${countsOf(all)} (${someOf(names)})`;
  const [words, are] = (clauses[fact] ?? noun(fact))(whose, all.length > 1);
  return { words, are };
}

/** `its cost and provider`; of several elements `5 facts, such as cost (3) and provider (2)`. */
export function someFactsOf(all: readonly FactOf[]): Subject {
  const facts = groupBy(all, ({ fact }) => fact);
  const one = new Set(all.map(({ element }) => element)).size === 1;
  if (one) {
    const words = [...facts.keys()].map(plainFact);
    return {
      words: `its ${listed(words)}`,
      are: words.length === 1 && !plural.has([...facts.keys()][0]!) ? 'is' : 'are',
    };
  }
  const counts = [...facts].toSorted(([, a], [, b]) => b.length - a.length);
  const said = counts.map(([fact, those]) =>
    those.length === 1 ? plainFact(fact) : `${plainFact(fact)} (${those.length})`,
  );
  return { words: `${counted(all.length, 'fact')} in it (${someOf(said)})`, are: 'are' };
}

/** What the element is called: a transition by its ends, what has only a text by its kind and name. */
export function elementInWords({ element, version }: Omit<FactOf, 'fact'>): string {
  const { project, pathway } = version;
  if ((element.kind === 'transition' || element.kind === 'flow') && pathway) {
    return linkInWords({ project, pathway }, element);
  }
  return element.label === undefined && 'text' in element ? `the ${element.kind} '${element.name}'` : labelOf(element);
}

type Clause = (whose: string, many: boolean) => readonly [string, 'is' | 'are'];

const plural: ReadonlySet<string> = new Set(['ages', 'criteria']);

const noun =
  (fact: string): Clause =>
  (whose) => [`the ${plainFact(fact)} of ${whose}`, plural.has(fact) ? 'are' : 'is'];

/** What does not read well as `the … of …`. */
const clauses: Readonly<Record<string, Clause>> = {
  send: (whose, many) => [`what ${whose} ${many ? 'send' : 'sends'}`, 'is'],
  due: (whose, many) => [`when ${whose} ${many ? 'are' : 'is'} due`, 'is'],
  valid: (whose, many) => [`how long ${whose} ${many ? 'hold' : 'holds'}`, 'is'],
  published: (whose, many) => [`when ${whose} ${many ? 'were' : 'was'} published`, 'is'],
  wait: (whose) => [`the waiting time of ${whose}`, 'is'],
  access: (whose) => [`the way in by ${whose}`, 'is'],
  dpia: (whose) => [`the data protection impact assessment of ${whose}`, 'is'],
};

const plainFacts: Readonly<Record<string, string>> = {
  send: 'information sent',
  due: 'date due',
  valid: 'validity',
  published: 'date of publication',
  wait: 'waiting time',
  access: 'way in',
  dpia: 'data protection impact assessment',
};

function plainFact(fact: string): string {
  return plainFacts[fact] ?? fact.replaceAll('-', ' ');
}

function countsOf(all: readonly FactOf[]): string {
  const kinds = groupBy(all, ({ element }) => element.kind);
  return listed([...kinds].map(([kind, those]) => counted(those.length, kind.replaceAll('-', ' '))));
}
