/**
 * The lines of a word. Those of a text in three quotes get the given indentation; the text itself stays the same, since
 * the indentation that all its lines share is no part of it.
 */
export function indentText(image: string, indent: string): readonly string[] {
  if (!image.startsWith('"""')) return [image];
  const [head = '', ...rest] = image.slice(3, -3).split(/\r?\n/);
  if (rest.length === 0) return [image];
  const filled = rest.filter((line) => line.trim() !== '');
  const shared = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  const lines = rest.map((line) => (line.trim() === '' ? '' : indent + line.slice(shared)));
  const inner = lines.slice(0, -1).map((line) => line.trimEnd());
  return [`"""${head.trim() === '' ? '' : head}`, ...inner, `${lines.at(-1) || indent}"""`];
}
