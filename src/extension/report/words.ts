import { l10n } from 'vscode';
import type { ReportWords } from './controller.ts';

/** Why there is no report, in the language of the window. */
export function reportWords(): ReportWords {
  return {
    noProject: {
      message: l10n.t('There is no pathway project here to report on.'),
      hint: l10n.t('Open a folder with .pathway files, and choose Open Report again.'),
    },
    failed: {
      message: l10n.t('The report could not be made.'),
      hint: l10n.t('Close this tab and choose Open Report again. Your files are safe.'),
    },
    notRunning: {
      message: l10n.t('There is no report, because Care Pathways has stopped.'),
      hint: l10n.t('Your files are safe. Choose "Try Again" in the message, or reload the window.'),
    },
  };
}
