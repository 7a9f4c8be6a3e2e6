import { nearest } from '../../model/nearest.ts';
import { bodyKey } from './bodies-in.ts';
import { type FieldName, fieldNamed } from './fields.ts';
import { folded } from './names.ts';
import { type Entry, readEntries } from './plain-yaml.ts';

/** What somebody has said about the organisations and stages of a tracker. */
export interface Answers {
  /** What is another name of what, by the key of the one. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** The organisations that stand in a text that could be one or several. */
  readonly several: ReadonlyMap<string, readonly string[]>;
  /** Whether nobody is to be asked about names that look alike: each is then an organisation of its own. */
  readonly keepApart: boolean;
  readonly areApart: (one: string, other: string) => boolean;
  /** What stage a text means, by the folded text. */
  readonly stages: ReadonlyMap<string, string>;
  /** The same as they were said, for a file to be put right. */
  readonly same: readonly Pair[];
  readonly apart: readonly Pair[];
  readonly saidStages: readonly Pair[];
}

/** What a mapping says of a sheet. */
export interface SheetMapping {
  readonly headingRow?: number;
  readonly leaveOut?: true;
  readonly pathway?: string;
  /** What each column is about, by its heading. */
  readonly columns: ReadonlyMap<string, FieldName>;
  readonly line: number;
}

export interface Mapping {
  /** What the project is called. */
  readonly project?: string;
  readonly sheets: ReadonlyMap<string, SheetMapping>;
  readonly answers: Answers;
  /** What is wrong with it, with its line and what to write. */
  readonly problems: readonly string[];
}

/** The mapping of somebody who has said nothing yet. */
export const noMapping: Mapping = {
  sheets: new Map(),
  answers: answersFrom([], [], [], []),
  problems: [],
};

/** Answers that are given later than the mapping's. */
export interface More {
  readonly same?: readonly Pair[];
  readonly apart?: readonly Pair[];
  readonly several?: readonly Pair[];
  readonly keepApart?: boolean;
}

/** The answers with others besides: pairs that are one organisation, pairs that are two, texts that name several. */
export function withAnswers(mapping: Mapping, more: More): Mapping {
  const { answers } = mapping;
  const added = answersFrom(more.same ?? [], more.apart ?? [], more.several ?? [], []);
  return {
    ...mapping,
    answers: {
      sameAs: new Map([...answers.sameAs, ...added.sameAs]),
      several: new Map([...answers.several, ...added.several]),
      keepApart: answers.keepApart || more.keepApart === true,
      areApart: (one, other) => answers.areApart(one, other) || added.areApart(one, other),
      stages: answers.stages,
      same: [...answers.same, ...added.same],
      apart: [...answers.apart, ...added.apart],
      saidStages: answers.saidStages,
    },
  };
}

export type Pair = readonly [string, string];

function answersFrom(
  same: readonly Pair[],
  apart: readonly Pair[],
  several: readonly Pair[],
  stages: readonly Pair[],
): Answers {
  const pairs = apart.flatMap(([one, others]) => others.split(';').map((other): Pair => [one, other.trim()]));
  const keys = new Set(pairs.map((pair) => pairKey(...pair)));
  return {
    sameAs: new Map(same.map(([one, other]) => [bodyKey(one), other])),
    several: new Map(several.map(([text, names]) => [text, names.split(';').map((name) => name.trim())])),
    keepApart: false,
    areApart: (one, other) => keys.has(pairKey(one, other)),
    stages: new Map(stages.map(([text, stage]) => [folded(text), stage])),
    ...{ same, apart: pairs, saidStages: stages },
  };
}

const pairKey = (one: string, other: string): string => [bodyKey(one), bodyKey(other)].toSorted().join('\n');

const TOP = ['project', 'sheets', 'same-as', 'apart', 'several', 'stages'];
const OF_SHEET = ['heading-row', 'pathway', 'leave-out', 'columns'];

/** Reads a mapping file. Never throws: what is wrong stands in `problems`. */
export function readMapping(text: string): Mapping {
  const { entries, problems: unreadable } = readEntries(text);
  const problems = [...unreadable];
  const top = new Map<string, Entry>();
  for (const entry of entries) {
    if (TOP.includes(entry.key)) top.set(entry.key, entry);
    else problems.push(unknownWord(entry, TOP));
  }
  const pairs = (key: string): readonly Pair[] =>
    (top.get(key)?.inner ?? []).flatMap((entry): Pair[] => {
      if (entry.value !== undefined && entry.value !== '') return [[entry.key, entry.value]];
      problems.push(`Line ${entry.line}: say what '${entry.key}' is: "${entry.key}": "…".`);
      return [];
    });
  const [same, apart] = [pairs('same-as'), pairs('apart')];
  problems.push(...contradictions(same, apart));
  const project = top.get('project')?.value;
  return {
    ...(project !== undefined && project !== '' && { project }),
    sheets: new Map((top.get('sheets')?.inner ?? []).map((entry) => [entry.key, sheetFrom(entry, problems)])),
    answers: answersFrom(same, apart, pairs('several'), pairs('stages')),
    problems,
  };
}

/** Names that are said to be one organisation, and two. */
function contradictions(same: readonly Pair[], apart: readonly Pair[]): readonly string[] {
  const { areApart } = answersFrom([], apart, [], []);
  return same
    .filter(([one, other]) => areApart(one, other))
    .map(([one, other]) => `'${one}' and '${other}' stand below 'same-as' and below 'apart': take one of them out.`);
}

function sheetFrom({ inner, line }: Entry, problems: string[]): SheetMapping {
  const said = new Map<string, Entry>();
  for (const entry of inner) {
    if (OF_SHEET.includes(entry.key)) said.set(entry.key, entry);
    else problems.push(unknownWord(entry, OF_SHEET));
  }
  const columns = new Map<string, FieldName>();
  for (const entry of said.get('columns')?.inner ?? []) {
    const field = fieldNamed.get(entry.value ?? '');
    if (field) columns.set(entry.key, field.name as FieldName);
    else problems.push(unknownField(entry));
  }
  const row = said.get('heading-row');
  const headingRow = row && Number(row.value);
  if (row && !(Number.isInteger(headingRow) && headingRow! > 0))
    problems.push(`Line ${row.line}: 'heading-row' is the number of the row with the headings, such as 4.`);
  const out = said.get('leave-out');
  if (out && out.value !== 'yes' && out.value !== 'no') problems.push(`Line ${out.line}: 'leave-out' is yes or no.`);
  const pathway = said.get('pathway')?.value;
  return {
    columns,
    line,
    ...(headingRow !== undefined && { headingRow }),
    ...(out?.value === 'yes' && { leaveOut: true as const }),
    ...(pathway !== undefined && pathway !== '' && { pathway }),
  };
}

function unknownWord({ key, line }: Entry, known: readonly string[]): string {
  const [guess] = nearest(key, known, 1);
  return `Line ${line}: '${key}' is not known here. ${guess ? `Did you mean '${guess}'?` : `Write one of ${known.join(', ')}.`}`;
}

function unknownField({ key, value = '', line }: Entry): string {
  const [guess] = nearest(value, fieldNamed.keys(), 1);
  const what = value === '' ? `say what column '${key}' is about` : `a column can't be about '${value}'`;
  const hint = guess ? `Did you mean '${guess}'?` : `Write one of ${[...fieldNamed.keys()].join(', ')}.`;
  return `Line ${line}: ${what}. ${hint}`;
}
