import fc from 'fast-check';
import { commentsIn, type Piece, readDocument, sayingOf } from '../../src/merge/document.ts';

/** A map as the tests think of it: its stages, and in each what is said, by what makes it one fact. */
export type Stages = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What somebody does: says something of a stage, or takes it out; a stage that is not there is made. */
export interface Edit {
  readonly stage: string;
  readonly slot: string;
  /** What tells this edit from others; nothing where the fact is taken out. */
  readonly value: number | undefined;
  /** Whose edit it is. */
  readonly mine: boolean;
}

/** Facts that may stand beside each other in a stage; `%` is what may be changed. */
const slots: Readonly<Record<string, string>> = {
  label: '%',
  provider: 'provider trust as "Team %"',
  partner: 'partner council as "Team %" # partner %',
  early: 'cost £%k actual for 2024/25',
  late: 'cost £%k actual for 2025/26',
  activity: 'activity % people for 2025/26',
  wait: 'wait % weeks',
  purpose: 'purpose """At %\n        and more %"""',
  note: 'note "What about the moon %"',
  other: 'note "Some thing else entirely %"',
  above: '# said %\n    field seen %',
  tag: 'tag t%',
  gap: 'gap late "Too late %"',
  risk: 'risk more {\n      # likely %\n      severity high\n      action find-%\n    }',
  send: 'assessment chat recorded in notes-%',
  accept: 'accept missing-cost because "Reason %"',
};

const names = ['intake', 'clinic', 'home', 'unit'];
const stage = fc.constantFrom(...names);
const slot = fc.constantFrom(...Object.keys(slots));

export const stages: fc.Arbitrary<Stages> = fc
  .uniqueArray(fc.tuple(stage, slot), { minLength: 3, maxLength: 30, selector: (pair) => pair.join() })
  .map((pairs) =>
    apply(
      new Map(),
      pairs.map(([name, what]) => ({ stage: name, slot: what, value: 1, mine: true })),
    ),
  );

/** Edits of which no two are about the same fact. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.uniqueArray(edit(), {
  maxLength: 12,
  selector: ({ stage: name, slot: what }) => `${name} ${what}`,
});

/** Edits that may well be about the same fact. */
export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(edit(), { maxLength: 12 });

function edit(): fc.Arbitrary<Edit> {
  const value = fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined, freq: 3 });
  return fc.record({ stage, slot, value, mine: fc.boolean() });
}

export function apply(before: Stages, all: readonly Edit[]): Stages {
  const after = new Map([...before].map(([name, facts]) => [name, new Map(facts)]));
  for (const { stage: name, slot: what, value } of all) {
    const facts = after.get(name) ?? new Map<string, string>();
    if (value === undefined) facts.delete(what);
    // No two stages say the same.
    else facts.set(what, slots[what]!.replaceAll('%', `${names.indexOf(name) + 1}${value}`));
    after.set(name, facts);
  }
  return after;
}

/** How somebody lays a file out. */
export interface Layout {
  readonly indent: string;
  readonly lineEnd: string;
  /** By how much the stages, and the facts in each, are turned round. */
  readonly turned: number;
  readonly blank: boolean;
}

export const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom('  ', '', '\t', '     '),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  turned: fc.nat(5),
  blank: fc.boolean(),
});

export const plain: Layout = { indent: '  ', lineEnd: '\n', turned: 0, blank: false };

export function written(all: Stages, { indent, lineEnd, turned, blank }: Layout = plain): string {
  const turn = <T>(list: readonly T[]): readonly T[] => {
    const by = list.length === 0 ? 0 : turned % list.length;
    return [...list.slice(by), ...list.slice(0, by)];
  };
  const lines = ['pathway hj "Health"', '{'];
  for (const [name, facts] of turn([...all])) {
    const label = facts.get('label');
    lines.push(`${indent}stage ${name}${label ? ` "L${label}"` : ''} {`);
    // Facts keep the order of the table where nobody turns them, so that new ones stand where they belong.
    const said = Object.keys(slots).filter((what) => what !== 'label' && facts.has(what));
    for (const what of turn(said)) {
      if (blank) lines.push('');
      lines.push(...`${indent}${indent}${facts.get(what)}`.split('\n'));
    }
    lines.push(`${indent}}`);
  }
  return [...lines, '}', ''].join(lineEnd);
}

/** What a text says, in whatever order and form: fails where it cannot be understood. */
export function saidIn(text: string): unknown {
  const document = readDocument(text);
  if (!document) throw new Error(`cannot be understood:\n${text}`);
  return [document.pieces.map(said).toSorted(), commentsIn(document.end)];
}

function said(piece: Piece): string {
  const { leading, body, trailing } = piece;
  const comments = [leading, body?.open ?? '', body?.close ?? '', trailing].flatMap(commentsIn).toSorted();
  return JSON.stringify([sayingOf(piece), comments, (body?.pieces ?? []).map(said).toSorted()]);
}
