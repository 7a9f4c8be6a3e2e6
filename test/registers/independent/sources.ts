import type { Block, Data, Line, Outcome } from './data.ts';
import { label, linesOf } from './data.ts';
import type { Names, Wanted, WantedRow } from './words.ts';
import { asItIs, fact, optional } from './words.ts';

/** Every recorded line of the project, counted by the source that it rests on and how sure of it the authors are. */
export function sources(data: Data, names: Names): readonly WantedRow[] {
  const bySource = new Map<string, { readonly where: string; readonly confidence: string }[]>();
  for (const declaration of inFileOrder(data))
    for (const block of blocksIn(declaration))
      for (const line of Object.values(block.facts ?? {}).flat() as readonly Line[]) {
        if (line.state !== 'recorded') continue;
        const source = line.evidence?.source ?? '';
        const entry = { where: label(declaration), confidence: line.evidence?.confidence ?? 'unsaid' };
        bySource.set(source, [...(bySource.get(source) ?? []), entry]);
      }
  const counts = (source: string): WantedRow => {
    const those = bySource.get(source) ?? [];
    const number = (amount: number): Wanted => ({ text: `${amount}`, amount });
    const row: Record<string, Wanted> = { facts: number(those.length) };
    for (const how of ['high', 'medium', 'low', 'unsaid'])
      row[how] = number(those.filter(({ confidence }) => confidence === how).length);
    row['where'] = [...new Set(those.map(({ where }) => where))].join('; ');
    return row;
  };
  const rows: WantedRow[] = data.sources.map((source) => ({
    source: label(source),
    publisher: optional(names, linesOf<string>(source, 'publisher'), asItIs),
    author: optional(names, linesOf<string>(source, 'author'), asItIs),
    published: fact(names, linesOf<{ text: string }>(source, 'published'), ({ text }) => text),
    url: optional(names, linesOf<string>(source, 'url'), asItIs),
    ...counts(source.name),
  }));
  if (bySource.has('')) rows.push({ source: { text: 'No source named', state: 'missing' }, ...counts('') });
  return rows;
}

/** All that the project declares but its sources, scenarios and views, in the order of files and lines. */
function inFileOrder(data: Data): readonly Block[] {
  const { project, footprints, organisations, agreements, boards, specifications, pathways } = data;
  const all: readonly Block[] = [
    ...(project ? [project] : []),
    ...[...footprints, ...organisations, ...agreements, ...boards, ...specifications, ...pathways],
  ];
  const place = ({ place: at }: Block): readonly [string, number] => {
    const colon = at.lastIndexOf(':');
    return [at.slice(0, colon), Number(at.slice(colon + 1))];
  };
  return all.toSorted((a, b) => {
    const [[fileA, lineA], [fileB, lineB]] = [place(a), place(b)];
    return fileA === fileB ? lineA - lineB : fileA < fileB ? -1 : 1;
  });
}

/** A block and every block inside it. */
function blocksIn(block: Block): readonly Block[] {
  const inside = block as Block & {
    readonly [list in 'stages' | 'uses' | 'transitions' | 'flows' | 'issues' | 'actions']?: readonly Block[];
  } & { readonly outcomes?: readonly Outcome[] };
  const { stages = [], uses = [], transitions = [], flows = [], issues = [], actions = [], outcomes = [] } = inside;
  const all = [...stages, ...uses, ...transitions, ...flows, ...issues, ...actions, ...outcomes];
  return [block, ...all.flatMap(blocksIn)];
}
