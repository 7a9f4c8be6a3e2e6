import type { Pathway } from '../../model/elements.ts';
import { type Ref, recordedFacts } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Place } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import { type Both, type Draft, isBoth, type Sides, type Version } from './sides.ts';
import { labelOfRef, listed, someOf, stageLabel } from './words.ts';

/** A level, the first line that names it, and the stages of today that are of it. */
interface Level {
  readonly name: string;
  readonly label: string;
  readonly place: Place;
  readonly stages: readonly string[];
}

/** Levels that no stage of a pathway is of any more, or that one is of now. */
export function levelConsequences({ pathways, naming }: Sides): readonly Draft[] {
  return pathways.filter(isBoth).flatMap((pathway) => {
    const was = levelsOf(pathway.before, (name) => naming.called('level', name));
    const is = levelsOf(pathway.after);
    const lost = was.filter(({ name }) => !is.some((level) => level.name === name));
    const gained = is.filter(({ name }) => !was.some((level) => level.name === name));
    return [...lostOf(pathway, lost), ...gainedOf(pathway, gained)];
  });
}

/** The levels that stages of only the one pathway are of, by their labels. */
export function levelsOnlyIn(one: Version, other: Version): readonly string[] {
  const others = new Set(levelsOf(other).map(({ name }) => name));
  return levelsOf(one).flatMap(({ name, label }) => (others.has(name) ? [] : [label]));
}

function lostOf({ before, after }: Both<Version>, lost: readonly Level[]): readonly Draft[] {
  if (lost.length === 0) return [];
  const stages = someOf([...new Set(lost.flatMap((level) => level.stages))]);
  const levels = listed(
    lost.map(({ label }) => label),
    'or',
  );
  return [
    {
      kind: 'level-lost',
      tone: 'worse',
      sentence: `No stage of ${labelOf(after.pathway)} is of the level ${levels} any more; ${stages} ${lost.length > 1 || lost[0]!.stages.length > 1 ? 'were' : 'was'} before.`,
      brief: `no stage of the level ${levels} any more`,
      ...about(after.pathway),
      before: lost[0]?.place ?? before.pathway.namePlace,
      after: after.pathway.namePlace,
    },
  ];
}

function gainedOf({ before, after }: Both<Version>, gained: readonly Level[]): readonly Draft[] {
  if (gained.length === 0) return [];
  const stages = someOf([...new Set(gained.flatMap((level) => level.stages))]);
  const levels = listed(gained.map(({ label }) => label));
  return [
    {
      kind: 'level-gained',
      tone: 'better',
      sentence: `${labelOf(after.pathway)} has the level ${levels} now, at ${stages}.`,
      ...about(after.pathway),
      before: before.pathway.namePlace,
      after: gained[0]?.place ?? after.pathway.namePlace,
    },
  ];
}

const about = ({ name }: Pathway) => ({ pathway: name, about: { kind: 'pathway', name } }) as const;

function levelsOf({ project, pathway }: Version, called: (name: string) => string = (name) => name): readonly Level[] {
  const found = new Map<string, Level>();
  for (const at of indexOf(project, pathway).stages) {
    if (at.stage === undefined || !isCurrent(at.stage)) continue;
    for (const { value, place } of recordedFacts<Ref>(at.stage.facts.level)) {
      const name = called(value.name);
      const stages = [...(found.get(name)?.stages ?? []), labelAt(at)];
      found.set(
        name,
        found.has(name) ? { ...found.get(name)!, stages } : { name, label: labelOfRef(project, value), place, stages },
      );
    }
  }
  return [...found.values()];
}

const labelAt = (at: PathwayStage): string => stageLabel(at);
