import type { Pathway, Stage } from '../model/elements.ts';
import { type FactLines, recorded, stateOf } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf, type Project } from '../model/project.ts';
import type { Commissioning, Provision } from '../model/values.ts';
import { areasAround } from '../rules/footprints.ts';
import { nameOf } from './cells.ts';
import type { StageIn } from './elements.ts';
import type { Row } from './register.ts';

/** Stages and pathways whose figures are added up together. */
export interface Group {
  readonly by: string;
  readonly which: string;
  readonly stages: readonly StageIn[];
  /** Pathways whose own lines speak for the whole of the group. */
  readonly wholes: readonly Pathway[];
  /** The stages that nobody shares with it. */
  readonly alone?: readonly Stage[];
  readonly at: Pick<Row, 'place' | 'pathway'>;
}

/** Everything, then each pathway, footprint, provider, commissioner and level that any of the stages is of. */
export function groupsOf(project: Project, pathways: readonly Pathway[], stages: readonly StageIn[]): readonly Group[] {
  const [first] = pathways;
  if (first === undefined) return [];
  const at = { place: project.declaration?.namePlace ?? first.namePlace };
  const everything = { by: 'Everything', which: project.declaration ? labelOf(project.declaration) : project.name };
  const organisations = (by: string, fact: 'provider' | 'commissioner') => byOrganisation(project, stages, by, fact);
  return [
    { ...everything, stages, wholes: pathways, at },
    ...pathways.map(
      (pathway): Group => ({
        by: 'Pathway',
        which: labelOf(pathway),
        stages: stages.filter((one) => one.pathway === pathway),
        wholes: [pathway],
        at: { place: pathway.namePlace, pathway: pathway.name },
      }),
    ),
    ...byFootprint(project, pathways, stages),
    ...organisations('Provider', 'provider'),
    ...organisations('Commissioner', 'commissioner'),
    ...byLevel(project, stages),
  ];
}

/** Each footprint with all that lies within it, then the pathways of which nobody says where they are. */
function byFootprint(project: Project, pathways: readonly Pathway[], stages: readonly StageIn[]): readonly Group[] {
  const named = [...project.footprints.values()].flatMap((footprint): readonly Group[] => {
    const inside = ({ footprint: its }: Pathway): boolean => areasAround(project, its?.name ?? '').has(footprint.name);
    const wholes = pathways.filter(inside);
    if (wholes.length === 0) return [];
    const those = stages.filter(({ pathway }) => inside(pathway));
    return [{ by: 'Footprint', which: labelOf(footprint), stages: those, wholes, at: { place: footprint.namePlace } }];
  });
  const nowhere = pathways.filter(({ footprint }) => !project.footprints.has(footprint?.name ?? ''));
  if (project.footprints.size === 0 || nowhere.length === 0) return named;
  const those = stages.filter(({ pathway }) => nowhere.includes(pathway));
  const at = { place: nowhere[0]!.namePlace };
  return [...named, { by: 'Footprint', which: absences.missing, stages: those, wholes: nowhere, at }];
}

function byOrganisation(
  project: Project,
  stages: readonly StageIn[],
  by: string,
  fact: 'provider' | 'commissioner',
): readonly Group[] {
  const shares = stages.flatMap((one) => {
    const bodies = bodiesOf(project, effective(one.pathway, one.stage, fact).lines);
    return bodies.map((body) => ({ ...body, one, isAlone: bodies.length === 1 }));
  });
  const groups = [...groupBy(shares, ({ key }) => key).values()].map((those) => ({
    by,
    which: those[0]!.which,
    stages: those.map(({ one }) => one),
    wholes: [],
    alone: those.filter(({ isAlone }) => isAlone).map(({ one }) => one.stage),
    at: { place: those[0]!.one.stage.namePlace },
  }));
  return groups.toSorted((a, b) => compare(a.which, b.which));
}

interface Body {
  /** What tells it from others that are called the same. */
  readonly key: string;
  readonly which: string;
}

/** The organisations of the lines, each once; where there are none, what is known instead. */
function bodiesOf(project: Project, lines: FactLines<Provision | Commissioning>): readonly Body[] {
  const bodies = recorded(lines).map(({ organisation }) => ({
    key: organisation.name,
    which: nameOf(project, organisation),
  }));
  if (bodies.length > 0) return [...groupBy(bodies, ({ key }) => key).values()].map(([first]) => first!);
  const which = absences[stateOf(lines)];
  return [{ key: which, which }];
}

function byLevel(project: Project, stages: readonly StageIn[]): readonly Group[] {
  const levels = [...project.terms.level.keys()];
  const shares = stages.flatMap((one) => {
    const refs = groupBy(recorded(one.stage.facts.level), ({ name }) => name);
    const state = absences[stateOf(one.stage.facts.level)];
    const said = [...refs.values()].map(([ref]) => ({ key: ref!.name, which: nameOf(project, ref!), one }));
    return said.length > 0 ? said : [{ key: state, which: state, one }];
  });
  const rank = (key: string): number => (levels.includes(key) ? levels.indexOf(key) : levels.length);
  const sorted = shares.toSorted((a, b) => rank(a.key) - rank(b.key));
  return [...groupBy(sorted, ({ key }) => key).values()].map((those) => ({
    by: 'Level',
    which: those[0]!.which,
    stages: those.map(({ one }) => one),
    wholes: [],
    at: { place: those[0]!.one.stage.namePlace },
  }));
}

const absences = {
  recorded: '',
  missing: '(not recorded)',
  unknown: '(unknown)',
  none: '(none)',
  'not-applicable': '(not applicable)',
  unreadable: '(cannot be read)',
} as const;

const compare = (a: string, b: string): number =>
  Number(a.startsWith('(')) - Number(b.startsWith('(')) || (a < b ? -1 : a > b ? 1 : 0);
