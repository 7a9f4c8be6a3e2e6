import { nearest } from '../../model/nearest.ts';
import { bodyKey } from './bodies-in.ts';
import { type FieldName, fieldNamed, SINGLE } from './fields.ts';
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

/** Something that a mapping says, and in which of its lines. */
export interface Said<T> {
  readonly is: T;
  /** From 1. */
  readonly line: number;
}

/** What a mapping says of a sheet. */
export interface SheetMapping {
  readonly headingRow?: Said<number>;
  readonly leaveOut?: true;
  readonly pathway?: Said<string>;
  /** What each column is about, by its heading. */
  readonly columns: ReadonlyMap<string, Said<FieldName>>;
  readonly line: number;
}

const GROUPS = ['same-as', 'apart', 'several', 'stages'] as const;

/** A line of a mapping that says something of a name or text of the tracker. */
export interface NameLine {
  readonly below: (typeof GROUPS)[number];
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

export interface Mapping {
  /** What the project is called. */
  readonly project?: string;
  readonly sheets: ReadonlyMap<string, SheetMapping>;
  readonly answers: Answers;
  readonly names: readonly NameLine[];
  /** What is wrong with it, with its line and what to write. */
  readonly problems: readonly string[];
}

/** The mapping of somebody who has said nothing yet. */
export const noMapping: Mapping = {
  sheets: new Map(),
  answers: answersFrom([], [], [], []),
  names: [],
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

const TOP = ['project', 'sheets', ...GROUPS];
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
  for (const key of ['sheets', ...GROUPS]) problems.push(...besideIt(top.get(key)));
  const names = GROUPS.flatMap((below) =>
    (top.get(below)?.inner ?? []).flatMap(({ key, value = '', line }): NameLine[] => {
      if (value !== '') return [{ below, key, value, line }];
      problems.push(`Line ${line}: say what '${key}' is: "${key}": "…".`);
      return [];
    }),
  );
  const pairs = (wanted: NameLine['below']): readonly Pair[] =>
    names.filter(({ below }) => below === wanted).map(({ key, value }) => [key, value]);
  const [same, apart] = [pairs('same-as'), pairs('apart')];
  problems.push(...contradictions(same, apart), ...saidTwice(names));
  const project = textOf(top.get('project'), problems);
  return {
    ...(project && { project: project.is }),
    sheets: new Map((top.get('sheets')?.inner ?? []).map((entry) => [entry.key, sheetFrom(entry, problems)])),
    answers: answersFrom(same, apart, pairs('several'), pairs('stages')),
    ...{ names, problems },
  };
}

/** What stands behind a word that has lines below it: they would say nothing together. */
function besideIt(entry: Entry | undefined): readonly string[] {
  if (entry?.value === undefined) return [];
  return [
    `Line ${entry.line}: '${entry.value}' can't stand behind '${entry.key}': write what you say of it in lines below, each with more spaces before it.`,
  ];
}

/** The text behind a word, which has no lines below it. */
function textOf(entry: Entry | undefined, problems: string[]): Said<string> | undefined {
  if (!entry) return undefined;
  const { key, value = '', inner, line } = entry;
  if (value !== '' && inner.length === 0) return { is: value, line };
  problems.push(`Line ${line}: write what it is called behind '${key}', on the same line: ${key}: "…".`);
  return undefined;
}

/** Names that are one, as they are compared, and are said to be two things: the first would count for nothing. */
function saidTwice(names: readonly NameLine[]): readonly string[] {
  return names.flatMap(({ below, key, value, line }, at) => {
    if (below !== 'same-as' && below !== 'stages') return [];
    const keyOf = below === 'stages' ? folded : bodyKey;
    const twin = names
      .slice(0, at)
      .find((one) => one.below === below && one.key !== key && keyOf(one.key) === keyOf(key) && one.value !== value);
    return twin
      ? [`Line ${line}: '${key}' stands in line ${twin.line} already, as '${twin.key}'. Take one of them out.`]
      : [];
  });
}

/** Names that are said to be one organisation, and two. */
function contradictions(same: readonly Pair[], apart: readonly Pair[]): readonly string[] {
  const { areApart } = answersFrom([], apart, [], []);
  return same
    .filter(([one, other]) => areApart(one, other))
    .map(([one, other]) => `'${one}' and '${other}' stand below 'same-as' and below 'apart': take one of them out.`);
}

function sheetFrom(sheet: Entry, problems: string[]): SheetMapping {
  const { inner, line } = sheet;
  const said = new Map<string, Entry>();
  for (const entry of inner) {
    if (OF_SHEET.includes(entry.key)) said.set(entry.key, entry);
    else problems.push(unknownWord(entry, OF_SHEET));
  }
  problems.push(...besideIt(sheet), ...besideIt(said.get('columns')));
  const columns = new Map<string, Said<FieldName>>();
  for (const entry of said.get('columns')?.inner ?? []) {
    const field = fieldNamed.get(entry.value ?? '')?.name as FieldName | undefined;
    const before = field && SINGLE.includes(field) && [...columns].find(([, { is }]) => is === field);
    if (before)
      problems.push(
        `Line ${entry.line}: only one column can be the ${field}, and line ${before[1].line} says that '${before[0]}' is. Let one of them be other, which keeps it as notes.`,
      );
    else if (field) columns.set(entry.key, { is: field, line: entry.line });
    else problems.push(unknownField(entry));
  }
  const row = said.get('heading-row');
  const headingRow = row && Number(row.value);
  if (row && !(Number.isInteger(headingRow) && headingRow! > 0))
    problems.push(`Line ${row.line}: 'heading-row' is the number of the row with the headings, such as 4.`);
  const out = said.get('leave-out');
  if (out && out.value !== 'yes' && out.value !== 'no') problems.push(`Line ${out.line}: 'leave-out' is yes or no.`);
  const pathway = textOf(said.get('pathway'), problems);
  return {
    columns,
    line,
    ...(row && { headingRow: { is: headingRow!, line: row.line } }),
    ...(out?.value === 'yes' && { leaveOut: true as const }),
    ...(pathway && { pathway }),
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
