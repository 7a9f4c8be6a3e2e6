import type { Io } from '../io.ts';
import { cutTo, shownSafely, widthOf } from './width.ts';

/** Says how far something is that takes its time, beside the output. */
export interface Progress {
  /** What is being done now. */
  readonly tell: (doing: string) => void;
  /** Which of several is being done now, counted from one. */
  readonly count: (doing: string, number: number, of: number, name: string) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** How often it is said where lines cannot be written over, as in a log. */
const EACH = 25;

/** On a terminal one line that is written over; in a log a line now and then; nothing where nobody wants to know. */
export function progressOf({ err, errWidth }: Io, quiet: boolean): Progress {
  if (quiet) return { tell: silent, count: silent, end: silent };
  if (errWidth === undefined)
    return {
      tell: silent,
      count: (doing, number, of) => {
        if (number % EACH === 0 && number < of) err(`${doing}: ${number} of ${of}\n`);
      },
      end: silent,
    };
  let shown = 0;
  const show = (text: string): void => {
    const line = cutTo(shownSafely(text), Math.min(errWidth, 80) - 1);
    const now = widthOf(line);
    err(`\r${line}${' '.repeat(Math.max(0, shown - now))}`);
    shown = now;
  };
  return {
    tell: (doing) => show(`${doing} …`),
    count: (doing, number, of, name) => show(`${doing} ${number} of ${of}: ${name} …`),
    end: () => {
      if (shown > 0) err(`\r${' '.repeat(shown)}\r`);
      shown = 0;
    },
  };
}

const silent = (): void => {};
