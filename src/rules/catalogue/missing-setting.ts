import { isCurrent } from '../../model/status.ts';
import type { PathwayRule, Report } from '../rule.ts';

/**
 * A setting is never `unknown`, so the finding is no part of the sentence that names all facts that may be. Stages that
 * the pathway only uses are left to the pathway that describes them.
 */
export const missingSetting: PathwayRule = {
  name: 'missing-setting',
  title: 'No setting',
  family: 'gaps',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway): Iterable<Report> {
    for (const stage of pathway.stages) {
      if (stage.facts.setting.length > 0 || !isCurrent(stage)) continue;
      yield {
        at: stage.namePlace,
        message: `Where does '${stage.name}' happen? No setting is given: write 'setting' and the kind of place.`,
        element: stage.name,
        facts: ['setting'],
      };
    }
  },
};
