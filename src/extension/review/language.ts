import type { LanguageClient } from 'vscode-languageclient/node';
import {
  REVIEW,
  REVIEW_CLOSE,
  REVIEW_OPEN,
  type ReviewOpenParams,
  type ReviewParams,
  type ReviewResult,
} from '../../protocol/review.ts';
import { ask } from '../preview/language.ts';
import type { ReviewLanguage } from './controller.ts';

/** Asks the language server what one review wants to know; `reader` tells it from the others. */
export function reviewLanguageOf(client: LanguageClient, reader: string): ReviewLanguage {
  return {
    open: (wish) => {
      const params: ReviewOpenParams = { ...wish, reader };
      return client.sendRequest(REVIEW_OPEN, params);
    },
    review: (wish, signal) => {
      const params: ReviewParams = { ...wish, reader };
      return ask<ReviewResult<unknown>>(client, REVIEW, params, signal);
    },
    close: () => {
      if (client.isRunning()) void client.sendRequest(REVIEW_CLOSE, { reader });
    },
  };
}
