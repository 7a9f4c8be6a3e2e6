import type { Absent, FactLines, Ref } from '../model/facts.ts';
import { absentFacts } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { Period } from '../model/units/period.ts';
import { type AnyElement, elementsIn, ownDeclarations } from '../model/walk.ts';

/** A fact that is honestly unknown: whom to ask for it, by when, and why it is not known. */
export interface OpenQuestion {
  readonly element: string;
  readonly kind: AnyElement['kind'];
  /** The pathway that the element stands in, by name. */
  readonly pathway?: string;
  /** The fact by its keyword: `lawful-basis`. */
  readonly fact: string;
  readonly ask?: Ref;
  readonly by?: Period;
  readonly because?: string;
  /** The line that says `unknown`. */
  readonly place: Place;
}

/**
 * Every fact of the project that is `unknown`, in the order of the text. Scenarios are left out: they say what might
 * be, and what they do not change is asked at the pathway itself.
 */
export function openQuestions(project: Project): readonly OpenQuestion[] {
  return ownDeclarations(project).flatMap((declaration) => {
    if (declaration.kind === 'scenario') return [];
    const pathway = declaration.kind === 'pathway' ? { pathway: declaration.name } : {};
    return [...elementsIn(declaration)]
      .flatMap((element) => questionsOf(element).map((question) => ({ ...question, ...pathway })))
      .toSorted((a, b) => a.place.line - b.place.line || a.place.character - b.place.character);
  });
}

function questionsOf(element: AnyElement): readonly OpenQuestion[] {
  if (!('facts' in element)) return [];
  const facts: Readonly<Record<string, FactLines<unknown>>> = element.facts;
  return Object.entries(facts).flatMap(([key, lines]) =>
    absentFacts(lines)
      .filter((line) => line.state === 'unknown')
      .map((line) => toQuestion(element, keyword(key), line)),
  );
}

function toQuestion(element: AnyElement, fact: string, { ask, by, because, place }: Absent): OpenQuestion {
  return {
    element: element.name,
    kind: element.kind,
    fact,
    ...(ask === undefined ? {} : { ask }),
    ...(by === undefined ? {} : { by }),
    ...(because === undefined ? {} : { because }),
    place,
  };
}

/** The keyword of a fact from its name in the model: `lawfulBasis` is written `lawful-basis`. */
const keyword = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
