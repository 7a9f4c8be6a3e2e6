import type { RequiredStage, Specification } from '../model/elements.ts';
import { type Absent, absentFacts, recorded, stateOf } from '../model/facts.ts';
import type { PathwayStage } from '../model/graph.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf } from '../model/project.ts';
import { ownDeclarations } from '../model/walk.ts';
import { type Area, areasOf, realisingIn } from '../rules/coverage.ts';
import type { Finding } from '../rules/finding.ts';
import { evidenceOfBlock, nameOf, reasonInWords, text } from './cells.ts';
import type { Cell, Given, Register, Row } from './register.ts';

/** What each footprint has of what each specification requires: a matrix a specification. */
export function coverage(given: Given): readonly Register[] {
  const specifications = ownDeclarations(given.project).filter((one) => one.kind === 'specification');
  if (specifications.length === 0) return [matrix(given, undefined, [])];
  return specifications.map((one) => matrix(given, one, areasOf(given.project, one)));
}

function matrix(given: Given, specification: Specification | undefined, areas: readonly Area[]): Register {
  const title = specification === undefined ? 'Coverage' : `Coverage: ${labelOf(specification)}`;
  return {
    name: specification === undefined ? 'coverage' : `coverage-${specification.name}`,
    title,
    group: 'region',
    about: 'What each footprint has of what the specification requires, and what differs from it.',
    columns: [
      { key: 'stage', heading: 'Required stage', kind: 'text' },
      ...areas.map(({ label }, index) => ({ key: `area-${index + 1}`, heading: label, kind: 'matrix' as const })),
      { key: 'covered', heading: 'Provider known in', kind: 'text' },
    ],
    rows: (specification?.stages ?? []).map((required) => rowOf(given, required, areas)),
    notes: [
      'Provided: a stage realises it today and its provider is recorded. Proposed: it is planned only. Left out: the pathway says so, with its reason.',
      'There: a stage realises it today, and who provides it is an open question, confirmed as nobody, or not recorded. Not recorded and not mapped are unfinished work, and say nothing of the service.',
      'Where several pathways of one footprint realise the specification, the one that says most of a stage counts: one that realises it first, and of several that do one with a known provider. A stage that is only begun, of which nothing is written but what is required and unknown, counts last: what another pathway says of it, such as that it is left out or planned, comes before.',
    ],
    empty:
      specification === undefined
        ? 'There is no specification to compare footprints with.'
        : 'The specification requires no stage yet.',
  };
}

function rowOf(given: Given, required: RequiredStage, areas: readonly Area[]): Row {
  const cells = areas.map((area) => cellFor(given, area, required));
  const provided = cells.filter(({ state }) => state === 'provided').length;
  const there = cells.filter(({ brief }) => brief?.startsWith('there')).length;
  return {
    cells: {
      stage: text(labelOf(required)),
      ...Object.fromEntries(cells.map((cell, index) => [`area-${index + 1}`, cell])),
      covered: {
        text: `${provided} of ${areas.length}${there === 0 ? '' : `; there in ${there} more`}`,
        order: provided,
      },
    },
    place: required.namePlace,
    evidence: evidenceOfBlock(given.project, required),
  };
}

/** How an area stands to what is required. */
export function cellFor(given: Given, area: Area, required: RequiredStage): Cell {
  const { project } = given;
  if (area.pathways.length === 0) return { text: 'No pathway yet', state: 'missing', brief: 'no pathway' };
  const { pathway, realising } = realisingIn(project, area, required)!;
  switch (realising.how) {
    case 'realised':
      return withVariation(provided(given, realising.stage), given, pathway.name, realising.stage);
    case 'proposed':
      return { text: 'Proposed', state: 'proposed', brief: 'proposed' };
    case 'closed':
      return { text: 'Closed', state: 'closed', brief: 'closed' };
    case 'omitted':
      return { text: `Left out: ${realising.because ?? 'no reason given'}`, state: 'omitted', brief: 'left out' };
    case 'unknown':
      return { text: 'Unknown: a name leads nowhere', state: 'unknown', brief: 'unknown' };
    case 'missing':
      return { text: 'Not mapped', state: 'missing', brief: 'not mapped' };
  }
}

function provided({ project }: Given, { stage, home }: PathwayStage): Cell {
  const { lines } = effective(home, stage!, 'provider');
  const state = stateOf(lines);
  switch (state) {
    case 'recorded': {
      const names = [...new Set(recorded(lines).map(({ organisation }) => nameOf(project, organisation)))];
      return { text: `Provided: ${names.join(', ')}`, state: 'provided', brief: 'provided' };
    }
    case 'missing':
    case 'unreadable':
      return { text: `There, but ${lacking[state]}`, state, brief: briefly[state] };
    default: {
      const line = absentFacts(lines).find((one): one is Absent => one.state === state)!;
      return { text: `There, but ${lacking[state]}${reasonInWords(project, line)}`, state, brief: briefly[state] };
    }
  }
}

const lacking = {
  unknown: 'its provider is not known',
  none: 'nobody provides it',
  'not-applicable': 'it needs no provider',
  missing: 'its provider is not recorded',
  unreadable: 'its provider cannot be read',
} as const;

const briefly = {
  unknown: 'there, provider not known',
  none: 'there, no provider',
  'not-applicable': 'there, no provider needed',
  missing: 'there, provider not recorded',
  unreadable: 'there, provider unreadable',
} as const;

/** The cell, with what differs there from the specification and why. */
function withVariation(cell: Cell, { findings }: Given, pathway: string, { stage }: PathwayStage): Cell {
  const explained = recorded(stage!.facts.varies).map(
    ({ fact, because }) => `${fact}${because === undefined ? '' : ` (${because})`}`,
  );
  const said = new Set(recorded(stage!.facts.varies).map(({ fact }) => fact));
  const others = unexplained(findings, pathway, stage!.name).filter((fact) => !said.has(fact));
  const varies = [...explained, ...others.map((fact) => `${fact} (not explained)`)];
  if (varies.length === 0) return cell;
  return { ...cell, text: `${cell.text}. Varies: ${varies.join(', ')}`, brief: `${cell.brief}, varies` };
}

/** The facts in which a stage differs from its specification without a word. */
function unexplained(findings: readonly Finding[], pathway: string, stage: string): readonly string[] {
  return findings
    .filter(({ rule }) => rule === 'unexplained-variation')
    .filter((finding) => finding.pathway === pathway && finding.element === stage)
    .flatMap(({ facts }) => facts);
}
