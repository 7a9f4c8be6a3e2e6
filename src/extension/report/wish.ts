/** Which project a report is of, by its folder, and which page of it is seen; the first one where none is named. */
export interface ReportWish {
  readonly project: string;
  readonly page?: string;
}

/** A wish from what a page has kept; nothing where it has kept none. */
export function wishFrom(kept: unknown): ReportWish | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { project, page } = kept as Readonly<Record<string, unknown>>;
  if (typeof project !== 'string') return undefined;
  return { project, ...(typeof page === 'string' && { page }) };
}
