import * as protocol from '../../protocol/edits.ts';
import { offersFor } from '../edits/offers.ts';
import { editFor } from '../edits/wishes.ts';
import type { Feature } from '../feature.ts';
import { makesFiles, writesSnippets } from './actions.ts';

/** What is written into the text from its picture. */
export const edits: Feature = {
  capabilities: {},
  register: (connection, texts, editor) => {
    const writing = () => ({ texts, snippets: writesSnippets(editor()), makesFiles: makesFiles(editor()) });
    connection.onRequest(
      protocol.OFFERS,
      (params: protocol.OffersParams): protocol.OffersResult => offersFor(texts.projects(), params, writing()),
    );
    connection.onRequest<protocol.EditResult, void>(
      protocol.EDIT,
      (params: protocol.EditParams): protocol.EditResult => editFor(texts.projects(), params, writing()),
    );
  },
};
