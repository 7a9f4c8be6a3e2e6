import type { RequiredFact, RequiredStage, RequiredTransition, Specification } from '../model/elements.ts';
import { type Ref, recorded } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { labelOf, type Project } from '../model/project.ts';
import { formatText } from './format/format.ts';

/** What a new pathway is called, and which part of the region it is for. */
export interface NewPathway {
  readonly name: string;
  readonly label?: string;
  /** The name of a footprint. */
  readonly footprint?: string;
}

/**
 * A pathway that realises a specification, in canonical form: every required stage and transition is there, and every
 * fact that the specification or the rules ask for is `unknown`. Nothing is claimed but what the specification says:
 * what it leaves open and can't be `unknown`, such as a setting or an outcome, is left for the rules to ask.
 */
export function skeletonOf(project: Project, specification: Specification, pathway: NewPathway): string {
  const { footprint = footprintOf(project, specification), label, name } = pathway;
  const head = [
    `pathway ${name}`,
    ...(label === undefined ? [] : [quoted(label)]),
    `realises ${specification.name}`,
    ...(footprint === undefined ? [] : [`in ${footprint}`]),
  ];
  const text = [
    `# What ${asComment(labelOf(specification))} requires. Put what you know in place of each 'unknown',`,
    `# and check who comes in ('enters') and who goes ('leaves') where.`,
    `${head.join(' ')} {`,
    'status draft',
    'owner unknown',
    ...(specification.facts.ages.length > 0 ? ['ages unknown'] : []),
    ...ofTheWhole.map((fact) => `${fact} unknown`),
    ...specification.stages.flatMap((stage) => ['', ...stageLines(specification, stage)]),
    ...specification.transitions.flatMap((transition) => ['', ...transitionLines(specification, transition)]),
    '}',
    '',
  ].join('\n');
  const formatted = formatText(text);
  return 'text' in formatted ? formatted.text : text;
}

/** A name that no pathway of the project has yet. */
export function freeName(project: Project, wanted: string): string {
  const taken = (name: string): boolean => project.pathways.has(name) || project.scenarios.has(name);
  for (let name = wanted, number = 2; ; name = `${wanted}-${number++}`) if (!taken(name)) return name;
}

/** The footprints that a specification may be realised in: those within its own, else all of them. */
export function footprintsFor(project: Project, { footprint }: Specification): readonly string[] {
  const within = footprint ? below(project, footprint.name, new Set([footprint.name])) : [];
  return within.length > 0 ? within : [...project.footprints.keys()];
}

function below(project: Project, name: string, known: Set<string>): readonly string[] {
  const inner = [...project.footprints.values()].filter((one) => one.within?.name === name && !known.has(one.name));
  for (const one of inner) known.add(one.name);
  return inner.flatMap((one) => [one.name, ...below(project, one.name, known)]);
}

/** Where only one place is possible, that one. */
function footprintOf(project: Project, specification: Specification): string | undefined {
  const possible = footprintsFor(project, specification);
  return possible.length === 1 ? possible[0] : undefined;
}

/** These are mostly the same throughout a pathway, so they are asked once; a stage may say its own. */
const ofTheWhole: readonly RequiredFact[] = ['commissioner', 'governance'];
const ofStages: readonly RequiredFact[] = ['provider', 'activity', 'cost'];
const ofTransitions: readonly RequiredFact[] = ['criteria', 'information', 'lead'];

const mayStandInStages = new Set<RequiredFact>(['provider', 'commissioner', 'governance', 'activity', 'cost']);
const mayStandInTransitions = new Set<RequiredFact>([
  ...(['criteria', 'lead', 'information', 'agreement', 'activity', 'governance'] as const),
]);

function stageLines(specification: Specification, stage: RequiredStage): readonly string[] {
  const { setting, level, cohort, assessment } = stage.facts;
  const required = stage.requires.map(({ fact }) => fact).filter((fact) => mayStandInStages.has(fact));
  const arrives = specification.transitions.some(({ to }) => to.name === stage.name);
  const goesOn = specification.transitions.some(({ from }) => from.name === stage.name);
  return [
    `stage ${stage.name}${labelled(stage)} {`,
    ...(arrives ? [] : ['enters']),
    ...recorded(setting).map((use) => `setting ${use.setting.name}`),
    ...recorded(level).map(({ name }) => `level ${name}`),
    ...recorded(cohort).map(({ name }) => `cohort ${name}`),
    ...unique([...ofStages, ...required]).map((fact) => `${fact} unknown`),
    ...(assessment.length > 0 || (!arrives && !assessedEarly(specification))
      ? [`assessment unknown${wanted(recorded(assessment).map((one) => one.information))}`]
      : []),
    ...(goesOn ? [] : ['leaves']),
    '}',
  ];
}

/** Whether the specification requires an assessment where people come in, or directly after that. */
function assessedEarly({ stages, transitions }: Specification): boolean {
  const first = stages.filter(({ name }) => !transitions.some(({ to }) => to.name === name));
  const next = transitions.filter(({ from }) => first.some(({ name }) => name === from.name)).map(({ to }) => to.name);
  return stages.some(
    (stage) => (first.includes(stage) || next.includes(stage.name)) && stage.facts.assessment.length > 0,
  );
}

function transitionLines(specification: Specification, transition: RequiredTransition): readonly string[] {
  const own = groupBy(transition.requires, ({ fact }) => fact);
  const ofAll = specification.requires.filter(
    ({ fact }) => mayStandInTransitions.has(fact) && !mayStandInStages.has(fact),
  );
  const facts = [...ofTransitions, ...own.keys(), ...ofAll.map(({ fact }) => fact)];
  const named = (fact: RequiredFact): readonly Ref[] =>
    [...(own.get(fact) ?? []), ...ofAll.filter((one) => one.fact === fact)].flatMap(
      ({ information }) => information ?? [],
    );
  return [
    `transition from ${transition.from.name} to ${transition.to.name}${labelled(transition)} {`,
    ...recorded(transition.facts.movement).map(({ name }) => `movement ${name}`),
    ...unique(facts.filter((fact) => mayStandInTransitions.has(fact))).map(
      (fact) => `${fact === 'information' ? 'send' : fact} unknown${wanted(named(fact))}`,
    ),
    '}',
  ];
}

/** A comment that says which of the things that a project knows the specification wants here. */
function wanted(names: readonly Ref[]): string {
  return names.length === 0 ? '' : `  # required: ${unique(names.map(({ name }) => name)).join(' and ')}`;
}

function labelled({ label }: { readonly label?: string }): string {
  return label === undefined ? '' : ` ${quoted(label)}`;
}

function quoted(text: string): string {
  return `"${onOneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function asComment(label: string): string {
  return `'${onOneLine(label)}'`;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
