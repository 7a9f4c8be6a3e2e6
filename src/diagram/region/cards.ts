import type { Pathway, Specification, Stage } from '../../model/elements.ts';
import { type FactState, recorded, stateOf } from '../../model/facts.ts';
import { stagesOf } from '../../model/graph.ts';
import { comparePlaces, covers } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { isCurrent, isProposed } from '../../model/status.ts';
import { formatAges } from '../../model/units/ages.ts';
import { capital } from '../../model/wording.ts';
import { areasOf } from '../../rules/coverage.ts';
import type { Finding } from '../../rules/finding.ts';
import type { NodeFacts } from '../facts.ts';
import { type Attributed, marksOf, spokenCounts } from '../scene/findings.ts';
import { nodeFactsOf } from '../scene/told.ts';
import { counted, labelOfRef, listed } from '../scene/words.ts';
import type { Chip, SummaryLine, SummaryNode } from '../scene.ts';
import { ofAll } from './facts.ts';

/** The id of a pathway's box. */
export function wholeId(pathway: string): string {
  return `pathway:${pathway}`;
}

/** The id of a specification's sheet. */
export function specificationId(specification: string): string {
  return `specification:${specification}`;
}

/**
 * A box for each pathway of the project. Those that realise one specification stand together, in the order of the
 * specifications; within them and among the others, those of one footprint.
 */
export function wholeCards(project: Project, attributed: ReadonlyMap<string, Attributed>): readonly SummaryNode[] {
  const specifications = [...project.specifications.keys()];
  const footprints = [...project.footprints.keys()];
  const rank = (all: readonly string[], name: string | undefined): number => {
    const at = all.indexOf(name ?? '');
    return at === -1 ? all.length : at;
  };
  return [...project.pathways.values()]
    .toSorted(
      (a, b) =>
        rank(specifications, a.realises?.name) - rank(specifications, b.realises?.name) ||
        rank(footprints, a.footprint?.name) - rank(footprints, b.footprint?.name) ||
        comparePlaces(a.place, b.place),
    )
    .map((pathway) => wholeCard(project, pathway, attributed.get(pathway.name)?.all ?? []));
}

function wholeCard(project: Project, pathway: Pathway, findings: readonly Finding[]): SummaryNode {
  const status = recorded(pathway.facts.status).at(-1);
  const lines = [footprintLine(project, pathway), ...realisesLine(project, pathway), sizeLine(project, pathway)];
  const costs = costLine(pathway);
  const chips: readonly Chip[] = [
    ...(status ? [{ kind: 'status' as const, state: 'recorded' as const, text: statusText(status) }] : []),
    ...recorded(pathway.facts.ages).map(
      (ages): Chip => ({ kind: 'ages', state: 'recorded', text: `ages ${formatAges(ages)}` }),
    ),
  ];
  const all = [...lines, ...costs];
  const facts = factsOf(project, pathway);
  const said = [...all.map(spokenLine), ...chips.map(({ text }) => text), ...spokenCounts(findings)];
  const purpose = recorded(pathway.facts.purpose);
  return {
    kind: 'summary',
    sort: 'whole',
    id: wholeId(pathway.name),
    label: labelOf(pathway),
    proposed: isProposed(pathway),
    closed: status?.status === 'closed',
    lines: all,
    chips,
    ...(facts ? { facts } : {}),
    ...marksOf(findings),
    place: pathway.namePlace,
    spoken: `Pathway ${[labelOf(pathway), ...said].join(', ')}.`,
    hover: [labelOf(pathway), ...purpose, ...all.map(spokenLine).map(capital), ...spokenCounts(findings)].join('\n'),
  };
}

function statusText(status: { readonly status: string; readonly asOf?: { readonly text: string } }): string {
  return status.asOf === undefined ? status.status : `${status.status} as of ${status.asOf.text}`;
}

function footprintLine(project: Project, { footprint }: Pathway): SummaryLine {
  if (!footprint) return { text: 'footprint not recorded', state: 'missing' };
  const label = labelOfRef(project.footprints, footprint);
  if (project.footprints.has(footprint.name)) return { heading: 'footprint', text: label, state: 'recorded' };
  return { sign: 'broken', text: `footprint '${footprint.name}' is not declared`, state: 'broken' };
}

/** Only where the name leads nowhere: else a line in the picture says it. */
function realisesLine(project: Project, { realises }: Pathway): readonly SummaryLine[] {
  if (!realises || project.specifications.has(realises.name)) return [];
  return [{ sign: 'broken', text: `specification '${realises.name}' is not declared`, state: 'broken' }];
}

function sizeLine(project: Project, pathway: Pathway): SummaryLine {
  const shared = stagesOf(project, pathway).filter(({ used }) => used !== undefined).length;
  const own = pathway.stages.length;
  if (own + shared === 0) return { text: 'no stages yet', state: 'missing' };
  const besides = shared === 0 ? '' : `, ${shared} of another pathway`;
  return {
    text: `${counted(own, 'stage')}${besides}, ${counted(pathway.transitions.length, 'transition')}`,
    state: 'recorded',
  };
}

/**
 * Of how many of its own stages that are there today the cost is known. Amounts are not added up: they are of unlike
 * periods and kinds. What a pathway says of the whole answers for the stages that say nothing.
 */
function costLine(pathway: Pathway): readonly SummaryLine[] {
  const stages = pathway.stages.filter(isCurrent);
  if (stages.length === 0) return [];
  const whole = stateOf(pathway.facts.cost);
  const count = (state: FactState): number => stages.filter(({ facts }) => stateOf(facts.cost) === state).length;
  const [known, unknown] = [count('recorded'), count('unknown')];
  const of = counted(stages.length, 'stage');
  if (known === stages.length) return [{ heading: 'cost', text: `known for ${allOf(stages)}`, state: 'recorded' }];
  if (whole === 'recorded') {
    const besides = known === 0 ? '' : `, and for ${known} of ${of}`;
    return [{ heading: 'cost', text: `known for the whole${besides}`, state: 'recorded' }];
  }
  if (unknown === 0) {
    const text = known === 0 ? `cost not recorded for ${anyOf(stages)}` : `cost known for ${known} of ${of}`;
    return [{ text, state: known === 0 ? 'missing' : 'recorded' }];
  }
  const text =
    known === 0 ? `cost unknown for ${unknown} of ${of}` : `cost known for ${known} of ${of}, ${unknown} unknown`;
  return [{ sign: 'question', text, state: 'unknown' }];
}

function allOf(stages: readonly Stage[]): string {
  return stages.length === 1 ? 'its stage' : `all ${stages.length} stages`;
}

function anyOf(stages: readonly Stage[]): string {
  return stages.length === 1 ? 'its stage' : `any of ${stages.length} stages`;
}

/** What the stages of the pathway say, all together. */
function factsOf(project: Project, pathway: Pathway): NodeFacts | undefined {
  return ofAll(stagesOf(project, pathway).flatMap((stage) => nodeFactsOf(project, pathway, stage) ?? []));
}

/** A sheet for each specification that a pathway realises. */
export function specificationCards(project: Project, findings: readonly Finding[]): readonly SummaryNode[] {
  const realised = new Set([...project.pathways.values()].flatMap(({ realises }) => realises?.name ?? []));
  return [...project.specifications.values()]
    .filter(({ name }) => realised.has(name))
    .map((specification) => specificationCard(project, specification, findings));
}

function specificationCard(project: Project, specification: Specification, findings: readonly Finding[]): SummaryNode {
  const { place } = specification;
  const own = findings.filter((one) => covers(place, one.place));
  const areas = areasOf(project, specification);
  const mapped = areas.filter(({ pathways }) => pathways.length > 0);
  const where = specification.footprint && labelOfRef(project.footprints, specification.footprint);
  const lines: readonly SummaryLine[] = [
    ...(where === undefined ? [] : [{ heading: 'for', text: where, state: 'recorded' as const }]),
    { text: `${counted(specification.stages.length, 'required stage')}`, state: 'recorded' },
    {
      text: `${mapped.length} of ${counted(areas.length, 'footprint')} ${mapped.length === 1 ? 'has' : 'have'} a pathway`,
      state: mapped.length < areas.length ? 'missing' : 'recorded',
    },
  ];
  const unmapped = areas.filter(({ pathways }) => pathways.length === 0).map(({ label }) => label);
  const lacking = unmapped.length === 0 ? [] : [`no pathway yet in ${listed(unmapped)}`];
  return {
    kind: 'summary',
    sort: 'specification',
    id: specificationId(specification.name),
    label: labelOf(specification),
    proposed: false,
    closed: false,
    lines,
    chips: [],
    ...marksOf(own),
    place: specification.namePlace,
    spoken: `Specification ${[labelOf(specification), ...lines.map(spokenLine), ...lacking, ...spokenCounts(own)].join(', ')}.`,
    hover: [
      labelOf(specification),
      ...recorded(specification.facts.purpose),
      ...[...lines.map(spokenLine), ...lacking].map(capital),
    ].join('\n'),
  };
}

/** A line as it is read out. */
export function spokenLine({ heading, text }: SummaryLine): string {
  return heading === undefined ? text : `${heading} ${text}`;
}
