import type { Agreement, Flow, Transition } from '../../model/elements.ts';
import { type FactLines, type Ref, recorded, recordedFacts } from '../../model/facts.ts';
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
      for (const { value } of sends) if (value.under !== undefined) yield* checkSend(project, link, value, value.under);
    }
  },
};

function* checkSend(project: Project, link: Transition | Flow, send: Send, under: Ref): Iterable<Report> {
  const agreement = project.agreements.get(under.name);
  if (agreement === undefined) return;
  const covered = covers(project, agreement, send.information);
  const outside = outsiders(project, agreement, send).map((name) => `'${name}'`);
  if (covered && outside.length === 0) return;
  const uncovered = `'${under.name}' does not cover '${send.information.name}'`;
  const strangers = `${inWords(outside)} ${outside.length > 1 ? 'are' : 'is'} not party to`;
  const both = outside.length === 0 ? uncovered : `${uncovered}, and ${strangers} it`;
  yield {
    at: under.place,
    message: `${covered ? `${strangers} '${under.name}'` : both}: name the agreement that does, or raise a gap.`,
    element: link.name,
    facts: ['send'],
    related: [
      { message: `What '${under.name}' covers, and who is party to it, is declared here.`, place: agreement.namePlace },
    ],
  };
}

function covers(project: Project, { facts }: Agreement, { name }: Ref): boolean {
  if (!project.information.has(name) || !allKnown(facts.covers, project.information)) return true;
  return recorded(facts.covers).some((covered) => covered.name === name);
}

/** Sender and receiver, where they are not party to the agreement. */
function outsiders(project: Project, { facts }: Agreement, { from, to }: Send): readonly string[] {
  if (!allKnown(facts.party, project.organisations)) return [];
  const parties = recorded(facts.party).map(({ name }) => name);
  const names = [from, to].flatMap((ref) =>
    ref !== undefined && project.organisations.has(ref.name) ? [ref.name] : [],
  );
  return [...new Set(names)].filter((name) => !parties.some((party) => isPartOf(project, name, party)));
}

/** Where a line is broken, it may name the very one that seems to be lacking. */
function allKnown(lines: FactLines<Ref>, declared: ReadonlyMap<string, unknown>): boolean {
  return lines.every((line) => line.state === 'recorded' && declared.has(line.value.name));
}
