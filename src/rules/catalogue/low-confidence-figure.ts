import type { Pathway } from '../../model/elements.ts';
import { figureInWords, figuresOf } from '../figures.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** What is added up over pathways are their costs and activity: their own totals, and those of their stages. */
export const lowConfidenceFigure: PathwayRule = {
  name: 'low-confidence-figure',
  title: 'Low confidence in a headline figure',
  family: 'data-quality',
  severity: 'info',
  default: 'off',
  about: 'pathway',
  *check(pathway): Iterable<Report> {
    yield* checkFact(pathway, 'activity');
    yield* checkFact(pathway, 'cost');
  },
};

function* checkFact(pathway: Pathway, fact: 'activity' | 'cost'): Iterable<Report> {
  const all = figuresOf(pathway).filter(
    (figures) => figures.fact === fact && (figures.owner.kind === 'pathway' || figures.owner.kind === 'stage'),
  );
  const doubtful = all.flatMap((figures) =>
    figures.lines
      .filter(({ evidence }) => evidence?.confidence === 'low')
      .map(({ place }) => ({ message: `${figureInWords(figures)} has confidence low.`, place })),
  );
  if (doubtful.length === 0) return;
  const total = all.reduce((sum, { lines }) => sum + lines.length, 0);
  yield {
    at: pathway.namePlace,
    message: `${doubtful.length} of ${total} figures of ${fact} in pathway '${pathway.name}' ${doubtful.length === 1 ? 'has' : 'have'} confidence low: find better ones before they are added up.`,
    element: pathway.name,
    facts: [fact],
    related: doubtful,
  };
}
