import { describe, expect, it } from 'vitest';
import type { PathwayEntry } from '../../src/protocol/preview.ts';
import { addressOf, askedIn } from '../../src/webview/address.ts';

const entry = (project: string, name: string): PathwayEntry => ({
  project,
  projectLabel: project,
  kind: 'pathway',
  name,
  label: name,
  file: `${project}/a.pathway`,
  place: { file: `${project}/a.pathway`, line: 0, character: 0, endLine: 0, endCharacter: 0 },
  stages: 0,
  counts: { error: 0, warning: 0, info: 0, question: 0, accepted: 0 },
});

describe('the address of a pathway', () => {
  it('is its name', () => {
    const one = entry('file:///maps', 'bc-hj');
    expect(addressOf(one, [one])).toBe('pathway=bc-hj');
    expect(askedIn('#pathway=bc-hj')).toEqual({ name: 'bc-hj', look: {} });
  });

  it('names the project where several have a pathway of that name', () => {
    const all = [entry('file:///maps/north%20west/hj', 'demo'), entry('file:///maps/south/hj', 'demo')];
    const addresses = all.map((each) => addressOf(each, all));
    expect(new Set(addresses).size).toBe(2);
    expect(askedIn(`#${addresses[0]}`)).toEqual({ name: 'demo', within: 'north west/hj', look: {} });
    expect(askedIn(`#${addresses[1]}`)).toEqual({ name: 'demo', within: 'south/hj', look: {} });
  });

  it('keeps names of every script', () => {
    const one = entry('file:///maps', 'soins-périnatals');
    expect(askedIn(`#${addressOf(one, [one])}`)).toEqual({ name: 'soins-périnatals', look: {} });
  });

  it('may ask for the list of all, or for nothing in particular', () => {
    expect(askedIn('#all')).toEqual({ name: '', look: {} });
    expect(askedIn('')).toEqual({ look: {} });
  });

  it('says how the pathway is looked at', () => {
    const one = entry('file:///maps', 'bc-hj');
    const look = { view: 'who-does-what', lanes: 'provider', badges: ['cost', 'wait'] } as const;
    expect(addressOf(one, [one], look)).toBe('pathway=bc-hj&view=who-does-what&lanes=provider&badges=cost%2Cwait');
    expect(askedIn(`#${addressOf(one, [one], look)}`)).toEqual({ name: 'bc-hj', look });
  });
});
