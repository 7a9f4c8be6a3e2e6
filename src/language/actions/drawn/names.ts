import { isName } from '../../features/rename/new-name.ts';
import { freshName } from '../fixes/raise-gap.ts';

/**
 * A name made of what readers see, that nothing else has: `Community team (2026)` becomes `community-team-2026`. Where
 * nothing of it can stand in a name, it is the fallback.
 */
export function nameFrom(label: string, fallback: string, taken: Iterable<string>): string {
  const name = label
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const wanted = [name, `${fallback}-${name}`].find((one) => isName(one)) ?? fallback;
  return freshName(wanted, taken);
}

/** A text in the quotes of the language. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `"${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
