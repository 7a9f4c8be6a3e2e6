/** What is done to the text of a template before somebody sees it. Nothing here knows VS Code. */

/** What a template calls the thing that it declares: `pathway my-pathway "My pathway"`. */
const OWN = /\b(my-[a-z]+) "(My [a-z]+)"/;
/** What nobody has looked at yet: with a reason to give, or alone behind its keyword. */
const HOLE = /(unknown because ""|(?<=^ +[a-z-]+ )unknown(?=$| *#))/m;
const reserved = new Set(['none', 'unknown', 'not-applicable']);

/** A name made of a label: `North & South (2026)` becomes `north-south-2026`. */
export function nameOf(label: string): string {
  const name = label
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return /^\p{L}/u.test(name) && !reserved.has(name) ? name : `pathway-${name}`.replace(/-$/, '');
}

/** A template's text with the label that somebody gave, and a name made of it. */
export function named(text: string, label: string): string {
  const written = label.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return text.replace(OWN, () => `${nameOf(label)} "${written}"`);
}

/**
 * A text as a snippet: the Tab key goes from hole to hole. What is typed takes the place of a whole hole; where it asks
 * for a reason, a Tab more leads between the quotes. `unnamed` makes holes of the name and label that the template gave.
 */
export function snippetOf(text: string, { unnamed }: { readonly unnamed: boolean }): string {
  let stop = 0;
  const own = unnamed ? OWN.exec(text) : null;
  if (!own) return holes(text);
  const end = own.index + own[0].length;
  const head = `\${${++stop}:${own[1]}} "\${${++stop}:${own[2]}}"`;
  return escaped(text.slice(0, own.index)) + head + holes(text.slice(end));

  function hole(words: string): string {
    return words === 'unknown' ? `\${${++stop}:unknown}` : `\${${++stop}:unknown because "\${${++stop}}"}`;
  }

  function holes(part: string): string {
    return part
      .split(HOLE)
      .map((piece, at) => (at % 2 === 0 ? escaped(piece) : hole(piece)))
      .join('');
  }
}

/** Where a pathway first does not know its provider, as offsets: what to put something in place of. Else its end. */
export function openProvider(text: string): readonly [start: number, end: number] {
  const match = /(?<=^ *provider )unknown(?: because "[^"\n]*")?/m.exec(text);
  return match ? [match.index, match.index + match[0].length] : [text.length, text.length];
}

/** Which steps of the walkthrough a line shows to be done. */
export function stepsDoneBy(line: string): { readonly providerNamed: boolean; readonly saidUnknown: boolean } {
  const [fact, value] = line.trim().split(/\s+/);
  return {
    providerNamed: fact === 'provider' && value !== undefined && !reserved.has(value),
    saidUnknown: fact === 'provider' && value === 'unknown',
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
