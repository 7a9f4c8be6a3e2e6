import { shownSafely } from './terminal/width.ts';

/** A comment on GitHub may have 65,536 characters; what is left out is told of. */
export const ROOM = 60_000;

/** A code span, in a table too; a name or path seldom holds a backtick, which would end it. */
export function codeSpan(text: string): string {
  return `\`${shownSafely(text).replaceAll('`', "'").replaceAll('|', '\\|').replace(/\s/g, ' ')}\``;
}

/** Plain words, in a table too: nothing in them is taken for markup, a mention or a link. */
export function plainWords(text: string): string {
  return shownSafely(text)
    .replaceAll('\\', '\\\\')
    .replace(/[|*_`[\]~#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#47;/')
    .replace(/\s+/g, ' ');
}
