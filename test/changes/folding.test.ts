import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/changes/reading.ts';
import { comparisonOf } from './sides.ts';

const register = `
organisation icb "Riverside ICB" is icb
organisation trust "Riverside Trust" is nhs-provider
board main "Main Board" { chair icb  member trust  top }
board local "Local Board" { chair icb  member trust  top }
agreement sharing "Sharing agreement" is information-sharing { party icb  party trust }
information chat "CHAT" is assessment
information plan "Care plan" is record
`;

/** Every entry that is read, with what stands below it. */
function read(before: string, after: string): readonly (readonly string[])[] {
  const { groups } = readingOf(comparisonOf(before, after));
  return groups.flatMap(({ entries }) => entries.map(({ sentence, lines }) => [sentence, ...lines]));
}

const hub = (lines: string): string => `${register}pathway north "North" {\nstage hub "Hub" {\n${lines}\n}\n}\n`;

describe('what follows from one of several lines', () => {
  it('of a wait is told with that line, and the others by themselves', () => {
    expect(read(hub('wait 6 weeks\nwait 4 weeks target'), hub('wait 42 days\nwait 5 weeks target'))).toEqual([
      ['The target for how long people wait for Hub is 5 weeks now; it was 4 weeks.'],
      ["Stage 'Hub': wait was 6 weeks, is now 42 days."],
    ]);
    expect(read(hub('wait 4 weeks\nwait 6 weeks'), hub('wait 4 weeks confidence low\nwait 9 weeks'))).toEqual([
      ["Stage 'Hub': wait 4 weeks now rests on confidence low."],
      ['People wait 9 weeks for Hub, 6 weeks before.'],
    ]);
  });

  it('of a wait is told by itself where it compares two lines', () => {
    expect(read(hub('wait 9 weeks\nwait 4 weeks'), hub('wait 5 weeks\nwait 10 weeks'))).toEqual([
      ['People wait 10 weeks for Hub, 9 weeks before.'],
      ["Stage 'Hub': wait was 9 weeks, is now 5 weeks."],
      ["Stage 'Hub': wait was 4 weeks, is now 10 weeks."],
    ]);
    expect(read(hub('wait 9 weeks\nwait 4 weeks'), hub('wait 4 weeks'))).toEqual([
      ['People wait 4 weeks for Hub, 9 weeks before.'],
    ]);
  });

  it('of an activity goes to the line of its year', () => {
    const before = hub('activity 40 people for 2014/15\nactivity 60 people for 2015/16');
    const after = hub('activity up to 45 people for 2014/15\nactivity 70 people for 2015/16');
    const { groups } = readingOf(comparisonOf(before, after));
    const told = groups.flatMap(({ entries }) => entries);
    expect(told.map(({ sentence, consequence }) => [sentence, consequence?.sentence])).toEqual([
      [
        "Stage 'Hub': activity (for 2014/15) was 40 people, is now up to 45 people.",
        'The activity of North for 2014/15: the 40 people at Hub are no longer recorded.',
      ],
      [
        "Stage 'Hub': activity (for 2015/16) was 60 people, is now 70 people.",
        'The activity of North for 2015/16: Hub is up 10 to 70 people.',
      ],
    ]);
  });

  it('never hides what another line rests on', () => {
    expect(
      read(hub('governance board main\ngovernance board local'), hub('governance board main confidence low')),
    ).toEqual([
      ['Local Board no longer oversees Hub; Main Board still does.'],
      ["Stage 'Hub': governance Main Board now rests on confidence low."],
    ]);
    expect(read(hub('assessment chat\nassessment plan'), hub('assessment chat confidence low'))).toContainEqual([
      "Stage 'Hub': assessment CHAT now rests on confidence low.",
    ]);
  });

  it('is told of every line that it goes with', () => {
    const move = (under: string): string => `${register}pathway north "North" {
stage hub "Hub" { enters }
stage home "Home" { leaves }
transition release from hub to home "Release" { ${['chat', 'plan'].map((what) => `send ${what} from trust to icb ${under}`).join('\n')} }
}
`;
    const told = read(move('under sharing'), move('')).flat().join('\n');
    expect(told).toContain('CHAT to Riverside ICB is no longer sent under Sharing agreement.');
    expect(told).toContain('Care plan to Riverside ICB is no longer sent under Sharing agreement.');
  });
});
