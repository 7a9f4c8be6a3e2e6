/** A column of the window, as far as showing text matters. */
export interface Column {
  readonly column: number;
  /** Whether the file is the one in front. */
  readonly shows: boolean;
  /** Whether the file is among the open ones. */
  readonly has: boolean;
}

/** In which column to show a file's text, so that it never covers a preview; none when there is no such column. */
export function columnForText(columns: readonly Column[], previews: readonly number[]): number | undefined {
  const free = columns.filter(({ column }) => !previews.includes(column));
  return (free.find(({ shows }) => shows) ?? free.find(({ has }) => has) ?? free[0])?.column;
}
