import type { Drawn } from '../scene.ts';
import type { Palette } from '../theme.ts';
import { attributes, escaped } from './xml.ts';

/** What drawing an element depends on besides the element. */
export interface Drawing {
  readonly palette: Palette;
  /** The colour that the picture stands on. */
  readonly ground: string;
  readonly interactive: boolean;
  /** The id of the element that Tab reaches; from there on the page moves the focus. */
  readonly first: string | undefined;
}

/** An element's group: its id, its spoken name, its tooltip, and what is drawn. */
export function groupSvg(drawn: Drawn, kind: string, { interactive, first }: Drawing, inner: string): string {
  const all = {
    class: kind,
    'data-id': drawn.id,
    role: interactive ? 'button' : 'graphics-symbol img',
    'aria-label': drawn.spoken,
    tabindex: interactive ? (drawn.id === first ? 0 : -1) : undefined,
  };
  return `<g${attributes(all)}><title>${escaped(drawn.hover)}</title>${inner}</g>`;
}
