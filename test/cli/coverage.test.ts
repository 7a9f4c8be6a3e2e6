import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const root = process.cwd();
const county = 'examples/fictional-county';

describe('pathway coverage', () => {
  it('keeps to the width of a terminal, and says the same at each', async () => {
    for (const width of [120, 80, 60, 45]) {
      const { out, code } = await runInMemory(['coverage', county], root, { width });
      expect(code).toBe(0);
      expect(out).toContain('5 of 6 with a known provider; 1 left out.');
      expect(out.match(/\bprovided(, varies)?( |$)/gm)?.length).toBe(5);
      const table = out.slice(out.indexOf('\n'), out.indexOf('Reasons'));
      expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });

  it('numbers the footprints where their names do not fit', async () => {
    const { out } = await runInMemory(['coverage', county], root, { width: 80 });
    expect(out).toMatch(/^ +1 +2$/m);
    expect(out).toContain('  1  North Rivershire (fictional)\n  2  South Rivershire (fictional)\n');
  });

  it('gives the matrix to spreadsheets, documents and other programs', async () => {
    const csv = (await runInMemory(['coverage', county, '--format', 'csv'], root)).out.split('\r\n');
    expect(csv[0]).toBe(
      'Required stage,North Rivershire (fictional),South Rivershire (fictional),Provider known in,Evidence,Where',
    );
    expect(csv).toHaveLength(5);
    const { matrices } = JSON.parse((await runInMemory(['coverage', county, '--format', 'json'], root)).out);
    expect(matrices[0].rows[2].cells['area-1']).toEqual({
      text: 'Left out: People are seen at the centre in South Rivershire',
      state: 'omitted',
    });
    const markdown = (await runInMemory(['coverage', county, '--format', 'markdown'], root)).out;
    expect(markdown).toContain('| Community CAMHS | Provided: River Valley Trust. Varies: setting');
  });

  it('says so where nothing is specified, and lets no text move the cursor', async () => {
    using folder = new TemporaryFolder();
    folder.write('a.pathway', 'project x\npathway p "P"\n');
    expect((await runInMemory(['coverage'], folder.path)).out).toBe(
      'Coverage\n  There is no specification to compare footprints with.\n',
    );
    folder.write(
      'a.pathway',
      'project x\nspecification s "S" for f {\n  require stage a "A\u001b[2J"\n}\nfootprint f "F"\n',
    );
    expect((await runInMemory(['coverage'], folder.path)).out).not.toContain('\u001b');
  });

  it('knows the states apart', async () => {
    using folder = new TemporaryFolder();
    const stages = ['here', 'nobody', 'asked', 'silent', 'planned', 'over', 'away'];
    folder.write(
      'a.pathway',
      `project x
footprint f "F"
organisation o "O"
specification s "S" for f {
${stages.map((name) => `  require stage ${name} "${name}"`).join('\n')}
  require stage nowhere "nowhere"
}
pathway p "P" realises s in f {
  stage here { provider o }
  stage nobody { provider none because "Ended" }
  stage asked { provider unknown }
  stage silent { level tier-1 }
  stage planned { status proposed }
  stage over { status closed }
  omits away because "Elsewhere"
}
`,
    );
    const { out } = await runInMemory(['coverage'], folder.path);
    expect(out.match(/^ {2}\w+ {2,}(.*)$/gm)?.map((line) => line.trim().replace(/ {2,}/, ': '))).toEqual([
      'here: provided',
      'nobody: there, no provider',
      'asked: there, provider not known',
      'silent: there, provider not recorded',
      'planned: proposed',
      'over: closed',
      'away: left out',
      'nowhere: not mapped',
    ]);
    expect(out).toContain('F, away: Left out: Elsewhere');
    expect(out).toContain(
      '1 of 8 with a known provider; 1 there, no provider; 1 there, provider not known; ' +
        '1 there, provider not recorded; 1 proposed; 1 closed; 1 left out; 1 not mapped.',
    );
  });

  it('takes the answer that says most where two pathways of one footprint realise the specification', async () => {
    using folder = new TemporaryFolder();
    folder.write(
      'a.pathway',
      `project x
footprint f "F"
organisation o "O"
specification s "S" for f {
  require stage here "Here"
  require stage nobody "Nobody"
}
pathway begun "Begun" realises s in f {
  stage here { provider unknown }
  stage nobody { provider unknown }
}
pathway mapped "Mapped" realises s in f {
  stage here { provider o }
  stage nobody { provider none because "Ended" }
}
`,
    );
    const { out } = await runInMemory(['coverage'], folder.path);
    expect(out).toContain('1 of 2 with a known provider; 1 there, no provider.');
    expect(out).toContain('F, Nobody: There, but nobody provides it: Ended');
  });

  it('lets no stage that is only begun outweigh what another pathway of the footprint says', async () => {
    using folder = new TemporaryFolder();
    folder.write(
      'a.pathway',
      `project x
footprint f "F"
organisation o "O"
specification s "S" for f {
  require stage away "Away"
  require stage planned "Planned"
  require stage over "Over"
  require stage silent "Silent" { setting community }
}
pathway mapped "Mapped" realises s in f {
  stage planned { status proposed }
  stage over { status closed }
  omits away because "People go elsewhere"
}
`,
    );
    const said = async (): Promise<readonly string[]> => {
      const { out } = await runInMemory(['coverage'], folder.path);
      return out.match(/^ {2}[A-Z]\w+ {2,}.*$/gm)!.map((line) => line.trim().replace(/ {2,}/, ': '));
    };
    expect(await said()).toEqual(['Away: left out', 'Planned: proposed', 'Over: closed', 'Silent: not mapped']);
    const { code } = await runInMemory(['new', '--from', 's', '--footprint', 'f', '--another'], folder.path);
    expect(code).toBe(0);
    const begun = ['Away: left out', 'Planned: proposed', 'Over: closed', 'Silent: there, provider not known'];
    expect(await said()).toEqual(begun);
    const text = readFileSync(join(folder.path, 'f.pathway'), 'utf8');
    // Whatever somebody writes of it is a claim.
    for (const claim of [
      text.replace('status draft', 'status current'),
      text.replaceAll('provider unknown', 'provider unknown because "The tender is open"'),
      text.replaceAll('provider unknown', 'provider unknown ask o'),
      text.replaceAll('cost unknown', 'cost £5,000'),
      text.replaceAll('enters', 'enters "A doctor"'),
      text.replaceAll('provider unknown', 'provider unknown\n    cohort pupils'),
      text.replaceAll('provider unknown', 'provider unknown\n    note "Seen in June"'),
    ]) {
      folder.write('f.pathway', claim);
      expect(await said()).toEqual(begun.map((line) => line.replace(/:.*/, ': there, provider not known')));
    }
  });
});
