import { Disposable, languages, type TextEditor, window } from 'vscode';
import { pathwayTexts } from '../client.ts';
import type { Caret } from './controller.ts';

/** Tells whenever somebody works at another place of a pathway file. */
export function watchCaret(tell: (caret: Caret) => void): Disposable {
  const tellOf = (editor: TextEditor | undefined) => {
    const caret = caretOf(editor);
    if (caret) tell(caret);
  };
  return Disposable.from(
    window.onDidChangeActiveTextEditor(tellOf),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) tellOf(textEditor);
    }),
  );
}

/** The caret of an editor, when a pathway file is in it. */
export function caretOf(editor: TextEditor | undefined): Caret | undefined {
  if (!editor || !languages.match(pathwayTexts, editor.document)) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), line, character };
}
