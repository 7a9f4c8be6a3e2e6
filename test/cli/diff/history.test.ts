import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { runInMemory, type Said } from '../../support/memory.ts';
import { county, history, projectFolder } from './county.ts';

/** Every format of `pathway diff` against what was really edited, commit by commit. */

const repository = county();
afterAll(() => repository[Symbol.dispose]());

const diff = (...words: readonly string[]): Promise<Said> => runInMemory(['diff', ...words], repository.path);

interface Element {
  readonly kind: string;
  readonly name: string;
}

interface Json {
  readonly version: number;
  readonly headline: string;
  readonly rewritten: readonly string[];
  readonly projects: readonly {
    readonly project: string;
    readonly changes: readonly {
      readonly id: string;
      readonly change: string;
      readonly fact?: string;
      readonly sentence: string;
      readonly before?: Element;
      readonly after?: Element;
    }[];
    readonly consequences: readonly { readonly id: string; readonly kind: string }[];
    readonly reading: readonly {
      readonly entries: readonly { readonly sentence: string; readonly tells: readonly string[] }[];
    }[];
    readonly troubles: readonly { readonly side: string; readonly file: string }[];
  }[];
}

async function jsonOf(...words: readonly string[]): Promise<Json> {
  const { code, out, err } = await diff(...words, '--format', 'json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

function editsOf({ projects }: Json): readonly string[] {
  return projects
    .flatMap(({ changes }) => changes)
    .map(({ change, fact, before, after }) => {
      const { kind, name } = (after ?? before)!;
      return `${change} ${kind} ${name}${fact === undefined ? '' : `: ${fact}`}`;
    })
    .toSorted();
}

/** What somebody reads of a page: its words without what only lays them out. */
const readable = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const unmarked = (markdown: string): string =>
  markdown
    .replace(/\\([|*_`[\]~#\\])/g, '$1')
    .replaceAll('&#64;', '@')
    .replaceAll('&amp;', '&');

describe('pathway diff, commit by commit', () => {
  const steps = history.map(({ tag, edits }, index) => ({ from: history[index - 1]?.tag ?? 'start', to: tag, edits }));

  it.each(steps)('$from → $to says in JSON what was edited', async ({ from, to, edits }) => {
    expect(editsOf(await jsonOf(from, to))).toEqual([...edits].toSorted());
  });

  it.each(steps)('$from → $to says it in every other format', async ({ from, to, edits }) => {
    const { projects } = await jsonOf(from, to);
    const entries = projects.flatMap(({ reading }) => reading.flatMap((group) => group.entries));
    const told = entries.flatMap(({ tells }) => tells);
    const all = projects.flatMap(({ changes, consequences }) => [...changes, ...consequences]);
    expect(told.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    const [text, markdown, html] = await Promise.all(
      ['text', 'markdown', 'html'].map(async (format) => (await diff(from, to, '--format', format)).out),
    );
    for (const { sentence } of entries) {
      expect(text).toContain(sentence);
      expect(unmarked(markdown!)).toContain(sentence);
      expect(readable(html!)).toContain(sentence);
    }
    if (edits.length > 0) return;
    for (const said of [text!, markdown!, readable(html!)]) expect(said).toContain('No change in meaning');
  });

  it('swaps what came and what went when the sides are swapped', async () => {
    const [there, back] = [await jsonOf('start', 'deleted'), await jsonOf('deleted', 'start')];
    const swapped = editsOf(back).map((edit) =>
      edit.replace(
        /^(added|removed|stated|withdrawn)/,
        (word) => ({ added: 'removed', removed: 'added', stated: 'withdrawn', withdrawn: 'stated' })[word]!,
      ),
    );
    const kinds = (edits: readonly string[]) => edits.map((edit) => edit.split(' ')[0]).toSorted();
    expect(kinds(swapped)).toEqual(kinds(editsOf(there)));
  });

  it('calls a commit that only lays out anew no change, and says that texts differ', async () => {
    expect(await diff('cost', 'reformat')).toEqual({
      code: 0,
      out: 'From cost, 7 March 2026, to reformat, 10 March 2026.\n\nNo change in meaning: 2 files are laid out, ordered or commented differently.\n',
      err: '',
    });
    expect((await diff('cost', 'cost')).out).toContain('No change in meaning: the texts are the same.\n');
    expect((await diff('cost', 'reformat', '--exit-code')).code).toBe(0);
  });

  it('says of a broken side that it is, and compares what can be understood', async () => {
    const { projects } = await jsonOf('accept', 'broken');
    expect(projects[0]!.troubles).toMatchObject([{ side: 'after', file: `${projectFolder}/clinic.pathway` }]);
    const { out } = await diff('broken', 'stage');
    expect(out).toContain(`Before, ${projectFolder}/clinic.pathway:11 cannot be understood whole: After 'cost'`);
    expect(out).toContain("! Stage 'Follow-up' was added: provider Open Door");
  });

  it('begins where a branch left another, where three dots say so', async () => {
    expect(editsOf(await jsonOf('main...feature'))).toEqual([
      'withdrawn pathway clinic: governance',
      'withdrawn transition intake to treatment: send',
    ]);
    expect(editsOf(await jsonOf('main..feature'))).toContain('added pathway support');
    expect((await diff('main...feature')).out).toMatch(
      /^From where feature left main, 10 March 2026, to feature, \d+ March 2026\.\n/,
    );
  });

  it('shows each sentence with its place and the lines of both sides', async () => {
    const { out } = await diff('start', 'cost');
    expect(
      out,
    ).toContain(`was £100,000, is now £140,000. The cost of Clinic pathway for 2025/26 is up £40,000 to £540,000 (2 of 2 stages have a cost).
  --> ${projectFolder}/clinic.pathway:11
  - 11 | cost £100,000 budget for 2025/26
  + 11 | cost £140,000 budget for 2025/26
`);
    const moved = await diff('rename', 'move');
    expect(moved.out).toContain(
      `  --> ${projectFolder}/voluntary.pathway:1 (before: ${projectFolder}/register.pathway:4)\n`,
    );
  });

  it('draws the difference of the pathway that has changed, and asks which where several have', async () => {
    const { out } = await diff('main...feature', '--format', 'svg');
    const ids: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ attributes }) => {
      if (attributes['data-id']) ids.push(String(attributes['data-id']));
    });
    parser.write(out).close();
    expect(ids).toContain('stage:intake');
    expect(await diff('start', 'main', '--format', 'svg')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--pathway support'),
    });
    expect((await diff('start', 'main', '--format', 'svg', '--pathway', 'support')).out).toMatch(/^<svg/);
    expect((await diff('cost', 'reformat', '--format', 'svg')).err).toContain('There is no picture to draw.');
  });

  it('speaks of one pathway only, by either of its names', async () => {
    const { projects } = await jsonOf('start', 'main', '--pathway', 'clinic');
    expect(projects[0]!.changes.map(({ after, before }) => (after ?? before)!.name)).not.toContain('helpline');
    expect(projects[0]!.changes.length).toBeGreaterThan(3);
    expect((await diff('start', 'main', '--pathway', 'clinc')).err).toBe(
      "There is no pathway 'clinc' on either side. Did you mean 'clinic'? These are there: 'clinic', 'support'.\n",
    );
  });
});

describe('the repository that is read', () => {
  it('stays as it is, byte for byte, its index too', async () => {
    repository.write(`${projectFolder}/clinic.pathway`, 'pathway changed "Changed"\n');
    repository.git('add', '--all');
    repository.write(`${projectFolder}/clinic.pathway`, 'pathway changed "Changed again"\n');
    const state = () => ({ files: filesIn(repository.path), status: repository.git('status', '--porcelain') });
    const before = state();
    const told = filesIn(repository.path);
    for (const words of [[], ['start'], ['start', 'main'], ['main...feature'], ['start', '--format', 'html']])
      expect((await diff(...words)).code).toBe(0);
    expect(filesIn(repository.path)).toEqual(told);
    expect(state().status).toBe(before.status);
    repository.git('reset', '--quiet', '--hard');
  });
});

/** Every file with what is in it and when it was written. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.toSorted().map((name) => {
      const path = join(folder, name);
      return [name, `${createHash('sha256').update(readFileSync(path)).digest('hex')} ${statSync(path).mtimeMs}`];
    }),
  );
}
