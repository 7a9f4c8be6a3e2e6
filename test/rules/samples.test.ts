import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/rules/finding.ts';
import { allRules } from '../../src/rules/registry.ts';
import { findingsOf, type SourceFile } from '../support/fixture.ts';

/**
 * What a careful reader of the samples would note with the rule catalogue in hand. Written by reading, before the
 * rules first ran, so that the rules are held to the catalogue and not to themselves.
 */
const carefulReader: Readonly<Record<string, string>> = {
  'footprints/black-country.pathway': `
      4 bc-hj                warning  no-way-in-or-out
      9 bc-hj                question missing-governance
     17 first-contact        question missing-provider
     19 first-contact        question missing-activity
     20 first-contact        question missing-cost
     21 first-contact        question missing-governance
     28 sarc-care            question missing-provider
     32 sarc-care            question missing-activity
     33 sarc-care            question missing-cost
     34 sarc-care            question missing-governance
     43 secure-care          question missing-provider
     46 secure-care          question missing-activity
     47 secure-care          question missing-cost
     54 early-help           info     missing-activity
     54 early-help           info     missing-cost
     58 early-help           question missing-provider
     60 early-help           warning  unclear-lead-commissioner
     65 community-camhs      warning  missing-required-fact
     65 community-camhs      warning  missing-required-fact
     68 community-camhs      question missing-provider
     85 inpatient-camhs      info     missing-activity
     85 inpatient-camhs      info     missing-cost
     88 inpatient-camhs      question missing-provider
     93 into-custody         warning  missing-criteria
     93 into-custody         warning  missing-lead
     95 into-custody         question missing-information
     97 diversion            warning  missing-information
     97 diversion            warning  missing-lead
     99 diversion            question missing-criteria
    103 through-the-gate     question missing-criteria
    104 through-the-gate     question missing-lead
    105 through-the-gate     question missing-information
    106 through-the-gate     question missing-required-fact
    108 after-sarc           warning  missing-criteria
    108 after-sarc           warning  missing-information
    108 after-sarc           warning  missing-lead
    109 raise-concern        question missing-criteria
    109 raise-concern        warning  missing-information
    109 raise-concern        warning  missing-lead
    112 discharge            warning  missing-criteria
    112 discharge            warning  missing-information
    112 discharge            warning  missing-lead`,
  'pathways/offender-pd.pathway': `
     10 offender-pd                     question missing-governance
     11 offender-pd                     question missing-cost
     14 identification                  info     missing-activity
     17 identification                  question missing-provider
     19 planning                        info     missing-activity
     21 planning                        question missing-provider
     23 treatment                       info     missing-activity
     25 treatment                       question missing-provider
     28 pipe                            info     missing-activity
     29 pipe                            question missing-provider
     31 case-management                 info     missing-activity
     33 case-management                 question missing-provider
     37 identification to planning      warning  missing-criteria
     37 identification to planning      warning  missing-information
     38 planning to treatment           warning  missing-criteria
     38 planning to treatment           warning  missing-information
     39 treatment to pipe               warning  missing-criteria
     39 treatment to pipe               warning  missing-information
     40 pipe to case-management         warning  missing-criteria
     40 pipe to case-management         warning  missing-information`,
  'pathways/yorkshire-humber.pathway': `
      1 yh-yjs               info     empty-pathway`,
  'coverage-fictional.pathway': `
     17 demo                 warning  missing-required-stage
     20 demo                 warning  uncovered-ages
     23 home-team            info     co-commissioning-without-agreement
     61 adult                warning  missing-criteria
     61 adult                warning  missing-information`,
  'specs/west-midlands-hj.pathway': '',
  'registry.pathway': '',
  'project.pathway': '',
};

/** The rules that the list above was written for. */
const read = new Set([
  'missing-provider',
  'missing-commissioner',
  'missing-governance',
  'missing-activity',
  'missing-cost',
  'empty-pathway',
  'no-way-in-or-out',
  'unreachable-stage',
  'dead-end',
  'missing-criteria',
  'missing-information',
  'sensitive-data-without-agreement',
  'uncovered-ages',
  'invalid-ages',
  'duplicate-name',
  'unclear-lead-commissioner',
  'co-commissioning-without-agreement',
  'age-gap-at-transition',
  'level-gap',
  'missing-lead',
  'handover-without-agreement',
  'late-information',
  'criteria-vary',
  'out-of-area-without-return',
  'missing-required-stage',
  'missing-required-fact',
  'unexplained-variation',
  'unmapped-footprint',
]);

describe('what the rules find in the samples', () => {
  const samples = new URL('../contract/samples/', import.meta.url);
  const files = Object.keys(carefulReader).map(
    (path): SourceFile => ({ uri: `file:///samples/${path}`, text: readFileSync(new URL(path, samples), 'utf8') }),
  );
  const rules = allRules.filter((rule) => read.has(rule.name));
  const found = findingsOf(files, { rules });

  it('reads every rule that the list was written for', () => {
    expect(rules.map((rule) => rule.name).toSorted()).toEqual([...read].toSorted());
  });

  it.each(Object.entries(carefulReader))('%s as a careful reader', (path, expected) => {
    const here = found.filter((finding) => finding.place.file === `file:///samples/${path}`);
    expect(tidy(here.map(row))).toEqual(tidy(expected.split('\n')));
  });
});

function row({ place, element, severity, rule }: Finding): string {
  return `${place.line + 1} ${element} ${severity} ${rule}`;
}

/** Rows without the spaces that align them, by line and then by the words. */
function tidy(rows: readonly string[]): readonly string[] {
  const plain = rows.map((line) => line.trim().replace(/ +/g, ' ')).filter((line) => line !== '');
  return plain.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
}
