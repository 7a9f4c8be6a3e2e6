/** How texts take up room on a terminal, where some characters are two cells wide and some none. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters of a text as people count them: a letter with its accents is one. */
export function graphemes(text: string): readonly string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** How many cells of a terminal the text takes. */
export function widthOf(text: string): number {
  return isPlain(text) ? text.length : graphemes(text).reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0);
}

/** Cuts a text off after so many cells, with an ellipsis where something is lost. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const one of graphemes(text)) {
    if (widthOf(kept + one) > width - 1) break;
    kept += one;
  }
  return `${kept}…`;
}

/** Breaks a text between words into lines of at most so many cells; a longer word keeps a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/**
 * The text without characters that a terminal obeys instead of showing, or that turn the direction of writing: nobody's
 * file may move the cursor. Each becomes one visible character.
 */
export function shownSafely(text: string): string {
  return text.replace(hidden, '\uFFFD');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const isPlain = (text: string): boolean => /^[\x20-\x7E]*$/.test(text);

/** East Asian wide characters and emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\uFE0F/u;
