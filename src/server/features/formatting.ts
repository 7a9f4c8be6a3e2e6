import type { TextEdit } from 'vscode-languageserver';
import { editsBetween } from '../../language/format/edits.ts';
import { formatText } from '../../language/format/format.ts';
import { formatRange } from '../../language/format/range.ts';
import { formatOnType } from '../../language/format/typing.ts';
import type { Feature } from '../feature.ts';

/**
 * The canonical form: of a whole text, of some lines, and of a line as it is typed. A text with errors stays as it is:
 * the errors are in Problems already, and formatting must never lose anything.
 */
export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  },
  register: (connection, texts) => {
    connection.onDocumentFormatting(({ textDocument }): TextEdit[] => {
      const text = texts.at(textDocument.uri)?.file.text;
      const formatted = text === undefined ? undefined : formatText(text);
      return text !== undefined && formatted && 'text' in formatted ? [...editsBetween(text, formatted.text)] : [];
    });
    connection.onDocumentRangeFormatting(({ textDocument, range }): TextEdit[] => {
      const text = texts.at(textDocument.uri)?.file.text;
      // A selection that ends before the first character of a line does not mean that line.
      const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
      const edits = text === undefined ? [] : formatRange(text, range.start.line, last);
      return 'problem' in edits ? [] : [...edits];
    });
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }): TextEdit[] => {
      const text = texts.at(textDocument.uri)?.file.text;
      return text === undefined ? [] : [...formatOnType(text, position.line, position.character, ch)];
    });
  },
};
