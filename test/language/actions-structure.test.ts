import { describe, expect, it } from 'vitest';
import { at } from './acting.ts';

const two = (more: string, inside = '') =>
  `pathway p {\n${inside}  stage a {\n    enters\n    setting community\n  }\n\n  stage b {\n    setting sch\n    leaves\n  }\n\n${more}\n  outcome o "x"\n}\n`;

describe('a transition that is declared twice', () => {
  const merge = 'Put both into one transition';

  it('becomes one that says all that both said, and nothing twice', () => {
    const { take } = at(
      two(`  transition from a to b {
    criteria "One"
    send unknown because "Asked"
  }

  |transition from a to b {
    threshold "Two"
    criteria "One"
  }
`),
    );
    expect(take(merge)).toBe(
      two(`  transition from a to b {
    criteria "One"
    threshold "Two"
    send unknown because "Asked"
  }
`),
    );
  });

  it('goes where it says nothing more', () => {
    const { take } = at(two('  transition from a to b {\n    criteria "One"\n  }\n\n  |transition from a to b\n'));
    expect(take('Take out this transition: the other one says the same')).toBe(
      two('  transition from a to b {\n    criteria "One"\n  }\n'),
    );
  });

  it('keeps its name where only the second has one', () => {
    const { take } = at(
      two(
        '  transition from a to b {\n    criteria "One"\n  }\n\n  transition |named from a to b {\n    send unknown\n  }\n',
        '  gap g "x" {\n    affects named\n  }\n\n',
      ),
    );
    expect(take(merge)).toBe(
      two(
        '  transition named from a to b {\n    criteria "One"\n    send unknown\n  }\n',
        '  gap g "x" {\n    affects named\n  }\n\n',
      ),
    );
  });

  it('takes along what speaks of it, also in another file', () => {
    const scenario = {
      uri: 'file:///project/s.pathway',
      text: 'scenario s changes p {\n  remove transition second\n}\n',
    };
    const made = at(
      two(
        '  transition first from a to b\n  transition |second from a to b\n',
        '  gap g "x" {\n    affects second\n  }\n\n',
      ),
      [scenario],
    );
    const title = 'Take out this transition: the other one says the same';
    expect(made.take(title)).toBe(two('  transition first from a to b\n', '  gap g "x" {\n    affects first\n  }\n\n'));
    expect(made.take(title, scenario.uri)).toBe('scenario s changes p {\n  remove transition first\n}\n');
  });

  it.each([
    ['a comment', '    criteria "Two" # from the meeting\n'],
    ['a gap', '    gap g "x"\n'],
    ['a text of several lines', '    criteria """\n      Two\n    """\n'],
  ])('is left to the author where %s would be lost', (_, inside) => {
    const { titles } = at(two(`  transition from a to b\n  |transition from a to b {\n${inside}  }\n`));
    expect(titles.filter((title) => /transition/.test(title) && /one|other/.test(title))).toEqual([]);
  });
});

describe('a transition that leads to where it starts', () => {
  it('is taken out', () => {
    const { take } = at(two('  transition from a to b\n  |transition from b to b {\n    criteria "One"\n  }\n'));
    expect(take('Take out this transition')).toBe(two('  transition from a to b\n'));
  });

  it('stays while something speaks of it', () => {
    const { titles } = at(
      two('  transition again from |b to b\n', '  gap g "x" {\n    affects again\n  }\n\n').replace(
        'again from |b',
        '|again from b',
      ),
    );
    expect(titles).not.toContain('Take out this transition');
  });
});

describe('a movement that contradicts the settings', () => {
  it.each([
    ['out-of-secure', 'a', 'b', 'into-secure'],
    ['into-secure', 'b', 'a', 'out-of-secure'],
    ['out-of-secure', 'b', 'c', 'between-secure'],
  ])('%s from %s to %s becomes %s', (wrong, from, to, right) => {
    const text = (movement: string) =>
      two(
        `  stage c {\n    setting yoi\n    leaves\n  }\n\n  transition from ${from} to ${to} {\n    movement ${movement}\n  }\n`,
      );
    expect(at(text(`|${wrong}`)).take(`Write 'movement ${right}'`)).toBe(text(right));
  });

  it('goes where neither stage is secure', () => {
    const text = (line: string) =>
      two(
        `  stage c {\n    setting court\n    leaves\n  }\n\n  transition from a to c {\n${line}    criteria "x"\n  }\n`,
      );
    expect(at(text('    movement |into-secure\n')).take('Take out this movement')).toBe(text(''));
  });
});

describe('ways into and out of detention', () => {
  const text = (more: string, mark = '') =>
    `pathway p {\n  stage a {\n    enters\n    leaves\n    setting community\n  }\n\n  stage ${mark}b {\n    setting sch\n  }\n${more}}\n`;
  const open = (from: string, to: string, movement: string) =>
    `\n  transition from ${from} to ${to} {\n    movement ${movement}\n    criteria unknown because ""\n    send unknown because ""\n  }\n`;

  it('are asked for with the movement that follows from the settings', () => {
    const out = open('b', 'a', 'out-of-secure');
    expect(at(text(out, '|')).take("Add a transition from 'a' to 'b'")).toBe(
      text(`${out}${open('a', 'b', 'into-secure')}`),
    );
    const into = open('a', 'b', 'into-secure');
    expect(at(text(into, '|')).take("Add a transition from 'b' to 'a'")).toBe(
      text(`${into}${open('b', 'a', 'out-of-secure')}`),
    );
  });

  it('lead out only to where nobody is detained', () => {
    const more = '\n  stage c {\n    setting prison\n    leaves\n  }\n\n  stage d {\n    leaves\n  }\n';
    const { titles } = at(text(`${more}${open('a', 'b', 'into-secure')}`, '|'));
    expect(titles.filter((title) => title.startsWith('Add a transition'))).toEqual([
      "Add a transition from 'b' to 'a'",
    ]);
  });
});

describe('a loop with no way out', () => {
  it("may be left at any of its stages, by 'leaves'", () => {
    const { titles, take } = at(
      two('  stage |c\n  stage d\n  transition from a to c\n  transition from c to d\n  transition from d to c\n'),
    );
    expect(titles.filter((title) => title.startsWith("Write 'leaves'"))).toEqual([
      "Write 'leaves' in stage 'c', and say how people leave",
      "Write 'leaves' in stage 'd', and say how people leave",
    ]);
    expect(take("Write 'leaves' in stage 'd', and say how people leave")).toContain('stage d {\n    leaves ""\n  }\n');
  });
});
