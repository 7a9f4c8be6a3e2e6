import { commands, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { webviewOptions } from '../preview/panel.ts';
import { ReviewPanel, reviewType } from './panel.ts';
import type { ReviewWish } from './wish.ts';

/** All reviews of the window. */
export class Reviews {
  readonly #extension: Uri;
  readonly #client: LanguageClient;
  #all: readonly ReviewPanel[] = [];
  #count = 0;

  constructor(extension: Uri, client: LanguageClient) {
    this.#extension = extension;
    this.#client = client;
  }

  /** Brings a review to the front that is there already, or opens one. */
  open(wish: ReviewWish): void {
    const same = this.#all.find(({ controller }) => JSON.stringify(controller.wish) === JSON.stringify(wish));
    if (same) return same.panel.reveal();
    const options = webviewOptions(this.#extension);
    this.adopt(window.createWebviewPanel(reviewType, l10n.t('Review'), ViewColumn.Active, options), wish);
  }

  /** Takes over a tab: a new one, or one that is there again after a reload. */
  adopt(panel: WebviewPanel, wish: ReviewWish): void {
    const review = new ReviewPanel(panel, {
      extension: this.#extension,
      client: this.#client,
      reader: `review-${++this.#count}`,
      wish,
    });
    this.#all = [...this.#all, review];
    review.onClosed(() => {
      this.#all = this.#all.filter((one) => one !== review);
      this.#tellMenus();
    });
    this.#tellMenus();
  }

  changed(): void {
    for (const { controller } of this.#all) controller.changed();
  }

  failed(): void {
    for (const { controller } of this.#all) controller.failed();
  }

  /** Goes to the next or previous change of the review that is in front. */
  step(by: 1 | -1): void {
    const meant = this.#all.find(({ panel }) => panel.active) ?? this.#all.findLast(({ panel }) => panel.visible);
    meant?.controller.step(by);
  }

  #tellMenus(): void {
    void commands.executeCommand('setContext', 'care-pathways.reviewOpen', this.#all.length > 0);
  }
}
