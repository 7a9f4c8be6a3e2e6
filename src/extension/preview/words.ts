import { l10n } from 'vscode';
import type { Words } from './controller.ts';
import type { EditWords } from './edits.ts';

/** Why there is no picture, in the language of the window. */
export function previewWords(): Words {
  return {
    noPathways: {
      message: l10n.t('There is no pathway to draw yet.'),
      hint: l10n.t('Write one in a .pathway file, such as: pathway my-pathway "My pathway" { }'),
    },
    notDrawn: {
      message: l10n.t('This pathway could not be drawn.'),
      hint: l10n.t('Problems may say why. The picture comes back once the text can be read again.'),
    },
    notRunning: {
      message: l10n.t('Nothing can be drawn, because Care Pathways has stopped.'),
      hint: l10n.t('Your files are safe. Choose "Try Again" in the message, or reload the window.'),
    },
  };
}

/** Why nothing was written, in the language of the window. */
export function editWords(): EditWords {
  return {
    changed: l10n.t('Nothing was written, because the text has changed meanwhile. Try again.'),
    failed: l10n.t('Nothing was written, because Care Pathways did not answer. Your files are safe.'),
    byLane: (lane) => l10n.t('By {0}', lane),
  };
}
