import { readdirSync, readFileSync } from 'node:fs';
import type { Comparison } from '../../src/changes/change.ts';
import { compareProjects, type Side } from '../../src/changes/compare.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { splitFixture, TODAY } from '../support/fixture.ts';

/** The texts of one project, by the URIs of its files. */
export type Texts = ReadonlyMap<string, string>;

/** A project as it is checked: a text with several files is cut at its `#- name` lines. */
export function sideOf(source: string | Texts): Side {
  const texts: Texts =
    typeof source === 'string' ? new Map(splitFixture(source).map(({ uri, text }) => [uri, text])) : source;
  const workspace = new Workspace('file:///project');
  for (const [uri, text] of texts) workspace.set(uri, text);
  const [checked] = workspace.projects(TODAY);
  return checked!;
}

/** Everything that differs from one text to another. */
export function comparisonOf(before: string | Texts, after: string | Texts): Comparison {
  return compareProjects(sideOf(before), sideOf(after));
}

/** The files of one of the examples. */
export function exampleTexts(name: string): Texts {
  const folder = new URL(`../../examples/${name}/`, import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.pathway'));
  return new Map(
    files
      .toSorted()
      .map((file) => [`file:///project/${file.replaceAll('\\', '/')}`, readFileSync(new URL(file, folder), 'utf8')]),
  );
}

/** The texts with a piece of them replaced, which has to stand there once. */
export function edited(texts: Texts, ...edits: readonly (readonly [from: string, to: string])[]): Texts {
  const result = new Map(texts);
  for (const [from, to] of edits) {
    const [uri, text] = [...result].find(([, content]) => content.includes(from)) ?? [];
    if (uri === undefined || text === undefined) throw new Error(`No file holds ${from}`);
    if (text.split(from).length > 2) throw new Error(`${from} stands there more than once`);
    result.set(
      uri,
      text.replace(from, () => to),
    );
  }
  return result;
}
