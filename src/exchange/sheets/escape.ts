/**
 * Spreadsheet programs take a text that begins with = + - or @ for a formula, at the latest when somebody edits its
 * cell. It gets an apostrophe before it in the file, which is taken off again when it is read.
 */
export function escaped(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** The text as it was before it was escaped. */
export function unescaped(text: string): string {
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}

/** The text without characters that no file of a spreadsheet can hold; each becomes one that shows that it was there. */
export function withoutControls(text: string): string {
  return text
    .replace(controls, '\uFFFD')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** What is to be said of a cell with such a character, which no pathway file is to hold either. */
export const CONTROLS = 'this cell holds a character that cannot be seen: type its text anew.';

export function holdsControls(text: string): boolean {
  return text.search(controls) >= 0;
}

/** The text as an XLSX file holds it, in which `_x0041_` stands for a character by its number. */
export function storable(text: string): string {
  return withoutControls(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
