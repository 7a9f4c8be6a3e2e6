import type { ProjectRule, Report } from '../rule.ts';

/** Never repeats what it has found: messages end up in places where it has even less business to be. */
export const personIdentifiableData: ProjectRule = {
  name: 'person-identifiable-data',
  title: 'Looks like data about a person',
  family: 'information',
  severity: 'error',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    for (const { personalData = [], library } of project.files) {
      if (library) continue;
      for (const { looksLike, place } of personalData) {
        const what = looksLike === 'nhs-number' ? 'an NHS number' : 'a date of birth';
        yield {
          at: place,
          message: `This looks like ${what}: pathway files never hold data about a person. Delete it, also from copies that are kept elsewhere.`,
        };
      }
    }
  },
};
