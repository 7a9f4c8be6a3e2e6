import type { Flow, Information, Transition } from '../../model/elements.ts';
import { type Recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { Send } from '../../model/values.ts';
import type { PathwayRule, Report } from '../rule.ts';

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
        if (line.value.under === undefined) yield* checkSend(project, link, line);
      }
    }
  },
};

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

/** What the information holds that the law guards: `health data`, in the words of the vocabulary. */
function sensitiveContents(project: Project, information: Information): readonly string[] {
  return information.containing.flatMap(({ name }) => {
    const term = project.terms.data.get(name);
    const flags = term?.flags ?? [];
    const guarded = flags.includes('special-category') || flags.includes('criminal-offence');
    return term !== undefined && guarded ? [lowerFirst(term.label ?? term.name)] : [];
  });
}

/** Labels begin like a sentence and stand inside one here; abbreviations stay as they are. */
function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
