import type { Place } from '../model/place.ts';
import { elementsIn } from '../model/walk.ts';
import type { Finding } from '../rules/finding.ts';
import { blockWords } from './braces.ts';
import { misplacedWord } from './errors.ts';
import type { PathwayFile } from './file-store.ts';

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
  const names = new Set(misplaced.flatMap(({ name }) => name ?? []));
  const lines = new Set(misplaced.flatMap(({ around }) => around));
  const follows = ({ rule, message, place, facts }: Finding): boolean =>
    rule === 'unknown-name'
      ? names.has(/^[^']*'([^']+)' is not known here/.exec(message)?.[1] ?? '')
      : facts.length > 0 && facts.every((fact) => lines.has(keyOf(place, fact)));
  return parts.map((part) => part.filter((finding) => !follows(finding)));
}

interface Misplaced {
  /** What the line declares, if it declares something. */
  readonly name: string | undefined;
  /** Each block that has the line somewhere inside, with the line's keyword. */
  readonly around: readonly string[];
}

function misplacedIn({ problems, reading, text }: PathwayFile): readonly Misplaced[] {
  return problems.flatMap(({ message, place }) => {
    const word = misplacedWord(message);
    if (word === undefined) return [];
    const behind = text.split('\n')[place.line]?.slice(place.endCharacter) ?? '';
    const around = reading.model.declarations
      .flatMap((declaration) => [...elementsIn(declaration)])
      .filter((element) => element.place.line <= place.line && place.line <= element.place.endLine)
      .map(({ namePlace }) => keyOf(namePlace, word));
    return [{ name: blockWords.has(word) ? /^\s+([^\s"{}]+)/.exec(behind)?.[1] : undefined, around }];
  });
}

const keyOf = ({ file, line, character }: Place, fact: string): string => `${file}:${line}:${character} ${fact}`;
