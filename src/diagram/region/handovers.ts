import type { End, Flow, Pathway, Transition } from '../../model/elements.ts';
import { stagesOf } from '../../model/graph.ts';
import { firstBy, groupBy } from '../../model/group.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { capital } from '../../model/wording.ts';
import { type Attributed, findingLines, marksOf, spokenCounts } from '../scene/findings.ts';
import { labelOfLink, sendingsOf, spokenSending } from '../scene/links.ts';
import { stageLabel } from '../scene/stages.ts';
import { terminalFor } from '../scene/terminals.ts';
import { counted } from '../scene/words.ts';
import type { SceneEdge, TerminalNode } from '../scene.ts';
import { wholeId } from './cards.ts';

/** The arrows from pathway to pathway, the broken ends that some of them need, and how many handovers there are. */
export interface Handovers {
  readonly edges: readonly SceneEdge[];
  readonly terminals: readonly TerminalNode[];
  readonly count: number;
}

interface Crossing {
  readonly link: Transition | Flow;
  readonly pathway: Pathway;
  readonly from: Side;
  readonly to: Side;
}

interface Side {
  /** Of the box that it is drawn at. */
  readonly id: string;
  readonly label: string;
  /** The stage there, where one is named: `'Community CAMHS'`. */
  readonly stage?: string;
}

/** One arrow for all transitions, and one for all flows, that lead from one pathway to another. */
export function handovers(project: Project, attributed: ReadonlyMap<string, Attributed>): Handovers {
  const terminals = new Map<string, TerminalNode>();
  const crossings = [...project.pathways.values()].flatMap((pathway) =>
    [...pathway.transitions, ...pathway.flows].flatMap((link): readonly Crossing[] => {
      const [from, to] = [sideOf(pathway, link.from, 'from', link), sideOf(pathway, link.to, 'to', link)];
      return from.id === to.id ? [] : [{ link, pathway, from, to }];
    }),
  );
  const together = groupBy(crossings, ({ link, from, to }) => JSON.stringify([link.kind, from.id, to.id]));
  const edges = [...together.values()].map((all) => edgeOf(project, all, attributed));
  const count = crossings.filter(({ link }) => link.kind === 'transition').length;
  return { edges, terminals: [...terminals.values()], count };

  function sideOf(pathway: Pathway, end: End, side: 'from' | 'to', link: Transition | Flow): Side {
    const home = end.pathway ? project.pathways.get(end.pathway.name) : pathway;
    if (!home) {
      const terminal = terminalFor(project, { pathway: end.pathway! }, side, link.place);
      terminals.set(terminal.id, terminal);
      return { id: terminal.id, label: terminal.label };
    }
    const name = end.stage?.name;
    const stage = name === undefined ? undefined : stagesOf(project, home).find((each) => each.name === name);
    const words = stage ? `'${stageLabel(stage)}'` : name === undefined ? undefined : `'${name}', which is not there`;
    return { id: wholeId(home.name), label: labelOf(home), ...(words === undefined ? {} : { stage: words }) };
  }
}

function edgeOf(project: Project, all: readonly Crossing[], attributed: ReadonlyMap<string, Attributed>): SceneEdge {
  const { link, from, to } = all[0]!;
  const findings = all.flatMap((one) => attributed.get(one.pathway.name)?.on(one.link.place) ?? []);
  const labels = [...new Set(all.map((one) => labelOfLink(project, one.link)))].filter((label) => label !== '');
  const sendings = firstBy(
    all.flatMap((one) => sendingsOf(project, one.link)),
    (sending) => JSON.stringify(sending),
  );
  const noun = link.kind === 'flow' ? 'flow' : 'handover';
  const label = all.length === 1 ? (labels[0] ?? '') : counted(all.length, noun);
  const heading = `${counted(all.length, noun)} from ${from.label} to ${to.label}`;
  const each = all.map((one) => inWords(project, one));
  return {
    kind: link.kind,
    id: `${link.kind}:${from.id} to ${to.id}`,
    from: from.id,
    to: to.id,
    label,
    sendings,
    ...marksOf(findings),
    spoken: `${[heading, ...each, ...sendings.map(spokenSending), ...spokenCounts(findings)].join(', ')}.`,
    hover: [heading, ...each, ...sendings.map(spokenSending).map(capital), ...findingLines(findings)].join('\n'),
    place: link.place,
  };
}

/** `Step down: from 'Ward' to 'Community team'`; without stages where it names none. */
function inWords(project: Project, { link, from, to }: Crossing): string {
  const ends = [...(from.stage ? [`from ${from.stage}`] : []), ...(to.stage ? [`to ${to.stage}`] : [])].join(' ');
  const label = labelOfLink(project, link);
  return [label, ends].filter((part) => part !== '').join(': ');
}
