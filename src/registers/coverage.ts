import type { RequiredStage, Specification } from '../model/elements.ts';
import { type Absent, absentFacts, recorded, stateOf } from '../model/facts.ts';
import type { PathwayStage } from '../model/graph.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf } from '../model/project.ts';
import { ownDeclarations } from '../model/walk.ts';
import { type Area, areasOf, realisingIn } from '../rules/coverage.ts';
import type { Finding } from '../rules/finding.ts';
import { absenceInWords, evidenceOfBlock, nameOf, text } from './cells.ts';
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
      { key: 'covered', heading: 'Provided in', kind: 'text' },
    ],
    rows: (specification?.stages ?? []).map((required) => rowOf(given, required, areas)),
    notes: [
      'Provided: a stage realises it today and its provider is recorded. Proposed: it is planned only. Left out: the pathway says so, with its reason.',
      'None is confirmed; unknown is an open question; not recorded and not mapped are unfinished work, and say nothing of the service.',
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
  return {
    cells: {
      stage: text(labelOf(required)),
      ...Object.fromEntries(cells.map((cell, index) => [`area-${index + 1}`, cell])),
      covered: { text: `${provided} of ${areas.length}`, order: provided },
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
      return { text: 'There, provider not recorded', state, brief: 'provider not recorded' };
    case 'unreadable':
      return { text: 'There, provider cannot be read', state, brief: 'provider unreadable' };
    default: {
      const line = absentFacts(lines).find((one): one is Absent => one.state === state)!;
      const words = absenceInWords(project, line);
      const brief = state === 'none' ? 'no provider' : state === 'unknown' ? 'provider unknown' : 'no provider needed';
      return { text: `There, provider ${words.charAt(0).toLowerCase()}${words.slice(1)}`, state, brief };
    }
  }
}

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
