import { groupBy } from '../../model/group.ts';
import type { Change, ElementChange, FactChange } from '../change.ts';
import { counted, listed } from '../consequences/words.ts';

/** A change as it is told of: with what came or went inside of it. */
export interface Coming {
  readonly change: Change;
  readonly sentence: string;
  readonly lines: readonly string[];
  readonly others: readonly Change[];
}

/** How many facts of an element a sentence says before it counts the rest. */
const FEW = 3;

/** The changes in their order. What came or went in a block that did so is told of there, unless nobody may overlook it. */
export function comingsOf(changes: readonly Change[]): readonly Coming[] {
  const outer = new Map<string, ElementChange>();
  for (const change of changes) if (isComing(change)) outer.set(`${change.change} ${pathOf(change)}`, change);
  const values = new Map(changes.flatMap((change) => (isValue(change) ? [[lineOf(change), change] as const] : [])));
  const renamings = new Map(
    changes.flatMap((change) => (change.change === 'renamed' ? [[sidesOf(change), change] as const] : [])),
  );
  const owners = new Map<Change, Change | undefined>(
    changes.map((change) => [
      change,
      valueBehind(change, values) ??
        renamingWith(change, renamings) ??
        (change.weakens ? undefined : ownerOf(change, outer)),
    ]),
  );
  const inside = groupBy(
    changes.filter((change) => owners.get(change) !== undefined),
    (change) => owners.get(change)!,
  );
  return changes
    .filter((change) => owners.get(change) === undefined)
    .map((change) => (isComing(change) ? told(change, inside.get(change) ?? []) : plain(change, inside.get(change))));
}

function plain(change: Change, others: readonly Change[] = []): Coming {
  const label = change.change === 'renamed' ? others.find(isOfLabel) : undefined;
  if (label) return { change, sentence: renamedWith(change, label), lines: [], others };
  const lines = [...linesOf(change), ...others.map(({ sentence }) => sentence)];
  return { change, sentence: change.sentence, lines, others };
}

const isValue = (change: Change): change is FactChange => 'fact' in change && change.part === 'value';

const lineOf = ({ fact, was, is }: FactChange): string =>
  JSON.stringify([fact, [was, is].map((one) => one && [one.place.file, one.place.line, one.place.character])]);

/** Where a line says something else and rests on something else, both are one, unless only the latter is grave. */
function valueBehind(change: Change, values: ReadonlyMap<string, FactChange>): FactChange | undefined {
  if (!('fact' in change) || change.part !== 'evidence') return undefined;
  const value = values.get(lineOf(change));
  return value && (value.weakens || !change.weakens) ? value : undefined;
}

const isOfLabel = (change: Change): change is FactChange => isValue(change) && change.fact === 'label';

const sidesOf = ({ before, after }: Change): string => JSON.stringify([before?.path, after?.path]);

/** What has another name and another label is called otherwise once. */
function renamingWith(change: Change, renamings: ReadonlyMap<string, Change>): Change | undefined {
  if (!isOfLabel(change) || !change.was || !change.is) return undefined;
  const renaming = renamings.get(sidesOf(change));
  return renaming && renamedFrom(renaming) >= 0 ? renaming : undefined;
}

/** `Stage 'Hub' is now called 'Front door', and was renamed from 'hub' to 'front-door', it seems: …`. */
const renamedWith = (renaming: Change, label: FactChange): string =>
  `${label.sentence.replace(/\.$/, '')}, and${renaming.sentence.slice(renamedFrom(renaming))}`;

/** Where the sentence of a renaming begins to speak of the names; before zero where it stands between two sides. */
const renamedFrom = ({ sentence, before }: Change): number =>
  sentence.lastIndexOf(` was renamed from '${before?.name}'`);

const linesOf = (change: Change): readonly string[] => ('lines' in change ? change.lines : []);

function isComing(change: Change): change is ElementChange {
  return change.change === 'added' || change.change === 'removed';
}

const pathOf = ({ before, after }: Change): string => (after ?? before)!.path;

/** The outermost block around it that came or went as it did. */
function ownerOf(change: Change, outer: ReadonlyMap<string, ElementChange>): ElementChange | undefined {
  if (!isComing(change)) return undefined;
  const parts = pathOf(change).split('/');
  for (let length = 1; length < parts.length; length += 1) {
    const owner = outer.get(`${change.change} ${parts.slice(0, length).join('/')}`);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** `Stage 'Mentoring' was added: provider Beacon, cost £60,000 and 2 more facts.` */
function told(change: ElementChange, inside: readonly Change[]): Coming {
  const lines = [
    ...change.lines,
    ...inside.flatMap((one) => [one.sentence, ...linesOf(one).map((line) => `  ${line}`)]),
  ];
  // The sentence names it by its label already, and an arrow may go by its ends.
  const isSaid = (index: number): boolean => {
    const fact = change.statements[index]?.fact ?? '';
    return named.has(fact) || (ends.has(fact) && change.sentence.includes(` ${change.lines[index]}`));
  };
  const left = change.lines.filter((_, index) => !isSaid(index));
  const factOf = (line: string) => change.statements[change.lines.indexOf(line)];
  const between = left.filter((line) => ends.has(factOf(line)?.fact ?? ''));
  const said = left
    .filter((line) => !between.includes(line))
    .toSorted((a, b) => weightOf(factOf(a)) - weightOf(factOf(b)))
    .map((line) => (factOf(line)?.fact === 'send' ? sendsOf(line) : line));
  const whole = `${change.sentence.replace(/\.$/, '')}${between.length === 0 ? '' : `, ${between.join(' ')}`}`;
  const few = said.length > FEW + 1 ? said.slice(0, FEW) : said;
  const more = said.length - few.length;
  const facts = [...few, ...(more > 0 ? [`${more} more facts`] : [])];
  const kinds = [...groupBy(inside, ({ after, before }) => (after ?? before)!.kind)];
  const blocks = listed(kinds.map(([kind, those]) => countOf(kind, those.length)));
  const parts = [listed(facts), ...(blocks === '' ? [] : [`with ${blocks}`])].filter((part) => part !== '');
  const sentence = `${whole}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}.`;
  return { change, sentence, lines, others: inside };
}

type Stated = ElementChange['statements'][number] | undefined;

/** What a reader wants to know first of something new: what is not known, then these in their order. */
const first: readonly string[] = [
  ...['provider', 'commissioner', 'send', 'governance', 'ages', 'cost', 'activity', 'level'],
  ...['criteria', 'lead', 'receiver', 'agreement', 'chair', 'reports-to', 'party'],
];

function weightOf(stated: Stated): number {
  if (stated?.state === 'unknown') return -1;
  const index = first.indexOf(stated?.fact ?? '');
  return index < 0 ? first.length : index;
}

/** `sends Referral form`: from whom to whom and by what is told below. A label may say `from`, too: then all of it. */
function sendsOf(line: string): string {
  const [what, ...rest] = line.replace(/^send /, 'sends ').split(' from ');
  return rest.length === 1 ? what! : line;
}

const named: ReadonlySet<string> = new Set(['label', 'text']);
const ends: ReadonlySet<string> = new Set(['from', 'to']);

const plurals: Readonly<Record<string, string>> = { strength: 'strengths', information: 'pieces of information' };

function countOf(kind: string, count: number): string {
  const word = kind === 'used-stage' ? 'shared stage' : kind.replaceAll('-', ' ');
  return counted(count, word, plurals[kind] ?? `${word}s`);
}
