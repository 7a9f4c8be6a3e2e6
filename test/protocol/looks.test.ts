import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/diagram/look.ts';
import { arrangementOf, lookFrom, lookInQuery, lookQuery } from '../../src/protocol/looks.ts';

const whole: Required<Look> = {
  view: 'who-does-what',
  lanes: 'none',
  colour: 'provider',
  badges: ['cost', 'wait'],
  show: ['criteria'],
  hide: ['governance', 'ages'],
  only: [
    { by: 'setting', term: 'community' },
    { by: 'cohort', term: 'looked-after' },
  ],
  direction: 'down',
  folded: ['lane:riverside-trust', 'lane:(unknown)'],
  weight: 'activity',
  heat: 'none',
  difference: true,
};

describe('a look in an address', () => {
  it('comes back whole', () => {
    const address = new URLSearchParams(lookQuery(whole).map(([key, value]) => [key, value]));
    expect(lookInQuery(new URLSearchParams(`${address}`))).toEqual(whole);
  });

  it('says nothing where nothing is asked for, and tells no badges from none said', () => {
    expect(lookQuery({})).toEqual([]);
    expect(lookInQuery(new URLSearchParams('pathway=x'))).toEqual({});
    expect(lookInQuery(new URLSearchParams('badges='))).toEqual({ badges: [] });
  });
});

describe('a look from outside', () => {
  it('is taken as it is', () => expect(lookFrom(JSON.parse(JSON.stringify(whole)))).toEqual(whole));

  it('loses what is no look, and never fails', () => {
    expect(lookFrom({ view: 7, lanes: 'colour', badges: ['cost', 'x', 3], only: [{ by: 'y' }, 1], heat: {} })).toEqual({
      badges: ['cost'],
      only: [],
    });
    for (const given of [null, undefined, 7, 'view', [], new Map()]) expect(lookFrom(given)).toEqual({});
  });
});

it('an arrangement is the same whatever else of the look differs', () => {
  const { view, lanes, direction, ...rest } = whole;
  expect(arrangementOf({ view, lanes, direction })).toBe(arrangementOf(whole));
  expect(arrangementOf(rest)).toBe(arrangementOf({}));
  for (const other of [{ view: 'gaps' }, { lanes: 'level' }, { direction: 'right' }] as const)
    expect(arrangementOf({ ...whole, ...other })).not.toBe(arrangementOf(whole));
});
