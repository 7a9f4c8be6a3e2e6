// Unpacks the font files that are shipped for pictures: those who draw outside of a browser read TTF only. Run by the
// build, so that nothing has to be unpacked later.
import { inflateSync } from 'node:zlib';

/** The TTF in a WOFF file (version 1): the same tables, which WOFF packs one by one. */
export function ttfOf(woff) {
  const tables = [];
  for (let index = 0; index < woff.readUInt16BE(12); index++) {
    const at = 44 + 20 * index;
    const packed = woff.subarray(woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 4) + woff.readUInt32BE(at + 8));
    const size = woff.readUInt32BE(at + 12);
    const data = packed.length < size ? inflateSync(packed) : packed;
    tables.push({ tag: woff.readUInt32BE(at), checksum: woff.readUInt32BE(at + 16), data });
  }
  return joined(woff.readUInt32BE(4), tables);
}

function joined(flavour, tables) {
  const head = Buffer.alloc(12 + 16 * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  let offset = head.length;
  const parts = tables.map(({ tag, checksum, data }, index) => {
    const at = 12 + 16 * index;
    head.writeUInt32BE(tag, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...parts]);
}
