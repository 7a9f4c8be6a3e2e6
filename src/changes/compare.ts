import type { Pathway } from '../model/elements.ts';
import { labelOf, type Project } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import type { Change, Comparison } from './change.ts';
import { consequencesOf, consequencesOfPathways } from './consequences.ts';
import { type Matched, matchElements, matchProjects } from './match.ts';
import { movedFiles } from './moved-files.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Both, changesOf, linesOf, type Telling, withPathways } from './tell.ts';
import { troublesOf } from './troubles.ts';

/** One side of a comparison: a project as it was checked at some time. A `CheckedProject` is one. */
export interface Side {
  readonly project: Project;
  /** Everything that was found in it. */
  readonly findings: readonly Finding[];
}

/** Two pathways that are to be compared, whatever they are called. */
export interface PathwaySide extends Side {
  readonly pathway: Pathway;
}

/** Everything that differs from one project to another, or from one time of it to another. Never fails. */
export function compareProjects(before: Side, after: Side): Comparison {
  const matched = matchProjects(before.project, after.project);
  const { renames } = matched;
  const telling: Telling = { before: before.project, after: after.project, renames, isLater: true };
  const changes = [...movedFiles(telling, matched.pairs), ...matched.pairs.flatMap((pair) => changesOf(telling, pair))];
  return comparison(before, after, matched, changes, consequencesOf(before, after, matched.renames));
}

/**
 * What differs from one pathway to another; their names, files and footprints count for nothing. Two of one name are
 * two times of one pathway; of others it is said what each of them has. Never fails.
 */
export function comparePathways(before: PathwaySide, after: PathwaySide): Comparison {
  const matched = matchElements(headless(outlineOf(before.pathway)), headless(outlineOf(after.pathway)));
  const sides = { before: labelOf(before.pathway), after: labelOf(after.pathway) };
  const isSame = before.pathway.name === after.pathway.name;
  const isLater = isSame || after.project.scenarios.has(after.pathway.name);
  const telling: Telling = {
    ...{ before: before.project, after: after.project, renames: matched.renames, isLater },
    ...(!isSame && { sides }),
  };
  const changes = matched.pairs.flatMap((pair) => [
    ...linesOf(telling, pair as Both),
    ...pair.blocks.flatMap((block) => changesOf(withPathways(telling, pair), block)),
  ]);
  const consequences = consequencesOfPathways(before, after, matched.renames, isLater);
  const told = comparison(before, after, matched, changes, consequences);
  return isLater ? told : { ...told, between: sides };
}

/** What a pathway says of itself that another one may say otherwise without being another pathway. */
function headless(outline: Outline): Outline {
  return { ...outline, items: outline.items.filter(({ fact }) => fact !== 'label' && fact !== 'in') };
}

function comparison(
  before: Side,
  after: Side,
  { renames }: Matched,
  changes: readonly Change[],
  consequences: Comparison['consequences'],
): Comparison {
  const all = told(changes);
  return {
    changes: [...all.filter(({ weakens }) => weakens), ...all.filter(({ weakens }) => !weakens)],
    consequences,
    troubles: [...troublesOf('before', before.findings), ...troublesOf('after', after.findings)],
    renames,
    labels: new Map([...labelsIn(before), ...labelsIn(after)]),
  };
}

/** Of a pathway that a scenario makes, its own label. */
function labelsIn(side: Side | PathwaySide): readonly (readonly [string, string])[] {
  const pathways = 'pathway' in side ? [side.pathway] : [...side.project.pathways.values()];
  return pathways.map((pathway) => [pathway.name, labelOf(pathway)]);
}

/** Those of one id are told apart by their order. */
function told(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const count = (seen.get(change.id) ?? 0) + 1;
    seen.set(change.id, count);
    return count === 1 ? change : { ...change, id: `${change.id} #${count}` };
  });
}
