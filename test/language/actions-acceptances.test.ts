import { describe, expect, it } from 'vitest';
import { at } from './acting.ts';

/** A board with one `accept`, as everything about an acceptance can be seen there. */
const board = (accept: string) => `board b {\n  top\n${accept}}\n`;

describe('an acceptance', () => {
  it('that excuses nothing goes', () => {
    const { take, titles } = at(board('  |accept missing-cost because "x" until 2030 # so\n'));
    expect(take('Take out this line')).toBe(board(''));
    expect(titles).not.toContain('It still holds: take out its date');
  });

  it('that has run out goes', () => {
    const { take, titles } = at(board('  |accept missing-cost because "x" until 2020 # so\n'));
    expect(take('Take out this line')).toBe(board(''));
    expect(titles).not.toContain('It still holds: take out its date');
  });

  it('that has run out may go on, where it would excuse something', () => {
    const text = (accept: string) => `organisation o {\n  code ods "R-1"\n${accept}}\n`;
    const { take } = at(text('  |accept malformed-code because "until" by o until 2020 # so\n'));
    expect(take('It still holds: take out its date')).toBe(text('  accept malformed-code because "until" by o # so\n'));
  });

  it.each([
    ['accept missing-cost', 'accept missing-cost because ""'],
    ['accept missing-cost by x until 2030', 'accept missing-cost because "" by x until 2030'],
    ['accept missing-cost because "" until 2030', 'accept missing-cost because "" until 2030'],
  ])('%s: gets a place for its reason', (line, after) => {
    const { desk, actions } = at(board(`  |${line}\n`));
    const why = actions.find(({ title }) => title === 'Say why')!;
    expect(desk.after(why).text()).toBe(board(`  ${after}\n`));
    expect(desk.answered(why).text()).toBe(board(`  ${after.replace('""', '"An answer"')}\n`));
  });

  it('of no rule gets the nearest name, or goes', () => {
    const { take, titles } = at(board('  |accept mising-setting because "x"\n'));
    expect(take("Did you mean 'missing-setting'?")).toBe(board('  accept missing-setting because "x"\n'));
    expect(titles).toContain('Take out this line');
    expect(titles).not.toContain('Say why');
  });

  it('of nothing like a rule can only go', () => {
    const { titles } = at(board('  |accept something-else\n'));
    expect(titles).toContain('Take out this line');
    expect(titles.filter((title) => title.startsWith('Did you mean'))).toEqual([]);
  });
});

describe('a setting of no rule', () => {
  it('gets the nearest name', () => {
    const { take } = at('project p {\n  |rule missing-seting off because "x"\n}\n');
    const mended = 'project p {\n  rule missing-setting off because "x"\n}\n';
    expect(take("Did you mean 'missing-setting'?")).toBe(mended);
  });
});

describe('a rule that is turned off without a reason', () => {
  it('gets a place for it', () => {
    const { desk, actions } = at('project p {\n  |rule missing-cost off\n}\n');
    const why = actions.find(({ title }) => title === 'Say why')!;
    expect(desk.answered(why).text()).toBe('project p {\n  rule missing-cost off because "An answer"\n}\n');
    expect(desk.answered(why).problems()).toEqual([]);
  });
});
