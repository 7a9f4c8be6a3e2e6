import { applied, type Change, change } from '../../language/actions/change.ts';
import { blockOf } from '../../language/actions/elements.ts';
import { insertBlock, insertFacts } from '../../language/actions/insert.ts';
import { declareAtTop, takeOut } from '../../language/actions/lines.ts';
import { type Sheet, sheetOf } from '../../language/actions/sheet.ts';
import { type PathwayFile, readPathwayFile } from '../../language/file-store.ts';
import { groupBy } from '../../model/group.ts';
import { type Entry, entriesOf, keyOf } from './entries.ts';
import type { Refusal } from './given.ts';
import { atTop } from './new-blocks.ts';
import { resting } from './shapes.ts';
import { composed, rewrite } from './statement.ts';
import type { BlockWish, LineWish, Plan } from './wish.ts';

/** The files after a plan, those alone that it changes; or why it cannot be done. */
export interface Edited {
  readonly files: ReadonlyMap<string, PathwayFile>;
  readonly refusals: readonly Refusal[];
}

/** Does what a plan asks for to the texts: lines that are there first, then new ones, then new blocks. */
export function edited(files: readonly PathwayFile[], plan: Plan): Edited {
  const desk = new Desk(files);
  const changed = plan.lines.filter(({ line }) => line !== undefined);
  for (const [sheet, wishes] of groupBy(changed, ({ entry }) => entry.sheet))
    desk.change(
      sheet.uri,
      wishes.flatMap((wish) => desk.changesOf(sheet, wish)),
    );
  const added = plan.lines.filter(({ line }) => line === undefined);
  for (const [uri, wishes] of groupBy(added, ({ entry }) => entry.sheet.uri)) desk.addLines(uri, wishes);
  for (const block of plan.blocks) desk.addBlock(block);
  return { files: desk.changed, refusals: desk.refusals };
}

class Desk {
  readonly refusals: Refusal[] = [];
  readonly changed = new Map<string, PathwayFile>();
  readonly #files: Map<string, PathwayFile>;

  constructor(files: readonly PathwayFile[]) {
    this.#files = new Map(files.map((file) => [file.uri, file]));
  }

  change(uri: string, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const before = this.#files.get(uri)!;
    const text = applied(before.text, changes);
    if (text === before.text) return;
    const file = readPathwayFile(uri, text, false, before);
    this.#files.set(uri, file);
    this.changed.set(uri, file);
  }

  changesOf(sheet: Sheet, wish: LineWish): readonly Change[] {
    const { line, removed, origin } = wish;
    const { start, end, statement } = line!;
    const changes = removed ? [withoutLine(sheet, start, end)] : changesOfLine(sheet, wish);
    const lost = statement!.comments.filter((at) => changes.some((one) => one.start <= at && at < one.end));
    if (lost.length === 0) return changes;
    const message = 'a comment in the pathway file would be lost with this: change the line there.';
    this.refusals.push({ ...origin, message });
    return [];
  }

  addLines(uri: string, wishes: readonly LineWish[]): void {
    const file = this.#files.get(uri)!;
    // The second block of a name is counted through all files.
    const entries = entriesByKey([...this.#files.values()]);
    const changes = [...groupBy(wishes, ({ entry }) => entryKey(entry))].flatMap(([key, group]) => {
      const entry = entries.get(key)!;
      const sheet = sheetOf(file);
      const { place } = entry.outline.element;
      const indent = sheet.indentAt(sheet.startOf(place)) + sheet.step;
      const lines = group.map(({ shape, state, parts }) => indented(composed(shape, state, parts), indent, sheet));
      const written = insertFacts(sheet, place, blockOf(entry.outline.element), lines);
      if (written.length === 0) this.refusals.push({ ...group[0]!.origin, message: BROKEN });
      return written;
    });
    this.change(uri, changes);
  }

  addBlock(wish: BlockWish): void {
    const { parent, pathway, kind, origin } = wish;
    const all = [...this.#files.values()];
    const entries = entriesByKey(all);
    const like = [...entries.values()].findLast(({ outline }) => outline.element.kind === kind);
    const home = parent === '' ? like : entries.get(keyOf(pathway, parent));
    const uri = home?.sheet.uri ?? all[0]?.uri;
    const file = uri === undefined ? undefined : this.#files.get(uri);
    if (!file) return void this.refusals.push({ ...origin, message: BROKEN });
    const sheet = sheetOf(file);
    const changes = atTop.has(kind)
      ? [declareAtTop(sheet, kind, blockLines(wish).join('\n'))]
      : insertBlock(sheet, home!.outline.element.place, blockLines(wish), [kind]);
    if (changes.length === 0) this.refusals.push({ ...origin, message: BROKEN });
    this.change(file.uri, changes);
  }
}

const BROKEN = 'this cannot be written, because a brace is missing in the pathway file: put that right first.';

function entriesByKey(files: readonly PathwayFile[]): ReadonlyMap<string, Entry> {
  return new Map(entriesOf({ files }).map((entry) => [entryKey(entry), entry]));
}

const entryKey = ({ pathway, element }: Entry): string => keyOf(pathway, element);

/** Takes a line out. A comment beside it stays where it is. */
function withoutLine(sheet: Sheet, start: number, end: number): Change {
  const stays = sheet.startsLine(start) && sheet.behind(end) === 'comment';
  return stays ? change(start, sheet.text.indexOf('#', end), '') : takeOut(sheet, start, end);
}

/** A line that is there says something else in some of its parts, or as a whole. */
function changesOfLine(sheet: Sheet, { line, state, parts, shape }: LineWish): readonly Change[] {
  const statement = line!.statement!;
  const indent = sheet.indentAt(line!.start);
  const wanted = new Map(
    [...parts].map(([column, values]) => [column, values.map((one) => indented(one, indent, sheet))]),
  );
  if (state === statement.state) return rewrite(statement, wanted);
  const own = (column: string): boolean => resting.some((clause) => clause.column === column);
  const pieces = [...statement.pieces].filter(([column]) => !own(column)).flatMap(([, all]) => all);
  const end = Math.max(statement.head, ...pieces.map((piece) => piece.end));
  const values = new Map([...wanted].filter(([column]) => !own(column)));
  const keyword = shape.keyword.join(' ');
  const said = composed(shape, state, values).slice(keyword.length);
  const rest = new Map([...wanted].filter(([column]) => own(column)));
  return [change(statement.begin, end, said), ...rewrite({ ...statement, head: end }, rest)];
}

/** A text of several lines stands one step further in than its line. */
function indented(words: string, indent: string, { step, lineEnd }: Pick<Sheet, 'step' | 'lineEnd'>): string {
  const [first = '', ...more] = words.split('\n');
  return [first, ...more.map((one) => (one === '' ? '' : indent + step + one))].join(lineEnd);
}

/** The lines of a new block, two spaces a step. */
function blockLines({ head, facts }: BlockWish): readonly string[] {
  const print = (words: string, indent: string): readonly string[] =>
    indented(words, indent, { step: '  ', lineEnd: '\n' }).split('\n');
  const first = print(head, '');
  if (facts.length === 0) return first;
  const lines = facts.flatMap((fact) => print(fact, '  ').map((one, at) => (at === 0 ? `  ${one}` : one)));
  return [...first.slice(0, -1), `${first.at(-1)} {`, ...lines, '}'];
}
