import type { Io } from '../io.ts';
import { type Paint, paintOf } from './paint.ts';
import { wrap } from './width.ts';

/** Lines longer than this are hard to follow, however wide the terminal is. */
const WIDEST = 96;

/** A page in Markdown, as far as our pages use it, so that it reads well on a terminal. */
export function pageOf(markdown: string, io: Io): string {
  const paint = paintOf(io);
  const width = Math.min(io.width ?? WIDEST, WIDEST);
  return markdown
    .split(/^(```[\s\S]*?^```)$/m)
    .map((part) => (part.startsWith('```') ? example(part, paint) : prose(part, width, paint)))
    .join('');
}

/** An example stands as it is, so that it can be copied. */
function example(fence: string, { code }: Paint): string {
  const lines = fence.split('\n').slice(1, -1);
  return lines.map((line) => (line === '' ? '' : `    ${code(line)}`)).join('\n');
}

function prose(text: string, width: number, paint: Paint): string {
  return text
    .split('\n')
    .map((line) => proseLine(line, width, paint))
    .join('\n');
}

function proseLine(line: string, width: number, paint: Paint): string {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return paint.strong(line.startsWith('# ') ? heading.toUpperCase() : heading);
  const [, mark = '', rest = ''] = /^(> |- |)(.*)$/.exec(line) ?? [];
  const first = { '> ': '  | ', '- ': '  - ', '': '' }[mark] ?? '';
  const next = mark === '> ' ? first : ' '.repeat(first.length);
  // What is to be written stands in quotes, as in messages.
  return wrap(rest.replaceAll('`', "'"), width - first.length)
    .map((one, index) => `${index === 0 ? first : next}${one}`)
    .join('\n');
}
