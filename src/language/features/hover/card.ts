import { absentFacts, type FactLines, recorded } from '../../../model/facts.ts';
import { covers, type Place } from '../../../model/place.ts';
import type { Project } from '../../../model/project.ts';
import type { Finding } from '../../../rules/finding.ts';
import { mergeFindings } from '../../../rules/merge.ts';
import { openQuestions } from '../../../rules/questions.ts';
import type { CheckedProject } from '../../checker.ts';
import { absence, asking, counted, heading, plain, valueInWords } from '../words.ts';

/** A line of a card: what it is about, and what is said of it. */
export interface Entry {
  readonly title: string;
  readonly text: string;
}

/** The most that a list shows; more would not be read. */
const most = 6;

/** A short card in Markdown: who or what it is, a sentence, and a list. Parts that say nothing are left out. */
export function card(title: string, what: string, ...parts: readonly (string | undefined)[]): string {
  return [`**${title}** · ${what}`, ...parts.filter(Boolean)].join('\n\n');
}

/** A list of what is known, a line each. */
export function list(entries: readonly (Entry | undefined)[]): string | undefined {
  const given = entries.filter((entry) => entry !== undefined && entry.text !== '');
  return given.length === 0 ? undefined : given.map((entry) => `- **${entry!.title}:** ${entry!.text}`).join('\n');
}

export function entry(title: string, text: string | undefined): Entry | undefined {
  return text === undefined || text === '' ? undefined : { title, text };
}

/** A few of many, and how many more there are. */
export function few(items: readonly string[]): string {
  const unique = [...new Set(items)];
  const rest = unique.length - most;
  return rest > 0 ? `${unique.slice(0, most).join(', ')} and ${rest} more` : unique.join(', ');
}

/** What the lines of one fact say; nothing where there are none. */
export function factEntry(
  project: Project,
  fact: string,
  lines: FactLines<unknown>,
  title = heading(fact),
  whence = '',
): Entry | undefined {
  const said = [
    ...recorded(lines).map((value) => valueInWords(project, fact, value)),
    ...absentFacts(lines).map((line) => absence(line)),
  ];
  return said.length === 0 ? undefined : { title, text: `${said.join('; ')}${whence && ` *(${whence})*`}` };
}

/** What a block says of a fact itself, then what it takes from another. */
export function togetherEntry(own: Entry | undefined, taken: Entry | undefined): Entry | undefined {
  return own && taken ? { ...own, text: `${own.text}; ${taken.text}` } : (own ?? taken);
}

/** All facts of a block that say something, in the given order. */
export function factEntries(project: Project, facts: object, order: readonly string[]): readonly (Entry | undefined)[] {
  const all = facts as Readonly<Record<string, FactLines<unknown>>>;
  return order.map((fact) => factEntry(project, fact, all[fact] ?? []));
}

/** The open questions in a block, and whom to ask. */
export function questionsIn({ project }: CheckedProject, place: Place): string | undefined {
  const open = openQuestions(project).filter((question) => covers(place, question.place));
  if (open.length === 0) return undefined;
  const lines = open.slice(0, most).map((question) => {
    const how = asking(project, question);
    return `- ${heading(question.fact)}${how && `: ${how}`}`;
  });
  return section(counted(open.length, 'open question'), lines, open.length);
}

/** What the rules found in a block, one line for all that it lacks. */
export function findingsIn({ findings }: CheckedProject, place: Place): string | undefined {
  const found = mergeFindings(findings.filter((finding) => covers(place, finding.place))).filter(isTold);
  if (found.length === 0) return undefined;
  const lines = found.slice(0, most).map(({ severity, message }) => `- ${words[severity]}: ${plain(message)}`);
  return section(counted(found.length, 'finding'), lines, found.length);
}

const words: Readonly<Record<Finding['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
  question: 'Open question',
  accepted: 'Accepted',
};

const isTold = ({ severity }: Finding): boolean => severity !== 'question' && severity !== 'accepted';

function section(title: string, lines: readonly string[], count: number): string {
  const rest = count - lines.length;
  return `**${title}**\n\n${[...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n')}`;
}
