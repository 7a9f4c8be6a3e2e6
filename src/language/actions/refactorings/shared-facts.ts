import type { InheritedFacts, Pathway, Stage } from '../../../model/elements.ts';
import type { Fact } from '../../../model/facts.ts';
import { inheritedLines } from '../../../model/inheritance.ts';
import { holds } from '../../../model/place.ts';
import type { Project } from '../../../model/project.ts';
import { inWords } from '../../../rules/words.ts';
import { type Action, type Family, inFile, type Request } from '../action.ts';
import { elementHere, pathwayHere } from '../elements.ts';
import { insertFacts, spansLines } from '../insert.ts';
import { takeOut } from '../lines.ts';
import { type Sheet, sheetOf } from '../sheet.ts';

/** The facts that stages take from their pathway. */
export const inherited: readonly (keyof InheritedFacts)[] = ['provider', 'commissioner', 'governance'];

/** Says once in the pathway what all its stages say, or in each stage what the pathway says. What holds stays the same. */
export const sharedFacts: Family = (request): readonly Action[] => {
  const pathway = pathwayHere(request);
  const element = elementHere(request);
  const sheet = sheetOf(request.file);
  if (!pathway || !spansLines(sheet, pathway.place)) return [];
  if (element?.kind === 'stage') {
    const fact = factHere(request, element);
    return fact ? pullUp(request, sheet, pathway, element, fact) : [];
  }
  const fact = element === pathway ? factHere(request, pathway) : undefined;
  return fact ? pushDown(request, sheet, pathway, fact) : [];
};

/** The fact on whose line the caret stands. */
function factHere({ range }: Request, { facts }: Pathway | Stage): keyof InheritedFacts | undefined {
  const { line, character } = range.start;
  return inherited.find((fact) => linesOf(facts, fact).some(({ place }) => holds(place, line, character)));
}

function pullUp(
  { checked, file }: Request,
  sheet: Sheet,
  pathway: Pathway,
  stage: Stage,
  fact: keyof InheritedFacts,
): readonly Action[] {
  const { stages } = pathway;
  const said = linesOf(stage.facts, fact).map((line) => wordsOf(sheet, line));
  const all = stages.flatMap(({ facts }) => linesOf(facts, fact));
  const same = stages.every(
    (one) =>
      linesOf(one.facts, fact)
        .map((line) => wordsOf(sheet, line))
        .join('\n') === said.join('\n') && restsOnTheSame(one, linesOf(one.facts, fact)),
  );
  if (stages.length < 2 || !same || linesOf(pathway.facts, fact).length > 0) return [];
  if (!areMovable(sheet, all) || isAddedTo(checked.project, pathway, fact, linesOf(stage.facts, fact))) return [];
  return [
    {
      title: `Say ${inWords(said.map((line) => `'${line}'`))} once, for all stages`,
      kind: 'refactor.move',
      changes: inFile(file.uri, [
        ...insertFacts(sheet, pathway.place, 'Pathway', said),
        ...all.map(({ place }) => takeOut(sheet, sheet.startOf(place), sheet.endOf(place))),
      ]),
    },
  ];
}

function pushDown(
  { checked, file }: Request,
  sheet: Sheet,
  pathway: Pathway,
  fact: keyof InheritedFacts,
): readonly Action[] {
  const lines = linesOf(pathway.facts, fact);
  const takers = pathway.stages
    .map((stage) => ({ stage, taken: inheritedLines(fact, linesOf(stage.facts, fact), lines) }))
    .filter(({ taken }) => taken.length > 0);
  if (takers.length === 0 || !takers.every(({ stage, taken }) => restsOnTheSame(stage, taken))) return [];
  if (!areMovable(sheet, lines) || isAddedTo(checked.project, pathway, fact, lines)) return [];
  const said = lines.map((line) => wordsOf(sheet, line));
  return [
    {
      title: `Say ${inWords(said.map((line) => `'${line}'`))} in each stage that takes it from here`,
      kind: 'refactor.inline',
      changes: inFile(file.uri, [
        ...lines.map(({ place }) => takeOut(sheet, sheet.startOf(place), sheet.endOf(place))),
        ...takers.flatMap(({ stage, taken }) =>
          insertFacts(
            sheet,
            stage.place,
            'Stage',
            taken.map((line) => wordsOf(sheet, line)),
          ),
        ),
      ]),
    },
  ];
}

export function linesOf(
  facts: Pathway['facts'] | Stage['facts'],
  fact: keyof InheritedFacts,
): readonly Fact<unknown>[] {
  return facts[fact];
}

/** The words of a line, one space between them. */
export function wordsOf(sheet: Sheet, { place }: Fact<unknown>): string {
  const words = sheet.between(sheet.startOf(place), sheet.endOf(place));
  return words.map(({ image }) => image).join(' ');
}

/** Whether lines rest on the same evidence in the stage as in its pathway. */
function restsOnTheSame(stage: Stage, lines: readonly Fact<unknown>[]): boolean {
  return stage.evidence.length === 0 || lines.every(({ evidence }) => evidence?.source && !evidence.inherited);
}

/** Whether all lines can be read and stand on one line without a comment, which would be lost. */
function areMovable(sheet: Sheet, lines: readonly Fact<unknown>[]): boolean {
  return lines.every(
    (line) =>
      line.state !== 'unreadable' &&
      line.place.line === line.place.endLine &&
      sheet.behind(sheet.endOf(line.place)) !== 'comment',
  );
}

/** Whether a scenario adds a stage to the pathway that takes such lines from it: for that one, something would change. */
function isAddedTo(
  project: Project,
  pathway: Pathway,
  fact: keyof InheritedFacts,
  lines: readonly Fact<unknown>[],
): boolean {
  return [...project.scenarios.values()].some(
    ({ changes, edits }) =>
      changes?.name === pathway.name &&
      edits.some(
        (edit) => edit.edit === 'add-stage' && inheritedLines(fact, linesOf(edit.stage.facts, fact), lines).length > 0,
      ),
  );
}
