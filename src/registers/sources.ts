import type { Confidence, Fact, FactLines } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import { labelOf } from '../model/project.ts';
import { elementsIn, ownDeclarations } from '../model/walk.ts';
import { fact, list, number, optional, text } from './cells.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** What the map rests on, and how much of it on each. */
export function sources({ project }: Given): Register {
  const cited = citationsOf(project);
  const declared = ownDeclarations(project).flatMap((one) => (one.kind === 'source' ? [one] : []));
  const place: Place | undefined = (project.declaration ?? ownDeclarations(project)[0])?.namePlace;
  const rest = cited.get('') ?? [];
  const undeclared = [...cited].filter(([name]) => name !== '' && !project.sources.has(name));
  const rows: readonly Row[] = [
    ...declared.map(
      (source): Row => ({
        cells: {
          source: text(labelOf(source)),
          publisher: optional(project, 'publisher', source.facts.publisher),
          author: optional(project, 'author', source.facts.author),
          published: fact(project, 'published', source.facts.published),
          url: optional(project, 'url', source.facts.url),
          ...countsOf(cited.get(source.name) ?? []),
        },
        place: source.namePlace,
      }),
    ),
    ...undeclared.map(
      ([name, those]): Row => ({ cells: { source: text(`? ${name}`), ...countsOf(those) }, place: those[0]!.place }),
    ),
    ...(place === undefined || rest.length === 0
      ? []
      : [{ cells: { source: { text: 'No source named', state: 'missing' } as const, ...countsOf(rest) }, place }]),
  ];
  return {
    name: 'sources',
    title: 'Sources and what rests on them',
    group: 'sources',
    about: 'What the map rests on, how much of it rests on each source, and with what confidence.',
    columns: columnsOf(
      ['source', 'Source'],
      ['publisher', 'Publisher', 'list'],
      ['author', 'Author', 'list'],
      ['published', 'Published', 'list'],
      ['facts', 'Facts', 'number'],
      ['high', 'High confidence', 'number'],
      ['medium', 'Medium', 'number'],
      ['low', 'Low', 'number'],
      ['unsaid', 'Not said', 'number'],
      ['where', 'Used in', 'list'],
      ['url', 'Address', 'list'],
    ),
    rows,
    notes: [
      'Facts: the recorded lines that name the source, or stand in a block that does. Scenarios are left out.',
      'No source named: recorded lines of pathways, specifications and the register that say nothing of where they come from.',
    ],
    empty: 'No source is recorded.',
  };
}

interface Citation {
  readonly confidence?: Confidence;
  readonly where: string;
  readonly place: Place;
}

/** Every recorded fact by the name of the source that it rests on; under an empty name those that rest on none. */
function citationsOf(project: Project): ReadonlyMap<string, readonly Citation[]> {
  const found = new Map<string, Citation[]>();
  for (const declaration of ownDeclarations(project)) {
    if (declaration.kind === 'scenario' || declaration.kind === 'source') continue;
    const where = labelOf(declaration);
    for (const element of elementsIn(declaration)) {
      if (!('facts' in element)) continue;
      for (const line of Object.values(element.facts as Record<string, FactLines<unknown>>).flat()) {
        if (line.state !== 'recorded') continue;
        const name = line.evidence?.source?.name ?? '';
        const those = found.get(name) ?? [];
        those.push(toCitation(line, where));
        found.set(name, those);
      }
    }
  }
  return found;
}

function toCitation({ evidence, place }: Fact<unknown>, where: string): Citation {
  return { where, place, ...(evidence?.confidence === undefined ? {} : { confidence: evidence.confidence }) };
}

function countsOf(those: readonly Citation[]): Row['cells'] {
  const of = (confidence: Confidence | undefined) =>
    number(those.filter((one) => one.confidence === confidence).length);
  return {
    facts: number(those.length),
    high: of('high'),
    medium: of('medium'),
    low: of('low'),
    unsaid: of(undefined),
    where: list([...new Set(those.map(({ where }) => where))]),
  };
}
