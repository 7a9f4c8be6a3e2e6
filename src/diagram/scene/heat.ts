import { stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { formatMoney, type Money } from '../../model/units/money.ts';
import { formatNumber } from '../../model/units/quantity.ts';
import type { Finding } from '../../rules/finding.ts';
import type { LegendEntry } from '../scene.ts';
import type { HeatKind } from '../views/wanted.ts';
import { latestCost, longestWait } from './figures.ts';

/** How stages are shaded: each one's shade from 0, for nothing or nothing known, to 4; and what the shades mean. */
export interface Shading {
  readonly of: (each: PathwayStage, findings: readonly Finding[]) => number;
  readonly legend: readonly LegendEntry[];
}

/** Shades by what is found, or by quarters of the highest figure among the stages. */
export function shadingBy(kind: HeatKind, stages: readonly PathwayStage[]): Shading {
  if (kind === 'findings') return { of: (_, findings) => gravity(findings), legend: gravityLegend };
  return kind === 'cost' ? byCost(stages) : byWait(stages);
}

/** 1 for what is only asked or noted, 2 for a warning, 3 for several, 4 for an error. */
export function gravity(findings: readonly Finding[]): number {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  if (count('error') > 0) return 4;
  if (count('warning') > 0) return count('warning') > 1 ? 3 : 2;
  return count('info') + count('question') > 0 ? 1 : 0;
}

const gravityLegend: readonly LegendEntry[] = [
  { mark: 'heat0', text: 'nothing', heading: 'Found at a stage' },
  { mark: 'heat1', text: 'questions or notes' },
  { mark: 'heat2', text: 'a warning' },
  { mark: 'heat3', text: 'several warnings' },
  { mark: 'heat4', text: 'an error' },
];

/** Amounts in different currencies cannot be compared: those that most stages have are. */
function byCost(stages: readonly PathwayStage[]): Shading {
  const costs = stages.flatMap(({ stage }) => (stage && latestCost(stage)) ?? []);
  const currencies = costs.map(({ currency }) => currency);
  const times = (currency: string) => currencies.filter((one) => one === currency).length;
  const [currency] = [...new Set(currencies)].toSorted((a, b) => times(b) - times(a));
  const highest = Math.max(0, ...costs.filter((cost) => cost.currency === currency).map(({ pence }) => pence));
  const isAllCompared = costs.every((cost) => cost.currency === currency && cost.pence > 0);
  return quarters('Cost of a stage', highest, (pence) => formatMoney(rounded(pence, currency as Money['currency'])), {
    of: ({ stage }) => {
      const cost = stage && latestCost(stage);
      return cost?.currency === currency ? cost?.pence : undefined;
    },
    isAllCompared,
  });
}

function byWait(stages: readonly PathwayStage[]): Shading {
  const of = ({ stage }: PathwayStage) => stage && longestWait(stage);
  const isAllCompared = stages.every((each) => stateOf(each.stage?.facts.wait ?? []) !== 'recorded' || of(each));
  const highest = Math.max(0, ...stages.map((each) => of(each) ?? 0));
  return quarters('Wait for a stage', highest, waitInWords, { of, isAllCompared });
}

function quarters(
  heading: string,
  highest: number,
  say: (amount: number) => string,
  {
    of,
    isAllCompared,
  }: {
    readonly of: (each: PathwayStage) => number | undefined;
    /** Whether every figure that is recorded has a shade of its own. */
    readonly isAllCompared: boolean;
  },
): Shading {
  const shade = (amount: number | undefined) =>
    amount === undefined || amount <= 0 || highest <= 0 ? 0 : Math.min(4, Math.ceil((amount / highest) * 4));
  const steps = ([1, 2, 3, 4] as const).map(
    (step): LegendEntry => ({ mark: `heat${step}`, text: `up to ${say((highest * step) / 4)}` }),
  );
  const text = isAllCompared ? 'not recorded' : 'not recorded, 0 or not comparable';
  const none: LegendEntry = { mark: 'heat0', text, heading };
  return { of: (each) => shade(of(each)), legend: highest > 0 ? [none, ...steps] : [none] };
}

/** To three figures, so that a quarter of an odd amount reads well. */
function rounded(pence: number, currency: Money['currency']): Money {
  const unit = 10 ** Math.max(2, Math.floor(Math.log10(Math.max(1, pence))) - 2);
  return { pence: Math.ceil(pence / unit) * unit, currency };
}

function waitInWords(days: number): string {
  if (days < 2) return `${formatNumber(Math.ceil(days * 24))} hours`;
  return days < 14 ? `${formatNumber(Math.ceil(days))} days` : `${formatNumber(Math.ceil(days / 7))} weeks`;
}
