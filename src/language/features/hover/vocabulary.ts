import type { FieldDefinition, ProjectDeclaration, Term, TermFlag, Vocabulary } from '../../../model/elements.ts';
import { labelOf } from '../../../model/project.ts';
import { ownPathways } from '../../../model/walk.ts';
import type { CheckedProject } from '../../checker.ts';
import { counted, heading, labelOf as labelOfRef, plain, termKinds } from '../words.ts';
import { card, entry, factEntry, list } from './card.ts';

export function aboutTerm({ project }: CheckedProject, term: Term): string {
  const successor = term.becomes && plain(labelOfRef(project, { ...term.becomes, to: term.of }));
  const library = project.files.some(({ library, file }) => library && file === term.place.file);
  return card(
    plain(labelOf(term)),
    `${termKinds[term.of]}${library ? ', built in' : ''}`,
    term.describes && plain(term.describes),
    list([
      entry('Bodies of this kind', term.of === 'kind' ? term.flags.map((flag) => flags[flag]).join(' and ') : ''),
      entry('Is', term.of === 'kind' ? '' : term.flags.map((flag) => flags[flag]).join(', ')),
      entry('Order', term.order === undefined ? '' : `${term.order}${term.scheme ? ` in ${plain(term.scheme)}` : ''}`),
      entry('Retired', term.until && `after ${term.until.text}`),
      entry('Now', successor),
    ]),
  );
}

const flags: Readonly<Record<TermFlag, string>> = {
  commissioner: 'commission',
  provider: 'provide',
  secure: 'secure',
  detained: 'for people who are detained',
  'special-category': 'special category data',
  'criminal-offence': 'data about offences',
};

export function aboutField(field: FieldDefinition): string {
  return card(plain(labelOf(field)), `a fact of your own: ${field.type}, on a ${field.on}`.replace('a o', 'an o'));
}

export function aboutVocabulary(vocabulary: Vocabulary): string {
  const counts = new Map<string, number>();
  for (const { of } of vocabulary.terms) counts.set(of, (counts.get(of) ?? 0) + 1);
  return card(
    plain(labelOf(vocabulary)),
    'vocabulary',
    list([
      ...[...counts].map(([of, count]) => entry(heading(of), counted(count, 'term'))),
      entry('Facts of your own', vocabulary.fieldDefinitions.map(({ name }) => plain(name)).join(', ')),
    ]),
  );
}

export function aboutProject({ project, findings }: CheckedProject, declaration: ProjectDeclaration): string {
  return card(
    plain(labelOf(declaration)),
    'project',
    list([
      factEntry(project, 'ages', declaration.facts.ages),
      entry('Currency', declaration.currency),
      entry('Base year', declaration.baseYear?.text),
      entry('Strictness', declaration.strictness),
      entry(
        'Rules off',
        declaration.rules
          .filter(({ set }) => set === 'off')
          .map(({ rule }) => rule)
          .join(', '),
      ),
      entry(
        'Has',
        [
          counted(ownPathways(project).length, 'pathway'),
          counted(project.organisations.size, 'organisation'),
          counted(findings.length, 'finding'),
        ].join(', '),
      ),
    ]),
  );
}
