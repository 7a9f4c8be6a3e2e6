import { l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { webviewOptions } from '../preview/panel.ts';
import { ReportPanel, reportType } from './panel.ts';
import type { ReportWish } from './wish.ts';

/** All reports of the window: one of each project. */
export class Reports {
  readonly #extension: Uri;
  readonly #client: LanguageClient;
  #all: readonly ReportPanel[] = [];

  constructor(extension: Uri, client: LanguageClient) {
    this.#extension = extension;
    this.#client = client;
  }

  /** Brings the report of a project to the front, or opens it; at a page, where one is given. */
  open(wish: ReportWish): void {
    const same = this.#all.find(({ controller }) => controller.project === wish.project);
    if (!same) {
      const options = webviewOptions(this.#extension);
      return this.adopt(window.createWebviewPanel(reportType, l10n.t('Report'), ViewColumn.Active, options), wish);
    }
    if (wish.page !== undefined) same.controller.select(wish.page);
    same.panel.reveal();
  }

  /** Takes over a tab: a new one, or one that is there again after a reload. */
  adopt(panel: WebviewPanel, wish: ReportWish): void {
    const report = new ReportPanel(panel, {
      extension: this.#extension,
      client: this.#client,
      wish,
      reportColumns: () => this.#columns(report),
    });
    this.#all = [...this.#all, report];
    report.onClosed(() => {
      this.#all = this.#all.filter((one) => one !== report);
    });
  }

  /** The project of the report that is in front. */
  get inFront(): string | undefined {
    return this.#all.find(({ panel }) => panel.active)?.controller.project;
  }

  changed(): void {
    for (const report of this.#all) report.changed();
  }

  failed(): void {
    for (const { controller } of this.#all) controller.failed();
  }

  #columns(own: ReportPanel): readonly ViewColumn[] {
    return this.#all.filter((one) => one === own || one.panel.visible).flatMap(({ panel }) => panel.viewColumn ?? []);
  }
}
