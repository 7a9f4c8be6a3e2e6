import type { Placed } from '../../diagram/placed.ts';
import type { ReviewMemory, ToReviewHost, ToReviewPage } from '../../protocol/review.ts';
import { vsCodeApi } from '../host/vscode-api.ts';

/** Whoever shows the page of a review. */
export interface ReviewHost {
  post(message: ToReviewHost): void;
  listen(take: (message: ToReviewPage<Placed>) => void): void;
  recall(): ReviewMemory;
  remember(memory: ReviewMemory): void;
}

/** The extension. */
export function reviewHost(): ReviewHost {
  const api = vsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    listen: (take) => window.addEventListener('message', ({ data }) => take(data)),
    recall: () => (api.getState() as ReviewMemory | undefined) ?? {},
    remember: (memory) => api.setState(memory),
  };
}
