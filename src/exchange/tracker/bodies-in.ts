import { LEFT_OUT } from '../../model/contacts.ts';
import { folded } from './names.ts';

/** An organisation that a cell names, with what the cell says of its part. */
export interface BodyPart {
  readonly text: string;
  readonly role?: 'lead' | 'co' | 'contributor';
  /** Such as `60%`. */
  readonly share?: string;
  /** A short name that the cell gives it: `Rivershire ICB (RICB)`. */
  readonly alias?: string;
}

/** What is certain to part one organisation from the next. */
const FIRM = /\s*[;\n|•·]\s*/;

/** What may part two, and may as well be a part of a name: `Birmingham and Solihull ICB`. Nothing between brackets does. */
const LOOSE = /(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|with|plus)\s+|\s*[/+]\s*)(?![^()]*\))/i;

/** Words that a name ends with or holds, where it is one of an organisation. */
const ORGANISATION =
  /\b(?:council|trust|ICB|ICS|CCG|PCT|NHSE|NHS England|police|constabulary|ltd|limited|CIC|PCC|school|academy|college|university|charity|foundation|HMPPS|board|commissioner|authority|hospital|plc|LLP)\b/i;

/** The pieces of a cell between which there can be no doubt, without what was left out. */
export function firmPieces(cell: string): readonly string[] {
  return cell
    .split(LEFT_OUT)
    .map((part) => part.replace(/[\s,:–-]+$/, ''))
    .join('')
    .split(FIRM)
    .map((piece) => piece.replace(/^(?:[-–*]\s+|\d+[.)]\s+)/, '').trim())
    .filter((piece) => piece !== '');
}

/** How a piece can be taken apart further; nothing where it can't be. */
export function loosePieces(piece: string): readonly string[] {
  const pieces = piece
    .split(LOOSE)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return pieces.length > 1 ? pieces : [];
}

/** Whether a text, by its own words, is the name of an organisation. */
export function soundsLikeBody(text: string): boolean {
  return ORGANISATION.test(text);
}

/** Takes the role, the share and the short name off a piece. */
export function bodyPart(piece: string): BodyPart {
  let text = piece.trim();
  let rest: Omit<BodyPart, 'text'> = {};
  const before = /^(lead|co|joint|contributor)(?:[- ]?(?:commissioner|provider))?\s*[:–-]\s*(?=\S)/i.exec(text);
  if (before) {
    rest = { ...rest, role: roleOf(before[1]!) };
    text = text.slice(before[0].length);
  }
  for (;;) {
    const last = /\s*\(([^()]*)\)$|\s+[-–]\s+(lead|co|\d{1,3}(?:\.\d+)?%)$|\s+(\d{1,3}(?:\.\d+)?%)$/i.exec(text);
    const said = last && readRest((last[1] ?? last[2] ?? last[3] ?? '').trim(), text.slice(0, last.index));
    if (!said) return { text, ...rest };
    rest = { ...said, ...rest };
    text = text.slice(0, last.index).trim();
  }
}

function readRest(said: string, name: string): Omit<BodyPart, 'text'> | undefined {
  if (name.trim() === '') return undefined;
  const role = /^(lead|co|joint|contributor)(?:[- ]?(?:commissioner|provider))?$/i.exec(said);
  if (role) return { role: roleOf(role[1]!) };
  if (/^\d{1,3}(?:\.\d+)?%$/.test(said)) return { share: said };
  const both = /^(lead|co|joint)\W+(\d{1,3}(?:\.\d+)?%)$/i.exec(said);
  if (both) return { role: roleOf(both[1]!), share: both[2]! };
  return /^[A-Z][A-Za-z&]{1,7}$/.test(said) && /[A-Z].*[A-Z]/.test(said) && isAcronymOf(said, name)
    ? { alias: said }
    : undefined;
}

function roleOf(word: string): 'lead' | 'co' | 'contributor' {
  const role = word.toLowerCase();
  return role === 'lead' || role === 'contributor' ? role : 'co';
}

/** Whether a short word is made of the first letters of a name: `RICB` of `Rivershire ICB`, `NHSE` of `NHS England`. */
export function isAcronymOf(short: string, name: string): boolean {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (letters.length < 3 || words.length < 2) return false;
  return SKIPPED.some((skipped) => {
    const kept = words.filter((word) => !skipped.test(word));
    const whole = kept.map((word) => (/^[A-Z]{2,5}$/.test(word) ? word : word[0]!)).join('');
    const first = kept.map((word) => word[0]).join('');
    return [whole, first].some((initials) => initials.toLowerCase() === letters);
  });
}

/** The words whose first letters may be left out. */
const SKIPPED = [/^$/, /^(?:of|and|the|for|in)$/i, /^(?:of|and|the|for|in|NHS)$/i];

/** What is left of a name where it makes no difference how it is written: one organisation has one of these. */
export function bodyKey(text: string): string {
  return folded(text)
    .replace(/\bnhs(?: foundation)? trust\b|\bfoundation trust\b|\bnhsft\b|\bnhs ft\b|\bft\b/g, 'trust')
    .replace(/\b(?:ltd|limited|plc|llp|cic|cio|the)\b/g, ' ')
    .replace(/\bintegrated care board\b/g, 'icb')
    .replace(/\bclinical commissioning group\b/g, 'ccg')
    .replace(/\s+/g, ' ')
    .trim();
}
