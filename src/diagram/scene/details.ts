import type { Flow, Issue, Pathway, Transition } from '../../model/elements.ts';
import { type FactLines, recorded, stateOf } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { isOpen } from '../../model/status.ts';
import type { ViewWord } from '../../model/view-words.ts';
import { type Saying, wordsOf } from '../../model/wording.ts';
import type { FactLine } from '../scene.ts';
import type { Wanted } from '../views/wanted.ts';
import { absenceText, labelOfName } from './facts.ts';
import { activityInWords, askedBeside, latest } from './figures.ts';

/** What a view puts on an arrow besides its label: each fact that it shows, and where one is absent, that it is. */
export function detailsOf(
  project: Project,
  pathway: Pathway,
  link: Transition | Flow,
  wanted: Wanted,
): readonly FactLine[] {
  const { shows } = wanted;
  const say: Saying = { name: (ref) => labelOfName(project, ref), text: (text) => text };
  const line = (fact: string, lines: FactLines<unknown>, key: string = fact): readonly FactLine[] => {
    const state = stateOf(lines);
    if (state !== 'recorded') return [{ fact, state, text: absenceText(fact, state) }];
    return [{ fact, state, text: [...new Set(recorded(lines).map((value) => wordsOf(say, key, value)))].join(', ') }];
  };
  const stated = (fact: string, lines: FactLines<unknown>) => (lines.length === 0 ? [] : line(fact, lines));
  const when = (word: ViewWord, lines: () => readonly FactLine[]) => (shows.has(word) ? lines() : []);
  const agreement = () => agreementLine(link, (ref) => say.name(ref));
  const gaps = () => issueLines([...link.issues, ...issuesAbout(pathway, link.name)]);
  if (link.kind === 'flow') return [...when('agreement', agreement), ...when('gaps', gaps)];
  const { facts } = link;
  return [
    ...when('criteria', () => [...line('criteria', facts.criteria), ...stated('threshold', facts.threshold)]),
    ...when('lead', () => line('lead', facts.lead)),
    ...when('within', () => stated('within', facts.within)),
    ...(shows.has('activity') || wanted.weight ? activityLines(facts.activity) : []),
    ...when('agreement', agreement),
    ...when('governance', () => stated('governance', facts.governance)),
    ...when('gaps', gaps),
  ];
}

/** The open issues of the kinds that a reader is to act on, a line each. */
export function issueLines(issues: readonly Issue[]): readonly FactLine[] {
  return issues
    .filter((issue) => (issue.kind === 'gap' || issue.kind === 'risk') && isOpen(issue))
    .map(({ kind, text }) => ({ fact: kind, state: 'recorded', text }));
}

/** The pathway's issues that say that they affect what is called so. */
export function issuesAbout(pathway: Pathway, name: string): readonly Issue[] {
  return pathway.issues.filter((issue) => recorded(issue.facts.affects).some((ref) => ref.name === name));
}

/** Missing activity says nothing here: few arrows have any, and the legend says what a thin one means. */
function activityLines(lines: Transition['facts']['activity']): readonly FactLine[] {
  const state = stateOf(lines);
  if (state === 'missing') return [];
  if (state !== 'recorded') return [{ fact: 'activity', state, text: absenceText('activity', state) }];
  const [activity] = latest(recorded(lines));
  return [
    { fact: '', state, text: activityInWords(activity!) },
    ...askedBeside('activity', lines).map((text): FactLine => ({ fact: 'activity', state: 'unknown', text })),
  ];
}

/** What an arrow rests on: its own agreements and those that its information is sent under. */
function agreementLine(
  { facts }: Transition | Flow,
  name: (ref: Parameters<typeof labelOfName>[1]) => string,
): readonly FactLine[] {
  const sends = recorded(facts.send);
  const refs = [...recorded(facts.agreement), ...sends.flatMap((send) => send.under ?? [])];
  if (refs.length > 0) return [{ fact: 'under', state: 'recorded', text: [...new Set(refs.map(name))].join(', ') }];
  const state = stateOf(facts.agreement);
  if (state === 'missing' && sends.length === 0) return [];
  return state === 'recorded' ? [] : [{ fact: 'agreement', state, text: absenceText('agreement', state) }];
}
