import type { Pathway } from '../../../model/elements.ts';
import { type PathwayStage, reachable } from '../../../model/graph.ts';
import { indexOf, isElsewhere, type PathwayIndex } from '../../../model/pathway-index.ts';
import type { Project } from '../../../model/project.ts';
import { fittingMovement, isDetained } from '../../../rules/detention.ts';
import { endlessLoops } from '../../../rules/endless-loops.ts';
import type { Finding } from '../../../rules/finding.ts';
import { isEntry } from '../../../rules/ways.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, type Change } from '../change.ts';
import { samePlace } from '../elements.ts';
import { insertBlock, insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';
import { raiseGap } from './raise-gap.ts';

const mostStages = 5;

/** Ways into, through and out of a pathway: `enters`, `leaves`, and transitions whose details are open questions. */
export const ways: Family = (request) => request.findings.flatMap((finding) => fixesOf(request, finding));

function fixesOf(request: Request, finding: Finding): readonly Action[] {
  const { project } = request.checked;
  const pathway = project.pathways.get(finding.pathway ?? '');
  if (!pathway || pathway.place.file !== request.file.uri) return [];
  const index = indexOf(project, pathway);
  const offer = (title: string, changes: readonly Change[], preferred = false): Action => ({
    title,
    kind: QUICK_FIX,
    changes: inFile(request.file.uri, changes),
    findings: [finding],
    ...(preferred && { preferred: true as const }),
  });
  const end = (word: 'enters' | 'leaves', name: string | undefined): readonly Action[] => {
    const stage = pathway.stages.find((one) => one.name === name);
    if (!stage) return [];
    const does = word === 'enters' ? 'people come in' : 'people leave';
    const changes = insertFacts(sheetOf(request.file), stage.place, 'Stage', [`${word} "${CARET}"`]);
    return [offer(`Write '${word}' in stage '${stage.name}', and say how ${does}`, changes, true)];
  };
  const link = (from: string, to: string, preferred = false): Action =>
    offer(
      `Add a transition from '${from}' to '${to}'`,
      addTransition(request, pathway, from, to, movementOf(project, index, from, to)),
      preferred,
    );
  const name = finding.element ?? '';
  switch (finding.rule) {
    case 'no-way-in-or-out':
      return finding.facts.includes('enters')
        ? end('enters', pathway.stages[0]?.name)
        : end('leaves', lastOf(pathway, index));
    case 'unreachable-stage':
      return [...end('enters', name), ...startsFor(pathway, index, name).map((from) => link(from, name))];
    case 'dead-end':
      return [...end('leaves', name), ...endsFor(index, name).map((to) => link(name, to))];
    case 'out-of-area-without-return':
      return waysBack(request, finding, pathway, link);
    case 'endless-loop':
      return loopAt(project, pathway, name).flatMap((stage) => end('leaves', stage));
    case 'secure-stage-without-way-in':
      return [...startsFor(pathway, index, name).map((from, at) => link(from, name, at === 0)), ...end('enters', name)];
    case 'release-to-nowhere': {
      const free = endsFor(index, name, (stage) => isFree(project, stage));
      return [...free.map((to, at) => link(name, to, at === 0)), ...end('leaves', name)];
    }
    default:
      return [];
  }
}

/** Transitions back to where people came from, as far as the pathway describes both ends; or a gap. */
function waysBack(
  request: Request,
  finding: Finding,
  pathway: Pathway,
  link: (from: string, to: string) => Action,
): readonly Action[] {
  const { byName, incoming, outgoing } = indexOf(request.checked.project, pathway);
  const moved = pathway.transitions.find(({ namePlace }) => samePlace(namePlace, finding.place));
  const element = moved ?? pathway.stages.find(({ name }) => name === finding.element);
  if (!element) return [];
  const away = moved ? (isElsewhere(pathway, moved.to) ? '' : (moved.to.stage?.name ?? '')) : element.name;
  const moves = moved ? [moved] : (incoming.get(away) ?? []);
  const starts = moves.flatMap(({ from }) => (isElsewhere(pathway, from) ? [] : (from.stage?.name ?? [])));
  const known = byName.has(away) && !outgoing.has(away) ? [...new Set(starts)].filter((name) => byName.has(name)) : [];
  return [
    ...known.slice(0, mostStages).map((name) => link(away, name)),
    raiseGap(request, finding, pathway, element, 'out-of-area'),
  ];
}

/** The last stage of the text from which nothing leads on; the very last one, where there is none. */
function lastOf({ stages }: Pathway, index: PathwayIndex): string | undefined {
  return (stages.findLast(({ name }) => !index.outgoing.has(name)) ?? stages.at(-1))?.name;
}

/** The stages from which people might come: those that they do reach, beginning with the ones before it in the text. */
function startsFor(pathway: Pathway, index: PathwayIndex, name: string): readonly string[] {
  const entries = index.stages.filter((stage) => stage.name !== name && isEntry(index, stage));
  const reached = reachable(
    pathway,
    entries.map((stage) => stage.name),
  );
  const names = index.stages.map((stage) => stage.name);
  return nearby(names, name, 'before')
    .filter((other) => reached.has(other))
    .slice(0, mostStages);
}

/** The stages to which people might go, beginning with the ones behind it in the text. */
function endsFor(
  index: PathwayIndex,
  name: string,
  fits: (stage: PathwayStage) => boolean = () => true,
): readonly string[] {
  const names = index.stages.filter((stage) => stage.name === name || fits(stage)).map((stage) => stage.name);
  return nearby(names, name, 'behind').slice(0, mostStages);
}

/** The other names, the nearest first, those on the given side before those on the other. */
function nearby(names: readonly string[], name: string, side: 'before' | 'behind'): readonly string[] {
  const at = names.indexOf(name);
  const before = names.slice(0, Math.max(0, at)).toReversed();
  const behind = names.slice(at + 1);
  return side === 'before' ? [...before, ...behind] : [...behind, ...before];
}

/** Whether people at the stage are known not to be detained, or only in a part of it. */
function isFree(project: Project, { stage }: PathwayStage): boolean {
  return (stage?.facts.setting.length ?? 0) > 0 && !isDetained(project, stage);
}

function loopAt(project: Project, pathway: Pathway, first: string): readonly string[] {
  const loop = endlessLoops(project, pathway).find(([stage]) => stage?.name === first) ?? [];
  return loop.slice(0, mostStages).map(({ name }) => name);
}

/** The movement that follows from where the two stages take place, where the vocabulary has it. */
function movementOf(project: Project, { byName }: PathwayIndex, from: string, to: string): string | undefined {
  const movement = fittingMovement(project, byName.get(from)?.stage, byName.get(to)?.stage);
  return movement !== undefined && project.terms.movement.has(movement) ? movement : undefined;
}

/** What is not known about a new transition is asked, and not made up. */
export function openTransition(from: string, to: string, movement?: string): readonly string[] {
  const facts = [...(movement === undefined ? [] : [`movement ${movement}`]), unknown('criteria'), unknown('send')];
  return [`transition from ${from} to ${to} {`, ...facts.map((fact) => `  ${fact}`), '}'];
}

function addTransition(
  { file }: Request,
  pathway: Pathway,
  from: string,
  to: string,
  movement: string | undefined,
): readonly Change[] {
  return insertBlock(sheetOf(file), pathway.place, openTransition(from, to, movement), ['transition']);
}
