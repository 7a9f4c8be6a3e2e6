/** A line of a mapping file: a word and what it is, or what stands below it. */
export interface Entry {
  readonly key: string;
  readonly value?: string;
  readonly inner: readonly Entry[];
  /** From 1. */
  readonly line: number;
}

interface Open extends Entry {
  readonly inner: Open[];
  readonly indent: number;
}

/**
 * Reads the part of YAML that a mapping is written in: `word: what it is`, each on a line, deeper ones indented by
 * spaces, texts with or without double quotes, and comments. What is more than that is named with its line.
 */
export function readEntries(text: string): {
  readonly entries: readonly Entry[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const root: Open = { key: '', inner: [], line: 0, indent: -1 };
  const open: Open[] = [root];
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = at + 1;
    if (/^\s*(?:#|$)/.test(raw) || raw.trim() === '---') continue;
    const read = readLine(raw);
    if (!read) {
      problems.push(
        `Line ${line}: '${raw.trim()}' can't be read. Write a word, a colon, and what it is: "Service": stage`,
      );
      continue;
    }
    while (open.at(-1)!.indent >= read.indent) open.pop();
    const parent = open.at(-1)!;
    if (parent.value !== undefined) {
      problems.push(
        `Line ${line}: this is indented below '${parent.key}', which has its value already. Take out the spaces before it.`,
      );
      continue;
    }
    const twin = parent.inner.find(({ key }) => key === read.key);
    if (twin) problems.push(`Line ${line}: '${read.key}' stands in line ${twin.line} already. Take one of them out.`);
    const entry: Open = { ...read, inner: [], line };
    parent.inner.push(entry);
    open.push(entry);
  }
  return { entries: root.inner, problems };
}

const LINE = /^( *)("(?:\\.|[^"\\])*"|[^"#:\s][^:#]*?)\s*:(?:\s+("(?:\\.|[^"\\])*"|[^"#\s][^#]*?))?\s*(?:#.*)?$/;

function readLine(raw: string): { readonly key: string; readonly value?: string; readonly indent: number } | undefined {
  const match = LINE.exec(raw);
  if (!match) return undefined;
  const [, spaces = '', key = '', value] = match;
  return { key: plain(key), indent: spaces.length, ...(value !== undefined && { value: plain(value) }) };
}

function plain(text: string): string {
  if (!text.startsWith('"')) return text.trim();
  return text.slice(1, -1).replace(/\\(n|t|.)/g, (_, letter: string) => ({ n: '\n', t: '\t' })[letter] ?? letter);
}

/** A text between double quotes, on one line. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}"`;
}
