import { describe, expect, it } from 'vitest';
import { at } from './acting.ts';

/** A pathway with one line at the caret `|`, and what that line becomes by the action. */
function line(before: string, title: string): string {
  const { take } = at(`pathway p {\n  ${before}\n}\n`);
  return take(title).slice('pathway p {\n  '.length, -'\n}\n'.length);
}

describe('a figure without its time', () => {
  const title = "Add 'for' and say what time it is for";

  it.each([
    ['|cost £75k', 'cost £75k for '],
    ['|cost £75k grant # from the bid', 'cost £75k grant for  # from the bid'],
    ['|cost £75k budget funded by icb', 'cost £75k budget for  funded by icb'],
    ['|cost £75k according to report confidence low', 'cost £75k for  according to report confidence low'],
    [
      '|activity 80 people measuring "for now" confidence low',
      'activity 80 people measuring "for now" for  confidence low',
    ],
  ])('%s: gets it where it belongs', (before, after) => {
    expect(line(before, title)).toBe(after);
  });

  it('has the caret where the year belongs', () => {
    const { actions } = at('pathway p {\n  |cost £75k funded by icb\n}\n');
    const [change] = [...actions.find((action) => action.title === title)!.changes.values()].flat();
    expect(change).toMatchObject({ text: ' for ', holes: [{ at: 5, length: 0 }] });
  });
});

describe('a figure that is out of date', () => {
  const text = (lines: string, lineEnd = '\n') =>
    `project m {\n  stale-after 3 years\n}\n\npathway p {\n${lines}}\n`.replaceAll('\n', lineEnd);
  const title = "Write 'cost unknown' beside it, and say why there is no newer figure";

  it.each(['\n', '\r\n'])('gets an open question beside it, and the finding goes', (lineEnd) => {
    const { desk, actions, take } = at(text('  |cost £75k for 2008/09 # the bid\n  activity unknown\n', lineEnd));
    const after = text('  cost £75k for 2008/09 # the bid\n  cost unknown because ""\n  activity unknown\n', lineEnd);
    expect(take(title)).toBe(after);
    const problems = desk.after(actions.find((action) => action.title === title)!).problems();
    expect(problems.filter((problem) => problem.startsWith('stale-data'))).toEqual([]);
  });
});

describe('a malformed code', () => {
  const text = (code: string) => `organisation clinic is nhs-provider {\n  code |ods "${code}" # so\n  alias "C"\n}\n`;

  it('goes without its spaces and signs, where it is right without them', () => {
    const { take } = at(text(' r1x-2.3'));
    expect(take('Write it without spaces and signs: "r1x23"')).toBe(text('r1x23').replace('|', ''));
  });

  it('can only be taken out, where it is not', () => {
    const { titles, take } = at(text('R-1'));
    expect(titles.filter((title) => title.startsWith('Write it'))).toEqual([]);
    expect(take('Take out this code until it has been looked up')).toBe(
      'organisation clinic is nhs-provider {\n  alias "C"\n}\n',
    );
  });
});

describe('a grave gap', () => {
  const action = '  action g "" {\n    due unknown because ""\n  }\n';
  const title = 'Add an action that addresses it, and say what is to be done';

  it('gets an action of its name', () => {
    const { take } = at('pathway p {\n  gap |g "x" {\n    severity high\n    status open\n  }\n\n  need n "y"\n}\n');
    expect(take(title)).toBe(
      `pathway p {\n  gap g "x" {\n    severity high\n    status open\n    action g\n  }\n\n  need n "y"\n\n${action}}\n`,
    );
  });

  it('gets it behind the other actions, under a name that is free', () => {
    const other = '  action g "z" {\n    due 2030\n  }\n';
    const { take } = at(`pathway p {\n  stage s {\n    gap |g "x" { severity high }\n  }\n\n${other}}\n`);
    const added = action.replace('action g', 'action g-2');
    expect(take(title)).toBe(
      `pathway p {\n  stage s {\n    gap g "x" {\n      severity high\n      action g-2\n    }\n  }\n\n${other}\n${added}}\n`,
    );
  });

  it('without an owner asks who it is', () => {
    const { take } = at('pathway p {\n  gap |g "x" {\n    severity high\n    status open\n  }\n}\n');
    expect(take("Write 'owner unknown' and say why")).toContain(
      '    severity high\n    owner unknown because ""\n    status open\n',
    );
  });
});

describe('an action', () => {
  it('without a date asks for it', () => {
    const { take } = at('pathway p {\n  action |a "x" {\n    output "y"\n  }\n}\n');
    expect(take("Write 'due unknown' and say why")).toBe(
      'pathway p {\n  action a "x" {\n    due unknown because ""\n    output "y"\n  }\n}\n',
    );
  });

  it.each([
    ['    status underway\n', '    status done\n    due 2020\n'],
    ['', '    status done\n    due 2020\n'],
  ])('that is overdue can be done', (status, after) => {
    const { take, titles } = at(`pathway p {\n  milestone a "x" {\n${status}    |due 2020\n  }\n}\n`);
    expect(take("It is done: write 'status done'")).toBe(`pathway p {\n  milestone a "x" {\n${after}  }\n}\n`);
    expect(titles.filter((title) => title.includes('due unknown'))).toEqual([]);
  });
});
