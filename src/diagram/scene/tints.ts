import type { LaneKey } from '../../model/elements.ts';
import type { PathwayStage } from '../../model/graph.ts';
import type { Project } from '../../model/project.ts';
import type { GroupState, LegendEntry, TintMark } from '../scene.ts';
import { type Group, groupOf, inOrder, keyInWords } from './groups.ts';

/** The colours of a picture: which each stage has, and what they stand for. */
export interface Tints {
  readonly of: (each: PathwayStage) => { readonly tint?: number; readonly spine: TintMark };
  readonly legend: readonly LegendEntry[];
}

/** How many colours can be told apart. */
const most = 8;

/** A colour for each group, for the largest where there are more than can be told apart; the rest share one. */
export function tintsBy(project: Project, key: LaneKey, stages: readonly PathwayStage[]): Tints {
  const groups = stages.map((each) => groupOf(project, each, key));
  const ordered = inOrder(project, key, groups);
  const named = ordered.filter(({ state }) => state === 'recorded');
  const size = ({ id }: Group) => groups.filter((group) => group.id === id).length;
  const coloured = new Set(named.length > most ? named.toSorted((a, b) => size(b) - size(a)).slice(0, most) : named);
  const tints = new Map(named.filter((group) => coloured.has(group)).map((group, index) => [group.id, index]));
  const others = named.filter((group) => !coloured.has(group));
  const absences = ordered.filter(({ state }) => state !== 'recorded');
  const entries: readonly LegendEntry[] = [
    ...named
      .filter(({ id }) => tints.has(id))
      .map(({ id, label }) => ({ mark: tintMarks[tints.get(id)!]!, text: label })),
    ...(others.length > 0 ? [{ mark: 'tint-other' as const, text: `other, ${others.length} of them` }] : []),
    ...absences.map(({ state, label }) => ({
      mark: absenceMarks[state as Exclude<GroupState, 'recorded'>],
      text: label,
    })),
  ];
  return {
    of: (each) => {
      const { id, state } = groupOf(project, each, key);
      if (state !== 'recorded') return { spine: absenceMarks[state] };
      const tint = tints.get(id);
      return tint === undefined ? { tint: most, spine: 'tint-other' } : { tint, spine: tintMarks[tint]! };
    },
    legend: entries.map((entry, index) => (index === 0 ? { ...entry, heading: keyInWords(key) } : entry)),
  };
}

const tintMarks: readonly TintMark[] = ['tint1', 'tint2', 'tint3', 'tint4', 'tint5', 'tint6', 'tint7', 'tint8'];

const absenceMarks: Readonly<Record<Exclude<GroupState, 'recorded'>, TintMark>> = {
  unknown: 'tint-unknown',
  none: 'tint-none',
  'not-applicable': 'tint-not-applicable',
  missing: 'tint-missing',
};
