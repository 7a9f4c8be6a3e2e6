import type { RequiredStage, RequiredTransition, Specification } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { firstBy } from '../../model/group.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { formatAges } from '../../model/units/ages.ts';
import { capital } from '../../model/wording.ts';
import { type Area, areasOf } from '../../rules/coverage.ts';
import { countBySeverity, type Finding } from '../../rules/finding.ts';
import { requiredOf } from '../../rules/requirements.ts';
import type { Look } from '../look.ts';
import { spokenLine } from '../region/cards.ts';
import { ofAll } from '../region/facts.ts';
import { chipsOf } from '../scene/facts.ts';
import { findingLines, marksOf, spokenCounts } from '../scene/findings.ts';
import { legendOf } from '../scene/legend.ts';
import { nodeFactsOf } from '../scene/told.ts';
import { counted, labelOfRef, listed, shortLabel, withoutBrackets } from '../scene/words.ts';
import type {
  EmptyState,
  LegendEntry,
  Scene,
  SceneEdge,
  Sending,
  SummaryNode,
  TerminalNode,
  TitleBlock,
} from '../scene.ts';
import { coverageOf, coverageOfTransition } from './coverage.ts';
import { speakingOf } from './findings.ts';
import { requiredId, requiredTransitionId } from './ids.ts';

export interface SpecificationOptions {
  /** What the picture is called in lists and on the command line. */
  readonly name: string;
  readonly look?: Look;
  readonly stamp?: string;
}

/**
 * Says what to draw of a specification: what it requires, and who realises that where. A pure function that never
 * fails; transitions that are required to or from nothing lead to broken ends.
 */
export function specificationScene(
  project: Project,
  specification: Specification,
  findings: readonly Finding[],
  { name, look = {}, stamp }: SpecificationOptions,
): Scene {
  const areas = areasOf(project, specification);
  const stages = firstBy(specification.stages, ({ name }) => name);
  const cards = stages.map((required) => requiredCard(project, specification, required, areas, findings));
  const arrows = specification.transitions.map((one, index) =>
    requiredArrow(project, specification, one, index, areas, findings),
  );
  const nodes = [
    ...cards,
    ...firstBy(
      arrows.flatMap(({ terminals }) => terminals),
      ({ id }) => id,
    ),
  ];
  const edges = arrows.map(({ edge }) => edge);
  const title = titleOf(project, specification, areas, speakingOf(findings, specification.place), stamp);
  return {
    pathway: name,
    direction: look.direction ?? 'right',
    title,
    nodes,
    edges,
    legend: legendOf(nodes, edges, title).map(inOwnWords),
    ...(nodes.length === 0 ? { empty: emptyState(areas) } : {}),
  };
}

function requiredCard(
  project: Project,
  specification: Specification,
  required: RequiredStage,
  areas: readonly Area[],
  all: readonly Finding[],
): SummaryNode {
  const findings = speakingOf(all, required.place);
  const { lines, realised, stages } = coverageOf(project, specification, required, areas, all);
  const own = [...new Set(required.requires.map(({ fact }) => fact))];
  const chips = chipsOf(project, required);
  const count = inAreas(realised, areas);
  const must = own.length === 0 ? [] : [{ heading: 'must have', text: listed(own), state: 'recorded' as const }];
  const facts = ofAll(stages.flatMap(({ pathway, stage }) => nodeFactsOf(project, pathway, stage) ?? []));
  const told = lines.map((line) => (line.inset ? spokenLine(line) : realisedWords(line)));
  const asked = requiredOf(specification, required);
  return {
    kind: 'summary',
    sort: 'required',
    id: requiredId(required.name),
    label: labelOf(required),
    proposed: false,
    closed: false,
    lines: [
      ...must,
      { text: count, state: lines.some(({ state, inset }) => state === 'missing' && !inset) ? 'missing' : 'recorded' },
      ...lines,
    ],
    chips,
    ...(facts ? { facts } : {}),
    ...marksOf(findings),
    place: required.namePlace,
    spoken: `Required stage ${[labelOf(required), count, ...told, ...chips.map(({ text }) => text), ...spokenCounts(findings)].join(', ')}.`,
    hover: [
      labelOf(required),
      ...recorded(required.facts.purpose),
      ...(asked.length === 0 ? [] : [`Must have ${listed(asked)}`]),
      ...told.map(capital),
      ...findingLines(findings),
    ].join('\n'),
  };
}

/** `Dudley` alone says nothing where there is no sign to be seen. */
function realisedWords({ sign, text }: SummaryNode['lines'][number]): string {
  if (sign === 'realised') return `realised in ${text}`;
  return sign === 'varies' ? `realised in another way in ${text}` : text;
}

function requiredArrow(
  project: Project,
  specification: Specification,
  required: RequiredTransition,
  index: number,
  areas: readonly Area[],
  all: readonly Finding[],
): { readonly edge: SceneEdge; readonly terminals: readonly TerminalNode[] } {
  const findings = speakingOf(all, required.place);
  const { realised, lacking } = coverageOfTransition(project, required, areas);
  const known = new Map(specification.stages.map((stage) => [stage.name, stage]));
  const ends = [required.from, required.to].map((ref) => {
    const stage = known.get(ref.name);
    if (stage) return { id: requiredId(ref.name), label: labelOf(stage), terminals: [] };
    const label = ref.name === '' ? 'no required stage named' : `no required stage '${ref.name}'`;
    const terminal: TerminalNode = {
      kind: 'terminal',
      sort: 'missing',
      id: `terminal:required:${ref.name}`,
      label,
      spoken: `Broken end: ${label}`,
      hover: `There is ${label}.`,
      place: ref.place,
    };
    return { id: terminal.id, label, terminals: [terminal] };
  });
  const [from, to] = ends as [(typeof ends)[0], (typeof ends)[0]];
  const movement = recorded(required.facts.movement).map((ref) =>
    withoutBrackets(labelOfRef(project.terms.movement, ref)),
  )[0];
  const asked = requiredOf(specification, required);
  const count = inAreas(realised, areas);
  const sendings = required.requires.flatMap(({ information }): readonly Sending[] =>
    information ? [{ state: 'sent', information: shortLabel(project.information, information) }] : [],
  );
  const what = asked.length === 0 ? movement : asked.join(', ');
  const heading = `Required transition from ${from.label} to ${to.label}`;
  const must = [
    ...(movement === undefined ? [] : [`movement ${movement}`]),
    ...(asked.length === 0 ? [] : [`must have ${listed(asked)}`]),
  ];
  return {
    edge: {
      kind: 'transition',
      id: requiredTransitionId(required, index),
      from: from.id,
      to: to.id,
      label: what === undefined ? count : `${what} (${shareOf(realised, areas)})`,
      sendings,
      ...marksOf(findings),
      spoken: `${[heading, ...must, count, ...lacking, ...spokenCounts(findings)].join(', ')}.`,
      hover: [heading, ...must.map(capital), capital(count), ...lacking, ...findingLines(findings)].join('\n'),
      place: required.namePlace,
    },
    terminals: ends.flatMap(({ terminals }) => terminals),
  };
}

/** `realised in 2 of 3 footprints`. */
function inAreas(realised: number, areas: readonly Area[]): string {
  return `realised ${areas.length === 0 ? '' : 'in '}${shareOf(realised, areas)}`;
}

function shareOf(realised: number, areas: readonly Area[]): string {
  return areas.length === 0 ? 'nowhere yet' : `${realised} of ${counted(areas.length, 'footprint')}`;
}

function titleOf(
  project: Project,
  specification: Specification,
  areas: readonly Area[],
  findings: readonly Finding[],
  stamp: string | undefined,
): TitleBlock {
  const { footprint, stages, transitions, requires, facts } = specification;
  const mapped = areas.filter(({ pathways }) => pathways.length > 0).length;
  const required = [
    counted(stages.length, 'required stage'),
    ...(transitions.length === 0 ? [] : [counted(transitions.length, 'required transition')]),
  ];
  const everywhere = [...new Set(requires.map(({ fact }) => fact))];
  return {
    label: labelOf(specification),
    facts: [
      ...(footprint ? [labelOfRef(project.footprints, footprint)] : []),
      ...recorded(facts.ages).map((ages) => `ages ${formatAges(ages)}`),
      required.join(', '),
      `${mapped} of ${counted(areas.length, 'footprint')} ${mapped === 1 ? 'has' : 'have'} a pathway`,
      ...(everywhere.length === 0 ? [] : [`each must have ${listed(everywhere)}`]),
    ],
    counts: countBySeverity(findings),
    ...(stamp === undefined ? {} : { stamp }),
  };
}

function emptyState(areas: readonly Area[]): EmptyState {
  const pathways = areas.flatMap((area) => area.pathways).length;
  return {
    heading: 'No required stages yet. Say what every footprint must have to see who has it:',
    example: ['require stage first-contact "First contact" {', '  require cost', '}'],
    ...(pathways === 0
      ? {}
      : { holds: `${counted(pathways, 'pathway realises', 'pathways realise')} this specification.` }),
  };
}

/** Nobody moves and nothing is sent in a specification: it says what is to be. */
function inOwnWords(entry: LegendEntry): LegendEntry {
  if (entry.mark === 'sent') return { ...entry, text: 'information that must be sent' };
  return entry.mark === 'gap' ? { ...entry, text: 'left out, or confirmed gap' } : entry;
}
