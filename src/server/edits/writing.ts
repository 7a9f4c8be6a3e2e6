import type { Action } from '../../language/actions/action.ts';
import { newFiles, toWorkspaceEdit } from '../../language/actions/workspace-edit.ts';
import type { CheckedProject } from '../../language/checker.ts';
import type { Edit } from '../../protocol/edits.ts';
import type { Texts } from '../feature.ts';

/** What is needed to make changes into what the editor writes. */
export interface Writing {
  readonly texts: Texts;
  readonly checked: CheckedProject;
  /** Whether the editor takes the author from place to place. */
  readonly snippets: boolean;
  /** Whether the editor makes files. */
  readonly makesFiles: boolean;
}

/** The changes as the editor writes them; nothing where it cannot. */
export function editOf(writing: Writing, home: string, changes: Action['changes']): Edit | undefined {
  const { texts, checked, snippets } = writing;
  const textOf = (uri: string) => checked.files.find((file) => file.uri === uri)?.text;
  const made = newFiles(changes, textOf);
  if (made.length > 0 && !writing.makesFiles) return undefined;
  const uris = [...changes.keys()];
  const withHoles = uris.filter((uri) => changes.get(uri)!.some(({ holes }) => holes.length > 0));
  const file = [home, ...uris].find((uri) => withHoles.includes(uri)) ?? uris[0] ?? home;
  return {
    file,
    changes: toWorkspaceEdit(changes, textOf, snippets),
    versions: Object.fromEntries(uris.map((uri) => [uri, texts.version(uri) ?? null])),
  };
}
