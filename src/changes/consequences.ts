import { ownPathways } from '../model/walk.ts';
import type { Consequence, Renames } from './change.ts';
import type { PathwaySide, Side } from './compare.ts';
import { activityConsequences } from './consequences/activity.ts';
import { agesConsequences } from './consequences/ages.ts';
import { agreementConsequences } from './consequences/agreements.ts';
import { assessmentConsequences } from './consequences/assessments.ts';
import { betweenConsequences } from './consequences/between.ts';
import { costConsequences } from './consequences/cost.ts';
import { findingConsequences } from './consequences/findings.ts';
import { governanceConsequences } from './consequences/governance.ts';
import { informationConsequences } from './consequences/information.ts';
import { levelConsequences } from './consequences/levels.ts';
import { namingOf } from './consequences/naming.ts';
import { providerConsequences } from './consequences/providers.ts';
import { questionConsequences } from './consequences/questions.ts';
import { reachConsequences } from './consequences/reach.ts';
import { requiredConsequences } from './consequences/required.ts';
import { type Draft, pairsOf, type Sides, type Version } from './consequences/sides.ts';
import { touchedPathways } from './consequences/untouched.ts';
import { waitConsequences } from './consequences/waits.ts';

/**
 * What follows from everything that differs from one project to another, in the order in which a person should read it.
 * Computed from the two models alone. The same two sides give nothing.
 */
export function consequencesOf(before: Side, after: Side, renames: Renames): readonly Consequence[] {
  const naming = namingOf(renames);
  const pathways = pairsOf(
    versionsIn(before),
    versionsIn(after),
    ({ pathway }) => naming.pathway(pathway.name),
    ({ pathway }) => pathway.name,
  );
  const sides: Sides = { before, after, naming, pathways, whole: true, checked: true };
  return consequencesIn(sides, touchedPathways(sides, renames));
}

/**
 * What follows where one pathway stands in the place of another, whatever the two are called. Of two that are no two
 * times of one pathway, what each of them has.
 */
export function consequencesOfPathways(
  before: PathwaySide,
  after: PathwaySide,
  renames: Renames,
  isLater = true,
): readonly Consequence[] {
  if (!isLater) return numbered(betweenConsequences(before, after));
  const naming = namingOf(new Map([...renames, [`pathway ${before.pathway.name}`, after.pathway.name]]));
  const pathways = [{ key: after.pathway.name, before, after }];
  const checked = isChecked(before) && isChecked(after);
  const sides: Sides = { before: onlyOf(before), after: onlyOf(after), naming, pathways, whole: false, checked };
  return consequencesIn(sides, pathways);
}

/** What follows for each pathway by itself. */
const ofPathways = [
  governanceConsequences,
  agreementConsequences,
  informationConsequences,
  providerConsequences,
  waitConsequences,
  assessmentConsequences,
  agesConsequences,
  levelConsequences,
  requiredConsequences,
  reachConsequences,
  costConsequences,
  activityConsequences,
] as const;

const ofAll = [findingConsequences, questionConsequences] as const;

function consequencesIn(sides: Sides, touched: Sides['pathways']): readonly Consequence[] {
  return numbered([
    ...ofPathways.flatMap((consequences) => consequences({ ...sides, pathways: touched })),
    ...ofAll.flatMap((consequences) => consequences(sides)),
  ]);
}

function numbered(drafts: readonly Draft[]): readonly Consequence[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const id = ['follows', draft.kind, draft.pathway, draft.rule, draft.about?.name].filter(Boolean).join(' ');
    let free = id;
    for (let number = 2; taken.has(free); number += 1) free = `${id}~${number}`;
    taken.add(free);
    return { id: free, ...draft };
  });
}

function versionsIn({ project }: Side): readonly Version[] {
  return ownPathways(project)
    .filter((pathway) => project.pathways.get(pathway.name) === pathway)
    .map((pathway) => ({ project, pathway }));
}

/** Whether anybody looked for findings: a pathway that a scenario makes is in no project. */
function isChecked({ project, pathway, findings }: PathwaySide): boolean {
  return project.pathways.get(pathway.name) === pathway || findings.some((finding) => finding.pathway === pathway.name);
}

/** With what was found in the one pathway alone. */
function onlyOf(side: PathwaySide): PathwaySide {
  return { ...side, findings: side.findings.filter(({ pathway }) => pathway === side.pathway.name) };
}
