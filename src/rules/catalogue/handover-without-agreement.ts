import { agreementFor, changesProvider } from '../handovers.ts';
import { isRequired } from '../requirements.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { stagesAt } from '../transitions.ts';

/** An agreement under which something is sent, or that oversees the transition, is an agreement for the handover. */
export const handoverWithoutAgreement: PathwayRule = {
  name: 'handover-without-agreement',
  title: 'No agreement for handover',
  family: 'transitions',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const transition of pathway.transitions) {
      if (agreementFor(transition) !== 'missing' || isRequired(project, pathway, transition, 'agreement')) continue;
      const ends = stagesAt(project, pathway, transition);
      if (ends === undefined || !changesProvider(project, ends.from, ends.to)) continue;
      yield {
        at: transition.namePlace,
        message: `'${transition.name}' is a handover between two organisations without an agreement: name it, or write 'agreement unknown'.`,
        element: transition.name,
        facts: ['agreement'],
        lacks: { element: `Transition '${transition.name}'`, fact: 'agreement' },
      };
    }
  },
};
