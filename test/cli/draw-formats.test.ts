import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { pathway, samples, TemporaryFolder } from '../support/command.ts';

const small = 'pathway p "Path of P" {\n  stage a\n  stage b\n  transition from a to b\n}\n';

/** Runs the command in this process: what it ends with, writes and says. */
async function drawn(words: readonly string[], cwd: string, day?: string) {
  const out: (string | Uint8Array)[] = [];
  let err = '';
  const code = await run(['draw', ...words], {
    cwd,
    terminal: false,
    colour: false,
    today: () => '2026-11-12',
    drawnOn: () => day,
    out: (content) => out.push(content),
    err: (text) => {
      err += text;
    },
  });
  return { code, out: out.map((part) => (typeof part === 'string' ? part : `${part.length} bytes`)).join(''), err };
}

describe('the format of a picture', () => {
  it.each([
    ['p.svg', '<svg'],
    ['p.png', '\u0089PNG'],
    ['p.pdf', '%PDF-1.7'],
    ['p.mmd', '---\ntitle: "Path of P"'],
    ['p.drawio', '<mxfile'],
    ['p.bpmn', '<?xml'],
  ])('of %s is what its name ends in', async (name, start) => {
    using folder = new TemporaryFolder();
    folder.write('p.pathway', small);
    const { code, err } = await pathway(['draw', 'p', '-o', name], folder.path);
    expect({ code, err }).toEqual({ code: 0, err: `Drawn: ${name}\n` });
    expect(readFileSync(`${folder.path}/${name}`, 'latin1').slice(0, start.length)).toBe(start);
  });

  it('is what is asked for where the name says nothing', async () => {
    using folder = new TemporaryFolder();
    folder.write('p.pathway', small);
    expect((await drawn(['p', '-o', 'p', '--format', 'mermaid'], folder.path)).code).toBe(0);
    expect(readFileSync(`${folder.path}/p`, 'utf8')).toContain('flowchart LR');
    expect((await drawn(['p', '--format', 'png'], folder.path)).out).toMatch(/^\d+ bytes$/);
  });

  it.each([
    [
      ['-o', 'p.gif'],
      'The name p.gif is that of a GIF picture, which is not made here: end it in .svg, .png, .pdf, .mmd, .drawio or .bpmn.\n',
    ],
    [
      ['-o', 'p'],
      'The name p does not say what is to be made: end it in .svg, .png, .pdf, .mmd, .drawio or .bpmn, or add --format.\n',
    ],
    [
      ['-o', 'p.png', '--format', 'pdf'],
      'The name p.png is that of a PNG picture, and --format asks for a PDF document: leave --format out, or name the file p.pdf.\n',
    ],
    [['--scale', '3'], '--scale is for PNG pictures: an SVG picture is as sharp at every size.\n'],
    [['--format', 'bpmn', '--page', 'a4'], '--page is for pictures and documents: a BPMN diagram has no page.\n'],
    [['--format', 'drawio', '--page', 'a4'], '--page is for pictures and documents: a draw.io diagram has no page.\n'],
    [['--portrait'], '--portrait turns a page: say which, as in --page a4 --portrait.\n'],
    [['--date', '2026-02-30'], "--date: '2026-02-30' is not a date: write one such as 2026-11-12.\n"],
  ])('%j is refused, and what to do is said', async (words, message) => {
    using folder = new TemporaryFolder();
    folder.write('p.pathway', small);
    expect(await drawn(['p', ...words], folder.path)).toEqual({ code: 2, out: '', err: message });
  });
});

describe('the stamp of a picture', () => {
  it('is the date, and the commit with whether there are changes', async () => {
    using folder = new TemporaryFolder();
    folder.write('p.pathway', small);
    const stamp = async (...words: string[]) =>
      /12 November 2026[^<]*/.exec((await drawn(['p', ...words], folder.path)).out)?.[0];
    expect(await stamp()).toBe('12 November 2026');
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
        cwd: folder.path,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    const commit = git('rev-parse', '--short=7', 'HEAD').trim();
    expect(await stamp()).toBe(`12 November 2026 · ${commit}`);
    folder.write('p.pathway', `${small}\n`);
    expect(await stamp()).toBe(`12 November 2026 · ${commit} + changes`);
    expect(await stamp('--no-stamp')).toBeUndefined();
  });

  it('is the date that is given, then that of a reproducible build, then today', async () => {
    using folder = new TemporaryFolder();
    folder.write('p.pathway', small);
    const text = async (words: readonly string[], day?: string) => (await drawn(['p', ...words], folder.path, day)).out;
    expect(await text(['--date', '2025-01-02'], '2024-05-06')).toContain('>2 January 2025<');
    expect(await text([], '2024-05-06')).toContain('>6 May 2024<');
    expect(await text([])).toContain('>12 November 2026<');
  });

  it('is all that tells apart what is drawn on two days', async () => {
    const words = ['offender-pd', '--format', 'mermaid', '--as-of', '2016'];
    const [one, other] = [await drawn(words, samples, '2026-01-01'), await drawn(words, samples, '2026-01-02')];
    expect(other.out).toBe(one.out.replace('1 January 2026', '2 January 2026'));
  });
});
