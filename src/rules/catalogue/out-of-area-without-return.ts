import type { Pathway, Stage, Transition } from '../../model/elements.ts';
import { type Recorded, recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import { effective } from '../../model/inheritance.ts';
import { indexOf, isElsewhere } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import type { Provision } from '../../model/values.ts';
import { overlap } from '../footprints.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { endInWords, plannedOrBroken, stagesAt } from '../transitions.ts';
import { inWords } from '../words.ts';

/**
 * Of a stage without any line for its commissioner missing-commissioner speaks. A stage to which an out-of-area move
 * leads is spoken of at the move, and not again because of its provider.
 */
export const outOfAreaWithoutReturn: PathwayRule = {
  name: 'out-of-area-without-return',
  title: 'Out-of-area placement',
  family: 'transitions',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const moves = pathway.transitions.filter(isOutOfArea);
    for (const move of moves) yield* checkMove(project, pathway, move);
    const reached = new Set(moves.flatMap(({ to }) => (isElsewhere(pathway, to) ? [] : (to.stage?.name ?? []))));
    for (const stage of pathway.stages) {
      if (isCurrent(stage) && !reached.has(stage.name)) yield* checkStage(project, pathway, stage);
    }
  },
};

const isOutOfArea = ({ facts }: Transition): boolean =>
  recorded(facts.movement).some(({ name }) => name === 'out-of-area');

function* checkMove(project: Project, pathway: Pathway, move: Transition): Iterable<Report> {
  if (plannedOrBroken(project, pathway, move)) return;
  const ends = stagesAt(project, pathway, move);
  const lacks = [
    ...(comesBack(project, pathway, move) ? [] : ['return route']),
    ...(ends !== undefined && nobodyResponsible(ends.to.home, ends.to.stage) ? ['responsible commissioner'] : []),
  ];
  if (lacks.length === 0) return;
  yield {
    at: move.namePlace,
    message: `Out-of-area move '${move.name}' has no ${inWords(lacks, 'or')}: ${advice(lacks, endInWords(move.to))}.`,
    element: move.name,
    facts: ['movement'],
  };
}

function* checkStage(project: Project, pathway: Pathway, stage: Stage): Iterable<Report> {
  const away = providerAway(project, pathway, stage);
  if (away === undefined) return;
  const lacks = [
    ...(leadsOn(project, pathway, stage.name) ? [] : ['return route']),
    ...(nobodyResponsible(pathway, stage) ? ['responsible commissioner'] : []),
  ];
  if (lacks.length === 0) return;
  const provider = away.value.organisation.name;
  yield {
    at: away.place,
    message: `'${stage.name}' is out of area, as '${provider}' does not cover '${pathway.footprint?.name}', and has no ${inWords(lacks, 'or')}: ${advice(lacks, `'${stage.name}'`)}.`,
    element: stage.name,
    facts: ['provider'],
  };
}

function advice(lacks: readonly string[], there: string): string {
  const back = `add a transition back from ${there}`;
  const name = `name who stays responsible for people at ${there}`;
  return lacks.map((lack) => (lack === 'return route' ? back : name)).join(', and ');
}

/** Whether a transition leads back; also where one starts at a stage that cannot be found, as it may be the one. */
function comesBack(project: Project, pathway: Pathway, { to }: Transition): boolean {
  if (!isElsewhere(pathway, to)) return leadsOn(project, pathway, to.stage?.name ?? '');
  const there = project.pathways.get(to.pathway?.name ?? '');
  return (
    there?.transitions.some((back) => isElsewhere(there, back.to) && back.to.pathway?.name === pathway.name) ?? true
  );
}

function leadsOn(project: Project, pathway: Pathway, stage: string): boolean {
  const index = indexOf(project, pathway);
  return index.brokenStart || (index.outgoing.get(stage) ?? []).some((transition) => !isOutOfArea(transition));
}

/** Whether commissioners are spoken of, and all of them only contribute or are said not to apply. */
function nobodyResponsible(home: Pathway, stage: Stage): boolean {
  const { lines } = effective(home, stage, 'commissioner');
  const state = stateOf(lines);
  return (
    state === 'not-applicable' || (state === 'recorded' && recorded(lines).every(({ role }) => role === 'contributor'))
  );
}

/** The first of a stage's own providers, where all of them are known to cover only other areas. */
function providerAway(project: Project, pathway: Pathway, stage: Stage): Recorded<Provision> | undefined {
  const area = pathway.footprint?.name ?? '';
  if (!project.footprints.has(area)) return undefined;
  const lines = recordedFacts<Provision>(stage.facts.provider);
  const elsewhere = ({ value }: Recorded<Provision>): boolean => {
    const covered = recorded(project.organisations.get(value.organisation.name)?.facts.covers ?? []);
    return (
      covered.length > 0 && covered.every(({ name }) => project.footprints.has(name) && !overlap(project, name, area))
    );
  };
  return lines.length === stage.facts.provider.length && lines.every(elsewhere) ? lines[0] : undefined;
}
