import { type OpenQuestion, openQuestions } from '../rules/questions.ts';
import { lateness, nameOf } from './cells.ts';
import { questionRow } from './questions.ts';
import { columnsOf, type Given, type Register } from './register.ts';

/** Whom to ask what, by when: the open questions by organisation, the most urgent of each first. */
export function chase({ project, asOf }: Given): Register {
  const whom = ({ ask }: OpenQuestion): string => (ask ? nameOf(project, ask) : '');
  const end = ({ by }: OpenQuestion): string => by?.end ?? '9999';
  const all = openQuestions(project);
  const put = all.filter(({ ask, by }) => ask !== undefined || by !== undefined);
  const nobody = all.length - put.length;
  const sorted = put.toSorted(
    (a, b) => Number(whom(a) === '') - Number(whom(b) === '') || compare(whom(a), whom(b)) || compare(end(a), end(b)),
  );
  return {
    name: 'chase-list',
    title: 'Chase list: whom to ask what, by when',
    group: 'findings',
    about: 'The questions that somebody could answer, by the organisation to ask and the day the answer is wanted.',
    columns: columnsOf(
      ['ask', 'Ask', 'text', 'filter'],
      ['by', 'By', 'period'],
      ['fact', 'What is unknown', 'text', 'filter'],
      ['kind', 'Kind', 'text', 'filter'],
      ['what', 'Of'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['because', 'Reason'],
    ),
    rows: sorted.map((question) => questionRow(project, question, asOf)),
    notes:
      nobody === 0
        ? [lateness(asOf, 'still unknown')]
        : [
            lateness(asOf, 'still unknown'),
            `Open questions that name nobody to ask and no day: ${nobody}. They are among the open questions.`,
          ],
    empty: 'No open question names whom to ask.',
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
