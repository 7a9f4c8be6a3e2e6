import type { LaneKey } from '../../model/elements.ts';
import { type FactLines, type Ref, recorded, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { effective } from '../../model/inheritance.ts';
import type { Project } from '../../model/project.ts';
import type { GroupState } from '../scene.ts';
import { absenceText } from './facts.ts';
import { levelTexts } from './levels.ts';
import { labelOfRef, plain } from './words.ts';

/** What stages have in common that are put in one lane or given one colour. */
export interface Group {
  /** `lane:<name>`, and `lane:(unknown)` and the like for what has none. */
  readonly id: string;
  readonly name?: string;
  readonly label: string;
  readonly state: GroupState;
}

/** The group that a stage belongs to: of several providers or commissioners the lead's, else the first one's. */
export function groupOf(project: Project, each: PathwayStage, key: LaneKey): Group {
  const { stage, home } = each;
  if (!stage) return absent(key, 'missing');
  switch (key) {
    case 'setting':
      return first(key, stage.facts.setting, project.terms.setting, (value) => value.setting);
    case 'level':
      return numbered(
        project,
        first(key, stage.facts.level, project.terms.level, (value) => value),
      );
    case 'provider':
    case 'commissioner':
      return first(
        key,
        leadFirst(effective(home, stage, key).lines),
        project.organisations,
        (value) => value.organisation,
      );
    case 'footprint':
      return home.footprint ? named(home.footprint, project.footprints) : absent(key, 'missing');
  }
}

/** Groups in the order in which they are shown; those without a value come last. */
export function inOrder(project: Project, key: LaneKey, groups: readonly Group[]): readonly Group[] {
  const distinct = [...new Map(groups.map((group) => [group.id, group])).values()];
  const rank = rankIn(project, key);
  return distinct
    .map((group, index) => ({ group, index, rank: group.name === undefined ? [] : rank(group.name) }))
    .toSorted(
      (a, b) =>
        states.indexOf(a.group.state) - states.indexOf(b.group.state) ||
        compareRanks(a.rank, b.rank) ||
        a.index - b.index,
    )
    .map(({ group }) => group);
}

/** `Setting`, `Provider`: what a group is a value of. */
export function keyInWords(key: LaneKey): string {
  return plain(key);
}

const states: readonly GroupState[] = ['recorded', 'not-applicable', 'none', 'unknown', 'missing'];

function first<T>(
  key: LaneKey,
  lines: FactLines<T>,
  all: Parameters<typeof labelOfRef>[0],
  refOf: (value: T) => Ref,
): Group {
  const [value] = recorded(lines);
  if (value !== undefined) return named(refOf(value), all);
  const state = stateOf(lines);
  return absent(key, state === 'recorded' || state === 'unreadable' ? 'missing' : state);
}

function named(ref: Ref, all: Parameters<typeof labelOfRef>[0]): Group {
  const label = all.has(ref.name) ? labelOfRef(all, ref) : `? ${ref.name}`;
  return { id: `lane:${ref.name}`, name: ref.name, label, state: 'recorded' };
}

/** A numbered level goes by its number, and by its label too: `Tier 3: Specialist services`. */
function numbered(project: Project, group: Group): Group {
  const term = project.terms.level.get(group.name ?? '');
  const [short = ''] = term ? levelTexts(project, [{ to: 'level', name: term.name, place: term.namePlace }]) : [];
  return short === '' || short === group.label ? group : { ...group, label: `${short}: ${group.label}` };
}

function absent(key: LaneKey, state: Exclude<GroupState, 'recorded'>): Group {
  return { id: `lane:(${state})`, label: plain(absenceText(key, state)), state };
}

function leadFirst<T extends { readonly role?: string }>(lines: FactLines<T>): FactLines<T> {
  const leads = (line: FactLines<T>[number]) => line.state === 'recorded' && line.value.role === 'lead';
  return [...lines.filter(leads), ...lines.filter((line) => !leads(line))];
}

type Rank = readonly (string | number)[];

/** Levels by their scheme and order, settings as the vocabulary lists them, areas with what lies within them. */
function rankIn(project: Project, key: LaneKey): (name: string) => Rank {
  switch (key) {
    case 'setting':
    case 'level': {
      const terms = [...project.terms[key].values()];
      const schemes = [...new Set(terms.map((term) => term.scheme))];
      const ranks = new Map(
        terms.map((term, index) => [term.name, [schemes.indexOf(term.scheme), term.order ?? 0, index] as Rank]),
      );
      return (name) => ranks.get(name) ?? [schemes.length];
    }
    case 'footprint': {
      const order = [...project.footprints.keys()];
      return (name) => around(project, name).map((area) => order.indexOf(area));
    }
    default:
      return () => [];
  }
}

/** An area's name after the names of those that it lies within, the largest first. */
export function around(project: Project, name: string): readonly string[] {
  const names = [name];
  for (let area = project.footprints.get(name)?.within; area && !names.includes(area.name); ) {
    names.unshift(area.name);
    area = project.footprints.get(area.name)?.within;
  }
  return names;
}

function compareRanks(a: Rank, b: Rank): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    if (a[index] !== b[index]) return Number(a[index]) - Number(b[index]);
  }
  return a.length - b.length;
}
