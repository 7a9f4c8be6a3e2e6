import type { Three } from './comments.ts';

/** How a conflict is shown. */
export interface Markers {
  /** What each side is called: `HEAD`, the name of a branch. That of the base is shown only where it is given. */
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
  /** How many signs a marker has. */
  readonly size: number;
  readonly lineEnd: string;
}

/** Both sides of a conflict, between the markers that git and every editor know. */
export function markedLines({ base, ours, theirs }: Three<string>, markers: Markers): string {
  const { size, lineEnd } = markers;
  const mark = (sign: string, label = '') => `${sign.repeat(size)}${label === '' ? '' : ` ${label}`}${lineEnd}`;
  const whole = (lines: string) => (lines === '' || lines.endsWith('\n') ? lines : lines + lineEnd);
  return [
    mark('<', markers.ours) + whole(ours),
    markers.base === undefined ? '' : mark('|', markers.base) + whole(base),
    mark('=') + whole(theirs),
    mark('>', markers.theirs),
  ].join('');
}
