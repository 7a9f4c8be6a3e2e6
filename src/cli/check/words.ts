import type { Finding } from '../../rules/finding.ts';

/** The severities of findings that are neither open questions nor accepted. */
export type Shown = 'error' | 'warning' | 'info';

export const words: Readonly<Record<Shown, string>> = { error: 'error', warning: 'warning', info: 'note' };

export function shownSeverity({ severity }: Finding): Shown {
  return severity === 'error' || severity === 'warning' ? severity : 'info';
}
