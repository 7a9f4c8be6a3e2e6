import type { LanguageClient } from 'vscode-languageclient/node';
import { REPORT, type ReportParams, type ReportResult } from '../../protocol/report.ts';
import { ask } from '../preview/language.ts';
import type { ReportLanguage } from './controller.ts';

/** Asks the language server for the pages of a report. */
export function reportLanguageOf(client: LanguageClient): ReportLanguage {
  return {
    report: (params: ReportParams, signal) => ask<ReportResult>(client, REPORT, params, signal),
  };
}
