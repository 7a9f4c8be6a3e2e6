/** The objects of a PDF document, numbered in the order in which they are asked for. */
export class PdfObjects {
  readonly #bodies: (Uint8Array | undefined)[] = [];

  /** A number for an object that others refer to before it is written. */
  reserve(): number {
    return this.#bodies.push(undefined);
  }

  set(number: number, body: string): number {
    this.#bodies[number - 1] = ascii(body);
    return number;
  }

  add(body: string): number {
    return this.set(this.reserve(), body);
  }

  /** A stream, packed. */
  async stream(content: Uint8Array | string, entries = ''): Promise<number> {
    const number = this.reserve();
    const packed = await deflated(typeof content === 'string' ? ascii(content) : content);
    const head = ascii(`<</Length ${packed.length}/Filter/FlateDecode${entries}>>stream\n`);
    this.#bodies[number - 1] = joined([head, packed, ascii('\nendstream')]);
    return number;
  }

  /** The file, with every object at its place. The same objects give the same bytes. */
  file(root: number, info: number): Uint8Array {
    const parts = [ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
    let length = parts[0]!.length;
    const starts: number[] = [];
    for (const [index, body] of this.#bodies.entries()) {
      const whole = joined([ascii(`${index + 1} 0 obj\n`), body ?? ascii('null'), ascii('\nendobj\n')]);
      starts.push(length);
      parts.push(whole);
      length += whole.length;
    }
    const id = fingerprint(parts);
    const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`);
    const trailer = `<</Size ${starts.length + 1}/Root ${ref(root)}/Info ${ref(info)}/ID[<${id}><${id}>]>>`;
    parts.push(
      ascii(
        `xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`,
      ),
    );
    return joined(parts);
  }
}

export function ref(object: number): string {
  return `${object} 0 R`;
}

/** A text as PDF writes those that may hold any character. */
export function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index)));
  return `<FEFF${units.join('')}>`;
}

/** Four hexadecimal figures. */
export function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}

/** A number as PDF takes it: without an exponent, to a thousandth. */
export function decimal(number: number): string {
  const rounded = Math.round(number * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** 16 bytes in hexadecimal that differ where the file differs. */
function fingerprint(parts: readonly Uint8Array[]): string {
  const seeds = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  const sums = seeds.map((seed) => {
    let sum = seed;
    for (const part of parts) for (const byte of part) sum = Math.imul(sum ^ byte, 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
  });
  return sums.join('').toUpperCase();
}
