import { labelOf } from '../../../model/project.ts';
import type { AnyElement } from '../../../model/walk.ts';
import { kindInWords } from '../../../rules/words.ts';
import type { CheckedProject } from '../../checker.ts';
import { labelOf as labelOfRef, plain } from '../words.ts';
import { card, entry, factEntries, findingsIn, list, questionsIn } from './card.ts';

const order = ['affects', 'severity', 'likelihood', 'impact', 'owner', 'status', 'action', 'due', 'cost', 'output'];

/** What the authors found, what they plan, and what they want to reach. */
export function aboutPlan(checked: CheckedProject, element: AnyElement): string {
  const { project } = checked;
  const title = 'text' in element && element.text !== '' ? element.text : labelOf(element);
  const domain = element.kind === 'outcome' && element.domain ? plain(labelOfRef(project, element.domain)) : undefined;
  const indicators = element.kind === 'outcome' ? element.indicators.map(({ text, name }) => plain(text || name)) : [];
  return card(
    plain(title),
    kindInWords(element).replace(/^an? /, ''),
    list([
      ...('facts' in element ? factEntries(project, element.facts, order) : []),
      entry('Domain', domain),
      entry('Indicators', indicators.join('; ')),
      ...(element.kind === 'indicator'
        ? [entry('Now', measured(element.baseline, 'for')), entry('Target', measured(element.target, 'by'))]
        : []),
    ]),
    questionsIn(checked, element.place),
    findingsIn(checked, element.place),
  );
}

type Measured = Extract<AnyElement, { kind: 'indicator' }>['baseline'];

function measured(value: Measured, when: 'for' | 'by'): string | undefined {
  if (!value) return undefined;
  const unit = value.unit === 'percent' ? '%' : value.unit ? ` ${plain(value.unit)}` : '';
  return `${value.amount}${unit}${value.period ? ` ${when} ${value.period.text}` : ''}`;
}
