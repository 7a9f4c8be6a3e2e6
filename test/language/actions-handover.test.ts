import { describe, expect, it } from 'vitest';
import { at } from './acting.ts';

const register = {
  uri: 'file:///project/register.pathway',
  text: `organisation trust "Example Trust" is nhs-provider
organisation charity is voluntary
information letter
agreement fits is partnership {
  party trust
  party charity
}
agreement other is partnership {
  party trust
}
`,
};

const move = (inside: string, ends = 'from a to b'): string =>
  `pathway p {
  stage a {
    enters
    setting sch
    provider trust
  }

  stage b {
    setting community
    provider charity
    leaves
  }

  transition go ${ends} {
${inside}  }
}
`;

describe('a transition between two organisations', () => {
  const { take, titles } = at(move('    criteria "x"\n').replace(' go ', ' |go '), [register]);

  it('is led or received by a provider of one of its ends, under an agreement of both', () => {
    expect(titles).toEqual(
      expect.arrayContaining([
        "Write 'lead trust' (Example Trust)",
        "Write 'receiver charity'",
        "Write 'agreement fits'",
      ]),
    );
    expect(titles.join()).not.toContain('agreement other');
    expect(take("Write 'receiver charity'")).toContain('    criteria "x"\n    receiver charity\n');
  });

  it('is asked about in one go', () => {
    expect(take("Write 'unknown' for lead, send and agreement, and say why")).toContain(
      '    criteria "x"\n    lead unknown because ""\n    send unknown because ""\n    agreement unknown because ""\n',
    );
  });
});

describe('what is sent before a release', () => {
  for (const lineEnd of ['\n', '\r\n']) {
    it(`gets its time at the end of its line${lineEnd === '\n' ? '' : ', in a file with long line ends'}`, () => {
      const line = '    |send letter from trust to charity under fits according to x # so\n';
      const text = move(`    movement out-of-secure\n${line}`).replaceAll('\n', lineEnd);
      const { take, actions } = at(text, [register]);
      const title = "Write 'when' and say when it is sent";
      expect(take(title)).toContain(
        `    send letter from trust to charity under fits when "" according to x # so${lineEnd}`,
      );
      const [change] = [...actions.find((one) => one.title === title)!.changes.values()].flat();
      expect(change?.holes).toEqual([{ at: ' when "'.length, length: 0 }]);
    });
  }
});

describe('a move out of area', () => {
  it('gets a transition back to where people came from, with what is not known about it', () => {
    const { take } = at(move('    movement out-of-area\n').replace(' go ', ' |go '), [register]);
    expect(take("Add a transition from 'b' to 'a'")).toContain(
      '  transition from b to a {\n    movement into-secure\n    criteria unknown because ""\n    send unknown because ""\n  }\n',
    );
  });

  it('can only be a gap where the other end is described elsewhere', () => {
    const { titles } = at(
      `${move('    movement out-of-area\n', 'from a to pathway q').replace(' go ', ' |go ')}pathway q\n`,
      [register],
    );
    expect(titles).toContain("Raise a gap about 'go'");
    expect(titles.filter((title) => title.startsWith('Add a transition'))).toEqual([]);
  });
});

it('a level without a stage gets one, or a gap', () => {
  const stage = (name: string, level: string): string =>
    `  stage ${name} {\n    enters\n    level ${level}\n    leaves\n  }\n`;
  const { take } = at(`pathway |p {\n${stage('a', 'tier-1')}${stage('b', 'tier-3')}}\n`);
  expect(take("Add a stage with level 'tier-2'")).toContain('  stage stage "" {\n    level tier-2\n  }\n');
  expect(take('Raise a gap about it')).toContain('  gap level ""\n');
});
