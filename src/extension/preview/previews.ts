import { commands, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PageState } from '../../protocol/preview.ts';
import type { Caret } from './controller.ts';
import { createPanel, PreviewPanel, presentCaret } from './panel.ts';

/** All previews of the window: those that follow what somebody works at, and those that keep to their pathway. */
export class Previews {
  readonly #extension: Uri;
  readonly #client: LanguageClient;
  /** The one that was in front last is the last. */
  #all: readonly PreviewPanel[] = [];
  #count = 0;

  constructor(extension: Uri, client: LanguageClient) {
    this.#extension = extension;
    this.#client = client;
  }

  /** Brings the preview that follows to the front, or opens one. */
  open(column: ViewColumn, caret: Caret | undefined): void {
    const following = this.#all.findLast(({ controller }) => !controller.pinned);
    following?.panel.reveal(columnAgain(following.panel, column), column === ViewColumn.Beside);
    const shown = following ?? this.adopt(createPanel(this.#extension, column));
    if (caret) shown.controller.show(caret);
  }

  /** Opens one more. Those that are there keep to what they show: two that follow would show the same. */
  openAnother(): void {
    const caret = presentCaret();
    for (const { controller } of this.#all) if (!controller.pinned) controller.pin(true);
    const shown = this.adopt(createPanel(this.#extension, ViewColumn.Beside));
    if (caret) shown.controller.show(caret);
  }

  /** Takes over a tab: a new one, or one that is there again after a reload. */
  adopt(panel: WebviewPanel, left?: PageState): PreviewPanel {
    const preview = new PreviewPanel(panel, {
      extension: this.#extension,
      client: this.#client,
      reader: `preview-${++this.#count}`,
      ...(left && { left }),
      previewColumns: () => this.#columns(preview),
    });
    preview.onClosed(() => {
      this.#all = this.#all.filter((one) => one !== preview);
      this.#tellMenus();
    });
    preview.onChanged(() => {
      if (preview.panel.active) this.#all = [...this.#all.filter((one) => one !== preview), preview];
      this.#tellMenus();
    });
    this.#all = [...this.#all, preview];
    return preview;
  }

  /** Pins the preview in front, or lets it go again. */
  pin(pinned: boolean): void {
    this.#meant()?.controller.pin(pinned);
  }

  changed(): void {
    for (const { controller } of this.#all) controller.changed();
  }

  failed(): void {
    for (const { controller } of this.#all) controller.failed();
  }

  /** Where text would cover a preview: this one, or another one that is seen. */
  #columns(own: PreviewPanel): readonly ViewColumn[] {
    return this.#all.filter((one) => one === own || one.panel.visible).flatMap(({ panel }) => panel.viewColumn ?? []);
  }

  /** The one that is meant where none is named: the one in front, or the one that was there last. */
  #meant(): PreviewPanel | undefined {
    return this.#all.find(({ panel }) => panel.active) ?? this.#all.findLast(({ panel }) => panel.visible);
  }

  #tellMenus(): void {
    const meant = this.#meant();
    void commands.executeCommand('setContext', 'care-pathways.previewOpen', meant !== undefined);
    void commands.executeCommand('setContext', 'care-pathways.previewPinned', meant?.controller.pinned === true);
  }
}

/** A preview that stands beside the text already stays in its column. */
function columnAgain(panel: WebviewPanel, column: ViewColumn): ViewColumn | undefined {
  const isBeside = panel.viewColumn !== window.tabGroups.activeTabGroup.viewColumn;
  return column === ViewColumn.Beside && isBeside ? panel.viewColumn : column;
}
