import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';

/**
 * Accepts a suggestion as an editor does, with plausible values at its tab stops. The caret, written as `|`, is then
 * where the editor puts it.
 */
export function accept(text: string, item: CompletionItem): string {
  const before = text.slice(0, text.indexOf('|'));
  const document = TextDocument.create('file:///a.pathway', 'pathway', 1, text.replace('|', ''));
  const edit = item.textEdit as TextEdit;
  const indent = /^\s*/.exec(before.slice(before.lastIndexOf('\n') + 1))![0];
  const lines = edit.newText.split('\n').join(`\n${indent}`);
  const filled = item.insertTextFormat === InsertTextFormat.Snippet ? fill(lines) : `${lines}\u0000`;
  const edits = [{ ...edit, newText: filled }, ...(item.additionalTextEdits ?? [])];
  return TextDocument.applyEdits(document, edits).replace('\u0000', '|');
}

function fill(snippet: string): string {
  const caret = snippet.includes('$0') ? snippet : `${snippet}$0`;
  return caret
    .replace(/\$\{\d\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d:([^}]*)\}/g, '$1')
    .replace(/"\$0"/g, '"Text\u0000"')
    .replace(/"\$\d"/g, '"Text"')
    .replace(/\$0/g, '\u0000')
    .replace(/£\$\d/g, '£75k')
    .replace(/\$\d/g, '40');
}
