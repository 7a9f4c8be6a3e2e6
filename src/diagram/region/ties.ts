import type { Pathway } from '../../model/elements.ts';
import { recordedFacts } from '../../model/facts.ts';
import { firstBy } from '../../model/group.ts';
import type { Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { isClosed } from '../../model/status.ts';
import type { Overlap } from '../../model/values.ts';
import { overlap } from '../../rules/footprints.ts';
import { realisationOf } from '../../rules/realisation.ts';
import { terminalFor } from '../scene/terminals.ts';
import { labelOfRef, listed, plain } from '../scene/words.ts';
import type { SceneEdge, TerminalNode } from '../scene.ts';
import { specificationId, wholeId } from './cards.ts';

/** A line from each specification's sheet to the pathways that realise it. */
export function realisingTies(project: Project, drawn: ReadonlySet<string>): readonly SceneEdge[] {
  return [...project.pathways.values()].flatMap((pathway) => {
    const specification = project.specifications.get(pathway.realises?.name ?? '');
    if (!specification || !drawn.has(specificationId(specification.name))) return [];
    const words = `${labelOf(pathway)} realises ${labelOf(specification)}`;
    return [
      tie(specificationId(specification.name), wholeId(pathway.name), 'realises', '', words, pathway.realises!.place),
    ];
  });
}

/** Which pathways do the same for the same people, as the texts say or as follows from what they realise where. */
export function overlapTies(project: Project): {
  readonly edges: readonly SceneEdge[];
  readonly terminals: readonly TerminalNode[];
} {
  const pathways = [...project.pathways.values()];
  const said = pathways.flatMap((pathway) =>
    recordedFacts<Overlap>(pathway.facts.overlaps).map(({ value, place }) =>
      saidOverlap(project, pathway, value, place),
    ),
  );
  const known = new Set(
    said.flatMap(({ pair }) => (pair ? [pair, pair.toReversed()] : [])).map((pair) => pair.join(' ')),
  );
  const found = pathways.flatMap((one, index) =>
    pathways
      .slice(index + 1)
      .filter((other) => !known.has(`${one.name} ${other.name}`))
      .flatMap((other) => sameForSame(project, one, other)),
  );
  return {
    edges: firstBy([...said.map(({ edge }) => edge), ...found], ({ id }) => id),
    terminals: said.flatMap(({ terminal }) => terminal ?? []),
  };
}

interface Said {
  readonly edge: SceneEdge;
  readonly terminal?: TerminalNode;
  readonly pair?: readonly [string, string];
}

function saidOverlap(project: Project, pathway: Pathway, value: Overlap, place: Place): Said {
  const stage = value.stage && labelOfRef(new Map(pathway.stages.map((each) => [each.name, each])), value.stage);
  const at = stage === undefined ? '' : ` at ${stage}`;
  const why = value.why === undefined ? '' : `: ${value.why}`;
  const target = otherSide(project, value.with, place);
  const words = `${labelOf(pathway)} overlaps ${target.label}${at}${why}`;
  const edge = tie(wholeId(pathway.name), target.id, 'overlaps', `overlaps${at}`, words, place, stage);
  return {
    edge,
    ...(target.terminal ? { terminal: target.terminal } : {}),
    ...(target.name === undefined ? {} : { pair: [pathway.name, target.name] }),
  };
}

/** The other pathway where the project has it; else a box for what is named. */
function otherSide(
  project: Project,
  other: Overlap['with'],
  place: Place,
): { readonly id: string; readonly label: string; readonly name?: string; readonly terminal?: TerminalNode } {
  if (typeof other !== 'string') {
    const pathway = project.pathways.get(other.name);
    if (pathway) return { id: wholeId(pathway.name), label: labelOf(pathway), name: pathway.name };
    const terminal = terminalFor(project, { pathway: other }, 'to', place);
    return { id: terminal.id, label: terminal.label, terminal };
  }
  const id = `terminal:overlap:${other}`;
  const words = `${other}, which is not mapped in this project`;
  const terminal: TerminalNode = {
    kind: 'terminal',
    sort: 'pathway',
    id,
    label: other,
    spoken: `${words}.`,
    hover: words,
    place,
  };
  return { id, label: other, terminal };
}

/** Where two pathways realise the same required stages of one specification, and one of their footprints holds the other. */
function sameForSame(project: Project, one: Pathway, other: Pathway): readonly SceneEdge[] {
  if (!one.realises || one.realises.name !== other.realises?.name || isClosed(one) || isClosed(other)) return [];
  if (!one.footprint || !other.footprint || !overlap(project, one.footprint.name, other.footprint.name)) return [];
  const there = realisationOf(project, other)?.realised;
  const both = [...(realisationOf(project, one)?.realised.keys() ?? [])].filter((required) => there?.has(required));
  if (both.length === 0) return [];
  const stages = listed(both.map(({ name, label }) => label ?? plain(name)));
  const words = `${labelOf(one)} and ${labelOf(other)} both realise ${stages} for the same area`;
  return [tie(wholeId(one.name), wholeId(other.name), 'same area', 'same stages, same area', words, one.namePlace)];
}

function tie(
  from: string,
  to: string,
  sort: string,
  label: string,
  words: string,
  place: Place,
  detail = '',
): SceneEdge {
  const id = `tie:${sort} ${from} ${to}${detail === '' ? '' : ` ${detail}`}`;
  return { kind: 'tie', id, from, to, label, sendings: [], questions: 0, spoken: `${words}.`, hover: words, place };
}
