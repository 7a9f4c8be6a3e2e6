import { readdirSync, readFileSync } from 'node:fs';
import type { SourceFile } from '../support/fixture.ts';

/** Every pathway file of an example project, under the path below it: `file:///project/pathways/a.pathway`. */
export function filesOfExample(name: string): readonly SourceFile[] {
  const folder = new URL(`../../examples/${name}/`, import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => path.endsWith('.pathway'))
    .toSorted()
    .map((path) => ({ uri: `file:///project/${path}`, text: readFileSync(new URL(path, folder), 'utf8') }));
}

/** The example projects that there are. */
export function exampleNames(): readonly string[] {
  const entries = readdirSync(new URL('../../examples/', import.meta.url), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
