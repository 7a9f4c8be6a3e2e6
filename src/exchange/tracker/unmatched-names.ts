import { withoutContacts } from '../../model/contacts.ts';
import type { Refusal } from '../sheets/given.ts';
import { absenceIn } from './absences.ts';
import type { Bodies } from './bodies.ts';
import { bodyKey } from './bodies-in.ts';
import { cellFor, type Drafts } from './drafts.ts';
import type { Mapping, NameLine } from './mapping.ts';
import { didYouMean, meant } from './meant.ts';
import { folded } from './names.ts';
import { ownerNames } from './owners.ts';
import type { Table } from './table.ts';
import { lineRefusal } from './unmatched.ts';

/** What is to be said of lines of a mapping that find nothing in the tracker. */
export interface Unmatched {
  /** They are likely to be slips: nothing is written until they are put right. */
  readonly refusals: readonly Refusal[];
  /** They change nothing, and are left alone. */
  readonly remarks: readonly string[];
}

/** The names and texts of the tracker, as the lines of a group speak of them. */
interface Found {
  readonly has: (text: string, said: NameLine) => boolean;
  /** What may be meant by one that it does not have. */
  readonly names: readonly string[];
  /** Such as `no organisation is named`. */
  readonly lacks: string;
}

/**
 * The lines of a mapping that speak of an organisation, a text or a stage that the tracker does not have. One that
 * looks like something else in the tracker is a slip; the others may be about another tracker.
 */
export function unmatchedNames(mapping: Mapping, bodies: Bodies, drafts: Drafts, tables: readonly Table[]): Unmatched {
  const groups = foundBy(mapping, bodies, drafts, tables);
  const refusals: Refusal[] = [];
  const remarks: string[] = tables.flatMap((table) => unusedPathway(table, mapping));
  for (const one of mapping.names) {
    const found = groups[one.below];
    const texts = one.below === 'apart' ? [one.key, ...one.value.split(';').map((text) => text.trim())] : [one.key];
    const missing = texts.filter((text) => !found.has(text, one));
    for (const text of missing) {
      const guess = meant(text, candidates(found, one, mapping));
      const lacks = `${found.lacks} '${text}'`;
      if (guess !== undefined) refusals.push(lineRefusal(one.line, `${lacks}.${didYouMean(guess)}`));
      else remarks.push(remark(one.line, `${lacks}, so it changes nothing.`));
    }
    if (missing.length === 0 && one.below === 'stages') refusals.push(...unknownStage(one, drafts));
  }
  return { refusals, remarks };
}

const remark = (line: number, text: string): string => `The mapping, line ${line}: ${withoutContacts(text)}`;

function foundBy(
  { names }: Mapping,
  bodies: Bodies,
  drafts: Drafts,
  tables: readonly Table[],
): Readonly<Record<NameLine['below'], Found>> {
  // An owner may be said to be an organisation; who else owns something is nobody's business here.
  const owners = tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const text = cellFor(table, row, 'owner')?.text;
      return text === undefined ? [] : [text, ...ownerNames(text)];
    }),
  );
  const keys = new Set([...bodies.named, ...owners].map(bodyKey));
  // Another line may bring a name in.
  const isSaid = (text: string, besides: NameLine): boolean =>
    names.some((one) => {
      const brought = one.below === 'same-as' ? [one.value] : one.below === 'several' ? one.value.split(';') : [];
      return one !== besides && brought.some((name) => bodyKey(name) === bodyKey(text));
    });
  const body: Found = {
    has: (text, said) => keys.has(bodyKey(text)) || isSaid(text, said),
    names: bodies.named,
    lacks: 'no organisation is named',
  };
  const asked = new Set([...drafts.stagesAsked].map(folded));
  return {
    'same-as': body,
    apart: body,
    several: {
      has: (text) => bodies.pieces.includes(text),
      names: bodies.pieces,
      lacks: 'no cell names organisations as',
    },
    stages: {
      has: (text) => asked.has(folded(text)),
      names: [...drafts.stagesAsked],
      lacks: 'no cell speaks of a stage',
    },
  };
}

/** What a line may mean: nothing that it says itself besides, or that another line speaks of already. */
function candidates({ names }: Found, { below, value }: NameLine, mapping: Mapping): readonly string[] {
  const taken = new Set([
    ...mapping.names.filter((one) => one.below === below).map(({ key }) => folded(key)),
    ...value.split(';').map(folded),
  ]);
  return names.filter((name) => !taken.has(folded(name)));
}

/** A text can only mean a stage that there is. */
function unknownStage({ value, line }: NameLine, { pathways }: Drafts): readonly Refusal[] {
  const labels = [...pathways.values()].flatMap(({ stages }) => [...stages.values()].map(({ label }) => label));
  if (labels.some((label) => folded(label) === folded(value))) return [];
  return [lineRefusal(line, `no stage is called '${value}'.${didYouMean(meant(value, labels))}`)];
}

/** The pathway of a sheet counts where no column of it says which one is meant. */
function unusedPathway(table: Table, { sheets }: Mapping): readonly string[] {
  const said = sheets.get(table.name)?.pathway;
  if (!said) return [];
  const what = `'pathway' of the sheet '${table.name}'`;
  if (table.about !== 'stages')
    return [remark(said.line, `${what} changes nothing, since the rows of that sheet are not stages.`)];
  const [first] = table.rows;
  const named = first && cellFor(table, first, 'pathway');
  if (!named || absenceIn(named.text)) return [];
  const column = table.columns.find(({ field }) => field === 'pathway')!;
  return [remark(said.line, `${what} changes nothing, since its column '${column.heading.text}' says which pathway.`)];
}
