import { labelOf } from '../model/project.ts';
import { allRules } from '../rules/registry.ts';
import { turnedOff } from '../rules/settings.ts';
import { ruleTitles } from '../rules/titles.ts';
import { missing, nameOf, period, text } from './cells.ts';
import { columnsOf, type Given, type Register } from './register.ts';

/** What is found and lived with: why, who said so, and until when. */
export function accepted({ project, findings }: Given): Register {
  const title = (rule: string): string => ruleTitles.get(rule) ?? rule;
  const rows = findings
    .filter(({ severity }) => severity === 'accepted')
    .map(({ rule, message, place, pathway, acceptance }) => {
      const { because, by, until } = acceptance ?? {};
      const found = project.pathways.get(pathway ?? '');
      return {
        cells: {
          pathway: text(found ? labelOf(found) : pathway),
          rule: text(title(rule)),
          what: text(message),
          because: because === undefined ? missing : text(because),
          by: by === undefined ? missing : text(nameOf(project, by)),
          until: period(until),
        },
        place,
        pathway,
      };
    });
  const off = turnedOff(project, allRules).map(({ rule, because, place }) => ({
    cells: {
      pathway: text('The whole project'),
      rule: text(title(rule)),
      what: text('The rule is turned off for the whole project.'),
      because: because === undefined ? missing : text(because),
    },
    place,
  }));
  return {
    name: 'accepted',
    title: 'Accepted findings',
    group: 'findings',
    about: 'What the check finds and somebody has decided to live with: why, who, and until when.',
    columns: columnsOf(
      ['what', 'What was found'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['rule', 'Rule', 'text', 'filter'],
      ['because', 'Reason'],
      ['by', 'Accepted by', 'text', 'filter'],
      ['until', 'Until', 'period'],
    ),
    rows: [...rows, ...off],
    notes: [],
    empty: 'Nothing is accepted, and no rule is turned off.',
  };
}
