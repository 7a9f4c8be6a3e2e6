/**
 * The text of a CSV file as somebody saved it: in UTF-8; in UTF-16 with the mark at its start, as Excel's "Unicode
 * text"; or in the characters of Western Europe, as Excel's plain CSV. Nothing where it is none of these.
 */
export function csvTextOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  return decoded('utf-8', bytes) ?? (bytes.some((byte) => undefinedBytes.has(byte)) ? undefined : western(bytes));
}

/** The bytes that stand for no character in Windows-1252. */
const undefinedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** What stands from 0x80 to 0x9F. Some versions of Node leave these as if they were Latin-1. */
const special = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function western(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009F]/g, (letter) => special[letter.charCodeAt(0) - 0x80]!);
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What is to be said of a file whose characters nobody can tell. */
export const UNDECODED = 'cannot be read as text: save it as CSV UTF-8 and try again.';
