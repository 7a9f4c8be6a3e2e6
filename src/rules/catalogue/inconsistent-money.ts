import type { Pathway, Stage } from '../../model/elements.ts';
import { type Recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import { type Currency, formatMoney } from '../../model/units/money.ts';
import { formatNumber } from '../../model/units/quantity.ts';
import type { Commissioning, Cost } from '../../model/values.ts';
import { figureInWords, figuresOf } from '../figures.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** Money in several currencies, shares of commissioners that are no whole, and money that stands twice. */
export const inconsistentMoney: PathwayRule = {
  name: 'inconsistent-money',
  title: 'Money cannot be added',
  family: 'data-quality',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    yield* checkCurrencies(pathway, project);
    for (const element of [pathway, ...pathway.stages.filter(isCurrent)]) yield* checkShares(element);
    // A pathway of one stage costs what its stage costs.
    if (indexOf(project, pathway).stages.length > 1) yield* checkTwice(pathway);
  },
};

const currencies: ReadonlySet<string> = new Set<Currency>(['GBP', 'EUR', 'USD']);

/** Where the project names no currency, the first of the pathway is as good as any. */
function* checkCurrencies(pathway: Pathway, project: Project): Iterable<Report> {
  const declared = project.declaration?.currency?.toUpperCase();
  let expected = declared !== undefined && currencies.has(declared) ? declared : undefined;
  for (const figures of figuresOf(pathway)) {
    if (figures.fact !== 'cost') continue;
    for (const { value, place } of figures.lines as readonly Recorded<Cost>[]) {
      const { currency } = value.amount;
      expected ??= currency;
      if (currency === expected) continue;
      const other = declared === expected ? 'the project counts' : 'other costs here are';
      yield {
        at: place,
        message: `${figureInWords(figures)} is in ${currency} and ${other} in ${expected}, so they cannot be added: give the amount in ${expected}.`,
        element: figures.owner.name,
        facts: ['cost'],
      };
    }
  }
}

/** Where some have no share the rest may be theirs, and where a commissioner is unknown it may be the unknown one's. */
function* checkShares(element: Pathway | Stage): Iterable<Report> {
  const lines = recordedFacts<Commissioning>(element.facts.commissioner);
  const shared = lines.filter(({ value }) => value.share !== undefined);
  const [first, ...rest] = shared;
  if (first === undefined) return;
  const total = shared.reduce((sum, { value }) => sum + value.share!, 0);
  const open =
    shared.length < lines.length || element.facts.commissioner.some((line) => stateOf([line]) !== 'recorded');
  if (isWhole(total, shared.length) || (open && total < 100)) return;
  yield {
    at: first.place,
    message: `The commissioners' shares of ${element.kind} '${element.name}' total ${formatNumber(Number(total.toFixed(2)))}% and not 100%: correct a share, or add the commissioner that is missing.`,
    element: element.name,
    facts: ['commissioner'],
    related: rest.map(({ value, place }) => ({
      message: `${formatNumber(value.share!)}% is the share of '${value.organisation.name}'.`,
      place,
    })),
  };
}

/** Three shares and more may miss the whole by what rounding takes away: 33%, 33% and 33%. */
function isWhole(total: number, shares: number): boolean {
  return Math.abs(total - 100) <= (shares > 2 ? 1 : 0.01);
}

/** The same money at a stage and as the total of the pathway would be taken for two sums. */
function* checkTwice(pathway: Pathway): Iterable<Report> {
  const totals = new Map(recordedFacts<Cost>(pathway.facts.cost).map((line) => [sumOf(line.value), line]));
  if (totals.size === 0) return;
  for (const stage of pathway.stages.filter(isCurrent)) {
    for (const { value, place } of recordedFacts<Cost>(stage.facts.cost)) {
      const total = totals.get(sumOf(value));
      if (total === undefined) continue;
      yield {
        at: place,
        message: `The cost of stage '${stage.name}', ${formatMoney(value.amount)}, is also given as the cost of the whole pathway: if it is the same money, take out one of the two.`,
        element: stage.name,
        facts: ['cost'],
        related: [{ message: `The cost of pathway '${pathway.name}'.`, place: total.place }],
      };
    }
  }
}

function sumOf({ amount, nature, period }: Cost): string {
  return [amount.pence, amount.currency, nature, period?.start, period?.end].join(' ');
}
