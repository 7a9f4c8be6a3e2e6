import { type Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import type { Counts, EntryKind } from '../../protocol/findings.ts';
import { countsInWords } from './words.ts';

/** What calls for something to be done, and what else is known of a file. */
const told: readonly EntryKind[] = ['error', 'warning', 'info', 'question'];
const settled: readonly EntryKind[] = ['gap', 'risk', 'accepted'];

/** Says in the status bar how the file in front is doing; a click shows the list of findings. */
export class FileHealth implements Disposable {
  readonly #item = window.createStatusBarItem('care-pathways.health', StatusBarAlignment.Left, 10);

  constructor() {
    this.#item.name = l10n.t('Findings of a Pathway File');
    this.#item.command = 'care-pathways.findings.focus';
  }

  /** Nothing is shown of a file that is not ours. */
  show(counts: Counts | null): void {
    if (!counts) return this.#item.hide();
    const found = countsInWords(counts, told) || l10n.t('Nothing found');
    const others = countsInWords(counts, settled);
    const spoken = others === '' ? found : `${found} · ${others}`;
    this.#item.text = `$(${signOf(counts)}) ${found}`;
    this.#item.tooltip = l10n.t('This file: {0}. Click to see all findings.', spoken);
    this.#item.accessibilityInformation = { label: l10n.t('Care Pathways, this file: {0}', spoken), role: 'button' };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** The sign of the gravest. */
function signOf(counts: Counts): string {
  return told.find((kind) => counts[kind] > 0) ?? 'pass';
}
