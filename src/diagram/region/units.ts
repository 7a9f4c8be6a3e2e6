import type { Pathway, UsedStage } from '../../model/elements.ts';
import type { Ref } from '../../model/facts.ts';
import { groupBy } from '../../model/group.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { isProposed } from '../../model/status.ts';
import { chipsOf, factLines } from '../scene/facts.ts';
import { hoverOfStage } from '../scene/hover.ts';
import { terminalFor } from '../scene/terminals.ts';
import { nodeFactsOf } from '../scene/told.ts';
import { listed } from '../scene/words.ts';
import type { SceneEdge, SummaryLine, SummaryNode, TerminalNode } from '../scene.ts';
import { spokenLine, wholeId } from './cards.ts';

/** The units that several pathways share, and the lines to those that describe and those that use them. */
export interface Units {
  readonly nodes: readonly SummaryNode[];
  readonly edges: readonly SceneEdge[];
  /** For units that cannot be found. */
  readonly terminals: readonly TerminalNode[];
}

interface Use {
  readonly used: UsedStage;
  readonly by: Pathway;
}

export function sharedUnits(project: Project): Units {
  const uses = [...project.pathways.values()].flatMap((by) => by.uses.map((used): Use => ({ used, by })));
  const parts = [...groupBy(uses, ({ used }) => JSON.stringify([used.pathway.name, used.stage.name])).values()].map(
    (all) => unitOf(project, all),
  );
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    edges: parts.flatMap(({ edges }) => edges),
    terminals: parts.flatMap(({ terminals }) => terminals),
  };
}

/** The id of a shared unit's box. */
export function unitId(stage: Ref, pathway: Ref): string {
  return `unit:${stage.name}@${pathway.name}`;
}

function unitOf(project: Project, uses: readonly Use[]): Units {
  const { used } = uses[0]!;
  const home = project.pathways.get(used.pathway.name);
  const stage = home?.stages.find(({ name }) => name === used.stage.name);
  if (!home || !stage) {
    const terminal = terminalFor(project, { stage: used.stage, pathway: used.pathway }, 'to', used.place);
    return { nodes: [], edges: uses.map((use) => useTie(use, terminal.id, terminal.label)), terminals: [terminal] };
  }
  const each = { name: stage.name, stage, home };
  const lines = factLines(project, each).map(
    ({ fact, state, text }): SummaryLine => ({
      ...(state === 'recorded' ? { heading: fact } : {}),
      ...(state === 'unknown' ? { sign: 'question' as const } : state === 'none' ? { sign: 'gap' as const } : {}),
      text,
      state,
    }),
  );
  const chips = chipsOf(project, stage);
  const label = labelOf(stage);
  const users = listed([...new Set(uses.map(({ by }) => labelOf(by)))]);
  const shared = `described in ${labelOf(home)} and used by ${users}`;
  const facts = nodeFactsOf(project, home, each);
  const id = unitId(used.stage, used.pathway);
  const status = stage.facts.status.findLast((line) => line.state === 'recorded');
  const node: SummaryNode = {
    kind: 'summary',
    sort: 'unit',
    id,
    label,
    proposed: isProposed(stage),
    closed: status?.state === 'recorded' && status.value.status === 'closed',
    lines,
    chips,
    ...(facts ? { facts } : {}),
    questions: 0,
    place: stage.namePlace,
    spoken: `Shared unit ${[label, shared, ...lines.map(spokenLine), ...chips.map(({ text }) => text)].join(', ')}.`,
    hover: [label, `Shared: ${shared}`, ...hoverOfStage(project, each).slice(1)].join('\n'),
  };
  const ties = uses.filter(({ by }) => by !== home).map((use) => useTie(use, id, label));
  const described: SceneEdge = {
    kind: 'tie',
    id: `tie:describes ${id}`,
    from: wholeId(home.name),
    to: id,
    label: 'describes',
    sendings: [],
    questions: 0,
    spoken: `${labelOf(home)} describes the shared unit ${label}.`,
    hover: `${labelOf(home)} describes the shared unit ${label}`,
    place: stage.namePlace,
  };
  return { nodes: [node], edges: [described, ...ties], terminals: [] };
}

/**
 * From the unit to the pathway, so that the unit stands between those that share it; but on the way of the people where
 * the pathway hands on to the one that describes it.
 */
function useTie({ used, by }: Use, unit: string, label: string): SceneEdge {
  const ends = [unit, wholeId(by.name)] as const;
  const [from, to] = by.transitions.some((one) => one.to.pathway?.name === used.pathway.name)
    ? ends.toReversed()
    : ends;
  const words = `${labelOf(by)} uses the shared unit ${label}`;
  return {
    kind: 'tie',
    id: `tie:uses ${unit} ${wholeId(by.name)} ${used.name}`,
    from: from!,
    to: to!,
    label: 'uses',
    sendings: [],
    questions: 0,
    spoken: `${words}.`,
    hover: words,
    place: used.place,
  };
}
