import { describe, expect, it } from 'vitest';
import { comparePathways } from '../../src/changes/compare.ts';
import { type Reading, readingOf } from '../../src/changes/reading.ts';
import { changedPathway } from '../../src/model/scenario.ts';
import { comparisonOf, sideOf } from './sides.ts';

const register = `
source review "Riverside review"
organisation icb "Riverside ICB" is icb
organisation trust "Riverside Trust" is nhs-provider
organisation beacon "Beacon" is voluntary
board main "Main Board" { chair icb  member trust  top }
board local "Local Board" { chair icb  member trust  top }
agreement own "Hub agreement" is partnership { party icb  party trust }
`;

const WEAKENS = 'What weakens oversight';

/** A pathway that says something for all that is in it, and what its stage and its transition say themselves. */
const north = (ofAll: string, ofHub = '', ofMove = ''): string => `${register}pathway north "North" {
${ofAll}
stage hub "Hub" {
${ofHub}
}
stage home "Home" { leaves }
transition release from hub to home "Release" {
${ofMove}
}
}
`;

const inGroups = ({ groups }: Reading): Record<string, readonly string[]> =>
  Object.fromEntries(groups.map(({ heading, entries }) => [heading, entries.map(({ sentence }) => sentence)]));

/** What a reader reads, without the findings. */
function read(before: string, after: string): Record<string, readonly string[]> {
  const { changes, consequences, ...rest } = comparisonOf(before, after);
  const others = consequences.filter(({ kind }) => !kind.startsWith('finding-'));
  return inGroups(readingOf({ ...rest, changes, consequences: others }));
}

describe('a line that only repeats what the pathway says', () => {
  it.each([
    ['governance board main', 'is overseen by Main Board'],
    ['governance agreement own', 'is overseen by Hub agreement'],
    ['provider trust', 'has the provider Riverside Trust'],
    ['commissioner icb as lead', 'has the commissioner Riverside ICB (lead)'],
  ])('of %s is a plain change, either way', (line, says) => {
    expect(read(north(line, line), north(line))).toEqual({
      'Changes in North': [`Stage 'Hub' ${says} as before: its pathway says so now.`],
    });
    expect(read(north(line), north(line, line))).toEqual({
      'Changes in North': [`Stage 'Hub' ${says} as before: it says so itself now.`],
    });
  });

  it('is no answer where it is not known', () => {
    const comparison = comparisonOf(north('provider unknown', 'provider unknown'), north('provider unknown'));
    expect(comparison.changes).toMatchObject([
      { sentence: "Stage 'Hub': provider is unknown as before: its pathway says so now." },
    ]);
    expect(comparison.changes[0]).not.toHaveProperty('weakens');
  });

  it('may stand in a transition', () => {
    const line = 'governance board main';
    expect(read(north(line, '', line), north(line))).toEqual({
      'Changes in North': ["Transition 'Release' is overseen by Main Board as before: its pathway says so now."],
    });
  });

  it('is the same where it is said for the whole pathway only now', () => {
    expect(read(north('', 'provider trust'), north('provider trust'))).toEqual({
      'Changes in North': [
        "Pathway 'North' now has the provider Riverside Trust.",
        "Stage 'Hub' has the provider Riverside Trust as before: its pathway says so now.",
      ],
    });
  });

  it('is the same under another name', () => {
    const before = north('governance board main', 'governance board main');
    const after = north('governance board main').replaceAll('main', 'chief');
    expect(read(before, after)[WEAKENS]).toBeUndefined();
    expect(read(after, before)[WEAKENS]).toBeUndefined();
  });

  it('takes its source with it', () => {
    const line = 'governance board main';
    expect(read(north(line, `${line} according to review at "page 3"`), north(line))[WEAKENS]).toEqual([
      "Stage 'Hub' is overseen by Main Board as before: its pathway says so now, resting on nothing there (it was Riverside review, page 3).",
    ]);
    expect(read(north(`${line} confidence low`, `${line} confidence high`), north(`${line} confidence low`))).toEqual({
      [WEAKENS]: [
        "Stage 'Hub' is overseen by Main Board as before: its pathway says so now, resting on confidence low there (it was confidence high).",
      ],
    });
    // What a block says for all of its lines is no statement of the line.
    expect(read(north(line, `${line}\nevidence review`), north(line, 'evidence review'))[WEAKENS]).toBeUndefined();
    const sourced = `evidence review\n${line}`;
    expect(read(north(sourced, `${line} according to review at "page 3"`), north(sourced))[WEAKENS]).toBeUndefined();
  });

  it('is the same in one pathway by itself, and in what a scenario makes of it', () => {
    const line = 'provider trust';
    const [before, after] = [north(line, line), north(line)].map((text) => {
      const side = sideOf(`${text}scenario later changes north {\n  in stage hub set provider trust\n}\n`);
      return { ...side, pathway: side.project.pathways.get('north')! };
    });
    expect(comparePathways(before!, after!).changes).toMatchObject([
      { sentence: "Stage 'Hub' has the provider Riverside Trust as before: its pathway says so now." },
    ]);
    const later = changedPathway(after!.project, after!.project.scenarios.get('later')!)!;
    const { changes } = comparePathways({ ...after!, pathway: later }, after!);
    expect(changes).toMatchObject([
      { sentence: "Stage 'Hub': provider is Riverside Trust in both; only in 'North: later' it says so itself." },
    ]);
    expect(changes[0]).not.toHaveProperty('weakens');
  });
});

describe('what falls back to what the pathway says', () => {
  const all = 'governance board main';

  it('is told the same way whether or not an agreement is left', () => {
    for (const left of ['', 'governance agreement own']) {
      const both = [north(all, `governance board local\n${left}`), north(all, left)] as const;
      expect(read(both[0], both[1])).toEqual({
        'What follows': ['Hub is overseen by Main Board now, in place of Local Board.'],
      });
      expect(read(both[1], both[0])).toEqual({
        'What follows': ['Hub is overseen by Local Board now, in place of Main Board.'],
      });
    }
  });

  it('is another provider, and named', () => {
    const both = [north('provider trust', 'provider beacon'), north('provider trust')] as const;
    expect(read(both[0], both[1])).toEqual({
      'Changes in North': [
        "Stage 'Hub' no longer has the provider Beacon; as its pathway says, it is Riverside Trust now.",
      ],
    });
    expect(read(both[1], both[0])).toEqual({
      'Changes in North': ["Stage 'Hub' now has the provider Beacon, in place of Riverside Trust of its pathway."],
    });
  });

  it('is a loss all the same where the pathway does not know it, or nothing takes its place', () => {
    const weakened = (before: string, after: string): readonly string[] | undefined => read(before, after)[WEAKENS];
    expect(weakened(north('provider unknown', 'provider beacon'), north('provider unknown'))).toEqual([
      "Stage 'Hub' no longer has the provider Beacon; as its pathway says, it is unknown now.",
    ]);
    expect(weakened(north('', 'provider beacon'), north(''))).toEqual([
      "Stage 'Hub' no longer has the provider Beacon.",
    ]);
    expect(weakened(north(all, 'governance agreement own'), north(all))).toEqual([
      'Hub agreement no longer oversees Hub; Main Board still does.',
    ]);
    expect(weakened(north(all, `${all}\ngovernance board local`), north(all, 'governance board local'))).toEqual([
      'Main Board no longer oversees Hub; Local Board still does.',
    ]);
    expect(weakened(north(all, all), north(all, 'governance unknown'))).toHaveLength(1);
  });
});
