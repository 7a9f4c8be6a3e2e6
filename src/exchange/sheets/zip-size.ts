/**
 * How many bytes the files of a ZIP archive say they unpack to, by its list of contents; nothing where the bytes are no
 * such archive. Read before anything is unpacked, since a small archive can hold a very large file.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfList(view);
  if (end === undefined) return undefined;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let files = view.getUint16(end + 10, true); files > 0; files--) {
    if (at + ENTRY > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
    size += view.getUint32(at + 24, true);
    at += ENTRY + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}

/** The length of an entry of the list, without its name and what may follow that. */
const ENTRY = 46;

/** Where the end of the list stands: behind it there is a comment at most. */
function endOfList(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
