import type { Agreement, Flow, Transition } from '../../model/elements.ts';
import { type FactLines, type Ref, recordedFacts } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { Send } from '../../model/values.ts';
import { isPartOf } from '../organisations.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { plannedOrBroken } from '../transitions.ts';
import { inWords } from '../words.ts';

/** A body that is party to an agreement has signed it for its parts. */
export const agreementDoesNotFit: PathwayRule = {
  name: 'agreement-does-not-fit',
  title: 'Agreement does not fit the flow',
  family: 'information',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const link of [...pathway.transitions, ...pathway.flows]) {
      const sends = recordedFacts<Send>(link.facts.send);
      if (sends.length === 0 || plannedOrBroken(project, pathway, link)) continue;
      for (const { value } of sends) {
        const report = value.under === undefined ? undefined : checkSend(project, link, value, value.under);
        if (report !== undefined) yield report;
      }
    }
  },
};

function checkSend(project: Project, link: Transition | Flow, send: Send, under: Ref): Report | undefined {
  const agreement = project.agreements.get(under.name);
  if (agreement === undefined) return undefined;
  const covered = covers(project, agreement, send.information);
  const outside = outsiders(project, agreement, send).map((name) => `'${name}'`);
  if (covered && outside.length === 0) return undefined;
  const uncovered = `'${under.name}' does not cover '${send.information.name}'`;
  const strangers = `${inWords(outside)} ${outside.length > 1 ? 'are' : 'is'} not party to`;
  const wanted = covered ? 'both sides are party to' : outside.length === 0 ? 'does' : 'fits';
  const both = outside.length === 0 ? uncovered : `${uncovered}, and ${strangers} it`;
  return {
    at: under.place,
    message: `${covered ? `${strangers} '${under.name}'` : both}: name the agreement that ${wanted}, or raise a gap.`,
    element: link.name,
    facts: ['send'],
    related: [
      { message: `What '${under.name}' covers, and who is party to it, is declared here.`, place: agreement.namePlace },
    ],
  };
}

function covers(project: Project, { facts }: Agreement, { name }: Ref): boolean {
  if (facts.covers.some((line) => line.state === 'recorded' && line.value.name === name)) return true;
  return !project.information.has(name) || !allKnown(facts.covers, project.information);
}

/** Sender and receiver, where they are not party to the agreement. */
function outsiders(project: Project, { facts }: Agreement, { from, to }: Send): readonly string[] {
  const isParty = (name: string): boolean =>
    facts.party.some((line) => line.state === 'recorded' && isPartOf(project, name, line.value.name));
  const names = new Set<string>();
  for (const ref of [from, to]) {
    if (ref !== undefined && project.organisations.has(ref.name) && !isParty(ref.name)) names.add(ref.name);
  }
  return names.size > 0 && allKnown(facts.party, project.organisations) ? [...names] : [];
}

/** Where a line is broken, it may name the very one that seems to be lacking. */
function allKnown(lines: FactLines<Ref>, declared: ReadonlyMap<string, unknown>): boolean {
  return lines.every((line) => line.state === 'recorded' && declared.has(line.value.name));
}
