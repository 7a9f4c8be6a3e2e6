import { groupBy } from '../../model/group.ts';
import type { Question } from './bodies.ts';
import { fields } from './fields.ts';
import type { TrackerImport } from './import.ts';
import type { Mapping, Pair } from './mapping.ts';
import { quoted } from './plain-yaml.ts';

/** What was guessed, as a mapping file to be put right: with comments that say what can be written. */
export function mappingText(read: TrackerImport, { answers, project, sheets }: Mapping): string {
  const lines = [
    '# How a tracker becomes pathway files. Change what stands behind a colon, and give this file to',
    '# pathway import <tracker> --new <folder> --mapping <this file>',
    '',
    ...(project === undefined ? ['# project: "What the project is called"'] : [`project: ${quoted(project)}`]),
    '',
    ...meanings(),
    'sheets:',
    ...read.tables.flatMap((table) => [
      `  ${quoted(table.name)}:`,
      `    heading-row: ${table.headingRow + 1}`,
      ...(table.pathway === undefined
        ? table.about === 'stages'
          ? ['    # pathway: "What its pathway is called, where no column says so"']
          : []
        : [`    pathway: ${quoted(table.pathway)}`]),
      '    columns:',
      ...table.columns.map(({ key, field }) => `      ${quoted(key)}: ${field}`),
    ]),
    ...read.unread.flatMap((name) => [
      `  # No heading in this sheet is known: heading-row says where they are.`,
      `  ${quoted(name)}:`,
      '    leave-out: yes',
    ]),
    ...[...sheets].flatMap(([name, { leaveOut }]) => (leaveOut ? [`  ${quoted(name)}:`, '    leave-out: yes'] : [])),
    '',
    '# Names of one organisation: the one to write, behind the colon. Take out the # where that is so.',
    'same-as:',
    ...answers.same.map(([one, other]) => `  ${quoted(one)}: ${quoted(other)}`),
    ...sameLines(read.questions).map((line) => `  # ${line}`),
    '',
    '# Names that look alike, and are two organisations.',
    'apart:',
    ...grouped(answers.apart).map((line) => `  ${line}`),
    ...apartLines(read.questions).map((line) => `  # ${line}`),
    '',
    '# Cells that name several organisations; or the same text again, where it is one.',
    'several:',
    ...[...answers.several].map(([text, names]) => `  ${quoted(text)}: ${quoted(names.join('; '))}`),
    ...severalLines(read.questions).map((line) => `  # ${line}`),
    '',
    '# What the tracker calls a stage, and the name of the stage that it means.',
    'stages:',
    ...answers.saidStages.map(([text, stage]) => `  ${quoted(text)}: ${quoted(stage)}`),
    ...unknownStages(read),
  ];
  return `${lines.join('\n')}\n`;
}

/** The lines of `same-as` that answer questions by yes. A name is the same as one other: the next one says the rest. */
export function sameLines(questions: readonly Question[]): readonly string[] {
  const first = new Map<string, Question>();
  for (const question of questions)
    if (question.asks === 'same' && !first.has(question.one)) first.set(question.one, question);
  return [...first.values()].map(({ one, other, where }) => `${quoted(one)}: ${quoted(other)}  # ${where}`);
}

/** The lines of `apart` that answer questions by no. */
export function apartLines(questions: readonly Question[]): readonly string[] {
  return grouped(questions.filter(({ asks }) => asks === 'same').map(({ one, other }) => [one, other]));
}

/** The lines of `several` that answer questions by yes. */
export function severalLines(questions: readonly Question[]): readonly string[] {
  return questions
    .filter(({ asks }) => asks === 'several')
    .map(({ one, other, where }) => `${quoted(one)}: ${quoted(other)}  # ${where}`);
}

/** A line for each name, with all that belong to it. */
function grouped(pairs: readonly Pair[]): readonly string[] {
  return [...groupBy(pairs, ([one]) => one)].map(
    ([one, all]) => `${quoted(one)}: ${quoted(all.map(([, other]) => other).join('; '))}`,
  );
}

/** What a column can be about, as comments. */
function meanings(): readonly string[] {
  const width = Math.max(...fields.map(({ name }) => name.length));
  return [
    '# What a column can be about:',
    ...fields.map(({ name, becomes }) => `#   ${name.padEnd(width)}  ${becomes}`),
  ];
}

/** What the tracker calls stages and no stage is called, each once, with the one that may be meant. */
function unknownStages({ kept }: TrackerImport): readonly string[] {
  const all = kept.flatMap(({ stages = [] }) => stages);
  return [...new Map(all.map((one) => [one.text, one])).values()].map(
    ({ text, guess = '…' }) => `  # ${quoted(text)}: ${quoted(guess)}`,
  );
}
