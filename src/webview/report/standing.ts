/** Where somebody is in a page, as far as it can be found again in the same page with other rows. */
export interface Standing {
  /** How far each part is scrolled that can be: the page first, then its table. */
  readonly scrolled: readonly (readonly [left: number, top: number])[];
  /** Which of all controls has the focus, counted from 0; in a row, which one of the row. */
  readonly focused?: { readonly row?: string; readonly at: number };
  /** The caret in a field. */
  readonly selection?: readonly [start: number | null, end: number | null];
}

/** Remembers where somebody is before a page is filled anew. */
export function standingIn(view: HTMLElement): Standing {
  const active = view.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  const row = active?.closest('tr[id]')?.id;
  const at = active ? controlsIn(view, row).indexOf(active) : -1;
  return {
    scrolled: scrolling(view).map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]),
    ...(at >= 0 && { focused: { at, ...(row !== undefined && { row }) } }),
    ...(active instanceof HTMLInputElement && { selection: [active.selectionStart, active.selectionEnd] as const }),
  };
}

export function standAgain(view: HTMLElement, { scrolled, focused, selection }: Standing): void {
  if (focused) {
    const control = controlsIn(view, focused.row)[focused.at];
    control?.focus({ preventScroll: true });
    if (control instanceof HTMLInputElement && selection) control.setSelectionRange(...selection);
  }
  for (const [index, element] of scrolling(view).entries()) {
    const [left = 0, top = 0] = scrolled[index] ?? [];
    element.scrollTo({ left, top });
  }
}

const scrolling = (view: HTMLElement): readonly HTMLElement[] => [
  view,
  ...view.querySelectorAll<HTMLElement>('.scroll'),
];

function controlsIn(view: HTMLElement, row: string | undefined): readonly HTMLElement[] {
  const around = row === undefined ? view : document.getElementById(row);
  const all = [...(around?.querySelectorAll<HTMLElement>('a, button, input, select, [tabindex]') ?? [])];
  return row === undefined ? all.filter((one) => !one.closest('tr[id]')) : all;
}
