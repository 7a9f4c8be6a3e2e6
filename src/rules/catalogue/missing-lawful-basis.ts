import type { Agreement } from '../../model/elements.ts';
import { type FactLines, stateOf } from '../../model/facts.ts';
import { ownDeclarations } from '../../model/walk.ts';
import { openQuestion } from '../open-question.ts';
import type { ProjectRule, Report } from '../rule.ts';
import { sensitiveDataCovered } from '../sensitive-data.ts';
import { inWords } from '../words.ts';

export const missingLawfulBasis: ProjectRule = {
  name: 'missing-lawful-basis',
  title: 'No lawful basis recorded',
  family: 'information',
  severity: 'warning',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    for (const agreement of ownDeclarations(project)) {
      if (agreement.kind !== 'agreement' || agreement.is !== 'information-sharing') continue;
      const held = sensitiveDataCovered(project, agreement);
      if (held.length > 0) yield* checkFacts(agreement, held);
    }
  },
};

function* checkFacts(agreement: Agreement, held: readonly string[]): Iterable<Report> {
  const { name, namePlace } = agreement;
  const wanted = [
    { fact: 'lawful-basis', words: 'lawful basis', lines: agreement.facts.lawfulBasis },
    { fact: 'condition', words: 'condition', lines: agreement.facts.condition },
  ];
  for (const { fact, words, lines } of wanted) {
    if (isOpen(lines)) yield openQuestion(agreement, fact, lines, `The ${words} of agreement '${name}' is unknown`);
  }
  const missing = wanted.filter(({ lines }) => stateOf(lines) === 'missing');
  if (missing.length === 0) return;
  const facts = missing.map(({ fact }) => fact);
  yield {
    at: namePlace,
    message: `'${name}' covers ${inWords(held)} but states no ${inWords(
      missing.map(({ words }) => words),
      'or',
    )}: add ${inWords(facts.map((fact) => `'${fact}'`))}, or write ${inWords(facts.map((fact) => `'${fact} unknown'`))}.`,
    element: name,
    facts,
  };
}

/** Also where one of several is still to be found out. */
const isOpen = (lines: FactLines<string>): boolean => lines.some(({ state }) => state === 'unknown');
