import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { holds } from '../../model/place.ts';
import { kindInWords } from '../../rules/words.ts';
import type { CheckedProject } from '../checker.ts';
import { type PathwayFile, sharedServices } from '../file-store.ts';
import { kindNames } from '../names.ts';
import { type Occurrence, occurrenceAt, occurrencesOf, offsetOf, type PathwaySymbol } from '../symbols.ts';
import { reserved, type Token } from '../tokens.ts';
import { LIBRARY } from '../workspace.ts';
import { rangeOf } from './ranges.ts';
import { projectsThatSee } from './references.ts';
import { Changes } from './rename/changes.ts';
import { clash } from './rename/clashes.ts';
import type { Job } from './rename/job.ts';
import { invalidName } from './rename/new-name.ts';
import { keepRequiredStage, keepStage } from './rename/realising.ts';
import { Refusal } from './rename/refusal.ts';
import { usesToPin } from './rename/uses.ts';

/** The name that would be renamed, or why none can be. */
export function prepareRename(
  checked: CheckedProject,
  file: PathwayFile,
  line: number,
  character: number,
): { readonly range: Range; readonly placeholder: string } | Refusal {
  const found = renamable(checked, file, line, character);
  return found instanceof Refusal ? found : { range: rangeOf(found.place), placeholder: found.symbol.name };
}

/**
 * Changes a name wherever it stands, in every project that sees it. Labels and texts stay as they are. What went by the
 * name alone is written down, so that everything means what it meant: a stage that realised the required stage of its
 * name says so now.
 */
export function renameAt(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  file: PathwayFile,
  line: number,
  character: number,
  wanted: string,
): WorkspaceEdit | Refusal {
  const found = renamable(checked, file, line, character);
  if (found instanceof Refusal) return found;
  const { symbol } = found;
  const newName = wanted.trim();
  if (newName === symbol.name) return { changes: {} };
  const invalid = invalidName(newName);
  if (invalid) return invalid;
  const changes = new Changes();
  for (const seeing of projectsThatSee(checked, projects, symbol)) {
    const refusal = renameIn(seeing, symbol, newName, changes);
    if (refusal) return refusal;
  }
  return changes.misread(newName) ?? changes.toWorkspaceEdit();
}

function renamable(checked: CheckedProject, file: PathwayFile, line: number, character: number): Occurrence | Refusal {
  const found = occurrenceAt(checked, file, line, character);
  if (!found) return new Refusal(whyNothing(file, line, character));
  const { name, element } = found.symbol;
  if (!element.namePlace.file.startsWith(LIBRARY)) return found;
  return new Refusal(
    `'${name}' is ${kindInWords(element)} of the built-in library, which cannot be changed. Declare one of your own in a vocabulary, and name that here.`,
  );
}

/** Why nothing can be renamed where no name stands that is known. */
function whyNothing(file: PathwayFile, line: number, character: number): string {
  const unknown = file.reading.refs.find(({ ref }) => holds(ref.place, line, character))?.ref;
  if (unknown) {
    return `There is no ${kindNames[unknown.to]} called '${unknown.name}', so there is nothing to rename: declare it, or correct its name.`;
  }
  const offset = offsetOf(file.text, line, character);
  const { tokens, hidden } = sharedServices().parser.Lexer.tokenize(file.text, { mode: 'partial' });
  const touches = ({ startOffset, endOffset }: Pick<Token, 'startOffset' | 'endOffset'>): boolean =>
    startOffset <= offset && offset <= endOffset + 1;
  if ((hidden as Token[]).some((comment) => comment.startOffset < offset && touches(comment))) {
    return 'This is a comment: type the change. Only names can be renamed.';
  }
  const touching = (tokens as Token[]).filter(touches);
  const word = touching.find(({ image }) => /^\p{L}/u.test(image));
  if (word && reserved.has(word.image)) return `'${word.image}' is a word of the language and cannot be renamed.`;
  if (word && word.tokenType.name !== 'NAME') {
    return `'${word.image}' is a word of the language and cannot be renamed. Put the caret on a name.`;
  }
  if (word) return `'${word.image}' is declared nowhere, so there is nothing to rename: type the change.`;
  if (touching.some(({ image }) => image.startsWith('"'))) {
    return 'This is a text: type the change. Only names can be renamed.';
  }
  return 'There is no name here. Put the caret on a name to rename it.';
}
/** Makes the edits of one project, or says why it would come to mean something else. */
function renameIn(checked: CheckedProject, symbol: PathwaySymbol, newName: string, changes: Changes) {
  const { project } = checked;
  const job: Job = { checked, project, symbol, newName, changes };
  const pinned = symbol.kind === 'stage' ? usesToPin(job) : [];
  const refusal = clash(job, pinned);
  if (refusal) return refusal;
  for (const { place, via } of occurrencesOf(checked, symbol)) {
    if (!via?.some((use) => pinned.includes(use))) changes.replace(checked, place, newName);
  }
  if (symbol.kind === 'stage') return keepStage(job, pinned);
  return symbol.kind === 'required-stage' ? keepRequiredStage(job) : undefined;
}
