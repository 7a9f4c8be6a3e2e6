import type { Project } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import { readPathwayFile } from './file-store.ts';
import { linkFiles } from './workspace.ts';

/** Reads texts as the files of one project. The findings are those of the text and of names; no rule is run. */
export function loadProject(files: readonly { readonly uri: string; readonly text: string }[]): {
  readonly project: Project;
  readonly findings: readonly Finding[];
} {
  return linkFiles(
    'project:/pathways',
    files.map(({ uri, text }) => readPathwayFile(uri, text)),
  );
}
