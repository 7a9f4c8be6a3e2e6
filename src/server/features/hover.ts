import { hoverAt } from '../../language/features/hover.ts';
import type { Feature } from '../feature.ts';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register: (connection, texts) =>
    connection.onHover(({ textDocument, position }) => {
      const at = texts.at(textDocument.uri);
      return at && (hoverAt(at.checked, at.file, position) ?? null);
    }),
};
