import { inFile } from '../../language/actions/action.ts';
import type { Change } from '../../language/actions/change.ts';
import { nameFrom } from '../../language/actions/drawn/names.ts';
import { addStage, addTransition } from '../../language/actions/drawn/stage.ts';
import { declareAtTop } from '../../language/actions/lines.ts';
import { sheetOf } from '../../language/actions/sheet.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { ownDeclarations } from '../../model/walk.ts';
import type { EditParams, EditResult, Wish } from '../../protocol/edits.ts';
import { type DrawnPathway, drawnPathway, whyNotInto } from './drawn.ts';
import { viewText } from './view-text.ts';
import { editOf, type Writing } from './writing.ts';

const gone = 'This is no longer in the text. The picture will follow in a moment: try again then.';

/** What to write for a wish, or why it cannot be written. */
export function editFor(
  projects: readonly CheckedProject[],
  { key, wish }: EditParams,
  writing: Omit<Writing, 'checked'>,
): EditResult {
  const drawn = drawnPathway(projects, key);
  if (!drawn) return { refused: gone };
  const written = wish.wish === 'view' ? newView(drawn, wish) : inPathway(drawn, wish);
  if ('refused' in written) return written;
  const { uri, changes, text } = written;
  const edit =
    changes.length === 0 ? undefined : editOf({ ...writing, checked: drawn.checked }, uri, inFile(uri, changes));
  if (!edit) return { refused: 'There is no place for it in the text as it is now: write it by hand.' };
  return { ...edit, ...(text !== undefined && { text }) };
}

type Written =
  | { readonly refused: string }
  | { readonly uri: string; readonly changes: readonly Change[]; readonly text?: string };

function inPathway({ subject, file }: DrawnPathway, wish: Exclude<Wish, { readonly wish: 'view' }>): Written {
  const refused = whyNotInto(file);
  if (refused) return { refused };
  if (subject.kind !== 'pathway') {
    return { refused: 'This picture is not of a pathway itself, so stages and transitions are written by hand here.' };
  }
  const { pathway } = subject;
  const names = [...pathway.stages, ...pathway.uses].map(({ name }) => name);
  const needed = wish.wish === 'stage' ? [wish.after] : [wish.from, wish.to];
  if (needed.some((name) => name !== undefined && !names.includes(name))) return { refused: gone };
  const changes =
    wish.wish === 'stage'
      ? addStage(file, pathway, wish.after, wish.label)
      : addTransition(file, pathway, wish.from, wish.to);
  return { uri: file.uri, changes };
}

/** Beside the other views of the same, else at the end of its file. */
function newView(
  { checked, subject, file: home }: DrawnPathway,
  { look, label }: Extract<Wish, { readonly wish: 'view' }>,
): Written {
  if (subject.kind !== 'pathway' && subject.kind !== 'scenario') {
    return { refused: 'A view is of one pathway or scenario: choose the one that it is to be of.' };
  }
  const views = ownDeclarations(checked.project).filter((declaration) => declaration.kind === 'view');
  const beside = views.findLast(({ of }) => of?.name === subject.name);
  const file = checked.own.find(({ uri }) => uri === beside?.place.file) ?? home;
  const refused = whyNotInto(file);
  if (refused) return { refused };
  const name = nameFrom(label, 'view', checked.project.views.keys());
  const text = viewText(checked.project, subject, look, name, label);
  return { uri: file.uri, changes: [declareAtTop(sheetOf(file), 'view', text)], text };
}
