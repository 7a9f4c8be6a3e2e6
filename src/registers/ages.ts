import type { Pathway } from '../model/elements.ts';
import { type FactState, recorded, stateOf } from '../model/facts.ts';
import { stagesOf } from '../model/graph.ts';
import { labelOf, type Project } from '../model/project.ts';
import { isClosed, isProposed, isThere } from '../model/status.ts';
import { type Ages, formatAges, inverted, OLDEST, within } from '../model/units/ages.ts';
import { ownPathways } from '../model/walk.ts';
import { list } from './cells.ts';
import { pathwayCells } from './elements.ts';
import type { Cell, Column, Given, Register, Row } from './register.ts';

/** What there is for people of each age at each level. */
export function ages({ project }: Given): Register {
  const pathways = ownPathways(project).filter((pathway) => !isClosed(pathway) && !isProposed(pathway));
  const levels = levelsOf(project, pathways);
  const columns: readonly Column[] = [
    { key: 'pathway', heading: 'Pathway', kind: 'text', filter: true },
    { key: 'footprint', heading: 'Footprint', kind: 'text', filter: true },
    { key: 'ages', heading: 'Ages', kind: 'text' },
    ...levels.map(
      (name): Column => ({
        key: `level-${name}`,
        heading: project.terms.level.get(name)?.label ?? name,
        kind: 'matrix',
      }),
    ),
    { key: 'no-level', heading: 'Without a level', kind: 'matrix' },
  ];
  return {
    name: 'ages-and-levels',
    title: 'Ages and levels',
    group: 'services',
    about: 'What there is for people of each age at each level of need, so that ages without an offer can be seen.',
    columns,
    rows: pathways.flatMap((pathway) => rowsOf(project, pathway, levels)),
    notes: [
      'A row for each span of ages for which the same stages are there. Stages and pathways that are only planned or closed are left out; shared stages are in.',
      'Not known: only stages that do not say which ages they are for are at this level.',
      'Nothing: no stage is recorded for these ages at this level. Whether one is needed is for the reader to say.',
    ],
    empty: 'No stage says which ages it is for.',
  };
}

interface Offer {
  readonly label: string;
  /** Nothing where the stage does not say which ages it is for. */
  readonly ages?: Ages;
  /** What it says of its ages: recorded, unknown, not at all. */
  readonly state: FactState;
  readonly levels: readonly string[];
}

function offersOf(project: Project, pathway: Pathway): readonly Offer[] {
  return stagesOf(project, pathway).flatMap(({ stage, used, home }): readonly Offer[] => {
    if (stage === undefined || !isThere(home, stage)) return [];
    const levelled = levelState(stateOf(stage.facts.level));
    const label = `${used?.label ?? labelOf(stage)}${levelled}`;
    const state = stateOf(stage.facts.ages);
    const levels = recorded(stage.facts.level).map(({ name }) => name);
    const spans = recorded(stage.facts.ages).filter((one) => !inverted(one));
    return spans.length === 0 ? [{ label, levels, state }] : spans.map((ages) => ({ label, ages, levels, state }));
  });
}

/** The levels that stages use, in the order of the vocabulary. */
function levelsOf(project: Project, pathways: readonly Pathway[]): readonly string[] {
  const used = new Set(pathways.flatMap((pathway) => offersOf(project, pathway)).flatMap(({ levels }) => levels));
  const known = [...project.terms.level.keys()].filter((name) => used.has(name));
  return [...known, ...[...used].filter((name) => !project.terms.level.has(name))];
}

function rowsOf(project: Project, pathway: Pathway, levels: readonly string[]): readonly Row[] {
  const offers = offersOf(project, pathway);
  const said = offers.flatMap((offer) => offer.ages ?? []);
  const own = recorded(pathway.facts.ages).filter((one) => !inverted(one));
  const unsaid = offers.filter((offer) => offer.ages === undefined);
  const maybe = unsaid.filter(({ state }) => state !== 'none' && state !== 'not-applicable');
  const lacking = (level: string): Cell => (maybe.some(({ levels: its }) => its.includes(level)) ? notKnown : nothing);
  return [
    ...spansOf([...said, ...own]).map((span) => {
      const there = offers.filter((offer) => offer.ages !== undefined && within(span, offer.ages));
      return rowOf(project, pathway, { text: formatAges(span), order: span.from }, there, levels, lacking);
    }),
    ...withoutAges.flatMap((ages) => {
      const those = unsaid.filter(({ state }) => (state === 'recorded' ? 'unreadable' : state) === ages.state);
      return those.length === 0 ? [] : [rowOf(project, pathway, ages, those, levels, () => ({ text: '' }))];
    }),
  ];
}

const nothing: Cell = { text: 'Nothing', state: 'missing' };

/** A stage of the level does not say which ages it is for, so nobody knows that there is nothing. */
const notKnown: Cell = { text: 'Not known', state: 'unknown' };

/** What is not known of ages stands after the ages: unfinished, asked, or settled that there are none. */
const withoutAges: readonly Cell[] = [
  { text: 'Ages not recorded', order: OLDEST + 1, state: 'missing' },
  { text: 'Ages unknown', order: OLDEST + 2, state: 'unknown' },
  { text: 'No ages', order: OLDEST + 3, state: 'none' },
  { text: 'Ages not applicable', order: OLDEST + 4, state: 'not-applicable' },
  { text: 'Ages cannot be read', order: OLDEST + 5, state: 'unreadable' },
];

/** What stands behind a stage without a level: that none is recorded is what its column says already. */
function levelState(state: FactState): string {
  return state === 'recorded' || state === 'missing'
    ? ''
    : ` (${state === 'unreadable' ? 'cannot be read' : state.replace('-', ' ')})`;
}

function rowOf(
  project: Project,
  pathway: Pathway,
  ages: Cell,
  offers: readonly Offer[],
  levels: readonly string[],
  lacking: (level: string) => Cell,
): Row {
  const none = offers.filter((offer) => offer.levels.length === 0);
  const of = (level: string): readonly Offer[] => offers.filter((offer) => offer.levels.includes(level));
  return {
    cells: {
      ...pathwayCells(project, pathway),
      ages,
      ...Object.fromEntries(levels.map((name) => [`level-${name}`, offered(of(name)) ?? lacking(name)])),
      'no-level': offered(none) ?? { text: '' },
    },
    place: pathway.namePlace,
    pathway: pathway.name,
  };
}

function offered(offers: readonly Offer[]): Cell | undefined {
  const labels = [...new Set(offers.map(({ label }) => label))];
  return labels.length === 0 ? undefined : { ...list(labels), state: 'provided' };
}

/** The ranges cut into spans at every age at which one of them begins or ends; what none of them covers between is one too. */
export function spansOf(all: readonly Ages[]): readonly Ages[] {
  const cuts = [...new Set(all.flatMap(({ from, to }) => [from, (to ?? OLDEST) + 1]))].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index): Ages => {
    const to = cuts[index + 1]! - 1;
    return to === OLDEST && all.some((one) => one.to === undefined) ? { from } : { from, to };
  });
}
