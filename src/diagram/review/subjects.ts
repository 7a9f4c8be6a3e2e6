import type { Change, Comparison, Consequence } from '../../changes/change.ts';
import type { PathwaySide, Side } from '../../changes/compare.ts';
import { covers, type Place } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import { differenceOf, drawnBlocks, ownerOf } from '../difference.ts';

/** A pathway as it was and as it is; one of the two is absent where it is new or gone. */
export interface ReviewPair {
  /** What it is called after, or else before. */
  readonly name: string;
  readonly label: string;
  readonly before?: PathwaySide;
  readonly after?: PathwaySide;
}

/** Every pathway of either side with what it was or is on the other: those after in their order, then those that are gone. */
export function reviewPairs(before: Side, after: Side, { renames }: Comparison): readonly ReviewPair[] {
  const now = (name: string) => renames.get(`pathway ${name}`) ?? name;
  const old = new Map([...before.project.pathways.values()].map((pathway) => [now(pathway.name), pathway]));
  const kept = [...after.project.pathways.values()].map((pathway) => {
    const was = old.get(pathway.name);
    return pairOf(pathway.name, was && { ...sideOf(before), pathway: was }, { ...sideOf(after), pathway });
  });
  const gone = [...old]
    .filter(([name]) => !after.project.pathways.has(name))
    .map(([name, pathway]) => pairOf(name, { ...sideOf(before), pathway }, undefined));
  return [...kept, ...gone];
}

function sideOf({ project, findings }: Side): Side {
  return { project, findings };
}

function pairOf(name: string, before: PathwaySide | undefined, after: PathwaySide | undefined): ReviewPair {
  const label = labelOf((after ?? before)!.pathway);
  return { name, label, ...(before && { before }), ...(after && { after }) };
}

/** The pathway that something is about, and what is drawn of it there; the latter is absent where it is about the whole. */
export interface DrawnIn {
  readonly subject: string;
  readonly drawn?: string;
}

/** In which of the pathways a change or a consequence can be seen, and at what. Nothing where it is about none of them. */
export function drawnIdOf(
  entry: Change | Consequence,
  comparison: Comparison,
  pairs: readonly ReviewPair[],
): DrawnIn | undefined {
  const [was, is] = [placeOf(entry.before), placeOf(entry.after)];
  for (const pair of pairs) {
    const { before, after } = pair;
    const at = is && after && covers(after.pathway.place, is) ? ownerOf(drawnBlocks(after), is)?.id : undefined;
    if (at !== undefined) return { subject: pair.name, drawn: at };
    const old = was && before && covers(before.pathway.place, was) ? ownerOf(drawnBlocks(before), was)?.id : undefined;
    const own = old && differenceOf(before, after, comparison).ids.get(old);
    if (own !== undefined) return { subject: pair.name, drawn: own };
  }
  const about = pairs.find(
    ({ name, before, after }) =>
      (is && after && covers(after.pathway.place, is)) ||
      (was && before && covers(before.pathway.place, was)) ||
      ('pathway' in entry && entry.pathway === name),
  );
  return about && { subject: about.name };
}

/** Where it is named: a change has elements there, a consequence places. */
function placeOf(side: Change['before'] | Consequence['before']): Place | undefined {
  return side && 'place' in side ? side.place : side;
}
