import type { Pathway, Transition } from '../../../model/elements.ts';
import type { Place } from '../../../model/place.ts';
import type { Finding } from '../../../rules/finding.ts';
import { isComment } from '../../format/items.ts';
import { declaredIn, occurrencesOf } from '../../symbols.ts';
import { type Action, type Family, QUICK_FIX, type Request } from '../action.ts';
import { type Change, change } from '../change.ts';
import { samePlace } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { takeOut } from '../lines.ts';
import { type Member, type Sheet, sheetOf } from '../sheet.ts';

/**
 * Makes one transition of two, or takes out one that leads to where it starts. What refers to the one that goes refers
 * to the one that stays from then on; nothing that was said is lost.
 */
export const repeatedTransitions: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'repeated-transition') return [];
    const pathway = request.checked.project.pathways.get(finding.pathway ?? '');
    if (pathway?.place.file !== request.file.uri) return [];
    const here = transitionAt(pathway, finding.place);
    if (!here) return [];
    const first = finding.related?.[0]?.place;
    if (!first) return deleted(request, finding, pathway, here);
    const other = transitionAt(pathway, first);
    if (!other) return [];
    // The one with a name stays, since others may speak of it by its name.
    return here.named && !other.named
      ? merged(request, finding, pathway, here, other)
      : merged(request, finding, pathway, other, here);
  });

function transitionAt({ transitions }: Pathway, place: Place): Transition | undefined {
  return transitions.find(({ namePlace }) => samePlace(namePlace, place));
}

/** Only where nothing refers to it, or its name would be unknown there. */
function deleted(request: Request, finding: Finding, pathway: Pathway, transition: Transition): readonly Action[] {
  if (referencesTo(request, pathway, transition).length > 0) return [];
  const changes = new Map([[request.file.uri, [without(sheetOf(request.file), transition)]]]);
  return [{ title: 'Take out this transition', kind: QUICK_FIX, changes, findings: [finding], preferred: true }];
}

/** Only where all that is said can be moved: facts that stand on one line each. */
function merged(
  request: Request,
  finding: Finding,
  pathway: Pathway,
  stays: Transition,
  goes: Transition,
): readonly Action[] {
  const sheet = sheetOf(request.file);
  const members = sheet.body(goes.place)?.members ?? [];
  const sameLabel = goes.label === undefined || goes.label === stays.label;
  if (!sameLabel || members.some((member) => !canMove(sheet, member)) || hasComments(sheet, goes)) return [];
  const said = new Set((sheet.body(stays.place)?.members ?? []).map((member) => wordsOf(sheet, member)));
  const facts = members.filter((member) => !said.has(wordsOf(sheet, member)));
  const lines = facts.map(({ start, end }) => sheet.text.slice(start, end));
  const changes = new Map<string, Change[]>();
  for (const place of referencesTo(request, pathway, goes)) {
    const file = request.checked.files.find(({ uri }) => uri === place.file);
    if (!file) return [];
    const there = sheetOf(file);
    const renamed = change(there.startOf(place), there.endOf(place), stays.name);
    changes.set(place.file, [...(changes.get(place.file) ?? []), renamed]);
  }
  const moved = lines.length === 0 ? [] : insertFacts(sheet, stays.place, 'Transition', lines);
  changes.set(sheet.uri, [...(changes.get(sheet.uri) ?? []), ...moved, without(sheet, goes)]);
  const title =
    lines.length === 0 ? 'Take out this transition: the other one says the same' : 'Put both into one transition';
  return [{ title, kind: QUICK_FIX, changes, findings: [finding], preferred: true }];
}

function canMove(sheet: Sheet, { fact, start, end }: Member): boolean {
  return fact && !sheet.text.slice(start, end).includes('\n');
}

function hasComments(sheet: Sheet, { place }: Transition): boolean {
  return sheet.between(sheet.startOf(place), sheet.endOf(place)).some(isComment);
}

function without(sheet: Sheet, { place }: Transition): Change {
  return takeOut(sheet, sheet.startOf(place), sheet.endOf(place));
}

/** Where the transition is spoken of by its name. */
function referencesTo({ checked }: Request, pathway: Pathway, transition: Transition): readonly Place[] {
  const declared = declaredIn(pathway).find(({ element }) => element === transition);
  if (!declared) return [];
  return occurrencesOf(checked, declared.symbol).flatMap(({ role, place }) => (role === 'reference' ? [place] : []));
}

function wordsOf(sheet: Sheet, { start, end }: Member): string {
  return sheet
    .between(start, end)
    .map(({ image }) => image)
    .join(' ');
}
