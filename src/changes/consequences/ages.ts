import { type Recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import { indexOf } from '../../model/pathway-index.ts';
import { labelOf } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import { type Ages, formatAges, inverted, OLDEST, uncovered } from '../../model/units/ages.ts';
import { type Draft, isBoth, type Sides, type Version } from './sides.ts';
import { listed, stageLabel } from './words.ts';

/** The ages that the stages of today are for. */
interface Cover {
  readonly lines: readonly Recorded<Ages>[];
  /** Stages whose ages are not known, by label. */
  readonly unknown: readonly string[];
  /** Whether some stage says nothing of ages at all. */
  readonly silent: boolean;
}

/** Ages that some stage of a pathway was for and none is any more, or that one is for now. */
export function agesConsequences({ pathways }: Sides): readonly Draft[] {
  return pathways.filter(isBoth).flatMap(({ before: old, after: now }) => {
    const [was, is] = [coverOf(old), coverOf(now)];
    if (was === undefined || is === undefined) return [];
    const lost = missingIn(is, was);
    const gained = missingIn(was, is);
    const label = labelOf(now.pathway);
    const common = { pathway: now.pathway.name, about: { kind: 'pathway', name: now.pathway.name } } as const;
    const places = { before: was.lines[0]?.place ?? old.pathway.namePlace, after: now.pathway.namePlace };
    return [
      ...(lost.length === 0
        ? []
        : [
            {
              kind: 'ages-lost',
              tone: 'worse',
              sentence: lostInWords(label, lost, is),
              brief: `${agesOf(lost)} no longer covered`,
              ...common,
              ...places,
            } as const,
          ]),
      ...(gained.length === 0
        ? []
        : [
            {
              kind: 'ages-gained',
              tone: isUnsure(was) ? 'open' : 'better',
              sentence: gainedInWords(label, gained, was),
              ...common,
              before: old.pathway.namePlace,
              after: is.lines[0]?.place ?? now.pathway.namePlace,
            } as const,
          ]),
    ];
  });
}

/** The ages that stages of only the one pathway are for, in words; nothing where that cannot be told. */
export function agesOnlyIn(one: Version, other: Version): string | undefined {
  const [cover, others] = [coverOf(one), coverOf(other)];
  if (cover === undefined || others === undefined || others.unknown.length > 0 || others.silent) return undefined;
  const only = missingIn(others, cover);
  return only.length === 0 ? undefined : agesOf(only);
}

/** Nothing where a shared stage cannot be found, since nobody knows whom it is for. */
function coverOf({ project, pathway }: Version): Cover | undefined {
  const { stages } = indexOf(project, pathway);
  if (stages.some(({ stage }) => stage === undefined)) return undefined;
  const current = stages.filter(({ stage }) => stage !== undefined && isCurrent(stage));
  const unclear = current.filter(({ stage }) => ['unknown', 'unreadable'].includes(stateOf(stage!.facts.ages)));
  return {
    lines: current
      .flatMap(({ stage }) => recordedFacts<Ages>(stage!.facts.ages))
      .filter(({ value }) => !inverted(value)),
    unknown: unclear.map(stageLabel),
    silent: current.some(({ stage }) => stateOf(stage!.facts.ages) === 'missing'),
  };
}

/** The ages of the one that the other does not have, in their order and without overlaps. */
function missingIn(cover: Cover, other: Cover): readonly Ages[] {
  const parts = cover.lines.map(({ value }) => value);
  const all = merged(other.lines.map(({ value }) => value));
  return all.flatMap((ages) => uncovered(ages, parts));
}

function merged(all: readonly Ages[]): readonly Ages[] {
  const found: Ages[] = [];
  for (const ages of all.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last === undefined || (last.to ?? OLDEST) + 1 < ages.from) found.push(ages);
    else if ((ages.to ?? OLDEST) > (last.to ?? OLDEST)) found[found.length - 1] = endingAs(last.from, ages);
  }
  return found;
}

const endingAs = (from: number, { to }: Ages): Ages => (to === undefined ? { from } : { from, to });

function lostInWords(label: string, lost: readonly Ages[], { unknown, silent }: Cover): string {
  if (unknown.length > 0) {
    return `Nobody can tell whether ${label} still covers ${agesOf(lost)}: the ages of ${listed(unknown)} are not known.`;
  }
  if (silent) return `No stage of ${label} says any more that it is for ${agesOf(lost)}.`;
  return `No stage of ${label} is for ${agesOf(lost)} any more.`;
}

function gainedInWords(label: string, gained: readonly Ages[], was: Cover): string {
  const ages = agesOf(gained);
  if (!isUnsure(was)) return `A stage of ${label} is for ${ages} now; none was before.`;
  const why =
    was.unknown.length > 0 ? `the ages of ${listed(was.unknown)} were not known` : 'not every stage said its ages';
  return `A stage of ${label} is for ${ages} now; whether one was before cannot be told, since ${why}.`;
}

/** Whether a stage may be for ages that no line says. */
const isUnsure = ({ unknown, silent }: Cover): boolean => unknown.length > 0 || silent;

/** `age 18`, `ages 0 to 4 and 19 to 21`. */
function agesOf(all: readonly Ages[]): string {
  const one = all.length === 1 && all[0]!.from === all[0]!.to;
  return `${one ? 'age' : 'ages'} ${listed(all.map(formatAges))}`;
}
