import { type BodyPart, bodyKey, bodyPart, firmPieces, loosePieces, soundsLikeBody } from './bodies-in.ts';
import { type GridCell, placeOf } from './grid.ts';
import { containing, lookAlikes } from './look-alikes.ts';
import type { Answers } from './mapping.ts';
import { Names } from './names.ts';

/** An organisation that the tracker names, in one way or several. */
export interface Body {
  readonly name: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly kind: string | undefined;
  /** Where it is named first. */
  readonly cell: GridCell;
}

/** Something that only a person can say, so nothing is written until somebody has. */
export interface Question {
  readonly asks: 'same' | 'several';
  readonly text: string;
  /** Where in the tracker it stands. */
  readonly where: string;
  readonly one: string;
  /** The other name, or the names that the one may hold. */
  readonly other: string;
}

/** The organisations of a tracker. */
export interface Bodies {
  readonly all: readonly Body[];
  readonly questions: readonly Question[];
  /** The organisations that a cell names, in its order; nothing where it names none that is known. */
  readonly in: (text: string) => readonly (BodyPart & { readonly body: Body })[];
  readonly find: (text: string) => Body | undefined;
  /** Every name that the cells give an organisation. */
  readonly named: readonly string[];
  /** The texts that may name one or several. */
  readonly pieces: readonly string[];
}

interface Group {
  readonly key: string;
  readonly cell: GridCell;
  /** Each way of writing, with how often it stands there. */
  readonly written: Map<string, number>;
  readonly aliases: Set<string>;
}

/** Puts together what the cells call one organisation. `kindOf` says what an organisations sheet calls its kind. */
export function bodiesOf(
  cells: readonly GridCell[],
  answers: Answers,
  stated: ReadonlyMap<string, string> = new Map(),
): Bodies {
  const splitting = splitterOf(cells, answers);
  const groups = groupsOf(cells, splitting.parts, answers);
  const names = new Names();
  const made = [...groups.values()].map((group) => bodyOf(group, names, stated));
  const byKey = new Map<string, Body>();
  for (const [at, group] of [...groups.values()].entries())
    for (const key of [group.key, ...[...group.written.keys(), ...group.aliases].map(bodyKey)])
      if (!byKey.has(key)) byKey.set(key, made[at]!);
  const find = (text: string): Body | undefined => byKey.get(keyFor(text, answers)) ?? byKey.get(bodyKey(text));
  const parts = cells.flatMap((cell) => splitting.parts(cell.text));
  return {
    all: made,
    named: [...new Set(parts.flatMap(({ text, alias }) => (alias === undefined ? [text] : [text, alias])))],
    pieces: [...new Set(cells.flatMap(({ text }) => firmPieces(text)))],
    questions: [...splitting.questions, ...(answers.keepApart ? [] : alike(made, splitting.questions, answers))],
    find,
    in: (text) =>
      splitting.parts(text).flatMap((part) => {
        const body = find(part.text);
        return body ? [{ ...part, body }] : [];
      }),
  };
}

interface Splitter {
  readonly parts: (cell: string) => readonly BodyPart[];
  readonly questions: readonly Question[];
}

/** `B and C` is two where both are named elsewhere or say by their own words what they are. */
function splitterOf(cells: readonly GridCell[], answers: Answers): Splitter {
  const pieces = cells.flatMap((cell) => firmPieces(cell.text).map((piece) => ({ piece, cell })));
  const alone = new Set(
    pieces.filter(({ piece }) => loosePieces(piece).length === 0).map(({ piece }) => bodyKey(bodyPart(piece).text)),
  );
  const known = (text: string): boolean => alone.has(bodyKey(bodyPart(text).text));
  const questions = new Map<string, Question>();
  const split = (piece: string, cell?: GridCell): readonly string[] => {
    const answer = answers.several.get(piece);
    if (answer !== undefined) return answer;
    const loose = loosePieces(piece);
    if (loose.length === 0 || known(piece)) return [piece];
    if (loose.every((one) => known(one) || soundsLikeBody(one))) return loose;
    const isLikely = loose.some(known) || (/[,/+]/.test(piece) && loose.some(soundsLikeBody));
    if (cell && !answers.keepApart && isLikely && !questions.has(piece)) {
      const other = loose.join('; ');
      const text = `is '${piece}' several organisations (${other}), or one?`;
      questions.set(piece, { asks: 'several', text, where: placeOf(cell), one: piece, other });
    }
    return [piece];
  };
  for (const { piece, cell } of pieces) split(piece, cell);
  return {
    parts: (cell) => firmPieces(cell).flatMap((piece) => split(piece).map(bodyPart)),
    questions: [...questions.values()],
  };
}

function groupsOf(
  cells: readonly GridCell[],
  partsIn: Splitter['parts'],
  answers: Answers,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const short = new Map<string, string>();
  for (const { text, alias } of cells.flatMap((cell) => partsIn(cell.text)))
    if (alias !== undefined) short.set(bodyKey(alias), keyFor(text, answers));
  for (const cell of cells) {
    for (const { text, alias } of partsIn(cell.text)) {
      const own = keyFor(text, answers);
      const key = short.get(own) ?? own;
      if (key === '') continue;
      const group: Group = groups.get(key) ?? { key, cell, written: new Map(), aliases: new Set() };
      groups.set(key, group);
      const said = answers.sameAs.get(bodyKey(text));
      if (short.has(own) || said !== undefined) group.aliases.add(text);
      else group.written.set(text, (group.written.get(text) ?? 0) + 1);
      if (alias !== undefined) group.aliases.add(alias);
      if (said !== undefined && !group.written.has(said)) group.written.set(said, 0);
    }
  }
  return groups;
}

/** The key of a name, or of the one that it is said to be the same as. */
function keyFor(text: string, answers: Answers): string {
  const seen = new Set<string>();
  let key = bodyKey(text);
  for (let next = answers.sameAs.get(key); next !== undefined && !seen.has(key); next = answers.sameAs.get(key)) {
    seen.add(key);
    key = bodyKey(next);
  }
  return key;
}

function bodyOf(group: Group, names: Names, stated: ReadonlyMap<string, string>): Body {
  const ways = [...group.written].toSorted(([a, times], [b, more]) => more - times || b.length - a.length);
  const [label = [...group.aliases][0] ?? group.key] = ways.map(([text]) => text);
  const aliases = [...new Set([...ways.slice(1).map(([text]) => text), ...group.aliases])].filter(
    (text) => text.toLowerCase() !== label.toLowerCase(),
  );
  const kind = [label, ...aliases].map((text) => stated.get(bodyKey(text))).find((one) => one !== undefined);
  return { name: names.of(label, 'organisation'), label, aliases, kind: kind ?? kindIn(label), cell: group.cell };
}

/** What kind of body a name says that it is by its own words; nothing where it doesn't. */
export function kindIn(text: string): string | undefined {
  return /\s[/+]\s/.test(text) ? undefined : kinds.find(([, words]) => words.test(text))?.[0];
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['icb', /\bICB\b|integrated care board/i],
  ['ccg', /\bCCG\b|clinical commissioning group/i],
  ['pct', /\bPCT\b|primary care trust/i],
  ['nhs-national', /^NHS ?E(?:ngland)?\b/i],
  ['pcc', /\bO?PCC\b|police (?:and|&) crime commissioner/i],
  ['nhs-provider', /\bNHS (?:foundation )?trust\b|\bNHS ?FT\b|^NHS (?:foundation )?trust$|hospitals? trust/i],
  ['local-authority', /\bcouncil\b|^local authority$/i],
  [
    'national-body',
    /^(?:HMPPS|Ministry of Justice|Department (?:of|for)\b|Home Office|Youth Justice Board|Youth Custody Service)/i,
  ],
  ['school', /^(?:school|academy|.*\b(?:school|academy))$/i],
  ['voluntary', /\bcharity\b|^(?:voluntary|VCSE?|third sector|community interest)/i],
];

/** `asked` are names that may be several organisations: whether a part of one is the whole is then another question. */
function alike(bodies: readonly Body[], asked: readonly Question[], answers: Answers): readonly Question[] {
  const looking = lookAlikes(bodies);
  const isWhole = ({ label }: Body): boolean => answers.several.has(label) || asked.some(({ one }) => one === label);
  const held = containing(bodies).filter(
    (pair) => !pair.some(isWhole) && !looking.some((one) => one.every((body) => pair.includes(body))),
  );
  return [...looking, ...held]
    .filter(([one, other]) => !answers.areApart(one.label, other.label))
    .map(([one, other]) => ({
      asks: 'same',
      text: `are '${other.label}' and '${one.label}' one organisation?`,
      where: `${placeOf(other.cell)} and ${placeOf(one.cell)}`,
      ...longerLast(one.label, other.label),
    }));
}

/** The longer name is the one to keep; but not for what it has between brackets. */
function longerLast(first: string, second: string): { readonly one: string; readonly other: string } {
  const inBrackets = (text: string): boolean => text.includes('(');
  const keepsFirst = inBrackets(first) === inBrackets(second) ? first.length >= second.length : inBrackets(second);
  return keepsFirst ? { one: second, other: first } : { one: first, other: second };
}
