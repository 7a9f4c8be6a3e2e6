import type { Pathway, Stage } from '../../model/elements.ts';
import { type FactLines, stateOf } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import type { Commissioning, Oversight } from '../../model/values.ts';
import { agreementsOn, coCommissioners, unbound } from '../co-commissioning.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { inWords } from '../words.ts';

/**
 * Commissioners that a pathway names for all of its stages are spoken of once, at the pathway, and not at all where
 * every stage that they commission has its own agreement. Silent while governance is unknown, or said to be none.
 */
export const coCommissioningWithoutAgreement: PathwayRule = {
  name: 'co-commissioning-without-agreement',
  title: 'Co-commissioning without agreement',
  family: 'commissioning',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const stages = pathway.stages.filter(isCurrent);
    const sharing = stages.filter(({ facts }) => facts.commissioner.length === 0);
    const agreed = (stage: Stage): boolean => checkElement(project, pathway, stage, pathway) === undefined;
    const reports = [
      sharing.length > 0 && sharing.every(agreed) ? undefined : checkElement(project, pathway, pathway, pathway),
      ...stages.map((stage) => checkElement(project, pathway, stage, stage)),
    ];
    for (const report of reports) if (report !== undefined) yield report;
  },
};

/** `owner` is the block whose lines say who commissions the element. */
function checkElement(
  project: Project,
  pathway: Pathway,
  element: Pathway | Stage,
  owner: Pathway | Stage,
): Report | undefined {
  const commissioners = coCommissioners(project, owner.facts.commissioner);
  const own: FactLines<Oversight> = element.facts.governance;
  const lines = element === pathway ? own : [...own, ...pathway.facts.governance];
  if (commissioners.length < 2 || mayBeAgreed(project, own, lines)) return undefined;
  const left = unbound(project, commissioners, agreementsOn(lines));
  if (left.length === 0) return undefined;
  return {
    at: element.namePlace,
    message: messageFor(element.name, commissioners, left),
    element: element.name,
    facts: ['governance'],
  };
}

/** Whether the agreement is an open question, a confirmed gap, or named by a name that nothing has. */
function mayBeAgreed(project: Project, own: FactLines<Oversight>, lines: FactLines<Oversight>): boolean {
  if (lines.some(({ state }) => state === 'unknown' || state === 'unreadable')) return true;
  const state = stateOf(own.length > 0 ? own : lines);
  if (state === 'none' || state === 'not-applicable') return true;
  return agreementsOn(lines).some((name) => !project.agreements.has(name));
}

function messageFor(name: string, all: readonly Commissioning[], left: readonly Commissioning[]): string {
  const next = "add 'governance agreement' with the one that binds them";
  if (left.length === all.length)
    return `${inWords(quoted(all))} co-commission '${name}' under no recorded agreement: ${next}.`;
  const verb = left.length === 1 ? 'co-commissions' : 'co-commission';
  return `${inWords(quoted(left))} ${verb} '${name}' under no recorded agreement with the others: ${next}.`;
}

const quoted = (all: readonly Commissioning[]): readonly string[] =>
  all.map(({ organisation }) => `'${organisation.name}'`);
