/** Reads a text between quotes, single or triple; one without its closing quote, or without any, is read to its end. */
export function readText(image: string): string {
  if (!/^["“”„«]/.test(image)) return image;
  if (image.startsWith('"""')) return dedent(image.slice(3).replace(/"""$/, ''));
  if (/^[“”„«]/.test(image)) return image.slice(1, -1);
  const inner = image.slice(1);
  const closed = /^(?:\\.|[^"\\])*"$/s.test(inner) ? inner.slice(0, -1) : inner;
  return closed.includes('\\') ? closed.replace(/\\(["\\])/g, '$1') : closed;
}

/** Writes a text as it stands in a file: quoted, with quotes and backslashes escaped. */
export function writeText(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s*\r?\n\s*/g, ' ')}"`;
}

/** Strips the indentation that all lines share, and empty lines at both ends. */
function dedent(text: string): string {
  const [head = '', ...rest] = text.split(/\r?\n/);
  if (rest.length === 0) return head;
  const filled = rest.filter((line) => line.trim() !== '');
  const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length), Number.MAX_SAFE_INTEGER);
  const lines = [head.trimStart(), ...rest.map((line) => line.slice(Math.min(indent, line.length)).trimEnd())];
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
