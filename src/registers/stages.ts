import { recorded } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';

import { evidenceOf, evidenceOfBlock, fact, list, nameOf, optional } from './cells.ts';
import { ofStage, stageCells, stagesIn } from './elements.ts';
import { columnsOf, type Given, type Register } from './register.ts';

/** Who delivers each part of each pathway and who commissions it, where, for whom and how long people wait. */
export function stages({ project }: Given): Register {
  return {
    name: 'stages',
    title: 'Stages: who delivers and commissions each part',
    group: 'services',
    about: 'Each part of each pathway: where it is, for whom, who delivers it and who commissions it.',
    columns: columnsOf(
      ['stage', 'Stage'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['status', 'Status', 'text', 'filter'],
      ['setting', 'Setting', 'list'],
      ['level', 'Level', 'list', 'filter'],
      ['ages', 'Ages', 'list'],
      ['provider', 'Provider', 'list', 'filter'],
      ['partner', 'Partners', 'list'],
      ['commissioner', 'Commissioner', 'list', 'filter'],
      ['capacity', 'Capacity', 'list'],
      ['wait', 'Wait', 'list'],
      ['workforce', 'Workforce', 'list'],
      ['training', 'Training', 'list'],
    ),
    rows: stagesIn(project).map(({ pathway, stage }) => {
      const provider = effective(pathway, stage, 'provider').lines;
      const commissioner = effective(pathway, stage, 'commissioner').lines;
      const names = [...new Set(recorded(commissioner).map(({ organisation }) => nameOf(project, organisation)))];
      return {
        ...ofStage({ pathway, stage }),
        cells: {
          ...stageCells(project, { pathway, stage }),
          setting: fact(project, 'setting', stage.facts.setting),
          level: fact(project, 'level', stage.facts.level),
          ages: fact(project, 'ages', stage.facts.ages),
          provider: fact(project, 'provider', provider),
          partner: optional(project, 'partner', stage.facts.partner),
          commissioner: names.length > 0 ? list(names) : fact(project, 'commissioner', commissioner),
          capacity: optional(project, 'capacity', stage.facts.capacity),
          wait: optional(project, 'wait', stage.facts.wait),
          workforce: optional(project, 'workforce', stage.facts.workforce),
          training: optional(project, 'training', stage.facts.training),
        },
        evidence: evidenceOf(project, [...provider, ...commissioner]) ?? evidenceOfBlock(project, stage, pathway),
      };
    }),
    notes: [
      'A stage without a provider or commissioner of its own has those of its pathway. Who commissions what, by which right, is in the map of responsibilities.',
    ],
    empty: 'There are no stages yet.',
  };
}
