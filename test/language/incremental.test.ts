import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedProject } from '../../src/language/checker.ts';
import { Workspace } from '../../src/language/workspace.ts';

const folder = 'file:///p';
const samples = resolve(import.meta.dirname, '../contract/samples');
const texts = new Map<string, string>(
  readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pathway'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(samples, name), 'utf8')] as const),
);
const uris = [...texts.keys()];

const lines = [
  'organisation extra "Extra body" is ccg',
  'pathway extra {\n  stage a\n  transition from a to sarc-care of bc-hj\n}',
  'pathway bc-hj {\n  stage b\n}',
  '  stage more {\n    provider extra\n  }',
  '  transition from more to early-help',
  '  uses stage pipe of offender-pd as borrowed',
  '  provider unknown',
  '  accept missing-cost because "not asked for"',
  '}',
  'project again { strictness assure }',
];

/** One change: a line of a file taken out or put in, a file emptied, taken away or as it was at first. */
const change = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    uri: fc.constantFrom(...uris),
    at: fc.nat(150),
    line: fc.constantFrom(...lines),
  }),
  fc.record({
    do: fc.constant('cut' as const),
    uri: fc.constantFrom(...uris),
    at: fc.nat(150),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ do: fc.constant('delete' as const), uri: fc.constantFrom(...uris) }),
  fc.record({ do: fc.constant('restore' as const), uri: fc.constantFrom(...uris) }),
);

function apply(text: string, edit: { do: string; at?: number; line?: string; count?: number }): string {
  const all = text.split('\n');
  const at = Math.min(edit.at ?? 0, all.length);
  if (edit.do === 'put') all.splice(at, 0, edit.line ?? '');
  else all.splice(at, edit.count ?? 1);
  return all.join('\n');
}

const told = (projects: readonly CheckedProject[]): unknown =>
  projects.map((checked) => ({
    folder: checked.folder,
    byFile: [...checked.byFile].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  }));

describe('after any edits', () => {
  it('everything found is what a fresh start on the same texts finds', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const now = new Map(texts);
        const workspace = new Workspace(folder);
        for (const [uri, text] of now) workspace.set(uri, text);
        workspace.projects('2016-06-30');
        for (const edit of changes) {
          if (edit.do === 'delete') now.delete(edit.uri);
          else if (edit.do === 'restore') now.set(edit.uri, texts.get(edit.uri)!);
          else if (now.has(edit.uri)) now.set(edit.uri, apply(now.get(edit.uri)!, edit));
          if (now.has(edit.uri)) workspace.set(edit.uri, now.get(edit.uri)!);
          else workspace.delete(edit.uri);
          workspace.projects('2016-06-30');
        }
        const fresh = new Workspace(folder);
        for (const uri of workspace.uris()) fresh.set(uri, now.get(uri)!);
        expect(told(workspace.projects('2016-06-30'))).toEqual(told(fresh.projects('2016-06-30')));
      }),
      { numRuns: 150, seed: 2016 },
    );
  });

  it('the lists of files that an edit cannot affect are the very same', () => {
    const workspace = new Workspace(folder);
    for (const [uri, text] of texts) workspace.set(uri, text);
    const [before] = workspace.projects('2016-06-30');
    const edited = `${folder}/pathways/offender-pd.pathway`;
    workspace.set(edited, texts.get(edited)!.replace('stage pipe "PIPEs"', 'stage pipe "PIPE units"'));
    const [after] = workspace.projects('2016-06-30');
    for (const uri of uris.filter((other) => other !== edited)) {
      expect(after!.byFile.get(uri)).toBe(before!.byFile.get(uri));
    }
  });
});
