import type { Pathway, Transition } from '../../../model/elements.ts';
import type { Ref } from '../../../model/facts.ts';
import { isElsewhere } from '../../../model/pathway-index.ts';
import { type Action, type Family, inFile } from '../action.ts';
import { change, toBeNamed } from '../change.ts';
import { elementHere, pathwayHere } from '../elements.ts';
import { freshName } from '../fixes/raise-gap.ts';
import { openTransition } from '../fixes/ways.ts';
import { insertBehind, insertBlock, spansLines } from '../insert.ts';
import { type Sheet, sheetOf } from '../sheet.ts';

/** On the first line of a transition: turning it round, and putting a stage between its ends. */
export const transitions: Family = (request): readonly Action[] => {
  const pathway = pathwayHere(request);
  const transition = elementHere(request);
  if (!pathway || transition?.kind !== 'transition' || transition.place.line !== request.range.start.line) return [];
  const { from, to } = transition;
  if (!from.stage || !to.stage || isElsewhere(pathway, from) || isElsewhere(pathway, to)) return [];
  const sheet = sheetOf(request.file);
  return [turned(sheet, from.stage, to.stage), ...divided(sheet, pathway, transition, from.stage, to.stage)];
};

function turned(sheet: Sheet, from: Ref, to: Ref): Action {
  return {
    title: `Turn this transition round: from '${to.name}' to '${from.name}'`,
    kind: 'refactor.rewrite',
    changes: inFile(sheet.uri, [
      change(sheet.startOf(from.place), sheet.endOf(from.place), to.name),
      change(sheet.startOf(to.place), sheet.endOf(to.place), from.name),
    ]),
  };
}

/** What is said of the transition stays with its first half; what is not known of the second is asked. */
function divided(sheet: Sheet, pathway: Pathway, transition: Transition, from: Ref, to: Ref): readonly Action[] {
  const start = sheet.startOf(transition.place);
  if (!sheet.startsLine(start) || !spansLines(sheet, pathway.place)) return [];
  const { stages, uses, flows } = pathway;
  const taken = [...stages, ...uses, ...pathway.transitions, ...flows].map(({ name }) => name);
  const name = toBeNamed(freshName(`between-${from.name}-and-${to.name}`, taken));
  return [
    {
      title: `Put a stage between '${from.name}' and '${to.name}'`,
      kind: 'refactor.rewrite',
      changes: inFile(sheet.uri, [
        ...insertBlock(sheet, pathway.place, [`stage ${name}`], ['stage']),
        change(sheet.startOf(to.place), sheet.endOf(to.place), name),
        ...insertBehind(sheet, pathway.place, start, openTransition(name, to.name)),
      ]),
    },
  ];
}
