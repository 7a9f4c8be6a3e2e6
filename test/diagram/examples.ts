import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type PathwaySubject, subjectsOf } from '../../src/diagram/subjects.ts';
import { loadProject } from '../../src/language/load.ts';
import type { Project } from '../../src/model/project.ts';
import { runRules } from '../../src/rules/engine.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { mergeFindings } from '../../src/rules/merge.ts';

export interface Example {
  readonly project: Project;
  readonly subject: PathwaySubject;
  readonly findings: readonly Finding[];
}

const examples = resolve(import.meta.dirname, '../../examples');

/** Every pathway and scenario of the examples. */
export function everyExample(): readonly Example[] {
  return readdirSync(examples).flatMap((folder) => {
    const texts = readdirSync(join(examples, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.pathway'))
      .map((file) => ({ uri: `file:///${folder}/${file}`, text: readFileSync(join(examples, folder, file), 'utf8') }));
    return subjectsIn(texts);
  });
}

/** The pathways and scenarios of a text. */
export function subjectsIn(texts: readonly { readonly uri: string; readonly text: string }[]): readonly Example[] {
  const { project } = loadProject([...texts]);
  const findings = mergeFindings(runRules(project, { asOf: '2026-06-30' }));
  return subjectsOf(project).flatMap((subject) =>
    subject.kind === 'pathway' || subject.kind === 'scenario' ? [{ project, subject, findings }] : [],
  );
}

/** The one of that name. */
export function called(name: string, all: readonly Example[]): Example {
  const found = all.find(({ subject }) => subject.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}
