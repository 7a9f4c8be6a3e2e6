import type { Range } from 'vscode-languageserver-types';
import type { Place } from '../../model/place.ts';
import type { Finding } from '../../rules/finding.ts';
import type { CheckedProject } from '../checker.ts';
import { type PathwayFile, sharedServices } from '../file-store.ts';
import { parse } from '../parser.ts';
import type { Action, Family } from './action.ts';
import { applied } from './change.ts';
import { acceptOrTurnOff } from './fixes/accept-or-turn-off.ts';
import { acceptances } from './fixes/acceptances.ts';
import { ages } from './fixes/ages.ts';
import { agreementFacts } from './fixes/agreement-facts.ts';
import { agreements } from './fixes/agreements.ts';
import { boards } from './fixes/boards.ts';
import { codes } from './fixes/codes.ts';
import { commissioning } from './fixes/commissioning.ts';
import { duplicates } from './fixes/duplicates.ts';
import { emptyPathway } from './fixes/empty-pathway.ts';
import { evidence } from './fixes/evidence.ts';
import { figures } from './fixes/figures.ts';
import { information } from './fixes/information.ts';
import { lackingParts } from './fixes/lacking-parts.ts';
import { levels } from './fixes/levels.ts';
import { lookAlikes } from './fixes/look-alikes.ts';
import { missingFacts } from './fixes/missing-facts.ts';
import { movement } from './fixes/movement.ts';
import { names } from './fixes/names.ts';
import { people } from './fixes/people.ts';
import { plan } from './fixes/plan.ts';
import { repeatedLine } from './fixes/repeated-line.ts';
import { repeatedTransitions } from './fixes/repeated-transition.ts';
import { required } from './fixes/required.ts';
import { retired } from './fixes/retired.ts';
import { sends } from './fixes/sends.ts';
import { settings } from './fixes/settings.ts';
import { syntax } from './fixes/syntax.ts';
import { unmapped } from './fixes/unmapped.ts';
import { variation } from './fixes/variation.ts';
import { ways } from './fixes/ways.ts';
import { extractStage } from './refactorings/extract-stage.ts';
import { moveDeclaration } from './refactorings/move-declaration.ts';
import { sharedFacts } from './refactorings/shared-facts.ts';
import { sortFacts } from './refactorings/sort-facts.ts';
import { transitions } from './refactorings/transitions.ts';

/** Every family of quick fixes, in the order in which they are offered. */
export const fixes: readonly Family[] = [
  syntax,
  names,
  duplicates,
  lookAlikes,
  missingFacts,
  required,
  commissioning,
  ways,
  repeatedTransitions,
  movement,
  ages,
  levels,
  sends,
  boards,
  agreements,
  agreementFacts,
  information,
  people,
  variation,
  emptyPathway,
  unmapped,
  figures,
  evidence,
  retired,
  codes,
  plan,
  settings,
  lackingParts,
  acceptances,
  repeatedLine,
];

/** Every family of refactorings: what rearranges a text in which nothing is wrong. */
const refactorings: readonly Family[] = [sharedFacts, sortFacts, transitions, extractStage, moveDeclaration];

/** Everything that can be done at a place of a file with one key. */
export function actionsAt(checked: CheckedProject, file: PathwayFile, range: Range): readonly Action[] {
  const here = (checked.byFile.get(file.uri) ?? []).filter(
    (finding) => isOpen(finding) && touches(finding.place, range),
  );
  const request = { checked, file, range, findings: here };
  const families = [...fixes, ...(file.problems.length > 0 ? [] : refactorings), acceptOrTurnOff];
  const offered = families.flatMap((family) => family(request)).filter(doesSomething);
  return offered.filter(doesNoHarm(file)).map(onlyOnePreferred);
}

/** Where braces are missing, what is written far from them may still make it worse: that is not offered. */
function doesNoHarm(file: PathwayFile): (action: Action) => boolean {
  const slips = (text: string): number => parse(sharedServices(), text).problems.length;
  if (file.problems.length === 0) return () => true;
  const before = slips(file.text);
  return ({ changes }) => slips(applied(file.text, changes.get(file.uri) ?? [])) <= before;
}

function doesSomething({ changes, rename }: Action): boolean {
  return rename !== undefined || [...changes.values()].some((all) => all.length > 0);
}

/** Questions and accepted findings are no problems, so there is nothing to fix. */
export function isOpen({ severity }: Finding): boolean {
  return severity !== 'question' && severity !== 'accepted';
}

function touches(place: Place, { start, end }: Range): boolean {
  if (place.endLine < start.line || place.line > end.line) return false;
  if (place.endLine === start.line && place.endCharacter < start.character) return false;
  return place.line !== end.line || place.character <= end.character;
}

/** Of several findings at one place, the first one's first fix is the one for the key that asks for no choice. */
function onlyOnePreferred(action: Action, index: number, all: readonly Action[]): Action {
  if (!action.preferred || all.findIndex(({ preferred }) => preferred) === index) return action;
  const { preferred, ...rest } = action;
  return rest;
}
