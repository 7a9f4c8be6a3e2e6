import type { LaneKey } from '../../model/elements.ts';
import { isViewWord, shownByItself, type ViewWord } from '../../model/view-words.ts';
import type { BadgeKind, Look, Only } from '../look.ts';
import type { Direction } from '../scene.ts';
import type { ViewChoice } from './built-in.ts';

export type HeatKind = 'cost' | 'wait' | 'findings';

/** Everything that a look leaves open decided: what a picture is to show. */
export interface Wanted {
  /** The view that it starts from, as readers call it. */
  readonly view?: string;
  readonly lanes?: LaneKey;
  readonly colour?: LaneKey;
  readonly shows: ReadonlySet<ViewWord>;
  readonly only: readonly Only[];
  readonly direction: Direction;
  readonly folded: ReadonlySet<string>;
  readonly weight: boolean;
  readonly heat?: HeatKind;
  readonly difference: boolean;
}

/** What a look asks for, on top of the view that it names; what it says itself outweighs what the view says. */
export function wantedOf(look: Look, views: readonly ViewChoice[]): Wanted {
  const choice = views.find(({ name }) => name === look.view);
  const view: Look = choice?.look ?? {};
  const lanes = chosen(look.lanes ?? view.lanes);
  const colour = chosen(look.colour ?? view.colour);
  const shows = shownBy([
    { ...view, badges: look.badges ?? view.badges ?? [] },
    { show: look.show ?? [], hide: look.hide ?? [] },
  ]);
  const heat = chosen(look.heat ?? view.heat ?? heatIn(shows));
  const weight = (look.weight ?? view.weight ?? (shows.has('width-by-activity') ? 'activity' : 'none')) === 'activity';
  return {
    ...(choice ? { view: choice.label } : look.view === undefined ? {} : { view: `There is no view '${look.view}'` }),
    ...(lanes && { lanes }),
    ...(colour && { colour }),
    shows,
    only: look.only ?? view.only ?? [],
    direction: look.direction ?? view.direction ?? 'right',
    folded: new Set(look.folded ?? view.folded ?? []),
    weight,
    ...(heat && { heat }),
    difference: look.difference ?? view.difference ?? false,
  };
}

/** A picture that nobody asked anything special of. */
export const byItself: Wanted = wantedOf({}, []);

/**
 * A look in the lines of a `view` that asks for the same: what somebody sees, to be kept. What a view cannot say is
 * which lanes are folded and whether a scenario is compared; that is for the reader and not for the text.
 */
export function viewLines(look: Look, views: readonly ViewChoice[]): readonly string[] {
  const wanted = wantedOf(look, views);
  const added = [...wanted.shows].filter((word) => !shownByItself.has(word) && !lensWords.has(word));
  const badges: readonly ViewWord[] = ['cost', 'activity', 'wait'];
  return [
    ...(wanted.lanes ? [`lanes by ${wanted.lanes}`] : []),
    ...(wanted.colour ? [`colour by ${wanted.colour}`] : []),
    ...badges.filter((badge) => added.includes(badge)).map((badge) => `badge by ${badge}`),
    ...added.filter((word) => !badges.includes(word)).map((word) => `show ${word}`),
    // Hiding what is sent would hide them too.
    ...(wanted.shows.has('flows') && !wanted.shows.has('information') ? ['show flows'] : []),
    ...(wanted.heat ? [`show shading-by-${wanted.heat}`] : []),
    ...(wanted.weight ? ['show width-by-activity'] : []),
    ...[...shownByItself].filter((word) => !wanted.shows.has(word)).map((word) => `hide ${word}`),
    ...wanted.only.map(({ by, term }) => `only ${by} ${term}`),
    ...(wanted.direction === 'down' ? ['direction down'] : []),
  ];
}

const lensWords: ReadonlySet<ViewWord> = new Set([
  'shading-by-cost',
  'shading-by-wait',
  'shading-by-findings',
  'width-by-activity',
]);

function chosen<T extends string>(value: T | 'none' | undefined): T | undefined {
  return value === 'none' ? undefined : value;
}

/** What is shown once each of the looks, in their order, has had its say. Where one says both, it hides. */
function shownBy(looks: readonly Pick<Look, 'badges' | 'show' | 'hide'>[]): ReadonlySet<ViewWord> {
  const shown = new Set<ViewWord>(shownByItself);
  for (const { badges = [], show = [], hide = [] } of looks) {
    const wanted: readonly (string | BadgeKind)[] = [...badges, ...show];
    for (const word of wanted) if (isViewWord(word)) shown.add(word);
    // Arrows that stand for nothing but what is sent go with it.
    const without = hide.includes('information') && !wanted.includes('flows') ? [...hide, 'flows'] : hide;
    for (const word of without) if (isViewWord(word)) shown.delete(word);
  }
  return shown;
}

function heatIn(shows: ReadonlySet<ViewWord>): HeatKind | undefined {
  return (['cost', 'wait', 'findings'] as const).find((kind) => shows.has(`shading-by-${kind}`));
}
