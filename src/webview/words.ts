import type { Picture, Place, Severity } from '../protocol/preview.ts';

/** What a group of findings is called, and one or several of them. */
export const severityWords: Readonly<
  Record<Severity, { readonly group: string; readonly one: string; readonly many: string }>
> = {
  error: { group: 'Errors', one: 'error', many: 'errors' },
  warning: { group: 'Warnings', one: 'warning', many: 'warnings' },
  info: { group: 'Notes', one: 'note', many: 'notes' },
  question: { group: 'Open questions', one: 'open question', many: 'open questions' },
  accepted: { group: 'Accepted', one: 'accepted finding', many: 'accepted findings' },
};

/** From the gravest to the lightest. */
export const severityOrder: readonly Severity[] = ['error', 'warning', 'info', 'question', 'accepted'];

/** `1 error`, `2 errors`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `2 errors, 9 warnings`; nothing that counts 0. */
export function countsInWords(counts: Readonly<Record<Severity, number>>): string {
  return severityOrder
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], severityWords[severity].one, severityWords[severity].many))
    .join(', ');
}

/** How much there is of each severity: as many as the picture says, though one line may speak of several. */
export function countsIn({ entry, stale, findings }: Picture<unknown>): Readonly<Record<Severity, number>> {
  if (!stale) return entry.counts;
  const counts = { error: 0, warning: 0, info: 0, question: 0, accepted: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The name of the file without its folders. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** `black-country.pathway, line 12`. */
export function whereIs(place: Place): string {
  return `${fileName(place.file)}, line ${place.line + 1}`;
}
