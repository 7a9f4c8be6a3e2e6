import { foldingRangesOf } from '../../language/features/folding.ts';
import { selectionRangeAt } from '../../language/features/selection.ts';
import type { Feature } from '../feature.ts';

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true, selectionRangeProvider: true },
  register: (connection, texts) => {
    connection.onFoldingRanges(({ textDocument }) => {
      const at = texts.at(textDocument.uri);
      return at ? [...foldingRangesOf(at.file)] : [];
    });
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const at = texts.at(textDocument.uri);
      return at ? positions.map((position) => selectionRangeAt(at.file, position)) : [];
    });
  },
};
