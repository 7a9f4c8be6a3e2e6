import type { Place } from '../../model/place.ts';
import type { ReportParams, ReportResult, ToReportHost, ToReportPage } from '../../protocol/report.ts';
import type { Said } from '../preview/controller.ts';
import type { ReportWish } from './wish.ts';

/** What a report asks the language server. A request whose signal is aborted may fail, or answer whatever it likes. */
export interface ReportLanguage {
  report(params: ReportParams, signal: AbortSignal): Promise<ReportResult>;
}

/** What a report does in the window. */
export interface ReportWindow {
  post(message: ToReportPage): void;
  /** The project as its readers know it. */
  entitle(title: string): void;
  /** Shows a place of the text, beside the report. */
  reveal(place: Place): void;
  /** Shows what stands at a place in the picture of its pathway. */
  draw(place: Place): void;
}

/** Why there is no report, in the reader's language. */
export interface ReportWords {
  readonly noProject: Said;
  readonly failed: Said;
  readonly notRunning: Said;
}

/** Keeps the page of a report up to date with the texts. */
export class ReportController {
  readonly project: string;
  readonly #language: ReportLanguage;
  readonly #window: ReportWindow;
  readonly #words: ReportWords;
  #page: string | undefined;
  #ready = false;
  #visible = true;
  #shown = '';
  #working = new AbortController();

  constructor(
    { project, page }: ReportWish,
    ports: { readonly language: ReportLanguage; readonly window: ReportWindow; readonly words: ReportWords },
  ) {
    this.project = project;
    this.#page = page;
    this.#language = ports.language;
    this.#window = ports.window;
    this.#words = ports.words;
  }

  /** The page says something. */
  receive(message: ToReportHost): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#shown = '';
        return this.changed();
      case 'select':
        return this.select(message.page);
      case 'text':
        return this.#window.reveal(message.place);
      case 'picture':
        return this.#window.draw(message.place);
    }
  }

  /** Somebody wants to see another page of it. */
  select(page: string | undefined): void {
    this.#page = page;
    this.changed();
  }

  /** The models may have changed. */
  changed(): void {
    if (this.#ready && this.#visible) void this.#refresh();
  }

  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    if (visible) this.changed();
    else this.#working.abort();
  }

  /** The language server does not run. */
  failed(): void {
    this.#say(this.#words.notRunning);
  }

  dispose(): void {
    this.#working.abort();
    this.#ready = false;
  }

  async #refresh(): Promise<void> {
    this.#working.abort();
    this.#working = new AbortController();
    const { signal } = this.#working;
    const wanted = { at: this.project, ...(this.#page !== undefined && { page: this.#page }) };
    try {
      const report = await this.#language.report(wanted, signal);
      if (signal.aborted) return;
      if (!report) return this.#say(this.#words.noProject);
      this.#page = report.page;
      this.#window.entitle(report.project.title);
      this.#post({ type: 'report', report });
    } catch {
      if (!signal.aborted) this.#say(this.#words.failed);
    }
  }

  #say({ message, hint }: Said): void {
    this.#post({ type: 'nothing', message, hint });
  }

  /** Nothing is told twice: whoever reads is not to be disturbed. */
  #post(message: ToReportPage): void {
    const shown = JSON.stringify(message);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#window.post(message);
  }
}
