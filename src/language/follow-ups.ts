import type { Declaration } from '../model/elements.ts';
import { covers, type Place } from '../model/place.ts';
import { type AnyElement, elementsIn } from '../model/walk.ts';
import type { Finding } from '../rules/finding.ts';
import { blockWords } from './braces.ts';
import { homesIn, misplacedWord } from './errors.ts';
import type { PathwayFile } from './file-store.ts';
import { registers } from './names.ts';

/**
 * What is found, without what only follows from a line in the wrong place: a pathway with an `outcome` inside of one of its
 * gaps does not lack one, a stage inside of another stage is no unknown name, and the line's error says where to put it.
 */
export function withoutFollowUps(
  parts: readonly (readonly Finding[])[],
  files: readonly PathwayFile[],
): readonly (readonly Finding[])[] {
  const misplaced = files.flatMap(misplacedIn);
  if (misplaced.length === 0) return parts;
  const facts = new Set(misplaced.flatMap(({ fact }) => fact ?? []));
  const names = new Map(misplaced.flatMap(({ name, scope }) => (name === undefined ? [] : [[name, scope] as const])));
  const isDeclared = ({ message, place }: Finding): boolean =>
    namesSought(message).some(
      (name) => names.has(name) && (names.get(name) ?? [place]).some((scope) => covers(scope, place)),
    );
  const isThere = ({ facts: lacking, place }: Finding): boolean =>
    lacking.length > 0 && lacking.every((fact) => facts.has(factOf(place, fact)));
  const follows = (finding: Finding): boolean =>
    finding.rule === 'unknown-name' ? isDeclared(finding) : lacksSomething.has(finding.rule) && isThere(finding);
  return parts.map((part) => part.filter((finding) => !follows(finding)));
}

/** The rules that say of a block that it has no line for a fact. */
const lacksSomething: ReadonlySet<string> = new Set([
  'gap-without-action',
  'handover-without-agreement',
  'incomplete-board',
  'missing-activity',
  'missing-commissioner',
  'missing-cost',
  'missing-criteria',
  'missing-governance',
  'missing-information',
  'missing-lead',
  'missing-level',
  'missing-outcome',
  'missing-provider',
  'missing-required-fact',
  'missing-setting',
  'missing-voice',
  'undated-action',
  'unowned-finding',
]);

interface Misplaced {
  /** The nearest block around that may have the line, with the line's keyword. */
  readonly fact: string | undefined;
  /** What the line declares, if it declares something. */
  readonly name: string | undefined;
  /** Where that name would be known; nothing where it would be everywhere. */
  readonly scope: readonly Place[] | undefined;
}

function misplacedIn({ problems, reading, text }: PathwayFile): readonly Misplaced[] {
  const wrong = problems.filter(({ message }) => misplacedWord(message) !== undefined);
  if (wrong.length === 0) return [];
  const lines = text.split('\n');
  const elements = new Map<Declaration, readonly AnyElement[]>();
  return wrong.flatMap(({ message, place }) => {
    const declaration = reading.model.declarations.find((one) => covers(one.place, place));
    if (!declaration) return [];
    if (!elements.has(declaration)) elements.set(declaration, elementsIn(declaration));
    const word = misplacedWord(message)!;
    const homes = homesIn(message);
    const home = elements.get(declaration)!.findLast((one) => homes.includes(homeOf(one)) && covers(one.place, place));
    const name = blockWords.has(word)
      ? /^\s+([^\s"{}]+)/.exec(lines[place.line]!.slice(place.endCharacter))?.[1]
      : undefined;
    return [
      {
        fact: home && factOf(home.namePlace, word),
        name: name && nameOf(word, name),
        scope: [...registers].some((kind) => kind === word) ? undefined : [declaration.place],
      },
    ];
  });
}

/** What a block is called where a message says that a line may stand in it. */
function homeOf({ kind }: AnyElement): string {
  if (kind === 'milestone') return 'action';
  return kind === 'challenge' || kind === 'strength' || kind === 'need' ? 'gap' : kind.replace('-', ' ');
}

/** The names of which a message says that one is not known, each with its kind. */
function namesSought(message: string): readonly string[] {
  const [, kinds, name] = /^([^']*) '([^']+)' is not known here/.exec(message) ?? [];
  return kinds === undefined
    ? []
    : kinds
        .toLowerCase()
        .split(/, | or /)
        .map((kind) => nameOf(kind, name!));
}

const nameOf = (kind: string, name: string): string => `${kind === 'milestone' ? 'action' : kind} ${name}`;

const factOf = ({ file, line, character }: Place, fact: string): string => `${file}:${line}:${character} ${fact}`;
