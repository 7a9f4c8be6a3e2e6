import type { Comparison, Renames } from '../../changes/change.ts';
import type { PathwaySide } from '../../changes/compare.ts';
import type { LaneKey } from '../../model/elements.ts';
import { covers } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import { mergeFindings } from '../../rules/merge.ts';
import { differenceOf } from '../difference.ts';
import type { Look } from '../look.ts';
import { becameOf, bothIn, merged } from '../scene/compare.ts';
import { type Draft, draftOf } from '../scene/draft.ts';
import { emptyStateOf } from '../scene/empty.ts';
import { type Attributed, attribute } from '../scene/findings.ts';
import type { Drawing } from '../scene/fold.ts';
import { intoLanes } from '../scene/lanes.ts';
import { legendOf } from '../scene/legend.ts';
import { onlyThose } from '../scene/only.ts';
import { inReadingOrder } from '../scene/reading-order.ts';
import { type Compared, titleOf } from '../scene/title.ts';
import type { LegendEntry, Scene, SceneLane, TitleBlock } from '../scene.ts';
import { viewsOf } from '../views/choices.ts';
import { type Wanted, wantedOf } from '../views/wanted.ts';
import { reseated, seatsOf } from './seats.ts';
import { withoutUnchanged } from './unchanged.ts';

/** The same picture three times: what has the same id in two of them stands at the same place in both. */
export interface ReviewScenes {
  readonly before: Scene;
  readonly difference: Scene;
  readonly after: Scene;
}

export interface ReviewOptions {
  /** Stages that no change touches are drawn as few quiet boxes. */
  readonly onlyChanges?: boolean;
  /** Lanes, what is shown and which way it runs. Colours and widths are for what has changed. */
  readonly look?: Look;
  /** What the two sides are, as people call them: `main`, `as it is now`. */
  readonly called?: { readonly before: string; readonly after: string };
}

/** One side as it is drawn by itself. */
interface Drawn {
  readonly side: PathwaySide;
  readonly draft: Draft;
  readonly lanes: readonly SceneLane[];
  readonly attributed: Attributed;
  /** How many stages there are, whether or not they are shown. */
  readonly stages: number;
}

const nothing: Draft = { stages: [], terminals: [], edges: [] };

/**
 * Says what to draw of two versions of a pathway: each by itself, and both with what has become of everything. Either
 * may be absent, where the pathway is new or gone. Names are looked up in the project of their own side.
 */
export function reviewScenes(
  before: PathwaySide | undefined,
  after: PathwaySide | undefined,
  comparison: Comparison,
  options: ReviewOptions = {},
): ReviewScenes {
  const wanted = wantedFor(after ?? before, options.look ?? {});
  const old = before && drawnOf(before, wanted);
  const was = old && sameLanes(old, comparison.renames, wanted.lanes);
  const is = after && drawnOf(after, wanted);
  const { whole, ...difference } = differenceOf(before, after, comparison);
  const [alone, now] = [was?.draft ?? nothing, is?.draft ?? nothing];
  const seats = seatsOf(alone, now, difference);
  const left = reseated(alone, seats);
  const both = bothIn(left, now, seats.marks);
  const lanes = allLanes(was?.lanes ?? [], is?.lanes ?? []);
  const drawings = [left, both, now].map(drawingOf) as [Drawing, Drawing, Drawing];
  const [drawnBefore, drawnBoth, drawnAfter] = options.onlyChanges ? withoutUnchanged(drawings) : drawings;
  const { called } = options;
  const title = (drawn: Drawn | undefined, more: { readonly compared?: Compared; readonly stamp?: string }) =>
    drawn ? titleFor(drawn, wanted, more) : absentTitle((was ?? is)!, was ? 'No longer there' : 'Not there yet', more);
  const titles = {
    before: title(was, { ...stamped(called?.before), compared: { heading: 'before' } }),
    difference: title(is ?? was, {
      ...stamped(called && `from ${called.before} to ${called.after}`),
      compared: { heading: 'what has changed', became: becameOf(seats.marks), more: whole },
    }),
    after: title(is, { ...stamped(called?.after), compared: { heading: 'after' } }),
  };
  const legend = changesFirst(
    legendOf(
      [drawnBefore, drawnBoth, drawnAfter].flatMap(({ stages, terminals }) => [...stages, ...terminals]),
      [drawnBefore, drawnBoth, drawnAfter].flatMap(({ edges }) => edges),
      titles.difference,
    ),
  );
  const isEmpty = both.stages.length === 0 && left.stages.length === 0;
  const scene = (drawing: Drawing, titleOfScene: TitleBlock, draft: Draft): Scene => ({
    pathway: (after ?? before)!.pathway.name,
    direction: wanted.direction,
    title: titleOfScene,
    nodes: inReadingOrder(drawing.stages, drawing.terminals, drawing.edges),
    edges: drawing.edges,
    ...(lanes.length > 0 && { lanes: countedIn(lanes, draft) }),
    legend,
    ...(isEmpty && { empty: emptyStateOf((after ?? before)!.pathway) }),
  });
  return {
    before: scene(drawnBefore, titles.before, left),
    difference: scene(drawnBoth, titles.difference, both),
    after: scene(drawnAfter, titles.after, now),
  };
}

/** Colours, shades, widths and folded lanes would say something else than what has changed. */
function wantedFor(side: PathwaySide | undefined, look: Look): Wanted {
  const { colour: _colour, heat: _heat, weight: _weight, folded: _folded, difference: _difference, ...kept } = look;
  const views = side ? viewsOf(side.project, { kind: 'pathway', name: side.pathway.name }) : [];
  const { colour: _own, heat: _shade, ...wanted } = wantedOf(kept, views);
  return { ...wanted, weight: false, folded: new Set(), difference: false };
}

function drawnOf(side: PathwaySide, wanted: Wanted): Drawn {
  const { project, pathway } = side;
  const { place: block } = pathway;
  const own = side.findings.filter(({ place }) => covers(block, place));
  const attributed = attribute(pathway, mergeFindings(own));
  const all = draftOf(project, pathway, attributed, wanted);
  const shown = onlyThose(project, all, wanted.only);
  const { draft, lanes } = wanted.lanes
    ? intoLanes(project, shown, wanted.lanes, new Set())
    : { draft: shown, lanes: [] };
  return { side, draft, lanes, attributed, stages: all.stages.length };
}

/** What the names are of that lanes have. */
const kinds = {
  setting: 'setting',
  level: 'level',
  provider: 'organisation',
  commissioner: 'organisation',
  footprint: 'footprint',
} as const satisfies Readonly<Record<LaneKey, string>>;

/** A lane of the side before goes by the name that what it stands for has now. */
function sameLanes(drawn: Drawn, renames: Renames, key: LaneKey | undefined): Drawn {
  if (!key) return drawn;
  const now = (lane: string) => {
    const name = renames.get(`${kinds[key]} ${lane.replace(/^lane:/, '')}`);
    return name === undefined ? lane : `lane:${name}`;
  };
  const moved = <T extends { readonly lane?: string }>(one: T): T =>
    one.lane === undefined ? one : { ...one, lane: now(one.lane) };
  const { stages, terminals, edges } = drawn.draft;
  return {
    ...drawn,
    draft: {
      stages: stages.map((stage) => ({ ...stage, node: moved(stage.node) })),
      terminals: terminals.map(moved),
      edges,
    },
    lanes: drawn.lanes.map((lane) => ({ ...lane, id: now(lane.id) })),
  };
}

/** The lanes of both sides, so that each of the pictures has all of them. */
function allLanes(before: readonly SceneLane[], after: readonly SceneLane[]): readonly SceneLane[] {
  return merged(
    before,
    after,
    ({ id }) => id,
    () => true,
  );
}

/** How many stages a picture has in each lane. */
function countedIn(lanes: readonly SceneLane[], { stages }: Draft): readonly SceneLane[] {
  return lanes.map((lane) => ({ ...lane, stages: stages.filter(({ node }) => node.lane === lane.id).length }));
}

function drawingOf({ stages, terminals, edges }: Draft): Drawing {
  return { stages: stages.map(({ node }) => node), terminals, edges };
}

function titleFor(
  { side, draft, attributed, stages }: Drawn,
  wanted: Wanted,
  more: { readonly compared?: Compared; readonly stamp?: string },
): TitleBlock {
  const shown = { stages: draft.stages.length, of: stages };
  return titleOf(side.project, side.pathway, attributed.all, { wanted, shown, ...more });
}

/** Of a pathway that is on the other side only. */
function absentTitle({ side }: Drawn, why: string, { stamp }: { readonly stamp?: string }): TitleBlock {
  return {
    label: labelOf(side.pathway),
    facts: [],
    shown: [why],
    counts: { error: 0, warning: 0, info: 0, question: 0, accepted: 0 },
    ...stamped(stamp),
  };
}

function stamped(stamp: string | undefined): { readonly stamp?: string } {
  return stamp === undefined ? {} : { stamp };
}

/** What has come, gone and changed is what the picture is for. */
function changesFirst(legend: readonly LegendEntry[]): readonly LegendEntry[] {
  const marks: readonly string[] = ['added', 'removed', 'changed'];
  const isChange = ({ mark }: LegendEntry) => marks.includes(mark);
  return [...legend.filter(isChange), ...legend.filter((entry) => !isChange(entry))];
}
