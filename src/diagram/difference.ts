import type { Flow, Pathway, Transition } from '../model/elements.ts';
import { type FactLines, recorded, stateOf } from '../model/facts.ts';
import { type PathwayStage, stagesOf } from '../model/graph.ts';
import { effective } from '../model/inheritance.ts';
import type { Project } from '../model/project.ts';
import { type Saying, wordsOf } from '../model/wording.ts';
import { absenceText, labelOfName } from './scene/facts.ts';
import { figureOf } from './scene/figures.ts';
import { linkIds } from './scene/links.ts';
import { stageId, stageLabel } from './scene/stages.ts';
import type { Change } from './scene.ts';

/** A pathway, and the project that its names are looked up in. */
export interface Version {
  readonly project: Project;
  readonly pathway: Pathway;
}

/** How an element differs. */
export interface ElementChange {
  readonly change: Change;
  /** Of what is changed each fact, with what it was and what it is: `cost £500,000, now £410,000`. */
  readonly facts: readonly string[];
}

/** What differs from one pathway to another: stages, transitions and flows by the ids that they are drawn with. */
export type Difference = ReadonlyMap<string, ElementChange>;

/** What has come, gone and changed from one pathway to another. Elements are the same where they have the same name. */
export function differenceOf(before: Version, after: Version): Difference {
  const stages = (version: Version) =>
    new Map(stagesOf(version.project, version.pathway).map((each) => [stageId(each.name), each] as const));
  return new Map([
    ...compared(stages(before), stages(after), (a, b) => changedStage(before, a, after, b)),
    ...compared(linkIds(before.pathway), linkIds(after.pathway), (a, b) => changedLink(before, a, after, b)),
  ]);
}

function compared<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  changes: (a: T, b: T) => readonly string[],
): readonly (readonly [string, ElementChange])[] {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const kept = [...after].flatMap(([id, element]): readonly (readonly [string, ElementChange])[] => {
    const old = before.get(id);
    if (old === undefined) return [[id, { change: 'added', facts: [] }]];
    const facts = old === element ? [] : changes(old, element);
    return facts.length === 0 ? [] : [[id, { change: 'changed', facts }]];
  });
  return [...gone.map((id) => [id, { change: 'removed', facts: [] }] as const), ...kept];
}

const inherited = ['provider', 'commissioner', 'governance'] as const;

function changedStage(before: Version, a: PathwayStage, after: Version, b: PathwayStage): readonly string[] {
  const labels = changedText('name', stageLabel(a), stageLabel(b));
  if (!a.stage || !b.stage) return labels;
  const figures = (['cost', 'activity', 'wait'] as const).flatMap((fact) => changedFigure(fact, a, b));
  const facts = Object.keys(b.stage.facts) as (keyof typeof b.stage.facts)[];
  const told = new Set(figures.map(({ fact }) => fact as string));
  const others = facts
    .filter((fact) => !told.has(fact))
    .flatMap((fact) => {
      const isInherited = inherited.find((each) => each === fact);
      const lines = ({ home, stage }: PathwayStage): FactLines<unknown> =>
        isInherited ? effective(home, stage!, isInherited).lines : stage!.facts[fact];
      return changedFact(fact, before, lines(a), after, lines(b));
    });
  return [...labels, ...figures.map(({ text }) => text), ...others];
}

/** Of figures the latest ones are compared; where those are the same, an earlier one has changed. */
function changedFigure(
  fact: 'cost' | 'activity' | 'wait',
  a: PathwayStage,
  b: PathwayStage,
): readonly { readonly fact: string; readonly text: string }[] {
  const [was, is] = [figureOf(a, fact), figureOf(b, fact)];
  const say = ({ state, text }: typeof was) =>
    state === 'recorded' ? text : state === 'missing' ? 'not recorded' : state;
  return was.text === is.text ? [] : [{ fact, text: `${fact} ${say(was)}, now ${say(is)}` }];
}

function changedLink(before: Version, a: Transition | Flow, after: Version, b: Transition | Flow): readonly string[] {
  const end = ({ stage, pathway }: Transition['from']) => [stage?.name, pathway?.name].filter(Boolean).join(' of ');
  const facts = Object.keys(b.facts);
  return [
    ...changedText('name', a.label ?? '', b.label ?? ''),
    ...changedText('from', end(a.from), end(b.from)),
    ...changedText('to', end(a.to), end(b.to)),
    ...facts.flatMap((fact) => changedFact(fact, before, linesOf(a, fact), after, linesOf(b, fact))),
  ];
}

function linesOf(link: Transition | Flow, fact: string): FactLines<unknown> {
  return (link.facts as Readonly<Record<string, FactLines<unknown>>>)[fact] ?? [];
}

function changedText(what: string, was: string, is: string): readonly string[] {
  return was === is ? [] : [`${what} ${was === '' ? 'none' : was}, now ${is === '' ? 'none' : is}`];
}

/** What lines say, not where they stand or what they rest on. */
function changedFact(
  fact: string,
  before: Version,
  was: FactLines<unknown>,
  after: Version,
  is: FactLines<unknown>,
): readonly string[] {
  if (was === is) return [];
  const [old, now] = [valuesIn(before.project, fact, was), valuesIn(after.project, fact, is)];
  const gone = old.filter((value) => !now.includes(value));
  const come = now.filter((value) => !old.includes(value));
  if (gone.length === 0 && come.length === 0) return [];
  const list = (values: readonly string[]) => (values.length === 0 ? 'none of it' : values.join(', '));
  const name = fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (gone.length === 0) return [`${name} + ${list(come)}`];
  return come.length === 0 ? [`${name} − ${list(gone)}`] : [`${name} ${list(gone)}, now ${list(come)}`];
}

function valuesIn(project: Project, fact: string, lines: FactLines<unknown>): readonly string[] {
  const say: Saying = { name: (ref) => labelOfName(project, ref), text: (text) => text };
  const state = stateOf(lines);
  if (state !== 'recorded') return [absenceText('', state).trim().replace(/^no$/, 'none')];
  return [...new Set(recorded(lines).map((value) => wordsOf(say, fact, value)))];
}
