import type { ElementBase } from '../model/elements.ts';
import { absentFacts, type FactLines } from '../model/facts.ts';
import { comparePlaces } from '../model/place.ts';
import type { Report } from './rule.ts';

/**
 * The report of facts that are honestly unknown, of which `statement` says so as a sentence begins with it. It
 * stands at the first line that says so, because that is where the answer will be written.
 */
export function openQuestion(element: ElementBase, fact: string, lines: FactLines<unknown>, statement: string): Report {
  const unknown = absentFacts(lines).filter((line) => line.state === 'unknown');
  const first = unknown.toSorted((a, b) => comparePlaces(a.place, b.place))[0];
  const asked = unknown.find((line) => line.ask !== undefined) ?? first;
  const by = asked?.by === undefined ? '' : ` by ${asked.by.text}`;
  const next =
    asked?.ask === undefined
      ? `find out${by}, or add 'ask' with the organisation that could answer`
      : `ask '${asked.ask.name}'${by}`;
  return {
    at: first?.place ?? element.namePlace,
    message: `${statement}: ${next}.`,
    element: element.name,
    facts: [fact],
    severity: 'question',
  };
}
