import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

/** A project with a specification for a region of two footprints. */
function region(): TemporaryFolder {
  const folder = new TemporaryFolder();
  folder.write(
    'project.pathway',
    `project county
footprint county "County"
footprint north "North of the county" within county
footprint south "South of the county" within county
footprint coast "Coast"
footprint island "Island" within coast
specification offer "What each must have" for county {
  require stage hub "Hub" {
    require cost
  }
  require stage team "Team"
  require transition from hub to team {
    require criteria
  }
}
specification alone "For the coast" for coast {
  require stage hub "Hub"
}
`,
  );
  return folder;
}

describe('pathway new --from', () => {
  it('writes all that is required, which the check then asks about', async () => {
    using folder = region();
    const { code, err } = await runInMemory(['new', '--from', 'offer', '--footprint', 'north'], folder.path);
    expect({ code, err }).toEqual({
      code: 0,
      err: `Written: north.pathway
Put what you know in place of each 'unknown'. This says what is missing: pathway check north.pathway
`,
    });
    const text = readFileSync(`${folder.path}/north.pathway`, 'utf8');
    expect(text).toContain('pathway north "North of the county" realises offer in north {');
    expect(text).toMatch(/stage hub "Hub" \{[^}]*cost unknown/);
    expect(text).toMatch(/transition from hub to team \{[^}]*criteria unknown/);
    const check = await runInMemory(['check', 'north.pathway', '--fail-on', 'error'], folder.path);
    expect(check.code).toBe(0);
    expect((await runInMemory(['format', '--check'], folder.path)).err).not.toContain('north.pathway');
  });

  it('writes where and as what it is told to', async () => {
    using folder = region();
    folder.write('pathways/other.pathway', '');
    const words = ['--footprint', 'south', '--name', 'southern', '-o', 'pathways/mine.pathway'];
    expect((await runInMemory(['new', '--from', 'offer', ...words], folder.path)).code).toBe(0);
    expect(readFileSync(`${folder.path}/pathways/mine.pathway`, 'utf8')).toContain('pathway southern "South');
  });

  it('needs no footprint where there is but one, and takes a name that is free', async () => {
    using folder = region();
    folder.write('taken.pathway', 'pathway island "There already"\n');
    expect((await runInMemory(['new', '.', '--from', 'alone'], folder.path)).err).toContain(
      'Written: island-2.pathway',
    );
  });

  it('writes no second pathway of a footprint unless it is asked to', async () => {
    using folder = region();
    folder.write('maps/n.pathway', 'pathway first "The first map" realises offer in north\n');
    const words = ['new', '--from', 'offer', '--footprint', 'north'];
    const { code, err } = await runInMemory(words, folder.path);
    expect({ code, err }).toEqual({
      code: 2,
      err: `Nothing was written: 'north' has a pathway that realises 'offer' already:
  first  The first map (maps/n.pathway)
Write what you know there. If you want another one beside it, add --another.
`,
    });
    expect(readdirSync(folder.path)).not.toContain('north.pathway');
    expect((await runInMemory([...words, '--another'], folder.path)).code).toBe(0);
    expect(readdirSync(folder.path)).toContain('north.pathway');
  });

  it.each([
    [['--from', 'ofer'], "There is no specification 'ofer'. Did you mean 'offer'? These are there:\n  offer  What"],
    [['--from', 'offer'], 'Say where the pathway is, by --footprint. These are there:\n  north  North of the county\n'],
    [['--from', 'offer', '--footprint', 'nort'], "in 'nort', which is no footprint of it. Did you mean 'north'?"],
    [['--from', 'offer', '--footprint', 'north', '--name', 'a b'], "'a b' cannot be a name."],
    [['--from', 'offer', '--footprint', 'north', '--name', 'unknown'], "'unknown' cannot be a name"],
    [['--from', 'offer', '--footprint', 'north', '--name', 'taken'], 'give another --name, such as taken-2'],
    [['--from', 'offer', '--footprint', 'north', '-o', 'project.pathway'], 'there is a file project.pathway already'],
    [['--from', 'offer', '--footprint', 'north', '-o', 'north.txt'], 'end its name in .pathway'],
    [['--from', 'offer', '--footprint', 'north', '-o', '../north.pathway'], 'lies outside of the project'],
    [['--from', 'offer', '--footprint', 'north', '-o', 'nowhere/north.pathway'], 'make it first'],
    [['--from', 'offer', '--project', 'nowhere'], "There is no specification 'offer'."],
    [['--footprint', 'north'], '--footprint is for a pathway that realises a specification'],
  ])('refuses %j, and writes nothing', async (words, problem) => {
    using folder = region();
    folder.write('taken.pathway', 'pathway taken "There already"\n');
    const { code, err } = await runInMemory(['new', ...words], folder.path);
    expect(err).toContain(problem);
    expect({ code, files: readdirSync(folder.path) }).toEqual({ code: 2, files: ['project.pathway', 'taken.pathway'] });
  });
});

describe('pathway new', () => {
  it('writes a project that has no errors, into a folder that it makes', async () => {
    using folder = new TemporaryFolder();
    const { code, err } = await runInMemory(['new', 'mine/first'], folder.path);
    expect({ code, err: err.split('\n').at(-2) }).toEqual({
      code: 0,
      err: 'Put what you know in place of what stands there. This says what is missing: pathway check mine/first',
    });
    const check = await runInMemory(['check', 'mine/first', '--fail-on', 'error'], folder.path);
    expect(check.out + check.err).toMatch(/3 files, 1 pathway: no errors/);
  });

  it('writes nothing where there is a project already', async () => {
    using folder = new TemporaryFolder();
    folder.write('register.pathway', '# mine\n');
    const { code, err } = await runInMemory(['new'], folder.path);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Nothing was written: this folder has this file already: register.pathway. Name another folder.\n',
    });
    expect(existsSync(`${folder.path}/project.pathway`)).toBe(false);
    expect((await runInMemory(['new', 'register.pathway'], folder.path)).err).toContain('is a file: name a folder');
  });
});
