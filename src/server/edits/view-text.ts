import type { Look } from '../../diagram/look.ts';
import type { Subject } from '../../diagram/subjects.ts';
import { viewsOf } from '../../diagram/views/choices.ts';
import { viewLines } from '../../diagram/views/wanted.ts';
import { quoted } from '../../language/actions/drawn/names.ts';
import type { Project } from '../../model/project.ts';

/** What somebody sees of a pathway as a view that shows the same, in the language's own form. */
export function viewText(project: Project, of: Subject, look: Look, name: string, label: string): string {
  const head = `view ${name} ${quoted(label)} of ${of.name}`;
  const lines = viewLines(look, viewsOf(project, of));
  return lines.length === 0 ? head : [`${head} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}
