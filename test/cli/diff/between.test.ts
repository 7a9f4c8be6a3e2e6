import { afterAll, describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../../support/command.ts';
import { runInMemory } from '../../support/memory.ts';

const folder = new TemporaryFolder();
folder.write(
  'all.pathway',
  `project p
specification all "All of it" {
  require stage unit "Unit" { setting court }
  require stage after "Afterwards"
}
pathway north "North" realises all {
  stage unit "Unit" { setting court
    cost £5 for 2025 }
}
pathway south "South" {
  stage unit "Unit" { setting court
    cost £6 for 2025 }
}
scenario later changes north { in stage unit set cost £9 for 2025 }
`,
);
afterAll(() => folder[Symbol.dispose]());

const diff = (...words: readonly string[]) => runInMemory(['diff', ...words], folder.path);

describe('pathway diff --between', () => {
  it('tells what two pathways have, and where they differ', async () => {
    const { out, code } = await diff('--between', 'north', '--and', 'south', '--exit-code');
    expect(code).toBe(1);
    expect(out).toMatch(/^North beside South\.\n/);
    expect(out).toContain(
      "Stage 'Unit': cost (for 2025) is £5 in 'North', £6 in 'South'.\n  --> all.pathway:8 and all.pathway:12",
    );
  });

  it('compares a scenario with the pathway that it changes, in whichever order they are named', async () => {
    const { out } = await diff('--between', 'later');
    expect(out).toMatch(/^North beside North: later\.\n/);
    expect(out).toContain("Stage 'Unit': cost (for 2025) is £5 in 'North', £9 in 'North: later'.");
    expect((await diff('--between', 'later', '--and', 'north')).out).toBe(out);
  });

  it('compares a pathway with what its specification requires', async () => {
    const { out } = await diff('--between', 'north');
    expect(out).toMatch(/^All of it beside North\.\n/);
    expect(out).toContain("Required stage 'Afterwards' is in 'All of it' only.");
    expect(out).not.toContain('cost');
    expect((await diff('--between', 'north', '--and', 'all')).out).toBe(out);
  });

  it('draws two pathways as one picture', async () => {
    const { out } = await diff('--between', 'north', '--and', 'south', '--format', 'svg');
    expect(out).toContain('cost £5 for 2025, now £6 for 2025');
  });

  it.each([
    [['--between', 'nroth'], "There is no pathway, scenario or specification 'nroth'. Did you mean 'north'?"],
    [['--between', 'south'], "'south' realises no specification: say what it is to be compared with"],
    [['--between', 'all'], "Say which pathway is to be compared with 'all': add '--and' and its name."],
    [['--between', 'south', '--and', 'all'], "'south' does not realise 'all': there is nothing to compare."],
    [['--between', 'north', '--pathway', 'north'], "'--between' says already which pathways are meant."],
    [['--and', 'north'], "'--and' goes with '--between'"],
  ])('%j says what to do instead', async (words, message) => {
    const { code, err } = await diff(...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
