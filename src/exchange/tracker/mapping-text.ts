import { fields } from './fields.ts';
import type { TrackerImport } from './import.ts';
import type { Mapping } from './mapping.ts';
import { quoted } from './plain-yaml.ts';

/** What was guessed, as a mapping file to be put right: with comments that say what can be written. */
export function mappingText(read: TrackerImport, { answers, project, sheets }: Mapping): string {
  const questions = (asks: 'same' | 'several') => read.questions.filter((one) => one.asks === asks);
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
    ...questions('same').map(({ one, other, where }) => `  # ${quoted(one)}: ${quoted(other)}  # ${where}`),
    '',
    '# Names that look alike, and are two organisations.',
    'apart:',
    ...answers.apart.map(([one, other]) => `  ${quoted(one)}: ${quoted(other)}`),
    ...questions('same').map(({ one, other }) => `  # ${quoted(one)}: ${quoted(other)}`),
    '',
    '# Cells that name several organisations; or the same text again, where it is one.',
    'several:',
    ...[...answers.several].map(([text, names]) => `  ${quoted(text)}: ${quoted(names.join('; '))}`),
    ...questions('several').map(({ one, other, where }) => `  # ${quoted(one)}: ${quoted(other)}  # ${where}`),
    '',
    '# What the tracker calls a stage, and the name of the stage that it means.',
    'stages:',
    ...answers.saidStages.map(([text, stage]) => `  ${quoted(text)}: ${quoted(stage)}`),
    ...read.kept.flatMap(({ why }) => {
      const unknown = /^no stage is called '([^']+)'; perhaps '([^']+)' is meant$/.exec(why);
      return unknown ? [`  # ${quoted(unknown[1]!)}: ${quoted(unknown[2]!)}`] : [];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** What a column can be about, as comments. */
function meanings(): readonly string[] {
  const width = Math.max(...fields.map(({ name }) => name.length));
  return [
    '# What a column can be about:',
    ...fields.map(({ name, becomes }) => `#   ${name.padEnd(width)}  ${becomes}`),
  ];
}
