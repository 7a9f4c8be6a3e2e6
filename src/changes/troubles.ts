import type { Finding } from '../rules/finding.ts';
import type { Trouble } from './change.ts';

/** The files of a side that cannot be understood whole, each with its first error. */
export function troublesOf(side: Trouble['side'], findings: readonly Finding[]): readonly Trouble[] {
  const first = new Map<string, Trouble>();
  for (const { rule, message, place } of findings) {
    if (rule !== 'syntax-error') continue;
    const known = first.get(place.file);
    if (known && known.place.line <= place.line) continue;
    first.set(place.file, { side, file: place.file, message, place });
  }
  return [...first.values()];
}
