import type { CompletionContext } from './offer.ts';

/** The year that the project speaks of, and the financial years around it, the likeliest first. */
export interface Years {
  readonly year: number;
  readonly financial: readonly string[];
}

/** Around the pathway's `as of`, where it gives one, else the project's base year, else today. */
export function yearsAround({ project, today }: CompletionContext, scope?: string): Years {
  const status = project.pathways.get(scope ?? '')?.facts.status.find(({ state }) => state === 'recorded');
  const asOf = status?.state === 'recorded' ? status.value.asOf : undefined;
  const date = asOf?.text ?? project.declaration?.baseYear?.text ?? today;
  const year = Number(date.slice(0, 4));
  const last = date.includes('/') ? year : year - 1;
  const starts = [last, last - 1, last + 1, last - 2, last + 2, last - 3];
  return { year, financial: starts.map(financialYear) };
}

function financialYear(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}
