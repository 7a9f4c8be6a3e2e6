import {
  Disposable,
  OverviewRulerLane,
  Range,
  type TabGroup,
  TabInputText,
  type TextEditor,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { Place } from '../../protocol/preview.ts';
import { type Column, columnForText } from './columns.ts';

/** Shows places of the text beside the preview. The lines are marked until somebody goes on working. */
export class TextRevealer {
  readonly #mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new ThemeColor('editor.rangeHighlightBorder'),
    isWholeLine: true,
    overviewRulerColor: new ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  #marked: TextEditor | undefined;
  readonly #watching: Disposable;

  constructor() {
    this.#watching = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (kind !== undefined && textEditor === this.#marked) this.#unmark();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && editor !== this.#marked) this.#unmark();
      }),
    );
  }

  /** The caret goes to the start of the place. With `focus` the keyboard does too, else it stays where it is. */
  async reveal(place: Place, focus: boolean, previews: readonly ViewColumn[]): Promise<void> {
    const uri = Uri.parse(place.file, true);
    const editor = await window.showTextDocument(uri, {
      viewColumn: columnFor(uri, previews),
      preserveFocus: !focus,
      selection: new Range(place.line, place.character, place.line, place.character),
    });
    this.#unmark();
    this.#marked = editor;
    editor.setDecorations(this.#mark, [new Range(place.line, 0, place.endLine, 0)]);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#mark.dispose();
  }

  #unmark(): void {
    this.#marked?.setDecorations(this.#mark, []);
    this.#marked = undefined;
  }
}

/** Where a file's text is shown, so that it covers no preview. */
export function columnFor(uri: Uri, previews: readonly ViewColumn[]): ViewColumn {
  const columns = window.tabGroups.all.map((group) => columnOf(group, uri));
  return columnForText(columns, previews) ?? ViewColumn.Beside;
}

function columnOf(group: TabGroup, uri: Uri): Column {
  const isIt = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  return {
    column: group.viewColumn,
    shows: isIt(group.activeTab?.input),
    has: group.tabs.some(({ input }) => isIt(input)),
  };
}
