import { readdirSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { pathway, samples, TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

/** The ids of all drawn elements; fails where the text is not well-formed XML. */
function drawnIds(svg: string): string[] {
  const ids: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    const id = attributes['data-id'];
    if (typeof id === 'string') ids.push(id);
  });
  parser.write(svg).close();
  return ids;
}

describe('pathway draw', () => {
  it('draws every stage and transition of a pathway, twice the same bytes', async () => {
    const first = await pathway(['draw', 'bc-hj', '--as-of', '2016'], samples);
    expect(first.code).toBe(0);
    const ids = drawnIds(first.out);
    const text = readFileSync(`${samples}/footprints/black-country.pathway`, 'utf8');
    for (const [, name] of text.matchAll(/^ {2}stage ([\w-]+)/gm)) expect(ids).toContain(`stage:${name}`);
    for (const [, name] of text.matchAll(/^ {2}transition ([\w-]+)/gm)) expect(ids).toContain(`transition:${name}`);
    expect((await pathway(['draw', 'bc-hj', '--as-of', '2016'], samples)).out).toBe(first.out);
  });

  it('carries its font, so that it looks the same on every machine', async () => {
    expect((await runInMemory(['draw', 'bc-hj'], samples)).out).toContain('src:url(data:font/woff2;base64,');
  });

  it('writes a file whole, and leaves nothing beside it', async () => {
    using folder = new TemporaryFolder();
    const { code, err } = await pathway(['draw', 'offender-pd', '-o', `${folder.path}/pd.svg`], samples);
    expect({ code, err: err.startsWith('Drawn: ') }).toEqual({ code: 0, err: true });
    expect(readdirSync(folder.path)).toEqual(['pd.svg']);
    expect(drawnIds(readFileSync(`${folder.path}/pd.svg`, 'utf8'))).toContain('stage:pipe');
  });

  it('does not make a folder out of a slip of the pen', async () => {
    using folder = new TemporaryFolder();
    const { code, err } = await runInMemory(['draw', 'offender-pd', '-o', `${folder.path}/nwe/pd.svg`], samples);
    expect({ code, err }).toEqual({
      code: 2,
      err: `There is no folder ${folder.path}/nwe: make it first, or write elsewhere.\n`,
    });
  });

  it('draws a scenario as the pathway that it makes', async () => {
    const ids = drawnIds((await runInMemory(['draw', 'fewer'], samples)).out);
    expect(ids).toContain('stage:inpatient-camhs');
    expect(ids).not.toContain('stage:urgent-care');
    expect(ids).not.toContain('transition:crisis');
  });

  it('helps with a name that is not there', async () => {
    const { code, err } = await runInMemory(['draw', 'bc-jh'], samples);
    expect(code).toBe(2);
    expect(err).toContain("There is no pathway 'bc-jh'. Did you mean 'bc-hj'? These are there:\n");
    expect(err).toContain('  offender-pd  Offender personality disorder pathway');
  });

  it('asks which project is meant where a name stands in two', async () => {
    using folder = new TemporaryFolder();
    for (const name of ['one', 'two']) {
      folder.write(`${name}/p.pathway`, `project ${name}\npathway p "P of ${name}" {\n  stage a-${name}\n}\n`);
    }
    const { code, err } = await runInMemory(['draw', 'p'], folder.path);
    expect(code).toBe(2);
    expect(err).toContain("There is a pathway 'p' in 2 projects. Say which one is meant:\n  --project one  (one)\n");
    expect(drawnIds((await runInMemory(['draw', 'p', '--project', 'two'], folder.path)).out)).toContain('stage:a-two');
    expect((await runInMemory(['draw', 'p', '--project', 'six'], folder.path)).err).toBe(
      "There is no project 'six' here, only 'one', 'two'.\n",
    );
  });

  it('draws what can be understood of a broken text, and says so', async () => {
    using folder = new TemporaryFolder();
    folder.write('p.pathway', 'pathway p {\n  stage a {\n  stage b {\n  }\n}\n');
    const { code, out, err } = await runInMemory(['draw', 'p'], folder.path);
    expect(code).toBe(0);
    expect(drawnIds(out)).toEqual(expect.arrayContaining(['stage:a', 'stage:b']));
    expect(err).toBe('The text of p.pathway has 1 error: the picture shows what could be understood.\n');
  });

  it('draws the whole region, and a specification by its name', async () => {
    const region = await runInMemory(['draw', 'region', '--as-of', '2026'], samples);
    expect(region.code).toBe(0);
    expect(drawnIds(region.out)).toEqual(
      expect.arrayContaining(['pathway:bc-hj', 'pathway:offender-pd', 'specification:wm-hj', 'unit:secure-care@bc-hj']),
    );
    const required = drawnIds((await runInMemory(['draw', 'wm-hj', '--as-of', '2026'], samples)).out);
    expect(required).toEqual(expect.arrayContaining(['required:sarc-care', 'required:secure-care']));
  });

  it('lists what else can be drawn with what it is', async () => {
    const { code, err } = await runInMemory(['draw', 'nothing-like-it'], samples);
    expect(code).toBe(2);
    expect(err).toContain('\n  region  Health and justice pathway mapping (all pathways together)\n');
    expect(err).toMatch(/\n {2}wm-hj {2}.* \(specification\)\n/);
  });

  it('says which files of a region have errors', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', 'pathway a {\n  stage\n}\n');
    folder.write('b.pathway', 'pathway b {\n  stage x\n}\n');
    const { code, err } = await runInMemory(['draw', 'region', '-o', 'region.svg'], folder.path);
    expect(code).toBe(0);
    expect(err).toContain('a.pathway has 1 error: the picture shows what could be understood.');
    expect(err).not.toContain('b.pathway');
  });
});
