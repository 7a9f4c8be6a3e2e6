import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatText } from '../../language/format/format.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';

/**
 * `pathway textconv`: what `git diff` compares in place of a file: its canonical form, so that order and layout are no
 * change. Of a file that is in canonical form every line keeps its number, which `git blame` relies on.
 */
export function textconv(file: string, io: Io): ExitCode {
  const bytes = bytesOf(file, io);
  const text = textOf(bytes);
  const formatted = text === undefined ? undefined : formatText(text);
  if (!formatted || 'problem' in formatted) io.out(bytes);
  else io.out(formatted.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  return 0;
}

function bytesOf(file: string, io: Io): Buffer {
  try {
    return readFileSync(resolve(io.cwd, file));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The text; nothing where it is none in UTF-8. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
