import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runInMemory } from '../../support/memory.ts';
import { county } from './county.ts';

const repository = county();
afterAll(() => repository[Symbol.dispose]());

const diff = (...words: readonly string[]) => runInMemory(['diff', ...words], repository.path);

describe('when pathway diff fails', () => {
  it.each([
    [['start', 'cost'], 0],
    [['start', 'cost', '--exit-code'], 1],
    [['start', 'cost', '--fail-on', 'changed'], 1],
    [['start', 'cost', '--fail-on', 'weaker'], 0],
    [['main...feature', '--fail-on', 'weaker'], 1],
    [['main...feature', '--fail-on', 'worse'], 1],
    [['accept', 'broken', '--fail-on', 'error'], 1],
    [['start', 'cost', '--fail-on', 'error', '--fail-on', 'question', '--fail-on', 'warning'], 0],
    [['broken', 'stage', '--fail-on', 'opened'], 1],
    [['cost', 'reformat', '--exit-code'], 0],
  ] as const)('%j ends with %i', async (words, code) => {
    expect(await diff(...words)).toMatchObject({ code, err: '' });
  });

  it('says what it may fail for', async () => {
    const { code, err } = await diff('start', '--fail-on', 'everything');
    expect(code).toBe(2);
    expect(err).toContain('Allowed choices are error, warning, opened, question, weaker, worse, changed.');
  });
});

describe('where pathway diff writes', () => {
  it('takes the format from the name of the file, and prints the headline only', async () => {
    const starts = { md: '### What', json: '{\n', html: '<!doctype html>', svg: '<svg', txt: 'From start' };
    for (const [ending, start] of Object.entries(starts)) {
      const file = `../${repository.path.split('/').at(-1)}.${ending}`;
      const { code, out } = await diff('start', 'cost', '-o', file);
      expect(code).toBe(0);
      expect(out).toMatch(/^[^\n]*£40,000[^\n]*\nWritten: [^\n]*\n$/);
      expect(readFileSync(join(repository.path, file), 'utf8').startsWith(start)).toBe(true);
    }
  });

  it('writes over no pathway', async () => {
    const { code, err } = await diff('start', 'cost', '--format', 'markdown', '-o', 'review.pathway');
    expect(code).toBe(2);
    expect(err).toContain('whose text would be lost. Give another name, such as review.md.');
    expect(existsSync(join(repository.path, 'review.pathway'))).toBe(false);
  });
});

describe('the page of pathway diff', () => {
  it('is the same on every run, loads nothing and runs nothing', async () => {
    const [one, two] = [
      await diff('start', 'main', '--format', 'html'),
      await diff('start', 'main', '--format', 'html'),
    ];
    expect(one.out).toBe(two.out);
    expect(one.out).toContain("default-src 'none'");
    expect(one.out).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|(?:src|href)="(?!#)/i);
    expect(one.out.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('lets no text of a map become part of the page, of a table, or of a colour of the terminal', async () => {
    const nasty = '<img src=x onerror=alert(1)> | `a` \u001b[31m [link](https://example.invalid) @everybody';
    using other = county();
    other.write('maps/Rivér side/support.pathway', `pathway support "${nasty}"\n`);
    const run = async (...words: readonly string[]) => (await runInMemory(['diff', 'main', ...words], other.path)).out;
    const [text, html, markdown] = [await run(), await run('--format', 'html'), await run('--format', 'markdown')];
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
    for (const said of [text, html, markdown.split('```')[0]!]) expect(said).not.toContain('\u001b');
    const prose = markdown.replace(/```mermaid[\s\S]*?```/g, '');
    expect(prose).not.toMatch(/<img|[^\\]\[link|@everybody|https:\/\//);
  });
});
