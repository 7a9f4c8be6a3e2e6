import { CancellationTokenSource } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { EDIT, type EditResult, OFFERS, type OffersResult } from '../../protocol/edits.ts';
import {
  ELEMENT_AT,
  type ElementAt,
  type ElementAtParams,
  PATHWAYS,
  type PathwaysResult,
  PICTURE,
  type PictureParams,
  type PictureResult,
} from '../../protocol/requests.ts';
import type { Language } from './controller.ts';
import type { EditLanguage } from './edits.ts';

/** Asks the language server what one preview wants to know; `reader` tells it from the others. */
export function languageOf(client: LanguageClient, reader: string): Language {
  return {
    pathways: (signal) => ask<PathwaysResult>(client, PATHWAYS, undefined, signal),
    picture: (wish, signal) => {
      const params: PictureParams = { ...wish, reader };
      return ask<PictureResult<unknown>>(client, PICTURE, params, signal);
    },
    elementAt: (caret, signal) => {
      const params: ElementAtParams = caret;
      return ask<ElementAt | null>(client, ELEMENT_AT, params, signal);
    },
  };
}

/** Asks the language server, which is told when nobody waits for the answer any more. */
export async function ask<Answer>(client: LanguageClient, method: string, params: unknown, signal: AbortSignal) {
  const cancellation = new CancellationTokenSource();
  const cancel = () => cancellation.cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await client.sendRequest<Answer>(method, params, cancellation.token);
  } finally {
    signal.removeEventListener('abort', cancel);
    cancellation.dispose();
  }
}

/** Asks the language server what can be written from a picture. */
export function editLanguageOf(client: LanguageClient): EditLanguage {
  return {
    offers: (params) => client.sendRequest<OffersResult>(OFFERS, params),
    edit: (params) => client.sendRequest<EditResult>(EDIT, params),
  };
}
