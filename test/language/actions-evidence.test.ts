import { describe, expect, it } from 'vitest';
import { at, Desk } from './acting.ts';

describe('what names no source', () => {
  const register = 'source report "Report"\nsource talks\n\n';

  it('gets one that the project has, behind all other facts', () => {
    const { titles, take } = at(
      `${register}pathway |p {\n  owner x\n  ages 0 to 21\n\n  stage s {\n    ages 0 to 21\n  }\n}\n`,
    );
    expect(titles.filter((title) => title.includes('evidence '))).toEqual([
      "Write 'evidence report' (Report)",
      "Write 'evidence talks'",
    ]);
    expect(take("Write 'evidence talks'")).toBe(
      `${register}pathway p {\n  owner x\n  ages 0 to 21\n  evidence talks\n\n  stage s {\n    ages 0 to 21\n  }\n}\n`,
    );
  });

  it.each(['\n', '\r\n'])('gets the first one of the project, declared with it', (lineEnd) => {
    const { desk, actions } = at('board |b {\n  top\n  meets "Weekly"\n}\n'.replaceAll('\n', lineEnd));
    const action = actions.find(({ title }) => title === 'Declare a source, and name it here')!;
    expect(desk.after(action).text()).toBe(
      'board b {\n  top\n  meets "Weekly"\n  evidence report\n}\n\nsource report ""\n'.replaceAll('\n', lineEnd),
    );
    expect(desk.answered(action).problems()).not.toContainEqual(expect.stringContaining('missing-evidence'));
  });
});

describe('what has ended', () => {
  const register = {
    uri: 'file:///project/register.pathway',
    text: `organisation old is nhs-provider {
  succeeded by mid on 2013-04-01
}
organisation mid is nhs-provider {
  succeeded by new on 2020
}
organisation new is nhs-provider
organisation a is ccg
organisation b is ccg
`,
  };
  const stage = (word: string) =>
    `  stage s {\n    provider ${word} as lead\n    partner other\n    commissioner ${word} on behalf of ${word}\n  }\n`;

  it('gives way to the last of its successors in all of the pathway, and there only', () => {
    const others = `}\npathway q {\n${stage('old')}}\n`;
    const { take } = at(`pathway p {\n  owner |old\n${stage('old')}${others}`, [register]);
    expect(take("Write 'new' in all 4 places of this pathway")).toBe(
      `pathway p {\n  owner new\n${stage('new')}${others}`,
    );
  });

  it('gives way to the successor of the time that the map is about', () => {
    const text = (owner: string) => `pathway p {\n  status current as of 2016\n  owner ${owner}\n}\n`;
    expect(at(text('|old'), [register]).take("Write 'mid'")).toBe(text('mid'));
  });

  it('is a kind: then bodies may have become of the new one, and nobody does that unasked', () => {
    const { actions, take } = at('pathway p {\n  owner |a\n  stage s {\n    partner b\n    partner a\n  }\n}\n', [
      register,
    ]);
    const title = "Write 'is icb' for all 2 of them, if they became such";
    expect(take(title, register.uri)).toBe(register.text.replaceAll('is ccg', 'is icb'));
    expect(actions.find((action) => action.title === title)).not.toMatchObject({ mechanical: true });
  });

  it('has no fix where nobody has said what came after', () => {
    const text = 'vocabulary v {\n  setting hut until 2020\n}\npathway p {\n  stage s {\n    setting |hut\n  }\n}\n';
    const { desk, titles } = at(text);
    expect(desk.problems()).toContainEqual("retired-term: 'hut' ended 2020: name what took its place.");
    expect(titles.filter((title) => title.startsWith('Write'))).toEqual([]);
    const circle = new Desk([{ uri: 'file:///project/it.pathway', text: text.replace('2020', '2020 becomes hut') }]);
    expect(circle.problems()).toContainEqual("retired-term: 'hut' ended 2020: name what took its place.");
  });
});
