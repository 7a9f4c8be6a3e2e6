import type { Ref } from '../../model/facts.ts';
import { labelOf } from '../../model/project.ts';
import { capital } from '../../model/wording.ts';

type Named = ReadonlyMap<string, { readonly name: string; readonly label?: string }>;

/** The label of what a name stands for; where there is none, the name in plain words. */
export function labelOfRef(named: Named, ref: Ref): string {
  const element = named.get(ref.name);
  return element ? (element.label ?? plain(element.name)) : plain(ref.name);
}

/** The longest label that is short enough for a chip, in characters. */
const shortEnough = 16;

/**
 * A few words for a term or a piece of information: its label where that is short, the initials where the name is just
 * those or where the label gives them in brackets, else the name in plain words.
 */
export function shortLabel(named: Named, ref: Ref): string {
  const element = named.get(ref.name);
  const label = element ? labelOf(element) : plain(ref.name);
  if (label.length <= shortEnough) return label === ref.name ? plain(label) : label;
  const bracketed = /\(([^()]{2,10})\)$/.exec(label)?.[1];
  if (bracketed !== undefined && initials(label).startsWith(bracketed.toLowerCase().slice(0, 2))) return bracketed;
  if (initials(label) === ref.name) return ref.name.toUpperCase();
  return plain(ref.name);
}

/** A label without what it explains in brackets at its end. */
export function withoutBrackets(label: string): string {
  return label.replace(/\s*\([^()]*\)$/, '');
}

/** `place-of-safety` as words: `Place of safety`. */
export function plain(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? name : capital(words);
}

/** `1 stage`, `2 stages`; `plural` for words that do not take an s. */
export function counted(count: number, one: string, plural = `${one}s`): string {
  return `${count} ${count === 1 ? one : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function initials(label: string): string {
  return (label.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []).map((word) => word.charAt(0).toLowerCase()).join('');
}
