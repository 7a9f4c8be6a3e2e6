import type { Flow, Pathway, Stage, Transition } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import { ownDeclarations } from '../../model/walk.ts';
import { capital } from '../../model/wording.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { type Unsourced, unsourced } from '../sources.ts';
import { inWords } from '../words.ts';

/**
 * Speaks of blocks and not of lines: one `evidence` answers for all that a block says. A pathway whose parts name no
 * source at all is one finding, at the pathway; a part that names sources for some of its facts is one by itself. So a
 * map without any source is one finding, and each source that is named makes the list shorter or more exact.
 *
 * Boards and agreements are asked too. What organisations are called and where they are can be looked up by anybody,
 * and what the authors decide themselves (the status of a map, how a stage or a transition is classed, who owns a gap) rests on
 * nobody else. What a specification requires of a stage rests on the specification.
 */
export const missingEvidence: PathwayRule = {
  name: 'missing-evidence',
  title: 'No evidence',
  family: 'data-quality',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    // One source for the pathway answers for everything in it.
    if (isClosed(pathway) || pathway.evidence.some(({ source }) => source !== undefined)) return;
    const all = blocksOf(project, pathway);
    const wholly = all.filter((block) => block.wholly);
    if (wholly.length < 2) yield* all.map(reportOne);
    else {
      const together = all.filter(({ element, wholly: whole }) => whole || element === pathway);
      yield reportAll(pathway, together);
      yield* all.filter((block) => !together.includes(block)).map(reportOne);
    }
  },
  *checkRest(project): Iterable<Report> {
    for (const element of ownDeclarations(project)) {
      if (element.kind !== 'board' && element.kind !== 'agreement') continue;
      const found = unsourced(element, () => true);
      if (found !== undefined) yield reportOne(found);
    }
  },
};

const decided: ReadonlySet<string> = new Set(['status', 'enters', 'leaves', 'setting', 'movement', 'varies']);

function blocksOf(project: Project, pathway: Pathway): readonly Unsourced[] {
  const required = new Map(
    project.specifications.get(pathway.realises?.name ?? '')?.stages.map((stage) => [stage.name, stage.facts]),
  );
  const asked = (element: Pathway | Stage | Transition | Flow) => {
    const demands = element.kind === 'stage' ? required.get(element.realises?.name ?? element.name) : undefined;
    return (fact: string) => !decided.has(fact) && !demands?.[fact as keyof typeof demands]?.length;
  };
  const mapped = [pathway, ...pathway.stages.filter(isCurrent), ...pathway.transitions, ...pathway.flows];
  return [
    ...mapped.flatMap((element) => unsourced(element, asked(element)) ?? []),
    ...pathway.actions.flatMap((action) => unsourced(action, (fact) => fact === 'cost') ?? []),
  ];
}

function reportOne({ element, facts }: Unsourced): Report {
  const subject = `${capital(element.kind)} '${element.name}'`;
  return {
    at: element.namePlace,
    message: `${subject} names no source for what it says of ${some(facts)}: add 'evidence' and the source to it, or 'according to' and the source to the line.`,
    element: element.name,
    facts,
  };
}

function reportAll(pathway: Pathway, blocks: readonly Unsourced[]): Report {
  const parts = blocks.filter(({ element }) => element !== pathway);
  const facts = [...new Set(blocks.flatMap((block) => block.facts))];
  const counted = parts.length === 1 ? '1 of its parts' : `${parts.length} of its parts`;
  const subject =
    parts.length < blocks.length
      ? `Pathway '${pathway.name}' and ${counted} name no source`
      : `${parts.length} parts of pathway '${pathway.name}' name no source`;
  return {
    at: pathway.namePlace,
    message: `${subject} for what they say of ${some(facts)}: add 'evidence' and the source to the pathway, or to each part.`,
    element: pathway.name,
    facts,
    related: parts.map(({ element, facts: own }) => ({
      message: `What ${element.kind} '${element.name}' says of ${some(own)}.`,
      place: element.namePlace,
    })),
  };
}

/** `provider, ages and cost`; of many the first few. */
function some(facts: readonly string[]): string {
  return inWords(facts.length > 4 ? [...facts.slice(0, 3), `${facts.length - 3} more facts`] : facts);
}
