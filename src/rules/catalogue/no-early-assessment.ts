import { stateOf } from '../../model/facts.ts';
import { isClosed } from '../../model/status.ts';
import { firstContact } from '../first-contact.ts';
import { openQuestion } from '../open-question.ts';
import type { PathwayRule, Report } from '../rule.ts';

/** Confirmed absence is left to the rule for confirmed gaps; a pathway without an entry to no-way-in-or-out. */
export const noEarlyAssessment: PathwayRule = {
  name: 'no-early-assessment',
  title: 'No assessment at first contact',
  family: 'gaps',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const contact = isClosed(pathway) ? undefined : firstContact(project, pathway);
    if (contact === undefined || contact.entries.length === 0) return;
    const stages = [...new Set([...contact.entries, ...contact.next])];
    const state = stateOf(stages.flatMap(({ facts }) => facts.assessment));
    if (state === 'unknown') {
      const asked = new Set(pathway.stages);
      for (const stage of stages.filter((one) => asked.has(one))) {
        const lines = stage.facts.assessment;
        if (stateOf(lines) !== 'unknown') continue;
        yield openQuestion(stage, 'assessment', lines, `Which assessment is made at '${stage.name}' is unknown`);
      }
    }
    if (state !== 'missing') return;
    yield {
      at: pathway.namePlace,
      message: `No assessment is made at first contact in '${pathway.name}': write 'assessment' where people come in, or 'assessment unknown'.`,
      element: pathway.name,
      facts: ['assessment'],
    };
  },
};
