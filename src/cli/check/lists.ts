import { groupBy } from '../../model/group.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import { paintOf } from '../terminal/paint.ts';
import { shownSafely, wrap } from '../terminal/width.ts';
import { counted, mergedSummaryOf, type Report, summaryLine } from './report.ts';
import type { Reported } from './reported.ts';
import type { TurnedOff } from './turned-off.ts';

/** What to list instead of findings. */
export interface Lists {
  readonly questions?: boolean;
  readonly accepted?: boolean;
}

/** Open questions that are put to one organisation; those that name nobody come last. */
export interface Asked {
  readonly whom?: string;
  readonly questions: readonly Reported[];
}

/** Open questions by whom to ask; those wanted soonest come first. */
export function questionsByWhom(report: Report): readonly Asked[] {
  const questions = report.findings.filter(({ severity }) => severity === 'question');
  const groups = groupBy(questions, ({ question }) => question?.ask?.name);
  const named = [...groups].filter(([whom]) => whom !== undefined).toSorted(([a], [b]) => (a! < b! ? -1 : 1));
  const nobody = groups.get(undefined);
  return [
    ...named.map(([whom, group]) => ({ whom: whom!, questions: bySoonest(group) })),
    ...(nobody === undefined ? [] : [{ questions: bySoonest(nobody) }]),
  ];
}

function bySoonest(questions: readonly Reported[]): readonly Reported[] {
  const end = ({ question }: Reported): string => question?.by?.end ?? '9999';
  return questions.toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0));
}

export function acceptedOf(report: Report): readonly Reported[] {
  return report.findings.filter(({ severity }) => severity === 'accepted');
}

/** What an open question asks, without whom and by when: `The cost of stage 'adult-services'`. */
export function questionSubject({ message }: Reported): string {
  return message.replace(/ (?:is|are) unknown: .*$/s, '');
}

/** `by the end of …` as it was written, and why it was accepted. */
export function acceptanceInWords({ acceptance }: Reported): string {
  if (acceptance === undefined) return '';
  const { by, until } = acceptance;
  return [
    reasonInWords(acceptance),
    ...(by === undefined ? [] : [`by '${by.name}'`]),
    ...(until === undefined ? [] : [`until ${until.text}`]),
  ].join(', ');
}

/** The lists that were asked for, then the summary. */
export function listsOf(report: Report, { questions, accepted }: Lists, io: Io): string {
  const parts = [
    ...(questions ? questionList(report, io) : []),
    ...(accepted ? [...acceptedList(report, io), ...offList(report, io)] : []),
    `${summaryLine(mergedSummaryOf(report))}\n`,
  ];
  return parts.join('\n');
}

function questionList(report: Report, io: Io): readonly string[] {
  const groups = questionsByWhom(report);
  if (groups.length === 0) return ['There are no open questions.\n'];
  const { strong } = paintOf(io);
  return groups.map(({ whom, questions }) => {
    const label = questions[0]?.whom;
    const known = label === undefined ? '' : `, ${shownSafely(label)}`;
    const head = whom === undefined ? 'Nobody is named to ask' : `Ask '${whom}'${known}`;
    const lines = questions.map((one) => entry(questionText(one), one, io));
    return `${strong(head)} (${counted(questions.length, 'question')})\n${lines.join('')}`;
  });
}

function questionText(reported: Reported): string {
  const { by, because } = reported.question ?? {};
  const until = by === undefined ? '' : `, by ${by.text}`;
  const why = because === undefined ? '' : ` (not known because "${because}")`;
  return `${questionSubject(reported)}${until}${why}`;
}

function acceptedList(report: Report, io: Io): readonly string[] {
  const accepted = acceptedOf(report);
  if (accepted.length === 0) return ['Nothing is accepted.\n'];
  const { strong } = paintOf(io);
  const lines = accepted.map((one) => entry(`${one.message} [${one.rule}] ${accepting(one)}.`, one, io));
  return [`${strong('Accepted')} (${counted(accepted.length, 'finding')})\n${lines.join('')}`];
}

function offList({ off }: Report, io: Io): readonly string[] {
  if (off.length === 0) return [];
  const lines = off.map((one) => entry(`'${one.rule}' in project '${one.project}', ${reasonInWords(one)}.`, one, io));
  return [`${paintOf(io).strong('Turned off')} (${counted(off.length, 'rule')})\n${lines.join('')}`];
}

/** Why, as far as somebody said so. */
export function reasonInWords({ because }: Pick<TurnedOff, 'because'>): string {
  return because === undefined ? 'with no reason given' : `because "${because}"`;
}

/** `Accepted because …`, or `Accepted, with no reason given`. */
function accepting(accepted: Reported): string {
  const comma = accepted.acceptance?.because === undefined ? ',' : '';
  return `Accepted${comma} ${acceptanceInWords(accepted)}`;
}

/** A text as an entry of a list, and below it where it stands. */
function entry(text: string, { place }: Pick<Reported, 'place'>, io: Io): string {
  const lines = io.width === undefined ? [shownSafely(text)] : wrap(shownSafely(text), Math.max(io.width - 4, 36));
  const where = `${shownUri(place.file, io)}:${place.line + 1}:${place.character + 1}`;
  return `  - ${lines.join('\n    ')}\n    ${paintOf(io).faint(`--> ${where}`)}\n`;
}
