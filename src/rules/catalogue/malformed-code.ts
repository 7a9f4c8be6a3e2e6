import { recordedFacts } from '../../model/facts.ts';
import { ownDeclarations } from '../../model/walk.ts';
import { codeForms } from '../codes.ts';
import type { ProjectRule, Report } from '../rule.ts';

/** Codes of schemes other than those of NHS organisations and of places are free text. */
export const malformedCode: ProjectRule = {
  name: 'malformed-code',
  title: 'Malformed code',
  family: 'data-quality',
  severity: 'warning',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    for (const element of ownDeclarations(project)) {
      if (element.kind !== 'organisation' && element.kind !== 'footprint') continue;
      for (const { value, place } of recordedFacts(element.facts.code)) {
        const form = codeForms.get(value.scheme.toLowerCase());
        if (form === undefined || form.fits(value.code)) continue;
        yield {
          at: place,
          message: `'${value.code}' is not an ${form.scheme} code, which is ${form.inWords}: correct it, or take it out until somebody has looked it up.`,
          element: element.name,
          facts: ['code'],
        };
      }
    }
  },
};
