import { expect, it } from 'vitest';
import { at } from './acting.ts';

const register = {
  uri: 'file:///project/register.pathway',
  text: `organisation icb "The ICB" is icb
organisation council is local-authority
organisation trust is nhs-provider
agreement joint is commissioning {
  party icb
  party council
}
agreement other is commissioning {
  party icb
  party trust
}
`,
};

const withCommissioners = (lines: string, more = ''): string =>
  `pathway p {\n${lines}${more}\n  stage a {\n    enters\n    leaves\n  }\n}\n`;

it('marks the one that the author chooses as lead, in the place of another role', () => {
  const { take, titles } = at(withCommissioners('  |commissioner icb as co share 40%\n  commissioner council'), [
    register,
  ]);
  expect(titles).toEqual(expect.arrayContaining(["Make 'icb' the lead", "Make 'council' the lead"]));
  expect(take("Make 'icb' the lead")).toContain('  commissioner icb as lead share 40%\n  commissioner council\n');
  expect(take("Make 'council' the lead")).toContain('icb as co share 40%\n  commissioner council as lead\n');
});

it('keeps one of several leads', () => {
  const lines = '  commissioner icb as lead\n  |commissioner council as lead scope local\n  commissioner trust as lead';
  const { take } = at(withCommissioners(lines), [register]);
  expect(take("Keep 'council' as lead, and write 'as co' for the others")).toContain(
    '  commissioner icb as co\n  commissioner council as lead scope local\n  commissioner trust as co\n',
  );
});

it('names the agreement that binds all commissioners, or asks for it', () => {
  const text = withCommissioners('  commissioner icb as lead\n  commissioner council as co').replace(' p {', ' |p {');
  const { take, actions, titles } = at(text, [register]);
  expect(titles).not.toContain("Write 'governance agreement other'");
  expect(actions.find(({ preferred }) => preferred)?.title).toBe("Write 'governance agreement joint'");
  expect(take("Write 'governance agreement joint'")).toContain(
    '  commissioner council as co\n  governance agreement joint\n',
  );
  expect(take("Write 'governance unknown' and say why")).toContain('  governance unknown because ""\n');
  expect(take('Raise a gap about it')).toContain('  gap agreement ""\n');
});
