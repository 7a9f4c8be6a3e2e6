import type { Organisation } from '../../../model/elements.ts';
import { recorded } from '../../../model/facts.ts';
import { ownDeclarations } from '../../../model/walk.ts';
import type { Finding } from '../../../rules/finding.ts';
import { isComment } from '../../format/items.ts';
import { occurrencesOf } from '../../symbols.ts';
import { writeText } from '../../text.ts';
import { type Action, type Family, QUICK_FIX, type Request } from '../action.ts';
import { type Change, change } from '../change.ts';
import { elementNamedAt, samePlace } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { takeOut } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

/**
 * Two organisations that are one: the first stays, under its name everywhere, and what the other was called becomes
 * its alias. Only where the other says nothing more than its names, so that nothing is lost.
 */
export const lookAlikes: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'look-alike-organisation') return [];
    const goes = elementNamedAt(request.file, finding.place);
    const stays = first(request, finding);
    return goes?.kind === 'organisation' && stays !== undefined ? joined(request, finding, stays, goes) : [];
  });

function first({ checked }: Request, { related }: Finding): Organisation | undefined {
  const at = related?.[0]?.place;
  if (at === undefined) return undefined;
  const found = ownDeclarations(checked.project).find(
    ({ namePlace }) => namePlace.file === at.file && samePlace(namePlace, at),
  );
  return found?.kind === 'organisation' ? found : undefined;
}

function joined(request: Request, finding: Finding, stays: Organisation, goes: Organisation): readonly Action[] {
  const { files } = request.checked;
  const sheet = sheetOf(request.file);
  const said = sheet.body(goes.place)?.members ?? [];
  const words = sheet.between(sheet.startOf(goes.place), sheet.endOf(goes.place));
  if (words.some(isComment) || said.some((member) => member.words[0] !== 'alias')) return [];
  const home = files.find(({ uri }) => uri === stays.place.file);
  if (!home) return [];
  const changes = new Map<string, Change[]>();
  const add = (uri: string, more: readonly Change[]): void => {
    changes.set(uri, [...(changes.get(uri) ?? []), ...more]);
  };
  for (const { role, place } of occurrencesOf(request.checked, {
    kind: 'organisation',
    name: goes.name,
    element: goes,
  })) {
    const file = files.find(({ uri }) => uri === place.file);
    if (role === 'declaration') continue;
    if (!file) return [];
    const there = sheetOf(file);
    add(file.uri, [change(there.startOf(place), there.endOf(place), stays.name)]);
  }
  const aliases = newAliases(stays, goes).map((text) => `alias ${writeText(text)}`);
  if (aliases.length > 0) add(home.uri, insertFacts(sheetOf(home), stays.place, 'Organisation', aliases));
  add(request.file.uri, [takeOut(sheet, sheet.startOf(goes.place), sheet.endOf(goes.place))]);
  const title = `They are one: keep '${stays.name}', with the other name as an alias`;
  return [{ title, kind: QUICK_FIX, changes, findings: [finding] }];
}

/** What the one that goes is called and the one that stays is not called yet. */
function newAliases(stays: Organisation, goes: Organisation): readonly string[] {
  const called = new Set([stays.label ?? stays.name, ...recorded(stays.facts.alias)]);
  return [...new Set([goes.label ?? goes.name, ...recorded(goes.facts.alias)])].filter((text) => !called.has(text));
}
