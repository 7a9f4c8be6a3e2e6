import { l10n } from 'vscode';
import type { Said } from '../preview/controller.ts';
import type { ReviewWords } from './controller.ts';

/** Why there is no review, in the language of the window. */
export function reviewWords(): ReviewWords {
  return {
    noProject: {
      message: l10n.t('There is no pathway project here to review.'),
      hint: l10n.t('Open a folder with .pathway files, and choose Review Changes again.'),
    },
    noPathway: {
      message: l10n.t('One of the two pathways is no longer there.'),
      hint: l10n.t('Its text may be broken for now: Problems may say why. The review comes back once it can be read.'),
    },
    failed: {
      message: l10n.t('The two versions could not be compared.'),
      hint: l10n.t('Close this tab and choose Review Changes again. Your files are safe.'),
    },
    notRunning: {
      message: l10n.t('Nothing can be compared, because Care Pathways has stopped.'),
      hint: l10n.t('Your files are safe. Choose "Try Again" in the message, or reload the window.'),
    },
  };
}

/** Why there is no earlier version to compare with. */
export const noHistory = {
  restricted: (): Said => ({
    message: l10n.t('In Restricted Mode VS Code does not ask git, so there is no earlier version to compare with.'),
    hint: l10n.t('Trust this folder (Workspaces: Manage Workspace Trust), then choose Review Changes again.'),
  }),
  noExtension: (): Said => ({
    message: l10n.t(
      'The extension Git, which comes with VS Code, is turned off, so there is no earlier version to see.',
    ),
    hint: l10n.t('Search for "@builtin git" in the Extensions view, enable Git, then choose Review Changes again.'),
  }),
  turnedOff: (): Said => ({
    message: l10n.t('VS Code does not use git here: it is turned off in the settings, or it is not installed.'),
    hint: l10n.t('Turn on the setting Git: Enabled; if it is on, install git and reload the window.'),
  }),
  noRepository: (folder: string): Said => ({
    message: l10n.t('{0} is in no git repository, so there is no earlier version to compare with.', folder),
    hint: l10n.t(
      'Choose "Initialize Repository" in the Source Control view, or compare two files: "Select for Pathway Review" in the Explorer.',
    ),
  }),
  noCommit: (): Said => ({
    message: l10n.t('Nothing has been committed yet, so there is no earlier version to compare with.'),
    hint: l10n.t('Commit once in the Source Control view. What changes from then on can be reviewed.'),
  }),
  noRevision: (name: string): Said => ({
    message: l10n.t('There is no branch, tag or commit called {0}.', name),
    hint: l10n.t(
      'Look how it is written; or fetch it first: a copy with only the latest commits does not know the earlier ones.',
    ),
  }),
  unreadable: (reason: string): Said => ({
    message: l10n.t('Git could not read the earlier version.'),
    hint: reason,
  }),
};

/** What a time is called, in a sentence: "No change in meaning since …". */
export const called = {
  now: (): string => l10n.t('the text as it is now'),
  staged: (): string => l10n.t('what is staged'),
  lastCommit: (date: string): string => l10n.t('the last commit ({0})', date),
  revision: (name: string, date: string): string => l10n.t('{0} ({1})', name, date),
};
