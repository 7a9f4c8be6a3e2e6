import { absenceIn } from './absences.ts';
import type { Bodies, Body } from './bodies.ts';
import { bodyKey, bodyPart, firmPieces, loosePieces } from './bodies-in.ts';
import type { GridCell } from './grid.ts';
import type { Answers } from './mapping.ts';

/**
 * The names in a cell of owners: where each of those between `and` can be an organisation, they are several. A comma or a
 * slash parts them in any case, since a person's name often has the organisation behind it.
 */
export function ownerNames(text: string): readonly string[] {
  return firmPieces(text)
    .flatMap((piece) => piece.split(/\s*[,/+]\s*(?![^()]*\))/))
    .flatMap((piece) => {
      const loose = loosePieces(piece);
      return loose.length > 0 && loose.every(isSurelyBody) ? loose : [piece];
    })
    .map((piece) => bodyPart(piece).text)
    .filter((piece) => piece !== '');
}

/** The organisations that own something; and whether the cell holds more, which may be the name of a person. */
export function ownersIn(
  { text }: GridCell,
  bodies: Bodies,
): { readonly bodies: readonly Body[]; readonly more: boolean } {
  const whole = bodies.find(text);
  if (whole) return { bodies: [whole], more: false };
  const names = ownerNames(text).map((name) => bodies.find(name));
  const found = names.filter((body) => body !== undefined);
  return { bodies: [...new Set(found)], more: found.length < names.length || names.length === 0 };
}

/** Cells for the organisations that only an owner's cell names: by their own words, or since a mapping says which one it is. */
export function ownerBodies(cell: GridCell, { sameAs }: Answers): readonly GridCell[] {
  if (absenceIn(cell.text) !== undefined) return [];
  // The name that the mapping gives, and not the one of the cell: that may be a person's.
  const said = (name: string): string | undefined =>
    sameAs.get(bodyKey(name)) ?? (isSurelyBody(name) ? name : undefined);
  const whole = sameAs.get(bodyKey(cell.text));
  const names = whole === undefined ? ownerNames(cell.text).flatMap((name) => said(name) ?? []) : [whole];
  return names.map((text): GridCell => ({ ...cell, text }));
}

/** Whether a name can't be a person's. `Jo Smith (ICB)`, `ICB lead` and `J Smith ICB` may be. */
export function isSurelyBody(name: string): boolean {
  if (/[:@()\d]|\s[-–—]\s|\s-|-\s/.test(name) || name.split(' ').length > 8) return false;
  if (PERSON.test(name) || /^[A-Z]\b\.?\s/.test(name)) return false;
  if (/\s(?:and|&|with|plus)\s/i.test(name)) return AT_START.test(name);
  return SHORT.test(name) || SHORT_AT_END.test(name) || AT_END.test(name) || AT_START.test(name);
}

const PERSON =
  /\b(?:dr|mr|mrs|ms|miss|prof|professor|sir|cllr|lead|leads|manager|director|head|officer|nurse|deputy|chief|chair|named|coordinator|co-ordinator|commissioner|consultant|practitioner|worker|matron|secretary|analyst|teacher|headteacher)\b/i;

const SHORT =
  /^(?:[A-Z]{1,4}CC|[A-Z]{1,4}(?:ICB|ICS|FT|MBC)|NHS|HMPPS|CAMHS|Y[OJ][STB]|YCS|MoJ|MOJ|DHSC|DfE|UKHSA|LA)$/;

const SHORT_AT_END = /\s(?:NHS|ICB|ICS|CCG|NHSE|FT|CIC|CIO|O?PCC|HMPPS|CAMHS|Y[OJ][STB]|LLP)$|^(?:ICB|ICS|CCG|NHSE)$/;

const AT_END =
  /(?:^|\s)(?:council|trust|police|constabulary|ltd|limited|plc|school|academy|college|university|charity|foundation|board|authority|hospital|partnership|alliance|association|NHS England)$/i;

const AT_START = /^(?:NHS|University of|Department (?:of|for)|Ministry of|(?:London )?Borough of|City of)\s/;
