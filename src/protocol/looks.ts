import type { BadgeKind, Look, Only } from '../diagram/look.ts';
import type { LaneKey } from '../model/elements.ts';

/** What a look can say, in the order in which it is offered and written. */
export const laneKeys = ['setting', 'provider', 'commissioner', 'level', 'footprint'] as const satisfies LaneKey[];
export const badgeKinds = ['cost', 'activity', 'wait', 'findings'] as const satisfies BadgeKind[];
export const heatKinds = ['cost', 'wait', 'findings'] as const;
export const directions = ['right', 'down'] as const;
const onlyKinds = ['setting', 'level', 'provider', 'commissioner', 'cohort', 'footprint'] as const;

/**
 * What of a look decides where things stand, as a text to compare. A picture of another arrangement starts anew; all
 * else is changed in the picture that is there.
 */
export function arrangementOf({ view, lanes, direction }: Look): string {
  return JSON.stringify([view, lanes, direction]);
}

/** A look that came from outside: from an address, or from a page as it was left. What is no look is left out. */
export function lookFrom(given: unknown): Look {
  if (typeof given !== 'object' || given === null) return {};
  const said = given as Readonly<Record<string, unknown>>;
  return present({
    view: text(said['view']),
    lanes: oneOf(said['lanes'], [...laneKeys, 'none']),
    colour: oneOf(said['colour'], [...laneKeys, 'none']),
    badges: listOf(said['badges'], (one) => oneOf(one, badgeKinds)),
    show: listOf(said['show'], text),
    hide: listOf(said['hide'], text),
    only: listOf(said['only'], onlyFrom),
    direction: oneOf(said['direction'], directions),
    folded: listOf(said['folded'], text),
    weight: oneOf(said['weight'], ['activity', 'none'] as const),
    heat: oneOf(said['heat'], [...heatKinds, 'none'] as const),
    difference: said['difference'] === true ? true : undefined,
  });
}

/** A look as an address says it: `view=who-does-what`, `lanes=provider`, `badges=cost,wait`. */
export function lookQuery(look: Look): readonly (readonly [string, string])[] {
  const { only = [], difference, ...rest } = look;
  const said = Object.entries(rest).flatMap(([key, value]): (readonly [string, string])[] =>
    value === undefined ? [] : [[key, Array.isArray(value) ? value.join(',') : String(value)]],
  );
  return [
    ...said,
    ...only.map(({ by, term }) => ['only', `${by}:${term}`] as const),
    ...(difference ? [['difference', 'yes'] as const] : []),
  ];
}

/** Reads what `lookQuery` wrote. */
export function lookInQuery(query: URLSearchParams): Look {
  const list = (key: string): readonly string[] | undefined =>
    query
      .get(key)
      ?.split(',')
      .filter((word) => word !== '');
  const only = query.getAll('only').map((word) => ({ by: word.split(':')[0], term: word.split(':')[1] }));
  return lookFrom({
    ...Object.fromEntries(
      ['view', 'lanes', 'colour', 'direction', 'weight', 'heat'].map((key) => [key, query.get(key)]),
    ),
    ...Object.fromEntries(['badges', 'show', 'hide', 'folded'].map((key) => [key, list(key)])),
    ...(only.length > 0 && { only }),
    difference: query.get('difference') === 'yes',
  });
}

function text(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}

function oneOf<T extends string>(given: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === given);
}

function listOf<T>(given: unknown, read: (one: unknown) => T | undefined): readonly T[] | undefined {
  return Array.isArray(given) ? given.flatMap((one) => read(one) ?? []) : undefined;
}

function onlyFrom(given: unknown): Only | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { by, term } = given as Readonly<Record<string, unknown>>;
  const kind = oneOf(by, onlyKinds);
  const name = text(term);
  return kind && name ? { by: kind, term: name } : undefined;
}

/** Without what nothing is said of. */
function present(look: { readonly [K in keyof Look]: Look[K] | undefined }): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as Look;
}
