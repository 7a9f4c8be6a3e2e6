import { maskPersonalData, personalDataIn } from '../model/personal-data.ts';
import type { Place } from '../model/place.ts';
import type { Finding } from '../rules/finding.ts';
import { createServices, type PathwayServices, parse, type SyntaxProblem } from './parser.ts';
import { type FileReading, readFile } from './reading/file.ts';

/** A file of the workspace: its text, and everything that follows from its text alone. */
export interface PathwayFile {
  readonly uri: string;
  readonly text: string;
  readonly reading: FileReading;
  /** What is wrong with the text itself, in the order of the text. */
  readonly problems: readonly Finding[];
}

let services: PathwayServices | undefined;

/** The language's services, made once: building the parser takes longer than most files take to parse. */
export function sharedServices(): PathwayServices {
  services ??= createServices();
  return services;
}

/** Reads one file. Never throws. The tree is let go of: the model holds all that is asked of it. */
export function readPathwayFile(uri: string, text: string, library = false): PathwayFile {
  const { tree, problems } = parse(sharedServices(), text);
  const reading = withPersonalData(readFile(uri, tree, library), text);
  const found = [...syntaxFindings(uri, text, problems), ...reading.problems.map(toFinding)];
  return { uri, text, reading, problems: found.toSorted((a, b) => a.place.line - b.place.line) };
}

/** Looks through the text while it is at hand: what it says of persons stands in no fact, and not in the model. */
function withPersonalData(reading: FileReading, text: string): FileReading {
  const found = personalDataIn(text);
  if (found.length === 0) return reading;
  const placeOf = placesIn(reading.model.file, text);
  const personalData = found.map(({ looksLike, start, end }) => ({ looksLike, place: placeOf(start, end) }));
  return { ...reading, model: { ...reading.model, personalData } };
}

function toFinding({ message, place }: { readonly message: string; readonly place: Place }): Finding {
  return { rule: 'syntax-error', severity: 'error', message: maskPersonalData(message), place, facts: [] };
}

function syntaxFindings(uri: string, text: string, problems: readonly SyntaxProblem[]): readonly Finding[] {
  if (problems.length === 0) return [];
  const placeOf = placesIn(uri, text);
  return problems.map(({ message, start, end }) => toFinding({ message, place: placeOf(start, end) }));
}

function placesIn(file: string, text: string): (start: number, end: number) => Place {
  const position = positions(text);
  return (start, end) => {
    const to = position(end);
    return { file, ...position(start), endLine: to.line, endCharacter: to.character };
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
