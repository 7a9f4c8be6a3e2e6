import type { Ref } from '../model/facts.ts';
import { type Saying, wordsOf } from '../model/wording.ts';
import { contentOf, isRef } from './content.ts';

/** What has become of a value of several parts, where it is about the same as before. */
export interface PartsChanged {
  /** What it is about: `Screening to Riverside Council`. */
  readonly subject: string;
  /** The parts that are otherwise now: `no longer under Sharing agreement`. */
  readonly said: string;
}

/** A value of one side, how its names read there, and what they are called on the side after. */
export interface Spoken {
  readonly value: unknown;
  readonly say: Saying;
  readonly called: (ref: Ref) => string;
}

type Value = Readonly<Record<string, unknown>>;
type Words = (say: Saying, part: unknown) => string;

interface Fact {
  readonly subject: readonly string[];
  readonly parts: Readonly<Record<string, Words>>;
}

const after =
  (word: string): Words =>
  (say, part) =>
    `${word} ${isRef(part) ? say.name(part) : textOf(say, part)}`;

const quoted: Words = (say, part) => `'${textOf(say, part)}'`;
const itself: Words = (say, part) => textOf(say, part);

/** A period goes by its text. */
function textOf(say: Saying, part: unknown): string {
  const text = (part as { readonly text?: string }).text;
  return say.text(text ?? String(part));
}

/** The facts whose lines say several things, and how each of those reads by itself. */
const facts: Readonly<Record<string, Fact>> = {
  send: {
    subject: ['information', 'to'],
    parts: {
      from: after('from'),
      using: after('using'),
      into: after('into'),
      under: after('under'),
      when: quoted,
    },
  },
  cost: {
    subject: ['amount'],
    parts: {
      nature: itself,
      period: after('for'),
      fundedBy: (say, part) => `funded by ${(part as readonly Ref[]).map((ref) => say.name(ref)).join(', ')}`,
    },
  },
  commissioner: {
    subject: ['organisation'],
    parts: {
      role: itself,
      scope: itself,
      basis: after('under'),
      share: (_, part) => `for a share of ${String(part)}%`,
      function: (say, part) => `for '${textOf(say, part)}'`,
      excluding: (say, part) => `excluding '${textOf(say, part)}'`,
      onBehalfOf: after('on behalf of'),
    },
  },
};

/** What differs between two values of a fact that are about the same; nothing where they are about two things. */
export function partsChanged(fact: string, was: Spoken, is: Spoken): PartsChanged | undefined {
  const known = facts[fact];
  if (known === undefined) return undefined;
  const [old, now] = [was.value as Value, is.value as Value];
  if (known.subject.some((key) => contentIn(was, key) !== contentIn(is, key))) return undefined;
  const differing = Object.entries(known.parts).filter(([key]) => contentIn(was, key) !== contentIn(is, key));
  if (differing.length === 0) return undefined;
  const told = differing.map(([key, words]) =>
    inWords(
      isThere(old[key]) ? words(was.say, old[key]) : undefined,
      isThere(now[key]) ? words(is.say, now[key]) : undefined,
    ),
  );
  const subject = Object.fromEntries(known.subject.flatMap((key) => (isThere(now[key]) ? [[key, now[key]]] : [])));
  return { subject: wordsOf(is.say, fact, { fundedBy: [], ...subject }), said: told.join(', and ') };
}

const inWords = (was: string | undefined, is: string | undefined): string =>
  [is === undefined ? [] : [`now ${is}`], was === undefined ? [] : [`no longer ${was}`]].flat().join(', ');

const contentIn = ({ value, called }: Spoken, key: string): string => {
  const part = (value as Value)[key];
  return isThere(part) ? contentOf(part, called) : '';
};

const isThere = (part: unknown): boolean => part !== undefined && !(Array.isArray(part) && part.length === 0);
