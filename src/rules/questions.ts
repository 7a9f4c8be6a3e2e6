import type { Declaration } from '../model/elements.ts';
import type { Absent, FactLines, Ref } from '../model/facts.ts';
import { absentFacts } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { Period } from '../model/units/period.ts';
import { type AnyElement, elementsIn, ownDeclarations } from '../model/walk.ts';
import { keywordOf } from '../model/wording.ts';
import type { Finding } from './finding.ts';

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
  return ownDeclarations(project).flatMap(questionsIn);
}

/** What an open question is called that no rule asks: many facts can be unknown that no rule demands. */
export const OPEN_QUESTION = 'open-question';

/**
 * The open questions that none of the findings asks: each fact that is `unknown` is one, whether a rule wants it or
 * not, so that nothing unknown can hide from the count.
 */
export function unaskedQuestions(project: Project, findings: Iterable<Finding>): readonly Finding[] {
  const asked = new Set<string>();
  for (const { severity, place } of findings) {
    if (severity === 'question' || severity === 'accepted') asked.add(positionOf(place));
  }
  return openQuestions(project)
    .filter(({ place }) => !asked.has(positionOf(place)))
    .map(toFinding);
}

const positionOf = ({ file, line, character }: Place): string => `${file} ${line} ${character}`;

function toFinding({ element, kind, pathway, fact, ask, by, place }: OpenQuestion): Finding {
  const until = by === undefined ? '' : ` by ${by.text}`;
  const next =
    ask === undefined
      ? `find out${until}, or add 'ask' with the organisation that could answer`
      : `ask '${ask.name}'${until}`;
  return {
    rule: OPEN_QUESTION,
    severity: 'question',
    message: `'${fact}' of ${kind.replaceAll('-', ' ')} '${element}' is unknown: ${next}.`,
    place,
    ...(pathway === undefined ? {} : { pathway }),
    element,
    facts: [fact],
  };
}

const byDeclaration = new WeakMap<Declaration, readonly OpenQuestion[]>();

/** The open questions of one declaration. Kept by it, because after an edit most are the same objects as before. */
export function questionsIn(declaration: Declaration): readonly OpenQuestion[] {
  const known = byDeclaration.get(declaration);
  if (known !== undefined) return known;
  const pathway = declaration.kind === 'pathway' ? { pathway: declaration.name } : {};
  const elements = declaration.kind === 'scenario' ? [] : elementsIn(declaration);
  const questions = elements
    .flatMap((element) => questionsOf(element).map((question) => ({ ...question, ...pathway })))
    .toSorted((a, b) => a.place.line - b.place.line || a.place.character - b.place.character);
  byDeclaration.set(declaration, questions);
  return questions;
}

function questionsOf(element: AnyElement): readonly OpenQuestion[] {
  if (!('facts' in element)) return [];
  const facts: Readonly<Record<string, FactLines<unknown>>> = element.facts;
  return Object.entries(facts).flatMap(([key, lines]) =>
    absentFacts(lines)
      .filter((line) => line.state === 'unknown')
      .map((line) => toQuestion(element, keywordOf(key), line)),
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
