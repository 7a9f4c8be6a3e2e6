import { OPEN_QUESTION } from '../../rules/questions.ts';

/** A name that stands in brackets behind a finding and is none of a rule. */
export interface BesideRules {
  readonly title: string;
  readonly severity: 'error' | 'question';
  /** What it means, in a sentence or two. */
  readonly meaning: string;
  /** What to do about it, a line each. */
  readonly advice: readonly string[];
}

/** What is told of beside the rules. */
const told: Readonly<Record<string, BesideRules>> = {
  'syntax-error': {
    title: 'Cannot be read',
    severity: 'error',
    meaning: 'A line or block that the check cannot read. Its message says what it lacks.',
    advice: [
      'Look at the word that is marked, and do what the message says. The rest of the file is read all the same.',
      'Of several errors put the first one right: those below it may follow from it.',
      'The language, by example, shows every line that can be written: docs/language.md.',
    ],
  },
  'unknown-name': {
    title: 'Unknown name',
    severity: 'error',
    meaning: 'A name that nothing declares. Its message says what was probably meant.',
    advice: [
      'It is a slip: write the name as it is declared. Names have no spaces, and count small and capital letters apart.',
      'Nothing declares it yet: declare it, such as an organisation in the register, or a setting in a vocabulary.',
      'It is declared in another folder: bring that folder in with an include line in the project.',
      'The thing itself is not known: write unknown in place of the name, where the line allows it.',
    ],
  },
  'rule-failed': {
    title: 'A rule failed',
    severity: 'error',
    meaning: 'A rule of the program failed. The text is not to blame.',
    advice: ['Turn the rule off in the project, with a line such as: rule dead-end off. Then report the fault.'],
  },
  [OPEN_QUESTION]: {
    title: 'Open question',
    severity: 'question',
    meaning: 'A fact that is written as unknown. It says whom to ask, and by when.',
    advice: [
      'Ask, and put the answer in place of unknown. An open question is no fault, and fails no check that is not asked to fail for it.',
      "All of them, by whom to ask: 'pathway check --questions'.",
    ],
  },
};

/** By its name. */
export const besideRules: ReadonlyMap<string, BesideRules> = new Map(Object.entries(told));

/** The page of such a name, as those of the rules are. */
export function besideRulesPage(name: string, { title, severity, meaning, advice }: BesideRules): string {
  const first = `\`${name}\` · ${severity} · not a rule: it can be neither turned off nor accepted`;
  return `# ${title}\n\n${first}\n\n## What it means\n\n${meaning}\n\n## What to do\n\n${advice.map((line) => `- ${line}\n`).join('')}`;
}
