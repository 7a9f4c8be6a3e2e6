import type { Flow, Transition } from '../../model/elements.ts';
import { type Recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { Send } from '../../model/values.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { sensitiveContents } from '../sensitive-data.ts';

export const sensitiveDataWithoutAgreement: PathwayRule = {
  name: 'sensitive-data-without-agreement',
  title: 'Sensitive data without agreement',
  family: 'information',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const link of [...pathway.transitions, ...pathway.flows]) {
      // Where the author says that the agreement is not known, that is already an open question.
      if (stateOf(link.facts.agreement) === 'unknown') continue;
      for (const line of recordedFacts<Send>(link.facts.send)) {
        if (line.value.under === undefined && !staysInside(line.value)) yield* checkSend(project, link, line);
      }
    }
  },
};

/** What one organisation sends from one of its services to another needs no agreement with itself. */
function staysInside({ from, to }: Send): boolean {
  return from !== undefined && from.name === to?.name;
}

function* checkSend(project: Project, link: Transition | Flow, line: Recorded<Send>): Iterable<Report> {
  const name = line.value.information.name;
  const information = project.information.get(name);
  const held = information === undefined ? [] : sensitiveContents(project, information);
  if (information === undefined || held.length === 0) return;
  yield {
    at: line.place,
    message: `'${name}' holds ${held.join(' and ')} and is sent under no agreement: add 'under' and the agreement that allows it.`,
    element: link.name,
    facts: ['send'],
    related: [{ message: `What '${name}' holds is declared here.`, place: information.namePlace }],
  };
}
