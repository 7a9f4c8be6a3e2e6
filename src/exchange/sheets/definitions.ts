import type { AnyElement } from '../../model/walk.ts';
import { asking, type Clause, HEAD, mainOf, resting, type Shape, shapeOf } from './shapes.ts';

type Kind = AnyElement['kind'];

/** One sheet of the workbook: which lines of which blocks it holds. */
export interface SheetDefinition {
  readonly name: string;
  /** What it is for, in a sentence of the explaining sheet. */
  readonly about: string;
  readonly kinds: readonly Kind[];
  readonly facts: readonly string[];
  /**
   * `blocks`: a row for each block, with a column for each part of all facts. `lines`: a row for each line of the
   * facts, with its parts. `unknown`, `resting`: a row for each line of any fact that is unknown, or that can rest on
   * something.
   */
  readonly rows: 'blocks' | 'lines' | 'unknown' | 'resting';
  /** Of `lines`: the blocks that get a row to fill in where nothing is said yet. */
  readonly blanks?: readonly Kind[];
}

/** A column that holds a part of a line. */
export interface PartColumn {
  readonly heading: string;
  /** The fact that it belongs to; nothing where each row has a fact of its own. */
  readonly fact?: string;
  readonly clause: Clause;
  /** Whether it says `unknown` where that is so. */
  readonly main: boolean;
  readonly absence: boolean;
}

/** Headings of the columns that find a line again, and of what is there to be read only. */
export const headings = {
  wish: 'What to do',
  pathway: 'Pathway',
  element: 'Element',
  fact: 'Fact',
  line: 'Line',
  name: 'Name',
  says: 'Says',
} as const;

const issues: readonly Kind[] = ['gap', 'risk', 'challenge', 'strength', 'need'];

export const definitions: readonly SheetDefinition[] = [
  blocks(
    'Pathways',
    'Each pathway: its title, footprint, owner and purpose.',
    ['pathway'],
    [...['status', 'owner', 'cohort', 'ages', 'purpose', 'standard', 'excludes', 'voice']],
  ),
  blocks(
    'Stages',
    'Each stage of each pathway: where it is, for whom, how long people wait.',
    ['stage'],
    [
      ...['status', 'enters', 'purpose', 'setting', 'level', 'cohort', 'ages', 'wait', 'assessment', 'workforce'],
      ...['training', 'voice', 'standard', 'excludes', 'varies', 'leaves'],
    ],
  ),
  blocks(
    'Transitions',
    'Each way on from stage to stage, and each flow of information beside them: when, by what criteria, who leads.',
    ['transition', 'flow'],
    [
      ...['movement', 'trigger', 'criteria', 'threshold', 'access', 'lead', 'receiver', 'within', 'agreement', 'ages'],
      'varies',
    ],
  ),
  lines(
    'Information flows',
    'Who sends what to whom, by which system and under which agreement: a row for each.',
    ['transition', 'flow'],
    ['send'],
    ['transition', 'flow'],
  ),
  lines(
    'Costs',
    'What each pathway, stage and action costs: a row for each figure.',
    ['pathway', 'stage', 'action', 'milestone'],
    ['cost'],
    ['stage'],
  ),
  lines(
    'Activity',
    'How many people or contacts, for each pathway, stage and transition: a row for each figure.',
    ['pathway', 'stage', 'transition'],
    ['activity'],
    ['stage'],
  ),
  lines('Capacity', 'How many places there are: a row for each figure.', ['pathway', 'stage'], ['capacity'], []),
  lines(
    'Commissioners',
    'Who commissions each pathway and stage, in which role and on what basis: a row for each commissioner.',
    ['pathway', 'stage'],
    ['commissioner'],
    ['stage'],
  ),
  lines(
    'Providers',
    'Who provides each pathway and stage, and who else works there: a row for each.',
    ['pathway', 'stage'],
    ['provider', 'partner'],
    ['stage'],
  ),
  lines(
    'Governance',
    'Which board or agreement oversees each part: a row for each.',
    ['pathway', 'stage', 'transition', 'agreement'],
    ['governance'],
    ['stage'],
  ),
  blocks(
    'Organisations',
    'Each body of the register.',
    ['organisation'],
    [...['alias', 'code', 'covers', 'part-of', 'succeeded-by']],
  ),
  blocks(
    'Agreements',
    'Each agreement: its parties, what it covers, its lawful basis, how long it holds.',
    ['agreement'],
    [...['party', 'covers', 'basis', 'lawful-basis', 'condition', 'dpia', 'valid', 'standard']],
  ),
  blocks(
    'Boards',
    'Each board: who sits on it, and to whom it reports.',
    ['board'],
    ['chair', 'member', 'reports-to', 'meets'],
  ),
  blocks('Sources', 'The documents that facts rest on.', ['source'], ['publisher', 'author', 'published', 'url']),
  blocks('Gaps and risks', 'Gaps, risks, challenges, needs and good practice (strengths).', issues, [
    ...['affects', 'severity', 'likelihood', 'impact', 'owner', 'status', 'action'],
  ]),
  blocks(
    'Actions',
    'Actions and milestones: who does what by when.',
    ['action', 'milestone'],
    [...['owner', 'status', 'due', 'output', 'affects']],
  ),
  blocks('Outcomes', 'Outcomes and their indicators, with baseline and target.', ['outcome', 'indicator'], []),
  {
    name: 'Open questions',
    about: 'Everything that is unknown: whom to ask, by when. An answer goes into the sheet of the fact.',
    ...{ kinds: [], facts: [], rows: 'unknown' },
  },
  {
    name: 'Evidence',
    about: 'What each fact rests on, for the facts whose own sheet has no columns for it.',
    ...{ kinds: [], facts: [], rows: 'resting' },
  },
];

function blocks(name: string, about: string, kinds: readonly Kind[], facts: readonly string[]): SheetDefinition {
  return { name, about, kinds, facts: [HEAD, ...facts], rows: 'blocks' };
}

function lines(
  name: string,
  about: string,
  kinds: readonly Kind[],
  facts: readonly string[],
  blanks: readonly Kind[],
): SheetDefinition {
  return { name, about, kinds, facts, rows: 'lines', blanks };
}

/** The facts whose lines have columns of their own for what they rest on. */
export const restingElsewhere: ReadonlySet<string> = new Set(
  definitions.filter(({ rows }) => rows === 'lines').flatMap(({ facts }) => facts),
);

/** The headings of a sheet that find a line again, in order. */
export function keyHeadings({ rows, facts }: SheetDefinition): readonly string[] {
  const ofLine = rows !== 'blocks' && (rows !== 'lines' || facts.length > 1);
  const { wish, pathway, element, fact, line, name, says } = headings;
  return [
    wish,
    pathway,
    element,
    ...(ofLine ? [fact] : []),
    line,
    name,
    ...(rows === 'unknown' || rows === 'resting' ? [says] : []),
  ];
}

const columns = new Map<SheetDefinition, readonly PartColumn[]>();

/** The columns of a sheet that hold parts of lines, in order. */
export function partColumns(definition: SheetDefinition): readonly PartColumn[] {
  const known = columns.get(definition);
  if (known) return known;
  const made = columnsOf(definition);
  columns.set(definition, made);
  return made;
}

function columnsOf({ rows, facts, kinds }: SheetDefinition): readonly PartColumn[] {
  const extra = (clauses: readonly Clause[]): readonly PartColumn[] =>
    clauses.map((clause) => ({ heading: clause.column, clause, main: false, absence: false }));
  if (rows === 'unknown') return extra(asking);
  if (rows === 'resting') return extra(resting);
  if (rows === 'lines') {
    const shape = shapeOf(kinds[0]!, facts[0]!)!;
    const own = shape.clauses.map((clause) => ({ heading: clause.column, ...partOf(shape, clause) }));
    return [...own, ...extra([...asking, ...resting])];
  }
  return facts.flatMap((fact) => {
    const shape = shapeOf(kinds[0]!, fact)!;
    const shapes = fact === HEAD ? clausesOfHeads(kinds) : shape.clauses;
    return shapes.map((clause) => ({ ...partOf(shape, clause), fact, heading: headingOf(fact, shape, clause) }));
  });
}

/** Every part that the first line of one of the kinds has. */
function clausesOfHeads(kinds: readonly Kind[]): readonly Clause[] {
  const all = kinds.flatMap((kind) => shapeOf(kind, HEAD)!.clauses);
  return [...new Map(all.map((clause) => [clause.column, clause])).values()];
}

function partOf(shape: Shape, clause: Clause): Pick<PartColumn, 'clause' | 'main' | 'absence'> {
  const main = clause === mainOf(shape);
  return { clause, main, absence: main && shape.absence };
}

function headingOf(fact: string, shape: Shape, clause: Clause): string {
  if (fact === HEAD || clause.column === shape.title) return clause.column;
  if (clause.column.startsWith(shape.title.split(' ')[0]!)) return clause.column;
  return clause === mainOf(shape) ? shape.title : `${shape.title}: ${clause.column.toLowerCase()}`;
}
