import type { RequiredStage, Specification } from '../model/elements.ts';
import { labelOf } from '../model/project.ts';
import { type Realisation, realisationOf } from '../rules/realisation.ts';
import type { Change, Comparison, ElementChange } from './change.ts';
import type { PathwaySide } from './compare.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Both, comeOrGone, linesOf, type Telling } from './tell.ts';
import { quoted } from './words.ts';

/**
 * How a pathway differs from the specification that it realises: required stages and transitions that it lacks, or says
 * that it omits, those that it has beside them, and where it says otherwise than what is required. What the
 * specification says nothing of is each footprint's own affair. Nothing where the pathway realises no known one.
 */
export function compareWithSpecification({ project, pathway }: PathwaySide): Comparison | undefined {
  const realisation = realisationOf(project, pathway);
  if (!realisation) return undefined;
  const { specification } = realisation;
  const sides = { before: labelOf(specification), after: labelOf(pathway) };
  const telling: Telling = { before: project, after: project, renames: new Map(), isLater: false, sides };
  const [required, own] = [outlineOf(specification), outlineOf(pathway)];
  const changes = [
    ...required.blocks.flatMap((block) => whatBecame(telling, block, own, realisation)),
    ...own.blocks.filter((block) => isBeside(block, realisation)).map((block) => added(telling, block)),
  ];
  const labels = new Map([[pathway.name, labelOf(pathway)]]);
  return { changes, consequences: [], troubles: [], renames: telling.renames, labels, between: sides };
}

const added = (telling: Telling, block: Outline): ElementChange => comeOrGone(telling, telling.after, block, 'added');

function whatBecame(telling: Telling, required: Outline, own: Outline, realisation: Realisation): readonly Change[] {
  if (required.element.kind !== 'required-stage' && required.element.kind !== 'required-transition') return [];
  const found = own.blocks.find((block) => realises(block, required, realisation));
  if (!found) return [lacking(telling, required, own, realisation.specification)];
  const wanted = required.items.filter(({ fact, isFact }) => isFact && !ownWords.has(fact));
  const facts = new Set(wanted.map(({ fact }) => fact));
  const pair: Both = {
    before: { ...required, items: wanted },
    after: { ...found, items: found.items.filter(({ fact }) => facts.has(fact)) },
    blocks: [],
  };
  return linesOf(telling, pair);
}

/** What each pathway says in words of its own. */
const ownWords: ReadonlySet<string> = new Set(['purpose', 'standard']);

function realises({ element }: Outline, required: Outline, { realised, transitions }: Realisation): boolean {
  if (element.kind === 'transition') return transitions.get(element) === required.element;
  const isStage = element.kind === 'stage' || element.kind === 'used-stage';
  return isStage && realised.get(required.element as RequiredStage) === element.name;
}

/** Whether it is a stage or transition that nothing requires. */
function isBeside({ element }: Outline, { realised, stages, transitions }: Realisation): boolean {
  if (element.kind === 'transition') return !transitions.has(element);
  if (element.kind === 'used-stage') return ![...realised.values()].includes(element.name);
  return element.kind === 'stage' && !stages.has(element);
}

/** A required element that the pathway has not: it says why, or it does not. */
function lacking(telling: Telling, required: Outline, own: Outline, specification: Specification): ElementChange {
  const change = comeOrGone(telling, telling.before, required, 'removed');
  const { element } = own;
  const omission =
    element.kind === 'pathway' ? element.omits.find((one) => isOf(one, required, specification)) : undefined;
  if (!omission) return change;
  const why = omission.because === undefined ? 'without a reason' : `because ${quoted(omission.because)}`;
  return { ...change, sentence: `${change.sentence.slice(0, -1)}: it is omitted ${why}.` };
}

type Omissions = Extract<Outline['element'], { kind: 'pathway' }>['omits'];

function isOf({ stage, transition }: Omissions[number], { element }: Outline, { name }: Specification): boolean {
  if (element.kind === 'required-transition')
    return transition?.from.name === element.from.name && transition.to.name === element.to.name;
  return name !== '' && stage?.name === element.name;
}
