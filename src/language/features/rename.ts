import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Declaration, Pathway, Scenario, Specification, Stage, UsedStage } from '../../model/elements.ts';
import { holds, type Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { type AnyElement, elementsIn } from '../../model/walk.ts';
import { fileName, kindInWords } from '../../rules/words.ts';
import type { CheckedProject } from '../checker.ts';
import { type PathwayFile, positions, readPathwayFile, sharedServices } from '../file-store.ts';
import { kindNames } from '../names.ts';
import {
  declarationAround,
  declaredIn,
  hasOwnName,
  type Occurrence,
  occurrenceAt,
  occurrencesOf,
  offsetOf,
  type PathwaySymbol,
  sameSymbol,
  specificationOf,
  symbolOf,
} from '../symbols.ts';
import { reserved, type Token } from '../tokens.ts';
import { LIBRARY } from '../workspace.ts';
import { rangeOf } from './ranges.ts';
import { projectsThatSee } from './references.ts';

/** Why a name cannot be changed, in a sentence for the author. */
export class Refusal {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

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

function invalidName(name: string): Refusal | undefined {
  if (reserved.has(name)) {
    return new Refusal(`'${name}' cannot be a name, because it says that something is missing. Choose another name.`);
  }
  if (isName(name)) return undefined;
  return new Refusal(
    `'${name}' cannot be a name. A name starts with a letter and goes on with letters, digits, _ and single hyphens: 'first-contact'. It has no spaces.`,
  );
}

/** Whether it is one word that may be a name: also a keyword may, though not everywhere. */
function isName(name: string): boolean {
  const word = wordOf(name);
  return word?.image === name && namesType(word.tokenType);
}

/** The name as it is read behind another word, where it is one word and nothing else. */
function wordOf(name: string): Token | undefined {
  const { tokens, hidden, errors } = sharedServices().parser.Lexer.tokenize(`stage ${name}`, { mode: 'partial' });
  return tokens.length === 2 && hidden.length === 0 && errors.length === 0 ? (tokens[1] as Token) : undefined;
}

function namesType(type: Token['tokenType']): boolean {
  return [type, ...(type.CATEGORIES ?? [])].some(({ name }) => name === 'NAME');
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

interface Job {
  readonly checked: CheckedProject;
  readonly project: Project;
  readonly symbol: PathwaySymbol;
  readonly newName: string;
  readonly changes: Changes;
}

// Clashes

/** Whether something else of the new name would be taken for it, or it for that. */
function clash({ project, symbol, newName }: Job, pinned: readonly UsedStage[]): Refusal | undefined {
  if (symbol.kind === 'indicator') return undefined;
  for (const declaration of declarationsToMind(project, symbol, pinned)) {
    const other = declaredIn(declaration).find(
      (one) => one.symbol.name === newName && setOf(one.symbol) === setOf(symbol) && !sameSymbol(one.symbol, symbol),
    );
    if (other) {
      const where = symbol.scope === undefined ? inFile(other.element) : `in ${declaration.kind} '${declaration.name}'`;
      return new Refusal(`There is already ${kindInWords(other.element)} called '${newName}' ${where}.`);
    }
  }
  return undefined;
}

function inFile({ namePlace: { file, line } }: AnyElement): string {
  return file.startsWith(LIBRARY) ? 'in the built-in library' : `in ${fileName(file)}, line ${line + 1}`;
}

/** The names among which the symbol's must be the only one. */
function setOf({ kind, element }: PathwaySymbol): string {
  switch (kind) {
    case 'stage':
    case 'transition':
    case 'flow':
      return 'in a pathway';
    case 'pathway':
    case 'scenario':
      return 'drawn';
    default:
      return kind === 'issue' ? element.kind : kind;
  }
}

/** All declarations for what is known everywhere; else the block around it, and those that see what is in it. */
function declarationsToMind(
  project: Project,
  symbol: PathwaySymbol,
  pinned: readonly UsedStage[],
): readonly Declaration[] {
  const all = project.files.flatMap(({ declarations }) => declarations);
  if (symbol.scope === undefined) return all;
  const own = declarationAround(project, symbol.element);
  const users = symbol.kind === 'stage' ? usersOf(project, symbol, pinned) : [];
  const minded = all.filter((one) => one === own || users.some((user) => user === one));
  return all.filter((one) => minded.some((other) => seeEachOther(one, other)));
}

/** Namesakes are looked through together, and a scenario with the pathway that it changes. */
function seeEachOther(one: Declaration, other: Declaration): boolean {
  if (one === other) return true;
  if (one.kind === other.kind) return one.name === other.name;
  if (one.kind === 'scenario') return other.kind === 'pathway' && one.changes?.name === other.name;
  return one.kind === 'pathway' && other.kind === 'scenario' && other.changes?.name === one.name;
}

// Stages

interface Use {
  readonly use: UsedStage;
  readonly pathway: Pathway;
}

function usesIn({ files }: Project): readonly Use[] {
  return files
    .flatMap(({ declarations }) => declarations)
    .flatMap((one) => (one.kind === 'pathway' ? one.uses.map((use) => ({ use, pathway: one })) : []));
}

/** The pathways that use the stage under its own name, and would see the new one. */
function usersOf(project: Project, symbol: PathwaySymbol, pinned: readonly UsedStage[]): readonly Pathway[] {
  return usesIn(project)
    .filter(({ use }) => !hasOwnName(use) && !pinned.includes(use) && stands(project, use, symbol))
    .map(({ pathway }) => pathway);
}

/** Whether the use stands for the stage. */
function stands(project: Project, { stage, pathway }: UsedStage, symbol: PathwaySymbol): boolean {
  const used = symbolOf(project, { ref: stage, in: pathway.name });
  return used !== undefined && sameSymbol(used, symbol);
}

/** Uses that realise a required stage by the old name: they go on under it. */
function usesToPin({ project, symbol }: Job): readonly UsedStage[] {
  return usesIn(project)
    .filter(
      ({ use, pathway }) => !hasOwnName(use) && requires(project, pathway, use.name) && stands(project, use, symbol),
    )
    .map(({ use }) => use);
}

function requires(project: Project, around: Pathway | Scenario, name: string): boolean {
  return specificationOf(project, around)?.stages.some((stage) => stage.name === name) ?? false;
}

/** Whatever realised a required stage by the stage's name says so from now on; what need not say so any more does not. */
function keepStage(job: Job, pinned: readonly UsedStage[]): Refusal | undefined {
  const { checked, project, symbol, newName, changes } = job;
  const { element, name } = symbol;
  const around = declarationAround(project, element);
  if (around?.kind !== 'pathway' && around?.kind !== 'scenario') return undefined;
  if (element.kind === 'used-stage' && requires(project, around, name)) {
    return new Refusal(
      `As '${name}' this used stage realises the required stage of that name, and it has no other way to say so. Rename the required stage instead.`,
    );
  }
  if (element.kind === 'stage') {
    const { realises } = element;
    const bare = !realises && requires(project, around, name);
    const refusal = bare ? changes.addRealises(checked, element, name) : undefined;
    if (refusal) return refusal;
    if (realises?.name === newName && requires(project, around, newName)) {
      changes.removeClause(checked, 'realises', realises.place);
    }
  }
  for (const use of pinned) changes.insert(checked, use.pathway.place, ` as ${name}`);
  for (const { use, pathway } of usesIn(project)) {
    const redundant = hasOwnName(use) && use.name === newName && requires(project, pathway, newName);
    if (redundant && stands(project, use, symbol)) changes.removeClause(checked, 'as', use.namePlace);
  }
  return undefined;
}

// Required stages

/** Whatever realised the required stage by its name goes on doing so. */
function keepRequiredStage(job: Job): Refusal | undefined {
  const { project, symbol, newName } = job;
  const specification = declarationAround(project, symbol.element);
  for (const around of project.files.flatMap(({ declarations }) => declarations)) {
    if (around.kind !== 'pathway' && around.kind !== 'scenario') continue;
    if (specification === undefined || specificationOf(project, around) !== (specification as Specification)) continue;
    const stages = around.kind === 'pathway' ? around.stages : addedStages(around);
    const uses = around.kind === 'pathway' ? around.uses : [];
    const taken = [...uses, ...stages.filter(({ realises }) => !realises)].find(({ name }) => name === newName);
    if (taken) {
      return new Refusal(
        `There is already ${kindInWords(taken)} called '${newName}' in ${around.kind} '${around.name}', which would then realise this required stage.`,
      );
    }
    const refusal =
      stages.map((stage) => keepRealising(job, stage)).find(Boolean) ??
      uses.map((use) => (use.name === symbol.name ? keepUse(job, around, use) : undefined)).find(Boolean);
    if (refusal) return refusal;
  }
  return undefined;
}

function keepRealising({ checked, symbol, newName, changes }: Job, stage: Stage): Refusal | undefined {
  const { realises, name } = stage;
  if (!realises && name === symbol.name) return changes.addRealises(checked, stage, newName);
  if (realises?.name === symbol.name && name === newName) changes.removeClause(checked, 'realises', realises.place);
  return undefined;
}

/** A used stage realises by the name under which it is used, and no other way: so that name changes too. */
function keepUse(job: Job, around: Pathway | Scenario, use: UsedStage): Refusal | undefined {
  const { checked, project, newName, changes } = job;
  const ref = { to: 'stage' as const, name: use.name, place: use.place };
  const symbol = symbolOf(project, { ref, in: around.name });
  // A line that was broken off, before it says which pathway, is the author's to finish.
  if (!symbol || use.pathway.name === '') return undefined;
  const taken = clash({ ...job, symbol: { ...symbol, scope: around.name, element: use } }, []);
  if (taken) return taken;
  const own = hasOwnName(use);
  for (const { place, via } of occurrencesOf(checked, symbol)) {
    if (own || via?.includes(use)) changes.replace(checked, place, newName);
  }
  if (!own) changes.insert(checked, use.pathway.place, ` as ${newName}`);
  else if (use.stage.name === newName) changes.removeClause(checked, 'as', use.namePlace);
  return undefined;
}

function addedStages(scenario: Scenario): readonly Stage[] {
  return scenario.edits.flatMap((edit) => (edit.edit === 'add-stage' ? [edit.stage] : []));
}

// Edits

interface Edit {
  readonly range: Range;
  readonly newText: string;
  /** How many references the text has more after it. */
  readonly refs: number;
}

/** The edits of one rename, by file; an edit that two projects ask for is made once. */
class Changes {
  readonly #files = new Map<string, PathwayFile>();
  readonly #edits = new Map<string, Map<string, Edit>>();
  readonly #removed = new Set<string>();

  replace(checked: CheckedProject, place: Place, newText: string): void {
    const edits = this.#in(checked, place);
    const key = keyOf(rangeOf(place));
    if (edits && !edits.has(key) && !this.#removed.has(`${key} ${place.file}`)) {
      edits.set(key, { range: rangeOf(place), newText, refs: 0 });
    }
  }

  /** Writes something behind a word, whether or not that is renamed too. */
  insert(checked: CheckedProject, behind: Place, newText: string, refs = 0): void {
    const edits = this.#in(checked, behind);
    if (!edits) return;
    const { end } = rangeOf(behind);
    const renamed = edits.get(keyOf(rangeOf(behind)));
    if (renamed?.newText.endsWith(newText)) return;
    const edit = renamed
      ? { ...renamed, newText: renamed.newText + newText, refs: renamed.refs + refs }
      : { range: { start: end, end }, newText, refs };
    edits.set(keyOf(edit.range), edit);
  }

  /** Writes `realises …` behind the stage's label, or its name where it has none. */
  addRealises(checked: CheckedProject, { name, namePlace, label }: Stage, realised: string): Refusal | undefined {
    const file = fileOf(checked, namePlace);
    if (!file) return undefined;
    const clause = ` realises ${realised}`;
    if (label === undefined) this.insert(checked, namePlace, clause, 1);
    else {
      const text = /\s*("""[\s\S]*?"""|"(?:\\.|[^"\\\r\n])*")/y;
      text.lastIndex = offsetOf(file.text, namePlace.endLine, namePlace.endCharacter);
      if (!text.test(file.text)) {
        return new Refusal(`The label of stage '${name}' cannot be read. Correct it first, then rename.`);
      }
      const { line, character } = positions(file.text)(text.lastIndex);
      this.insert(checked, { ...namePlace, line, character, endLine: line, endCharacter: character }, clause, 1);
    }
    return undefined;
  }

  /** Takes out a clause, such as `realises x`, of which the place is the last word. */
  removeClause(checked: CheckedProject, keyword: 'realises' | 'as', place: Place): void {
    const edits = this.#in(checked, place);
    const file = fileOf(checked, place);
    if (!edits || !file) return;
    const before = file.text.slice(0, offsetOf(file.text, place.line, place.character));
    const start = before.search(new RegExp(`\\s+${keyword}\\s+$`));
    if (start < 0) return;
    const { end } = rangeOf(place);
    const key = keyOf(rangeOf(place));
    edits.delete(key);
    this.#removed.add(`${key} ${place.file}`);
    const range = { start: positions(file.text)(start), end };
    edits.set(keyOf(range), { range, newText: '', refs: keyword === 'realises' ? -1 : 0 });
  }

  /** A keyword may be a name, but not everywhere: where it is not, the text would no longer say the same. */
  misread(newName: string): Refusal | undefined {
    for (const [uri, edits] of this.#edits) {
      const before = this.#files.get(uri)!;
      const after = readPathwayFile(uri, applied(before.text, [...edits.values()]));
      const more = [...edits.values()].reduce((sum, { refs }) => sum + refs, 0);
      const alike =
        after.problems.length === before.problems.length &&
        after.reading.refs.length === before.reading.refs.length + more &&
        blocksIn(after) === blocksIn(before);
      if (alike) continue;
      return new Refusal(
        wordOf(newName)?.tokenType.name === 'NAME'
          ? `The errors in ${fileName(uri)} stand in the way. Correct them first, then rename.`
          : `'${newName}' is also a word of the language, and would be misread in ${fileName(uri)}. Choose another name.`,
      );
    }
    return undefined;
  }

  toWorkspaceEdit(): WorkspaceEdit {
    const changes: Record<string, TextEdit[]> = {};
    for (const [uri, edits] of this.#edits) {
      const sorted = [...edits.values()].toSorted((a, b) => compare(a.range.start, b.range.start));
      if (sorted.length > 0) changes[uri] = sorted.map(({ range, newText }) => ({ range, newText }));
    }
    return { changes };
  }

  #in(checked: CheckedProject, place: Place): Map<string, Edit> | undefined {
    const file = fileOf(checked, place);
    if (!file) return undefined;
    const edits = this.#edits.get(file.uri) ?? new Map<string, Edit>();
    this.#files.set(file.uri, file);
    this.#edits.set(file.uri, edits);
    return edits;
  }
}

function fileOf({ files }: CheckedProject, place: Place): PathwayFile | undefined {
  return files.find(({ uri }) => uri === place.file);
}

function keyOf({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}

function applied(text: string, edits: readonly Edit[]): string {
  const offset = ({ line, character }: Range['start']): number => offsetOf(text, line, character);
  return edits
    .toSorted((a, b) => compare(b.range.start, a.range.start))
    .reduce(
      (after, { range, newText }) => after.slice(0, offset(range.start)) + newText + after.slice(offset(range.end)),
      text,
    );
}

function blocksIn({ reading }: PathwayFile): number {
  return reading.model.declarations.flatMap((declaration) => elementsIn(declaration)).length;
}
