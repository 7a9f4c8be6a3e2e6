import { indexOf } from '../../model/pathway-index.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { hasNoWayIn, hasNoWayOut } from '../ways.ts';

export const noWayInOrOut: PathwayRule = {
  name: 'no-way-in-or-out',
  title: 'No way in or out',
  family: 'structure',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const index = indexOf(project, pathway);
    const about = { at: pathway.namePlace, element: pathway.name };
    if (hasNoWayIn(index)) {
      const message = `Pathway '${pathway.name}' has no entry: every stage comes after another one and none says 'enters'. Add 'enters' to the first stage.`;
      yield { ...about, message, facts: ['enters'] };
    }
    if (hasNoWayOut(pathway, index)) {
      const message = `Pathway '${pathway.name}' has no exit: no stage says 'leaves' and nothing hands on to another pathway. Add 'leaves' to the last stage.`;
      yield { ...about, message, facts: ['leaves'] };
    }
  },
};
