import { type Action, QUICK_FIX } from '../../language/actions/action.ts';
import { actionsAt, isOpen } from '../../language/actions/actions.ts';
import { acceptOrTurnOff } from '../../language/actions/fixes/accept-or-turn-off.ts';
import { transitions } from '../../language/actions/refactorings/transitions.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { hasOwnName } from '../../language/symbols.ts';
import { holds, type Place } from '../../model/place.ts';
import type { Offer, OfferKind, OffersParams, OffersResult } from '../../protocol/edits.ts';
import type { Finding } from '../../rules/finding.ts';
import { type DrawnElement, drawnElement, whyNotInto } from './drawn.ts';
import { editOf, type Writing } from './writing.ts';

type Desk = Omit<Writing, 'checked'>;

/** An action of the language, and what it is for. */
interface Offered {
  readonly action: Action;
  readonly kind: OfferKind;
}

/** What can be done with an element of a picture: what is new first, then what puts its findings right. */
export function offersFor(projects: readonly CheckedProject[], params: OffersParams, writing: Desk): OffersResult {
  const drawn = drawnElement(projects, params);
  if (!drawn) return { offers: [] };
  const note = whyNotInto(drawn.file);
  const isFree = note === undefined && drawn.subject.kind === 'pathway';
  return {
    offers: [
      ...(isFree ? writtenAt(writing, drawn) : []),
      ...renaming(drawn),
      ...offered(writing, drawn, fixesOf(drawn)),
    ],
    ...(note !== undefined && { note }),
  };
}

function writtenAt(writing: Desk, drawn: DrawnElement): readonly Offer[] {
  switch (drawn.element.kind) {
    case 'stage':
    case 'used-stage':
      return newAtStage;
    case 'transition':
      return offered(writing, drawn, transitionActions(drawn));
    case 'flow':
      return [];
  }
}

const newAtStage: readonly Offer[] = [
  { title: 'Add a stage after this…', kind: 'write', asks: 'label' },
  { title: 'Add a transition to…', kind: 'write', asks: 'stage' },
];

/** A transition without a name of its own is known by its ends, and those are renamed where they are. */
function renaming({ element }: DrawnElement): readonly Offer[] {
  if ('named' in element && !element.named) return [];
  const place = element.kind === 'used-stage' && !hasOwnName(element) ? element.stage.place : element.namePlace;
  return [{ title: 'Rename…', kind: 'rename', rename: place }];
}

function transitionActions({ checked, file, element }: DrawnElement): readonly Offered[] {
  const actions = transitions({ checked, file, range: rangeAt(element.place), findings: [] });
  return actions.map((action) => ({ action, kind: 'write' }));
}

/** Whatever puts a finding of the element right, and what one does who lives with it; each once. */
function fixesOf({ checked, file, element }: DrawnElement): readonly Offered[] {
  const found = (checked.byFile.get(file.uri) ?? []).filter(
    (finding) => isOpen(finding) && holds(element.place, finding.place.line, finding.place.character),
  );
  const places = new Map(found.map(({ place }) => [`${place.line}:${place.character}`, place]));
  const all = [...places.values()].flatMap((place) => {
    const range = rangeAt(place);
    const here = found.filter((finding) => isAmong([finding], { ...finding, place }));
    const livedWith = new Set(acceptOrTurnOff({ checked, file, range, findings: here }).map(({ title }) => title));
    return actionsAt(checked, file, range)
      .filter(({ kind, findings = [] }) => kind === QUICK_FIX && findings.some((one) => isAmong(found, one)))
      .map((action): Offered => ({ action, kind: livedWith.has(action.title) ? 'live-with' : 'fix' }));
  });
  return [...new Map(all.map((one) => [one.action.title, one])).values()].toSorted(
    (a, b) => Number(a.kind === 'live-with') - Number(b.kind === 'live-with'),
  );
}

function isAmong(found: readonly Finding[], { rule, place }: Finding): boolean {
  return found.some(
    (one) => one.rule === rule && one.place.line === place.line && one.place.character === place.character,
  );
}

function offered(writing: Desk, { checked, file }: DrawnElement, actions: readonly Offered[]): readonly Offer[] {
  return actions.flatMap(({ action: { title, rename, changes }, kind }): readonly Offer[] => {
    if (rename) return [{ title, kind, rename }];
    const edit = editOf({ ...writing, checked }, file.uri, changes);
    return edit ? [{ title, kind, edit }] : [];
  });
}

function rangeAt({ line, character }: Place) {
  return { start: { line, character }, end: { line, character } };
}
