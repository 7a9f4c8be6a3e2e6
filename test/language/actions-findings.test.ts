import { describe, expect, it } from 'vitest';
import { applied } from '../../src/language/actions/change.ts';
import { fixAll } from '../../src/language/actions/fix-all.ts';
import { at, Desk } from './acting.ts';

const facts = '  commissioner unknown\n  governance unknown\n  cost unknown\n  activity unknown\n';
const off = 'Turn off for this project… (missing-provider)';
const accept = 'Accept with a reason… (missing-provider)';
const project = 'file:///project/project.pathway';

describe('a finding is accepted', () => {
  it('in the block that it is about, among its facts', () => {
    const { take, titles } = at(`pathway p {\n${facts}  stage |a {\n    note "x"\n    leaves\n  }\n}\n`);
    expect(titles.indexOf(accept)).toBeLessThan(titles.indexOf(off));
    expect(take(accept)).toBe(
      `pathway p {\n${facts}  stage a {\n    note "x"\n    accept missing-provider because ""\n    leaves\n  }\n}\n`,
    );
  });

  it('in a block that has no body yet, with the caret in the reason', () => {
    const { actions, desk } = at(`pathway p {\n${facts}  stage |a\n}\n`.replaceAll('\n', '\r\n'));
    const action = actions.find(({ title }) => title === accept)!;
    expect(desk.after(action).text()).toContain('stage a {\r\n    accept missing-provider because ""\r\n  }\r\n');
    const [change] = [...action.changes.values()].flat();
    expect(change!.holes).toEqual([{ at: change!.text.indexOf('""') + 1, length: 0 }]);
  });

  it('in the nearest block that takes it, where its own has no braces', () => {
    const { take } = at('vocabulary v {\n  setting a "A"\n  setting |a "B"\n}\n');
    expect(take('Accept with a reason… (duplicate-name)')).toBe(
      'vocabulary v {\n  accept duplicate-name because ""\n  setting a "A"\n  setting a "B"\n}\n',
    );
  });

  it('once for each rule, all of them before any is turned off', () => {
    const { titles } = at('pathway p {\n  governance unknown\n  cost unknown\n  stage |a { enters  leaves }\n}\n');
    const rules = (way: RegExp): readonly string[] => titles.flatMap((title) => way.exec(title)?.[1] ?? []);
    const accepted = rules(/^Accept .*\((.*)\)$/);
    expect(accepted).toEqual(expect.arrayContaining(['missing-provider', 'missing-commissioner', 'missing-activity']));
    expect(new Set(accepted).size).toBe(accepted.length);
    expect(rules(/^Turn off .*\((.*)\)$/)).toEqual(accepted);
    expect(titles.slice(-2 * accepted.length).every((title) => /^(Accept|Turn off) /.test(title))).toBe(true);
    expect(titles.at(-1)).toMatch(/^Turn off/);
  });

  it('and not twice in one block: an acceptance that has run out is renewed there', () => {
    const accepted = '    accept missing-provider because "x" until 2016\n';
    const { titles } = at(`pathway p {\n${facts}  stage |a {\n${accepted}    leaves\n  }\n}\n`);
    expect(titles).not.toContain(accept);
    expect(titles).toContain(off);
  });

  it('is not what is done with what cannot be read, or with a name that nothing declares', () => {
    for (const text of ['pathway p {\n  ages 0|-21\n}\n', 'pathway p {\n  owner no|body\n}\n'])
      expect(at(text).titles.filter((title) => /^(Accept|Turn)/.test(title))).toEqual([]);
  });
});

describe('a rule is turned off', () => {
  const text = `pathway p {\n${facts}  stage |a { leaves }\n}\n`;

  it('in the project, in whichever file that is', () => {
    const uri = 'file:///project/about.pathway';
    const { take } = at(text, [{ uri, text: 'project q "Q" {\n  strictness draft\n  rule dead-end info\n}\n' }]);
    expect(take(off, uri)).toBe(
      'project q "Q" {\n  strictness draft\n  rule dead-end info\n  rule missing-provider off because ""\n}\n',
    );
  });

  it('in place of what the project said of it before', () => {
    const uri = 'file:///project/about.pathway';
    const { take } = at(text, [{ uri, text: 'project q {\n  rule missing-provider warning # so\n}\n' }]);
    expect(take(off, uri)).toBe('project q {\n  rule missing-provider off because "" # so\n}\n');
  });

  it('by a text that stands alone at its top, above its comments', () => {
    const { take } = at(`# About p\n${text}`);
    expect(take(off)).toBe(
      `project project {\n  rule missing-provider off because ""\n}\n\n# About p\n${text.replace('|', '')}`,
    );
  });

  it('in a new file of the folder, where several files belong together without a project', () => {
    const { desk, actions, take } = at(text, [{ uri: 'file:///project/below/b.pathway', text: 'organisation b\n' }]);
    expect(take(off, project)).toBe('project project {\n  rule missing-provider off because ""\n}\n');
    const action = actions.find(({ title }) => title === off)!;
    expect(desk.answered(action).checked.own).toHaveLength(3);
  });
});

describe('all that is mechanical', () => {
  function fixed(text: string): string {
    const desk = new Desk([{ uri: 'file:///project/it.pathway', text }]);
    const [file] = desk.checked.files;
    return applied(text, fixAll(desk.checked, file!));
  }

  it('is put right at once: ages, what is declared twice, lines that stand twice', () => {
    const before = `organisation o "O"\norganisation o "O"\n\npathway p {\n  ages 21 to 0\n  owner o\n  owner o\n${facts}  stage a {\n    ages 18 to 10\n    leaves\n    leaves\n  }\n}\n`;
    const after = `organisation o "O"\n\npathway p {\n  ages 0 to 21\n  owner o\n${facts}  stage a {\n    ages 10 to 18\n    leaves\n  }\n}\n`;
    expect(fixed(before)).toBe(after);
    expect(fixed(before.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
    expect(fixed(after)).toBe(after);
  });

  it('is also a code that was written with spaces, of which the signs alone go', () => {
    const before = 'footprint f "F" {\n  code ons "E54 0000-10"\n}\n';
    expect(fixed(before)).toBe(before.replace('E54 0000-10', 'E54000010'));
  });

  it.each([
    ['what adds up', 'pathway p {\n  cost £5k\n  cost £5k\n}\n'],
    ['what is missing', 'pathway p {\n  stage a { leaves }\n}\n'],
    ['a line with a comment', 'pathway p {\n  owner unknown\n  owner unknown # to ask\n}\n'],
    ['a text that cannot be read in full', 'pathway p {\n  ages 21 to 0\n  stage\n}\n'],
  ])('leaves %s', (_, text) => {
    expect(fixed(text)).toBe(text);
  });
});
