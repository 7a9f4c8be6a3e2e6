import { type Fact, recordedFacts, stateOf } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';
import type { Project } from '../model/project.ts';
import type { Commissioning } from '../model/values.ts';
import { capital } from '../model/wording.ts';
import { absence, evidenceOf, missing, nameOf, number, text } from './cells.ts';
import { ofStage, type StageIn, stageCells, stagesIn } from './elements.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** Who is responsible for commissioning what: at which scope, in which role, by which right. */
export function commissioners({ project }: Given): Register {
  return {
    name: 'commissioners',
    title: 'Commissioner responsibilities',
    group: 'services',
    about: 'Who commissions each stage: locally, regionally or nationally, as lead, co-commissioner or contributor.',
    columns: columnsOf(
      ['commissioner', 'Commissioner', 'text', 'filter'],
      ['scope', 'Scope', 'text', 'filter'],
      ['role', 'Role', 'text', 'filter'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['stage', 'Stage'],
      ['status', 'Status', 'text', 'filter'],
      ['basis', 'Under'],
      ['share', 'Share (%)', 'number'],
      ['function', 'For'],
      ['excluding', 'Excluding'],
      ['behalf', 'On behalf of'],
      ['from', 'Said by'],
    ),
    rows: stagesIn(project).flatMap((each) => rowsOf(project, each)),
    notes: ['A row for each commissioner of each stage; a stage without its own has those of its pathway.'],
    empty: 'There are no stages yet.',
  };
}

function rowsOf(project: Project, each: StageIn): readonly Row[] {
  const { pathway, stage } = each;
  const { lines, from } = effective(pathway, stage, 'commissioner');
  const where = stageCells(project, each);
  if (stateOf(lines) !== 'recorded') {
    const cells = { ...where, commissioner: absence(project, lines) };
    return [{ ...ofStage(each), cells, evidence: evidenceOf(project, lines) }];
  }
  return recordedFacts(lines).map((line) => ({
    ...ofStage(each),
    place: line.place,
    evidence: evidenceOf(project, [line as Fact<unknown>]),
    cells: { ...where, ...cellsOf(project, line.value), from: text(capital(from)) },
  }));
}

function cellsOf(project: Project, value: Commissioning): Row['cells'] {
  const { organisation, role, scope, basis, share, excluding, onBehalfOf } = value;
  return {
    commissioner: text(nameOf(project, organisation)),
    scope: scope === undefined ? missing : text(capital(scope)),
    role: role === undefined ? missing : text(roles[role]),
    basis: text(basis && nameOf(project, basis)),
    share: share === undefined ? text(undefined) : number(share),
    function: text(value.function),
    excluding: text(excluding),
    behalf: text(onBehalfOf && nameOf(project, onBehalfOf)),
  };
}

const roles = { lead: 'Lead', co: 'Co-commissioner', contributor: 'Contributor' } as const;
