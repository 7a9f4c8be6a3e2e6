import type { Pathway, Stage } from '../../../model/elements.ts';
import { inheritedLines } from '../../../model/inheritance.ts';
import { holds } from '../../../model/place.ts';
import type { PathwayFile } from '../../file-store.ts';
import { type Action, type Family, inFile, type Request } from '../action.ts';
import { applied, type Change, change } from '../change.ts';
import { elementHere, pathwayHere } from '../elements.ts';
import { freshName } from '../fixes/raise-gap.ts';
import { insertBlock, insertFacts, spansLines } from '../insert.ts';
import { type Sheet, sheetOf } from '../sheet.ts';
import { inherited, linesOf, wordsOf } from './shared-facts.ts';

const mostPathways = 3;

/**
 * Makes a stage one that several pathways can use: it moves to another pathway, with all that it took from its own, and
 * is used from there. On the first line of a stage.
 */
export const extractStage: Family = (request): readonly Action[] => {
  const pathway = pathwayHere(request);
  const stage = elementHere(request);
  if (!pathway || stage?.kind !== 'stage' || stage.place.line !== request.range.start.line) return [];
  const sheet = sheetOf(request.file);
  const start = sheet.startOf(stage.place);
  if (!spansLines(sheet, pathway.place) || !sheet.startsLine(start) || isBound(request, pathway, stage)) return [];
  const text = wholeStage(sheet, pathway, stage);
  const use = (home: string): Change => change(start, sheet.endOf(stage.place), `uses stage ${stage.name} of ${home}`);
  const { project, own } = request.checked;
  const name = freshName('shared', project.pathways.keys());
  const lineEnd = sheet.text.endsWith('\n') ? '' : sheet.lineEnd;
  const written = ['', `pathway ${name} {`, ...text.map((line) => sheet.step + line), '}', ''].join(sheet.lineEnd);
  const end = sheet.text.length;
  const fresh: Action = {
    title: `Move stage '${stage.name}' into a pathway of its own, and use it from there`,
    kind: 'refactor.extract',
    changes: inFile(request.file.uri, [use(name), change(end, end, lineEnd + written)]),
  };
  const existing = sharedPathways(request)
    .filter((home) => home !== pathway && takes(home, pathway, stage))
    .flatMap((home): Action[] => {
      const there = own.find(({ uri }) => uri === home.place.file);
      return there ? [moved(request, stage, use(home.name), home, there, text)] : [];
    });
  return [...existing.slice(0, mostPathways), fresh];
};

function moved(
  { file }: Request,
  stage: Stage,
  use: Change,
  home: Pathway,
  there: PathwayFile,
  text: readonly string[],
): Action {
  const put = insertBlock(sheetOf(there), home.place, text, ['stage']);
  return {
    title: `Move stage '${stage.name}' into pathway '${home.name}', and use it from there`,
    kind: 'refactor.extract',
    changes:
      there === file
        ? inFile(file.uri, [use, ...put])
        : new Map([
            [file.uri, [use]],
            [there.uri, put],
          ]),
  };
}

/** Pathways whose stages other pathways use already. */
function sharedPathways({ checked: { project } }: Request): readonly Pathway[] {
  const used = new Set([...project.pathways.values()].flatMap(({ uses }) => uses.map((use) => use.pathway.name)));
  return [...used].flatMap((name) => project.pathways.get(name) ?? []);
}

/** Whether the stage means in the other pathway what it means here: it gets nothing there that it does not have. */
function takes(home: Pathway, pathway: Pathway, stage: Stage): boolean {
  if (namesIn(home).includes(stage.name)) return false;
  if (home.evidence.length > 0 && stage.evidence.length === 0 && pathway.evidence.length === 0) return false;
  return inherited.every((fact) => {
    const own = linesOf(stage.facts, fact);
    const brought = [...own, ...inheritedLines(fact, own, linesOf(pathway.facts, fact))];
    return inheritedLines(fact, brought, linesOf(home.facts, fact)).length === 0;
  });
}

/** The names that stages, transitions and flows of a pathway share. */
function namesIn({ stages, uses, transitions, flows }: Pathway): readonly string[] {
  return [...stages, ...uses, ...transitions, ...flows].map(({ name }) => name);
}

/** Whether something in the stage, or something that speaks of it, needs it to stand in its own pathway. */
function isBound({ checked: { project }, file }: Request, pathway: Pathway, stage: Stage): boolean {
  const named = file.reading.refs.some(
    ({ ref, in: scope }) => scope === pathway.name && holds(stage.place, ref.place.line, ref.place.character),
  );
  const used = [...project.pathways.values()].some(({ uses }) =>
    uses.some((use) => use.pathway.name === pathway.name && use.stage.name === stage.name),
  );
  const changed = [...project.scenarios.values()].some(
    ({ changes, edits }) =>
      changes?.name === pathway.name && edits.some((edit) => 'stage' in edit && edit.stage.name === stage.name),
  );
  return (
    named || used || changed || stage.name === '' || namesIn(pathway).filter((name) => name === stage.name).length > 1
  );
}

/** The lines of the stage, with the facts and the evidence that it takes from its pathway; the first not indented. */
function wholeStage(sheet: Sheet, pathway: Pathway, stage: Stage): readonly string[] {
  const taken = inherited.flatMap((fact) =>
    inheritedLines(fact, linesOf(stage.facts, fact), linesOf(pathway.facts, fact)).map((line) => wordsOf(sheet, line)),
  );
  const evidence =
    stage.evidence.length > 0 ? [] : pathway.evidence.slice(0, 1).map(({ place }) => sheet.textOf(place));
  const start = sheet.startOf(stage.place);
  const end = sheet.endOf(stage.place);
  const lines = [...taken, ...evidence];
  const changes = lines.length === 0 ? [] : insertFacts(sheet, stage.place, 'Stage', lines);
  // A comment beside the name stays where the name was.
  const inside = changes.map((one) => ({
    ...one,
    start: Math.min(one.start, end) - start,
    end: Math.min(one.end, end) - start,
  }));
  const indent = sheet.indentAt(start);
  return applied(sheet.text.slice(start, end), inside)
    .split(/\r?\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
}
