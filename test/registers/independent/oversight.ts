import { capital } from '../../../src/model/wording.ts';
import type { Block, Data, Link, Pathway, Span } from './data.ts';
import { inherited, label, linesOf, standing, valuesOf } from './data.ts';
import { everyStage } from './services.ts';
import type { Cell, Names, Wanted, WantedRow } from './words.ts';
import { absentWords, asItIs, called, dated, fact, nameFact, notRecorded, optional, whereOf } from './words.ts';

interface Oversight {
  readonly by: 'board' | 'agreement';
  readonly body: string;
}

/** A row for each board or agreement that oversees a stage, with the boards above it. */
export function governance(data: Data, names: Names): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const [pathway, stage] of everyStage(data)) {
    const { lines } = inherited<Oversight>(pathway, stage, 'governance');
    const own = linesOf(stage, 'governance');
    const where = whereOf(names, pathway, stage);
    if (standing(lines) !== 'recorded') rows.push({ ...where, body: fact(names, lines, () => '') });
    for (const line of lines) {
      if (line.state !== 'recorded') continue;
      const { by, body } = line.value;
      const first = by === 'board' ? [body] : boardsOf(data, body);
      const all = upwards(data, first);
      const above = by === 'board' ? all.slice(1) : all;
      rows.push({
        ...where,
        from: own.includes(line) ? 'Stage' : 'Pathway',
        body: names.of(by, body),
        kind: capital(by),
        line: above.map(called(names, 'board')).join('; '),
        ends: endOf(data, all),
      });
    }
  }
  return rows;
}

function boardsOf(data: Data, agreement: string): readonly string[] {
  const found = data.agreements.find(({ name }) => name === agreement);
  return found === undefined
    ? []
    : valuesOf<Oversight>(found, 'governance')
        .filter(({ by }) => by === 'board')
        .map(({ body }) => body);
}

/** The boards and those that they report to, up and up; each once. */
function upwards(data: Data, from: readonly string[]): readonly string[] {
  const all = [...from];
  for (const name of all) for (const above of reportsTo(data, name)) if (!all.includes(above)) all.push(above);
  return all;
}

function reportsTo(data: Data, name: string): readonly string[] {
  const board = data.boards.find((one) => one.name === name);
  return board === undefined ? [] : valuesOf<string>(board, 'reportsTo');
}

/** Where the lines of reporting end: all of them at a top, or not beyond the boards that report to nobody known. */
function endOf(data: Data, boards: readonly string[]): Wanted {
  if (boards.length === 0) return { text: 'No board named', state: 'missing' };
  const loose: string[] = [];
  for (const name of boards) {
    const board = data.boards.find((one) => one.name === name);
    if (board?.top !== true && reportsTo(data, name).length === 0) loose.push(board ? label(board) : name);
  }
  return loose.length === 0 ? 'To the top' : { text: `Not beyond ${loose.join(', ')}`, state: 'missing' };
}

/** Who sits on each board, and how many stages it oversees. */
export function boards(data: Data, names: Names): readonly WantedRow[] {
  return data.boards.map((board) => {
    let overseen = 0;
    for (const [pathway, stage] of everyStage(data)) {
      const { lines } = inherited<Oversight>(pathway, stage, 'governance');
      const isOurs = lines.some(
        ({ state, value }) => state === 'recorded' && value.by === 'board' && value.body === board.name,
      );
      if (isOurs) overseen++;
    }
    return {
      board: label(board),
      chair: nameFact(names, board, 'chair', 'organisation'),
      members: nameFact(names, board, 'member', 'organisation'),
      reports: board.top === true ? 'Nobody: it is the top' : nameFact(names, board, 'reportsTo', 'board'),
      meets: optional(names, linesOf<string>(board, 'meets'), asItIs),
      stages: { text: `${overseen}`, amount: overseen },
    };
  });
}

interface Validity {
  readonly from?: Span;
  readonly to?: Span;
}

/** Each agreement with its term, and how many stages, transitions and flows name it; what ends first stands first. */
export function agreements(data: Data, names: Names, asOf: string): readonly WantedRow[] {
  const rows = data.agreements.map((agreement): { readonly end: string; readonly row: WantedRow } => {
    const words = (name: string): Wanted => optional(names, linesOf<string>(agreement, name), asItIs);
    const valid = valuesOf<Validity>(agreement, 'valid').at(-1);
    const uses = usesOf(data, agreement.name);
    return {
      end: valid?.to?.end ?? '9999',
      row: {
        name: label(agreement),
        kind: capital((agreement.is ?? '').replaceAll('-', ' ')),
        state: stateOf(agreement, valid, asOf),
        from: dated(valid?.from),
        to: valid === undefined ? untold(names, agreement) : valid.to === undefined ? 'No end' : dated(valid.to),
        party: nameFact(names, agreement, 'party', 'organisation'),
        covers: optional(names, linesOf<string>(agreement, 'covers'), called(names, 'information')),
        under: optional(names, linesOf<string>(agreement, 'basis'), called(names, 'basis')),
        lawful: words('lawfulBasis'),
        condition: words('condition'),
        dpia: words('dpia'),
        governance: optional(names, linesOf<Oversight>(agreement, 'governance'), ({ by, body }) => names.of(by, body)),
        uses: { text: `${uses}`, amount: uses },
      },
    };
  });
  return rows.toSorted((a, b) => (a.end < b.end ? -1 : Number(a.end > b.end))).map(({ row }) => row);
}

function untold(names: Names, agreement: Block): Cell {
  const [line] = linesOf(agreement, 'valid');
  return line === undefined ? notRecorded : { text: absentWords(names, line), state: line.state };
}

/** How the agreement stands on a day; it ends soon where that is within a year. */
function stateOf(agreement: Block, valid: Validity | undefined, asOf: string): Wanted {
  const [year, rest] = [Number(asOf.slice(0, 4)), asOf.slice(4)];
  if (valid === undefined)
    return linesOf(agreement, 'valid').length === 0 ? notRecorded : { text: 'Unknown', state: 'unknown' };
  if (valid.from !== undefined && valid.from.start > asOf) return 'Not begun';
  if (valid.to === undefined || valid.to.end > `${year + 1}${rest}`) return 'In force';
  return { text: valid.to.end < asOf ? 'Ended' : 'Ends soon', state: 'late' };
}

function usesOf(data: Data, agreement: string): number {
  const overseen = (lines: readonly { readonly state: string; readonly value: Oversight }[]): boolean =>
    lines.some(({ state, value }) => state === 'recorded' && value.by === 'agreement' && value.body === agreement);
  const isNamed = (link: Link): boolean =>
    valuesOf<string>(link, 'agreement').includes(agreement) ||
    valuesOf<{ readonly under?: string }>(link, 'send').some(({ under }) => under === agreement) ||
    overseen(linesOf<Oversight>(link, 'governance'));
  let uses = 0;
  for (const [pathway, stage] of everyStage(data))
    if (overseen(inherited<Oversight>(pathway, stage, 'governance').lines)) uses++;
  const links = (pathway: Pathway): readonly Link[] => [...pathway.transitions, ...pathway.flows];
  for (const link of data.pathways.flatMap(links)) if (isNamed(link)) uses++;
  return uses;
}
