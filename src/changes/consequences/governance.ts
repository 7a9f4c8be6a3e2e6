import type { Pathway, Stage, Transition } from '../../model/elements.ts';
import { type FactLines, recorded, stateOf } from '../../model/facts.ts';
import { groupBy } from '../../model/group.ts';
import { effective, inheritedLines } from '../../model/inheritance.ts';
import type { Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import type { Oversight } from '../../model/values.ts';
import { capital } from '../../model/wording.ts';
import { type Both, type Draft, isBoth, linkPairs, type Sides, stagePairs, type Version } from './sides.ts';
import { counted, labelOfRef, linkInWords, listed, someOf } from './words.ts';

/** Something that is overseen, and the lines that say by whom. */
interface Overseen {
  readonly element: Pathway | Stage | Transition;
  readonly label: string;
  readonly lines: FactLines<Oversight>;
}

/** What one thing lost and gained, and who is left: bodies by their keys on the side after. */
interface Shift {
  readonly pair: Both<Overseen>;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Boards and agreements that no longer oversee a pathway, a stage or a transition, or do so now. A stage without a line
 * of its own is overseen as its pathway is; a body that nothing declares oversees nothing.
 */
export function governanceConsequences(sides: Sides): readonly Draft[] {
  return sides.pathways.filter(isBoth).flatMap((pathway) => {
    const labels = new Map<string, string>();
    const shifts = overseenIn(sides, pathway).flatMap((pair) => shiftOf(sides, pathway, pair, labels));
    const groups = groupBy(shifts, ({ lost, gained, kept, pair }) =>
      JSON.stringify([
        lost,
        gained,
        kept,
        ownLines(pair),
        gained.length + kept.length > 0 ? '' : stateOf(pair.after.lines),
      ]),
    );
    return [...groups.values()].map((group) => toDraft(pathway, group, labels));
  });
}

/** The pathway itself first, then its own stages of today, then transitions with a line of their own. */
function overseenIn(sides: Sides, pathway: Both<Version>): readonly Both<Overseen>[] {
  const stages = stagePairs(sides, pathway).filter(isBoth);
  const links = linkPairs(sides, pathway).filter(isBoth);
  return [
    {
      key: '',
      before: overseenPathway(pathway.before),
      after: overseenPathway(pathway.after),
    },
    ...stages.flatMap(({ key, before: was, after: is }): readonly Both<Overseen>[] => {
      if (was.used || is.used || !was.stage || !is.stage || !isCurrent(was.stage) || !isCurrent(is.stage)) return [];
      const before = overseenStage(pathway.before, was.stage);
      return [{ key, before, after: overseenStage(pathway.after, is.stage) }];
    }),
    ...links.flatMap(({ key, before: was, after: is }): readonly Both<Overseen>[] => {
      if (was.kind === 'flow' || is.kind === 'flow') return [];
      if (was.facts.governance.length + is.facts.governance.length === 0) return [];
      const before = overseenTransition(pathway.before, was);
      return [{ key, before, after: overseenTransition(pathway.after, is) }];
    }),
  ];
}

function overseenPathway({ pathway }: Version): Overseen {
  return { element: pathway, label: labelOf(pathway), lines: pathway.facts.governance };
}

function overseenStage({ pathway }: Version, stage: Stage): Overseen {
  return { element: stage, label: labelOf(stage), lines: effective(pathway, stage, 'governance').lines };
}

function overseenTransition(version: Version, transition: Transition): Overseen {
  const own = transition.facts.governance;
  const lines = [...own, ...inheritedLines('governance', own, version.pathway.facts.governance)];
  return { element: transition, label: linkInWords(version, transition), lines };
}

function shiftOf(
  { naming }: Sides,
  { before: old, after: now }: Both<Version>,
  pair: Both<Overseen>,
  labels: Map<string, string>,
): readonly Shift[] {
  const was = bodiesOf(old.project, pair.before.lines, labels, naming.called);
  const is = bodiesOf(now.project, pair.after.lines, labels);
  const lost = was.filter((body) => !is.includes(body));
  const gained = is.filter((body) => !was.includes(body));
  const kept = is.filter((body) => was.includes(body));
  return lost.length + gained.length === 0 ? [] : [{ pair, lost, gained, kept }];
}

/** The bodies that are declared, by keys; their labels go into the map, where the later ones stand. */
function bodiesOf(
  project: Project,
  lines: FactLines<Oversight>,
  labels: Map<string, string>,
  called: (kind: string, name: string) => string = (_, name) => name,
): readonly string[] {
  const bodies = recorded(lines).filter(({ by, body }) =>
    by === 'board' ? project.boards.has(body.name) : project.agreements.has(body.name),
  );
  return [
    ...new Set(
      bodies.map(({ by, body }) => {
        const key = `${by} ${called(by, body.name)}`;
        labels.set(key, labelOfRef(project, body));
        return key;
      }),
    ),
  ].toSorted();
}

/** A stage whose own lines differ is told of by itself; those that inherit, and those whose body is gone, together. */
function ownLines({ before, after }: Both<Overseen>): string {
  if (before.element.kind === 'pathway' || after.element.kind === 'pathway') return '';
  const say = ({ element }: Overseen): string =>
    recorded<Oversight>(element.facts.governance)
      .map(({ body }) => body.name)
      .join(' ');
  return say(before) === say(after) ? '' : after.element.name;
}

function toDraft({ after: now }: Both<Version>, group: readonly Shift[], labels: ReadonlyMap<string, string>): Draft {
  const { lost, gained, kept, pair } = group[0]!;
  const say = (bodies: readonly string[]): string => listed(bodies.map((body) => labels.get(body)!));
  const whom = subjectOf(now, group);
  const one = group.length === 1;
  const kind = kindOf(group[0]!);
  // An agreement says who is responsible for what; it does not sit down and look.
  const onlyAgreements = kind === 'lost' && !hasBoard([...kept, ...gained]) ? [...kept, ...gained] : [];
  return {
    kind: `governance-${kind}`,
    tone: kind === 'lost' ? 'worse' : kind === 'gained' ? 'better' : 'open',
    sentence: sentence(),
    ...(kind === 'lost' && { brief: brief() }),
    pathway: now.pathway.name,
    // What holds for a pathway and what inherits from it is about the pathway.
    ...(one || pair.after.element.kind === 'pathway'
      ? { about: { kind: pair.after.element.kind, name: pair.after.element.name } }
      : {}),
    before: placeOf(pair.before),
    after: placeOf(pair.after),
  };

  function sentence(): string {
    const [has, its, it, is] = one ? ['has', 'its', 'it', 'is'] : ['have', 'their', 'them', 'are'];
    const does = (bodies: readonly string[]): string => (bodies.length === 1 ? 'does' : 'do');
    const oversee = (bodies: readonly string[]): string => (bodies.length === 1 ? 'oversees' : 'oversee');
    if (kind !== 'lost' && lost.length > 0)
      return `${whom} ${is} overseen by ${say(gained)} now, in place of ${say(lost)}.`;
    if (kind === 'gained') {
      return kept.length === 0
        ? `${whom} ${is} overseen now, by ${say(gained)}.`
        : `${say(gained)} now ${oversee(gained)} ${inner(whom)} as well as ${say(kept)}.`;
    }
    if (kept.length > 0 && (hasBoard(kept) || !hasBoard(lost))) {
      return `${say(lost)} no longer ${oversee(lost)} ${inner(whom)}; ${say(kept)} still ${does(kept)}.`;
    }
    const board = onlyAgreements.length > 0 || lost.every(isBoard) ? 'governance board' : 'governance';
    const boards = lost.length > 1 && board !== 'governance' ? 'governance boards' : board;
    return `${whom} ${has} lost ${its} ${boards}: ${say(lost)} no longer ${oversee(lost)} ${it}, ${whoNow()}.`;
  }

  /** The pathway alone where it is among them: what is in it goes without saying. */
  function brief(): string {
    const who = pair.after.element.kind === 'pathway' ? labelOf(now.pathway) : inner(whom);
    const [have, are] = one || pair.after.element.kind === 'pathway' ? ['has', 'is'] : ['have', 'are'];
    return kept.length > 0 && onlyAgreements.length === 0
      ? `${who} ${are} no longer overseen by ${say(lost)}`
      : `${who} ${have} lost ${say(lost)}`;
  }

  function whoNow(): string {
    if (onlyAgreements.length > 0)
      return `and only ${say(onlyAgreements)} ${onlyAgreements.length === 1 ? 'is' : 'are'} named`;
    const state = stateOf(pair.after.lines);
    if (state === 'unknown') return 'and who does is not known';
    if (state === 'none') return 'and it is confirmed that nobody does';
    if (state === 'recorded') return 'and what is named there is declared nowhere';
    return 'and nobody else is named';
  }
}

/** What becomes of the boards comes first: an agreement in place of the only board is no oversight gained. */
function kindOf({ lost, gained, kept }: Shift): 'lost' | 'gained' | 'changed' {
  const had = hasBoard([...lost, ...kept]);
  const has = hasBoard([...gained, ...kept]);
  if (had !== has) return had ? 'lost' : 'gained';
  if (lost.length === 0) return 'gained';
  return gained.length === 0 ? 'lost' : 'changed';
}

const isBoard = (body: string): boolean => body.startsWith('board ');

const hasBoard = (bodies: readonly string[]): boolean => bodies.some(isBoard);

/** `Hub`, `North`, `North with 9 of its stages`, `3 stages of North (Hub, Liaison and Court)`. */
function subjectOf({ pathway }: Version, group: readonly Shift[]): string {
  const elements = group.map(({ pair }) => pair.after);
  const inside = elements.filter(({ element }) => element.kind !== 'pathway');
  const stages = inside.filter(({ element }) => element.kind === 'stage').length;
  const links = inside.length - stages;
  const counts = listed([
    ...(stages > 0 ? [counted(stages, 'stage')] : []),
    ...(links > 0 ? [counted(links, 'transition')] : []),
  ]);
  if (inside.length < elements.length) {
    return inside.length === 0 ? labelOf(pathway) : `${labelOf(pathway)} and ${counts} of it`;
  }
  if (inside.length === 1) return capital(inside[0]!.label);
  return `${counts} of ${labelOf(pathway)} (${someOf(inside.map(({ label }) => label))})`;
}

/** A subject inside of a sentence: labels stay as they are, `The transition` becomes small. */
const inner = (subject: string): string => subject.replace(/^The transition\b/, 'the transition');

/** The first line that says who oversees it, or else where it is named. */
const placeOf = ({ lines, element }: Overseen): Place => lines[0]?.place ?? element.namePlace;
