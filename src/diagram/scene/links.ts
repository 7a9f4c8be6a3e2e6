import type { End, Flow, Pathway, Transition } from '../../model/elements.ts';
import { recorded, stateOf } from '../../model/facts.ts';
import { stagesOf } from '../../model/graph.ts';
import type { Project } from '../../model/project.ts';
import type { Send } from '../../model/values.ts';
import type { SceneEdge, Sending, TerminalNode } from '../scene.ts';
import { byItself, type Wanted } from '../views/wanted.ts';
import { detailsOf } from './details.ts';
import { type Attributed, findingLines, marksOf, spokenCounts } from './findings.ts';
import { hoverOfLink } from './hover.ts';
import { stageId, stageLabel } from './stages.ts';
import { terminalFor, waysInAndOut } from './terminals.ts';
import { edgeFactsOf } from './told.ts';
import { weighing } from './weight.ts';
import { labelOfRef, shortLabel, withoutBrackets } from './words.ts';

/** The arrows of a pathway, and the terminals that they need where they do not lead from stage to stage. */
export interface Links {
  readonly edges: readonly SceneEdge[];
  readonly terminals: readonly TerminalNode[];
}

/** Every transition, flow, way in and way out of the pathway. Each arrow's ends are nodes that are drawn. */
export function linksOf(project: Project, pathway: Pathway, attributed: Attributed, wanted: Wanted = byItself): Links {
  const { shows } = wanted;
  const stages = new Map(stagesOf(project, pathway).map((stage) => [stage.name, stage]));
  const terminals = new Map<string, TerminalNode>();
  const weights = wanted.weight ? weighing(project, pathway) : undefined;
  const links = [...linkIds(pathway)].filter(([, link]) => link.kind === 'transition' || shows.has('flows'));
  const edges = links.map(([id, link]): SceneEdge => {
    const from = nodeAt(link.from, 'from', link);
    const to = nodeAt(link.to, 'to', link);
    const findings = shows.has('findings') ? attributed.on(link.place) : [];
    const label = labelOfLink(project, link);
    const sendings = shows.has('information') ? sendingsOf(project, link) : [];
    const details = detailsOf(project, pathway, link, wanted);
    const weight = link.kind === 'transition' ? weights?.of(link) : undefined;
    const heading = `${link.kind === 'flow' ? 'Flow' : 'Transition'}${label === '' ? '' : ` ${label}`}`;
    const ends = `from ${from.label} to ${to.label}`;
    return {
      kind: link.kind,
      id,
      from: from.id,
      to: to.id,
      label,
      sendings,
      facts: edgeFactsOf(project, link),
      ...(details.length > 0 && { details }),
      ...(weight !== undefined && { weight }),
      ...marksOf(findings),
      spoken: [
        `${heading}, ${ends}`,
        ...sendings.map(spokenSending),
        ...details.map(({ fact, state, text }) => (state === 'recorded' ? `${fact} ${text}`.trim() : text)),
        ...spokenCounts(findings),
      ].join(', '),
      hover: [`${heading}, ${ends}`, ...hoverOfLink(project, link), ...findingLines(findings)].join('\n'),
      place: link.place,
    };
  });
  const ways = waysInAndOut(shows.has('ends') ? [...stages.values()] : []);
  return { edges: [...edges, ...ways.edges], terminals: [...terminals.values(), ...ways.terminals] };

  function nodeAt(
    end: End,
    side: 'from' | 'to',
    link: Transition | Flow,
  ): { readonly id: string; readonly label: string } {
    const stage =
      end.pathway === undefined || end.pathway.name === pathway.name ? stages.get(end.stage?.name ?? '') : undefined;
    if (stage) return { id: stageId(stage.name), label: stageLabel(stage) };
    const terminal = terminalFor(project, end, side, link.place);
    if (!terminals.has(terminal.id)) terminals.set(terminal.id, terminal);
    return { id: terminal.id, label: terminal.label };
  }
}

/** Its own label, else the movement's; what the movement's label explains in brackets is left to hovering. */
export function labelOfLink(project: Project, link: Transition | Flow): string {
  if (link.label !== undefined) return link.label;
  const movement = link.kind === 'transition' ? recorded(link.facts.movement)[0] : undefined;
  return movement === undefined ? '' : withoutBrackets(labelOfRef(project.terms.movement, movement));
}

export function sendingsOf(project: Project, link: Transition | Flow): readonly Sending[] {
  const state = stateOf(link.facts.send);
  switch (state) {
    case 'recorded':
      return recorded(link.facts.send).map((send) => ({
        state: 'sent',
        information: shortLabel(project.information, send.information),
        ...(send.using === undefined ? {} : { system: shortLabel(project.systems, send.using) }),
        ...(isLost(project, send) && { broken: true }),
      }));
    case 'not-applicable':
    case 'unreadable':
      return [];
    default:
      return [{ state }];
  }
}

/** Whether it names information or a system that nothing declares. */
function isLost(project: Project, { information, using }: Send): boolean {
  return !project.information.has(information.name) || (using !== undefined && !project.systems.has(using.name));
}

export function spokenSending(sending: Sending): string {
  switch (sending.state) {
    case 'sent':
      return `${sending.information} is sent${sending.system === undefined ? '' : ` by ${sending.system}`}`;
    case 'unknown':
      return 'unknown what is sent';
    case 'none':
      return 'nothing is sent';
    case 'missing':
      return 'nothing recorded as sent';
  }
}

/** The ids that the transitions and flows of a pathway are drawn with; a number tells those of one name apart. */
export function linkIds(pathway: Pathway): ReadonlyMap<string, Transition | Flow> {
  const ids = new Map<string, Transition | Flow>();
  for (const link of [...pathway.transitions, ...pathway.flows]) {
    const id = `${link.kind}:${link.name}`;
    let free = id;
    for (let number = 2; ids.has(free); number += 1) free = `${id}~${number}`;
    ids.set(free, link);
  }
  return ids;
}
