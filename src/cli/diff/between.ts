import { comparePathways, type PathwaySide } from '../../changes/compare.ts';
import { readingOf } from '../../changes/reading.ts';
import { compareWithSpecification } from '../../changes/specification.ts';
import type { CheckedProject } from '../../language/checker.ts';
import type { Pathway, Specification } from '../../model/elements.ts';
import { nearest } from '../../model/nearest.ts';
import { labelOf } from '../../model/project.ts';
import { changedPathway } from '../../model/scenario.ts';
import { type Io, UsageError } from '../io.ts';
import { openPaths } from '../open.ts';
import { type Compared, linesOf, type Report, titleOf, withoutPersons } from './report.ts';

/** Two things of one project that are to be compared, by their names. */
export interface Wanted {
  readonly between: string;
  /** Where it is not given: of a scenario the pathway that it changes, of a pathway the specification that it realises. */
  readonly and?: string;
}

/** Compares two pathways, a pathway with a scenario, or with the specification that it realises, as the files are now. */
export function reportBetween(paths: readonly string[], wanted: Wanted, asOf: string, io: Io): Report {
  const { projects } = openPaths(paths, asOf, io);
  const names = [wanted.between, ...(wanted.and === undefined ? [] : [wanted.and])];
  const known = (checked: CheckedProject) => names.every((name) => thingCalled(checked, name) !== undefined);
  const checked = projects.find(known);
  if (!checked) throw unknownName(names, projects);
  const [one, other] = sidesOf(checked, wanted);
  return isSpecification(one) ? withSpecification(checked, one, other) : ofTwo(checked, one, other);
}

type Thing = Pathway | Specification;

const isSpecification = (thing: Thing): thing is Specification => thing.kind === 'specification';

/** A pathway, what a scenario makes of one, or a specification. */
function thingCalled({ project }: CheckedProject, name: string): Thing | undefined {
  const scenario = project.scenarios.get(name);
  const changed = scenario && changedPathway(project, scenario);
  return project.pathways.get(name) ?? changed ?? project.specifications.get(name);
}

function sidesOf(checked: CheckedProject, { between, and }: Wanted): readonly [Thing, Pathway] {
  const first = thingCalled(checked, between)!;
  const second = and === undefined ? besideOf(checked, first) : thingCalled(checked, and)!;
  if (!isSpecification(second)) return [first, second];
  if (isSpecification(first))
    throw new UsageError(
      `'${between}' and '${and}' are both specifications: compare a pathway with the one it realises.`,
    );
  return [second, first];
}

/** What somebody means who names one thing only: that comes first which the other one rests on. */
function besideOf({ project }: CheckedProject, thing: Thing): Thing {
  if (isSpecification(thing))
    throw new UsageError(`Say which pathway is to be compared with '${thing.name}': add '--and' and its name.`);
  const base = project.scenarios.get(thing.name)?.changes?.name;
  if (base !== undefined && project.pathways.get(thing.name) === undefined) return project.pathways.get(base)!;
  const realised = project.specifications.get(thing.realises?.name ?? '');
  if (realised) return realised;
  throw new UsageError(
    `'${thing.name}' realises no specification: say what it is to be compared with, by '--and' and its name.`,
  );
}

function ofTwo(checked: CheckedProject, one: Pathway, other: Pathway): Report {
  const isBase = checked.project.scenarios.get(one.name)?.changes?.name === other.name;
  const [first, second] = isBase && !checked.project.pathways.has(one.name) ? [other, one] : [one, other];
  const sides = [first, second].map((pathway): PathwaySide => ({ ...checked, pathway })) as [PathwaySide, PathwaySide];
  const whole = comparePathways(...sides);
  const [before, after] = sides;
  return reported(checked, labelOf(first), labelOf(second), {
    whole,
    pairs: [{ name: second.name, label: labelOf(second), before, after }],
  });
}

function withSpecification(checked: CheckedProject, specification: Specification, pathway: Pathway): Report {
  const whole = pathway.realises?.name === specification.name && compareWithSpecification({ ...checked, pathway });
  if (!whole)
    throw new UsageError(`'${pathway.name}' does not realise '${specification.name}': there is nothing to compare.`);
  return reported(checked, labelOf(specification), labelOf(pathway), { whole, pairs: [] });
}

function reported(
  checked: CheckedProject,
  before: string,
  after: string,
  { whole, pairs }: Required<Pick<Compared, 'whole' | 'pairs'>>,
): Report {
  const comparison = withoutPersons(whole, { before: checked, after: checked });
  const compared: Compared = {
    ...{ before: checked, after: checked, title: titleOf(checked), whole, comparison, pairs },
    reading: readingOf(comparison),
    linesAt: linesOf(checked),
  };
  const differs = [comparison.changes, comparison.consequences].some((list) => list.length > 0);
  return {
    before: { name: before },
    after: { name: after },
    projects: differs ? [compared] : [],
    rewritten: [],
    unreadable: [],
    beside: true,
  };
}

function unknownName(names: readonly string[], projects: readonly CheckedProject[]): UsageError {
  const all = projects.flatMap(({ project: { pathways, scenarios, specifications } }) => [
    ...pathways.keys(),
    ...scenarios.keys(),
    ...specifications.keys(),
  ]);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown === undefined) return new UsageError(`'${names.join("' and '")}' are in different projects.`);
  const [guess] = nearest(unknown, all, 1);
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  const list = all.map((name) => `'${name}'`).join(', ');
  return new UsageError(
    `There is no pathway, scenario or specification '${unknown}'.${hint}${list === '' ? '' : ` These are there: ${list}.`}`,
  );
}
