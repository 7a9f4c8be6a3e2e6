import { l10n } from 'vscode';
import type { Counts, EntryKind, FindingEntry, FindingGroup } from '../../protocol/findings.ts';

/** `2 warnings · 1 question`, in the language of the window; nothing of what there is none of. */
export function countsInWords(counts: Partial<Counts>, kinds: readonly EntryKind[]): string {
  return kinds
    .filter((kind) => (counts[kind] ?? 0) > 0)
    .map((kind) => counted(kind, counts[kind] ?? 0))
    .join(' · ');
}

function counted(kind: EntryKind, count: number): string {
  switch (kind) {
    case 'error':
      return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
    case 'warning':
      return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
    case 'info':
      return count === 1 ? l10n.t('1 note') : l10n.t('{0} notes', count);
    case 'question':
      return count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
    case 'gap':
      return count === 1 ? l10n.t('1 gap') : l10n.t('{0} gaps', count);
    case 'risk':
      return count === 1 ? l10n.t('1 risk') : l10n.t('{0} risks', count);
    case 'accepted':
      return l10n.t('{0} accepted', count);
  }
}

/** What a single entry is called, for those who hear it and do not see its sign. */
export function kindInWords(kind: EntryKind): string {
  switch (kind) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'info':
      return l10n.t('Note');
    case 'question':
      return l10n.t('Open question');
    case 'gap':
      return l10n.t('Gap');
    case 'risk':
      return l10n.t('Risk');
    case 'accepted':
      return l10n.t('Accepted');
  }
}

/** The group's name, or the word for those that have none. */
export function groupInWords({ kind, label }: FindingGroup): string {
  switch (kind) {
    case 'questions':
      return l10n.t('Open questions');
    case 'gaps':
      return l10n.t('Gaps');
    case 'risks':
      return l10n.t('Risks');
    case 'no-pathway':
      return l10n.t('Outside of pathways');
    case 'no-organisation':
      return l10n.t('No organisation recorded');
    default:
      return label;
  }
}

/** Where an entry stands, as people say it: the file's name, and the line counted from one. */
export function placeInWords({ place }: FindingEntry): string {
  const file = place.file.slice(place.file.lastIndexOf('/') + 1);
  return l10n.t('{0}, line {1}', decodeURIComponent(file), place.line + 1);
}
