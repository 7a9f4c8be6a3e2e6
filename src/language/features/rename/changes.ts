import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Stage } from '../../../model/elements.ts';
import type { Place } from '../../../model/place.ts';
import { elementsIn } from '../../../model/walk.ts';
import { fileName } from '../../../rules/words.ts';
import type { CheckedProject } from '../../checker.ts';
import { type PathwayFile, positions, readPathwayFile } from '../../file-store.ts';
import { offsetOf } from '../../symbols.ts';
import { rangeOf } from '../ranges.ts';
import { wordOf } from './new-name.ts';
import { Refusal } from './refusal.ts';

interface Edit {
  readonly range: Range;
  readonly newText: string;
  /** How many references the text has more after it. */
  readonly refs: number;
}

/** The edits of one rename, by file; an edit that two projects ask for is made once. */
export class Changes {
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
        after.problems.length <= before.problems.length &&
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
