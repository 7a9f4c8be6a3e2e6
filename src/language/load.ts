import { comparePlaces } from '../model/place.ts';
import { joinFiles, type Project } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import { readPathwayFile } from './file-store.ts';
import { Names, unknownNames } from './names.ts';
import { libraryFiles } from './workspace.ts';

/** Reads texts as the files of one project. The findings are those of the text and of names; no rule is run. */
export function loadProject(texts: readonly { readonly uri: string; readonly text: string }[]): {
  readonly project: Project;
  readonly findings: readonly Finding[];
} {
  const files = texts.map(({ uri, text }) => readPathwayFile(uri, text));
  const project = joinFiles(
    'pathways',
    [...files, ...libraryFiles()].map((file) => file.reading.model),
  );
  const names = new Names(project);
  const findings = files.flatMap((file) => [...file.problems, ...unknownNames(names, project, file.reading.refs)]);
  return { project, findings: findings.toSorted((a, b) => comparePlaces(a.place, b.place)) };
}
