import type { Declaration } from '../model/elements.ts';
import { maskPersonalData, personalDataIn } from '../model/personal-data.ts';
import type { Place } from '../model/place.ts';
import type { FileModel } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import { createServices, type PathwayServices, parse, type SyntaxProblem } from './parser.ts';
import { partsOf, type TextPart } from './parts.ts';
import { readTree } from './reading/file.ts';
import type { ScopedRef } from './reading/reader.ts';

/** A file of the workspace: its text, and everything that follows from its text alone. */
export interface PathwayFile {
  readonly uri: string;
  readonly text: string;
  readonly reading: FileReading;
  /** What is wrong with the text itself, in the order of the text. */
  readonly problems: readonly Finding[];
  /** The pieces that the file was read in. One that an edit left as it was is the same object as before. */
  readonly parts: readonly FilePart[];
}

/** What one file says: its model, and the names it refers to. */
export interface FileReading {
  readonly model: FileModel;
  readonly refs: readonly ScopedRef[];
}

/** A piece of a file, and everything that follows from it. */
export interface FilePart extends TextPart {
  readonly declarations: readonly Declaration[];
  readonly refs: readonly ScopedRef[];
  readonly problems: readonly Finding[];
}

let services: PathwayServices | undefined;

/** The language's services, made once: building the parser takes longer than most files take to parse. */
export function sharedServices(): PathwayServices {
  services ??= createServices();
  return services;
}

/**
 * Reads one file. Never throws. The tree is let go of: the model holds all that is asked of it. `before` is the file
 * before an edit: of a part that is still the same, and where it was, nothing is read again.
 */
export function readPathwayFile(uri: string, text: string, library = false, before?: PathwayFile): PathwayFile {
  const known = new Map(before?.parts.map((part) => [part.line, part]));
  const parts = partsOf(text).map((part) => {
    const old = known.get(part.line);
    return old?.text === part.text ? old : readPart(uri, part);
  });
  const declarations = parts.flatMap((part) => part.declarations);
  const reading = { model: { file: uri, library, declarations }, refs: parts.flatMap((part) => part.refs) };
  const problems = parts.flatMap((part) => part.problems);
  return { uri, text, reading: withPersonalData(reading, text), problems, parts };
}

function readPart(uri: string, { text, line }: TextPart): FilePart {
  const { tree, problems, brokenLines } = parse(sharedServices(), text);
  const { declarations, refs, problems: misread } = readTree(uri, tree, line, brokenLines);
  const found = [...syntaxFindings(uri, text, line, problems), ...misread.map(toFinding)];
  return { text, line, declarations, refs, problems: found.toSorted((a, b) => a.place.line - b.place.line) };
}

/** Looks through the text while it is at hand: what it says of persons stands in no fact, and not in the model. */
function withPersonalData(reading: FileReading, text: string): FileReading {
  const found = personalDataIn(text);
  if (found.length === 0) return reading;
  const placeOf = placesIn(reading.model.file, text, 0);
  const personalData = found.map(({ looksLike, start, end }) => ({ looksLike, place: placeOf(start, end) }));
  return { ...reading, model: { ...reading.model, personalData } };
}

function toFinding({ message, place }: { readonly message: string; readonly place: Place }): Finding {
  return { rule: 'syntax-error', severity: 'error', message: maskPersonalData(message), place, facts: [] };
}

function syntaxFindings(
  uri: string,
  text: string,
  firstLine: number,
  problems: readonly SyntaxProblem[],
): readonly Finding[] {
  if (problems.length === 0) return [];
  const placeOf = placesIn(uri, text, firstLine);
  return problems.map(({ message, start, end }) => toFinding({ message, place: placeOf(start, end) }));
}

function placesIn(file: string, text: string, firstLine: number): (start: number, end: number) => Place {
  const position = positions(text);
  return (start, end) => {
    const [from, to] = [position(start), position(end)];
    return {
      file,
      line: firstLine + from.line,
      character: from.character,
      endLine: firstLine + to.line,
      endCharacter: to.character,
    };
  };
}

/** Turns offsets of a text into lines and characters. */
export function positions(text: string): (offset: number) => { line: number; character: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low]! };
  };
}
