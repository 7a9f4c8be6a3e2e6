import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/cli/check/excerpt.ts';
import { cutTo, widthOf, wrap } from '../../src/cli/terminal/width.ts';
import type { Place } from '../../src/model/place.ts';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { small } from './small.ts';

function smallFolder(changes: Readonly<Record<string, string>> = {}): TemporaryFolder {
  const folder = new TemporaryFolder();
  for (const [name, text] of Object.entries({ ...small, ...changes })) folder.write(name, text);
  return folder;
}

describe('the text of pathway check', () => {
  it('shows what is wrong, where, the line with carets below, where to read more, and the counts', async () => {
    using folder = smallFolder();
    expect(await runInMemory(['check'], folder.path)).toEqual({
      code: 0,
      out: `warning: 'aftercare' is a dead end: say where people go next with a transition, or write 'leaves'. [dead-end]
  --> p.pathway:24:9
24 |   stage aftercare "Aftercare" {
   |         ^^^^^^^^^

To read why this matters, and how to put it right or accept it: pathway rules dead-end.

2 files, 1 pathway: no errors, 1 warning, no notes, 2 open questions, 1 accepted.
`,
      err: '',
    });
  });

  it('keeps to the width of a terminal, and colours where colours are welcome', async () => {
    using folder = smallFolder({
      'p.pathway': small['p.pathway']!.replace('"Aftercare"', `"${'A very long label '.repeat(9)}"`),
    });
    const { out } = await runInMemory(['check', '--rule', 'dead-end'], folder.path, { width: 60, terminal: true });
    const lines = out.split('\n').slice(0, 7);
    expect(lines).toEqual([
      "warning: 'aftercare' is a dead end: say where people go next",
      "with a transition, or write 'leaves'. [dead-end]",
      '  --> p.pathway:24:9',
      '24 |   stage aftercare "A very long label A very long label…',
      '   |         ^^^^^^^^^',
      '',
      'To read why this matters, and how to put it right or accept',
    ]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    const coloured = await runInMemory(['check'], folder.path, { colour: true });
    expect(coloured.out).toContain('\u001b[33mwarning\u001b[39m: ');
    expect(coloured.out).toContain('\u001b[2m[dead-end]\u001b[22m');
  });

  it('shows the other places that help to understand a finding', async () => {
    using folder = smallFolder({ 'q.pathway': 'organisation trust "Trust again"\n' });
    const { out, code } = await runInMemory(['check', '--rule', 'duplicate-name'], folder.path);
    expect(code).toBe(1);
    expect(out).toContain(`see: The first 'trust' is declared here.
 --> q.pathway:1:14
1 | organisation trust "Trust again"
  |              ^^^^^
`);
  });

  it('lets no text of a file move the cursor', async () => {
    using folder = smallFolder({
      'p.pathway': small['p.pathway']!.replace('"Aftercare"', '"After\u001b[2Jcare \u202E"'),
    });
    const { out } = await runInMemory(['check', '--rule', 'dead-end'], folder.path);
    expect(out).toContain('stage aftercare "After\uFFFD[2Jcare \uFFFD"');
    expect(out).not.toContain('\u001b');
  });

  it('counts every unknown fact as an open question, whether a rule asks for it or not', async () => {
    const unknown = small['p.pathway']!.replace(
      '    setting community\n    assessment',
      '    wait unknown\n    assessment',
    );
    using folder = smallFolder({ 'p.pathway': unknown });
    const { out } = await runInMemory(['check', '--questions'], folder.path);
    expect(out).toContain("'wait' of stage 'intake'");
    expect(out).toContain('3 open questions');
  });

  it('lists open questions by whom to ask, and accepted findings with who accepts them and why', async () => {
    using folder = smallFolder();
    const { out } = await runInMemory(['check', '--questions', '--accepted'], folder.path);
    expect(out).toBe(`Ask 'icb', Riverside Integrated Care Board (1 question)
  - 'ages' of pathway 'p', by 2026-09 (not known because "Being agreed")
    --> p.pathway:9:3

Nobody is named to ask (1 question)
  - The cost of stage 'intake'
    --> p.pathway:15:5

Accepted (1 finding)
  - No cost recorded for 'support': give a figure, or write 'cost unknown'. [missing-cost] Accepted because "Paid for as a whole", by 'icb', until 2026-12.
    --> p.pathway:18:9

2 files, 1 pathway: no errors, 1 warning, no notes, 2 open questions, 1 accepted.
`);
    const none = smallFolder({ 'p.pathway': '' });
    expect((await runInMemory(['check', '--questions', '--accepted'], none.path)).out).toMatch(
      /^There are no open questions\.\n\nNothing is accepted\.\n/,
    );
    none[Symbol.dispose]();
  });

  it('fails where an open question is left, for those who want none', async () => {
    using folder = smallFolder({
      'p.pathway': small['p.pathway']!.replace(
        '    cost £120,000 budget for 2025/26\n',
        '    cost £120,000 budget for 2025/26\n    leaves "Home"\n',
      ),
    });
    expect((await runInMemory(['check', '--fail-on', 'info'], folder.path)).code).toBe(0);
    expect((await runInMemory(['check', '--fail-on', 'question'], folder.path)).code).toBe(1);
    expect((await runInMemory(['check', '--fail-on', 'never'], folder.path)).code).toBe(0);
  });
});

describe('--rule', () => {
  it('speaks of these rules only, and of what cannot be read whatever the rules', async () => {
    using folder = smallFolder({ 'q.pathway': 'board\n' });
    const { out } = await runInMemory(['check', '--rule', 'dead-end', '--rule', 'missing-cost'], folder.path);
    expect([...out.matchAll(/\[([\w-]+)\]$/gm)].map(([, rule]) => rule)).toEqual(['dead-end', 'syntax-error']);
    expect(out).toContain('1 error, 1 warning, no notes, 2 open questions, 1 accepted.');
    expect((await runInMemory(['check', '--rule', 'missing-cost'], folder.path)).out).not.toContain('dead-end');
  });

  it('guesses what was meant by a name that is not known', async () => {
    using folder = smallFolder();
    expect(await runInMemory(['check', '--rule', 'deadend'], folder.path)).toEqual({
      code: 2,
      out: '',
      err: "There is no rule 'deadend'. Did you mean 'dead-end'? 'pathway rules' lists them all.\n",
    });
  });

  it('says where the rule is off, since finding nothing then means nothing', async () => {
    using folder = smallFolder({
      'register.pathway': small['register.pathway']!.replace(
        '"Small map"',
        '"Small map" {\n  rule dead-end off because "Later"\n}',
      ),
    });
    const { err, code } = await runInMemory(['check', '--rule', 'dead-end'], folder.path);
    expect(code).toBe(0);
    expect(err).toBe("The rule 'dead-end' is off in 'small': write 'rule dead-end warning' in the project.\n");
  });
});

describe('--output', () => {
  it('writes to a file and prints the summary', async () => {
    using folder = smallFolder();
    const { out } = await runInMemory(['check', '-o', 'found.txt'], folder.path, { colour: true, width: 50 });
    expect(out).toMatch(/^2 files, 1 pathway: .*\nWritten: found\.txt\n$/);
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(`${folder.path}/found.txt`, 'utf8')).toBe((await runInMemory(['check'], folder.path)).out);
  });

  it('says plainly that there is no such folder', async () => {
    using folder = smallFolder();
    const { code, err } = await runInMemory(['check', '-o', 'nowhere/found.txt'], folder.path);
    expect(code).toBe(2);
    expect(err).toContain('make it first, or write elsewhere.');
  });
});

describe('an excerpt', () => {
  const place = (character: number, endCharacter: number, endLine = 0): Place => ({
    file: 'file:///a.pathway',
    line: 0,
    character,
    endLine,
    endCharacter,
  });

  it('marks as many cells as the place takes, with tabs and wide characters', () => {
    expect(excerptOf('\tstage 日本 "x"', place(7, 9), undefined)).toEqual({
      line: '  stage 日本 "x"',
      marks: `${' '.repeat(8)}^^^^`,
    });
  });

  it('marks a place of several lines to the end of its first, and an empty one by one caret', () => {
    expect(excerptOf('ab cd  ', place(3, 1, 2), undefined)).toEqual({ line: 'ab cd', marks: '   ^^' });
    expect(excerptOf('ab', place(2, 2), undefined)).toEqual({ line: 'ab', marks: '  ^' });
  });

  it('shows a long line around the place', () => {
    const { line, marks } = excerptOf(`${'x'.repeat(200)}here${'y'.repeat(200)}`, place(200, 204), 60);
    expect(line).toHaveLength(60);
    expect(line.slice(marks.indexOf('^'), marks.length)).toBe('here');
  });
});

describe('the width of texts', () => {
  it('counts cells, not letters', () => {
    expect(['abc', 'é', 'e\u0301', '日本', '👩‍👩‍👧', '£'].map(widthOf)).toEqual([3, 1, 1, 4, 2, 1]);
  });

  it('cuts and wraps between letters and words', () => {
    expect(cutTo('日本語', 4)).toBe('日…');
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('unbreakable', 3)).toEqual(['unbreakable']);
  });
});
