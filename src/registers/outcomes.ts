import type { Outcome } from '../model/elements.ts';
import { labelOf, type Project } from '../model/project.ts';
import { formatNumber } from '../model/units/quantity.ts';
import type { Measurement } from '../model/values.ts';
import { ownDeclarations } from '../model/walk.ts';
import { evidenceOfBlock, missing, nameOf, text } from './cells.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** What is to be better for people, in which domain, and how one would know. */
export function outcomes({ project }: Given): Register {
  const rows = ownDeclarations(project).flatMap((declaration): readonly Row[] => {
    if (declaration.kind === 'specification') {
      return declaration.outcomes.flatMap((one) => rowsOf(project, one, { where: text(labelOf(declaration)) }, {}));
    }
    if (declaration.kind !== 'pathway') return [];
    const where = { where: text(labelOf(declaration)) };
    const at = { pathway: declaration.name };
    return [
      ...declaration.outcomes.flatMap((one) => rowsOf(project, one, where, at)),
      ...declaration.stages.flatMap((stage) => {
        const element = { kind: 'stage', name: stage.name } as const;
        return stage.outcomes.flatMap((one) =>
          rowsOf(project, one, { ...where, stage: text(labelOf(stage)) }, { ...at, element }),
        );
      }),
    ];
  });
  return {
    name: 'outcomes',
    title: 'Outcomes and indicators',
    group: 'services',
    about: 'What is to be better for people, in which domain, how it is measured, and how far it is to go.',
    columns: columnsOf(
      ['outcome', 'Outcome'],
      ['indicator', 'Indicator'],
      ['domain', 'Domain', 'text', 'filter'],
      ['where', 'Pathway or specification', 'text', 'filter'],
      ['stage', 'Stage'],
      ['baseline', 'Baseline', 'number'],
      ['target', 'Target', 'number'],
    ),
    rows,
    notes: ['A row for each indicator; an outcome that nothing measures has a row without one.'],
    empty: 'No outcome is recorded.',
  };
}

function rowsOf(
  project: Project,
  outcome: Outcome,
  where: Row['cells'],
  at: Pick<Row, 'pathway' | 'element'>,
): readonly Row[] {
  const cells = {
    ...where,
    domain: outcome.domain === undefined ? missing : text(nameOf(project, outcome.domain)),
    outcome: text(outcome.text || outcome.name),
  };
  const evidence = evidenceOfBlock(project, outcome);
  if (outcome.indicators.length === 0) {
    return [{ ...at, cells: { ...cells, indicator: missing }, place: outcome.namePlace, evidence }];
  }
  return outcome.indicators.map((indicator) => ({
    ...at,
    cells: {
      ...cells,
      indicator: text(indicator.text || indicator.name),
      baseline: measured(indicator.baseline, 'for'),
      target: measured(indicator.target, 'by'),
    },
    place: indicator.namePlace,
    evidence: evidenceOfBlock(project, indicator) ?? evidence,
  }));
}

/** `58% for 2024/25`. */
function measured(measurement: Measurement | undefined, word: 'for' | 'by'): Cell {
  if (measurement === undefined) return missing;
  const { amount, unit, period } = measurement;
  const of = unit === undefined ? '' : unit === 'percent' ? '%' : ` ${unit}`;
  return { text: `${formatNumber(amount)}${of}${period === undefined ? '' : ` ${word} ${period.text}`}`, amount };
}
