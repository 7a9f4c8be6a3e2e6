import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processIo } from '../../src/cli/io.ts';
import { writeReport } from '../../src/extension/report/writing.ts';
import { type ReportForm, reportForms } from '../../src/protocol/report.ts';
import { shippedFile } from '../../src/server/node/shipped.ts';
import { pathway, TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const folder = new TemporaryFolder();
const never = new AbortController().signal;

beforeAll(() => {
  folder.write('county/project.pathway', 'project county "The county"\n');
  folder.write('county/p.pathway', 'pathway p "Support" {\n  stage a "First" { leaves }\n}\n');
  // A project of its own inside: the one that is meant is found by its name.
  folder.write('county/town/project.pathway', 'project town "The town"\n');
  for (const name of ['editor', 'command']) mkdirSync(join(folder.path, name));
});
afterAll(() => folder[Symbol.dispose]());

/** Writes a report as the editor does, into `editor/…`. */
function write(form: ReportForm, progress: (words: string) => void = () => {}, signal = never): Promise<boolean> {
  const [county, output] = [join(folder.path, 'county'), join(folder.path, 'editor', form)];
  const job = { folder: county, project: 'county', output, form, commit: true };
  return writeReport(shippedFile('server/report-worker.js'), job, progress, signal);
}

/** Every file at or below a path, with what is in it. */
function filesAt(path: string): Readonly<Record<string, string>> {
  const whole = join(folder.path, path);
  const names = statSync(whole).isDirectory() ? readdirSync(whole).map((name) => join(whole, name)) : [whole];
  return Object.fromEntries(names.toSorted().map((name) => [name.slice(whole.length), readFileSync(name, 'latin1')]));
}

test('the editor writes the very pages that the command writes, and says how far it is', async () => {
  const said: string[] = [];
  const [written, command] = await Promise.all([
    write('site', (words) => said.push(words)),
    pathway(['report', 'county', '--project', 'county', '-o', 'command/site'], folder.path),
  ]);
  expect([written, command.code]).toEqual([true, 0]);
  const pages = filesAt('editor/site');
  expect(Object.keys(pages)).toContain('/index.html');
  expect(pages).toEqual(filesAt('command/site'));
  expect(said).toContainEqual(expect.stringMatching(/^Drawing 1 of \d+: /));
});

test('each other form is what the command makes of it', async () => {
  const forms = reportForms.filter((form) => form !== 'site' && form !== 'single-file');
  expect(await Promise.all(forms.map((form) => write(form)))).toEqual(forms.map(() => true));
  for (const form of forms) {
    const args = ['report', 'county', '--project', 'county', '--format', form, '-o', `command/${form}`];
    await runInMemory(args, folder.path, { today: processIo().today });
    expect(filesAt(`editor/${form}`), form).toEqual(filesAt(`command/${form}`));
  }
});

test('what cannot be written says why, and what nobody waits for is not', async () => {
  folder.write('editor/single-file/mine.txt', 'Mine');
  await expect(write('single-file')).rejects.toThrow(/single-file/);
  const stop = new AbortController();
  expect(await write('json', () => {}, AbortSignal.abort())).toBe(false);
  const stopped = write('single-file', () => stop.abort(), stop.signal);
  expect(await stopped).toBe(false);
  expect(filesAt('editor/single-file')).toEqual({ '/mine.txt': 'Mine' });
});
