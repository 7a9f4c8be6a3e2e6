import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../src/cli/check.ts';
import { diff } from '../src/cli/diff.ts';
import type { Io } from '../src/cli/io.ts';
import { measure, print } from './measure.ts';
import { projectTexts } from './texts.ts';

/** What it costs to say what a commit of ten edits means, beside checking the project once; both read from the disk. */
export async function benchReview(): Promise<void> {
  const [lines, files] = [20_000, 100];
  const folder = mkdtempSync(join(tmpdir(), 'care-pathways-bench-'));
  try {
    const texts = projectTexts(lines, files).map(({ uri, text }) => ({ name: uri.split('/').at(-1)!, text }));
    for (const { name, text } of texts) writeFileSync(join(folder, name), text);
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    git(folder, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', 'commit', '--quiet', '-m', 'before');
    for (const { name, text } of texts.slice(1, 11)) writeFileSync(join(folder, name), text.replace('£1.2m', '£1.3m'));
    let said = '';
    const io: Io = {
      cwd: folder,
      terminal: false,
      colour: false,
      today: () => TODAY,
      out: (text) => {
        said = String(text);
      },
      err: () => undefined,
    };
    const results = await measure(
      [
        { name: 'checking once', run: () => check([], { format: 'json' }, io) },
        { name: 'what ten edits mean', run: () => diff({ words: ['HEAD'] }, { format: 'json' }, io) },
      ],
      12,
    );
    const { changes } = JSON.parse(said).projects[0];
    if (changes.length !== 10) throw new Error(`There are ${changes.length} changes, and not ten.`);
    print(`What a commit means, in a project of ${lines} lines in ${files} files`, results, 'checking once');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(folder: string, ...words: readonly string[]): void {
  execFileSync('git', ['-C', folder, ...words], { stdio: 'ignore' });
}

const TODAY = '2016-06-30';
