import { capital } from '../../../src/model/wording.ts';
import type { Acceptance, Block, Data, Line, Link, Pathway, Span, Stage } from './data.ts';
import { label, linesOf, valuesOf } from './data.ts';
import type { Cost, Names, Wanted, WantedRow } from './words.ts';
import { absentWords, called, costWords, dated, inPathway, nameFact, optional } from './words.ts';

export type Owner = Pathway | Stage | Link;

/** Every gap, risk, challenge, strength and need, with what it stands in. */
export function everyIssue(
  data: Data,
): readonly { readonly pathway: Pathway; readonly owner: Owner; readonly issue: Block }[] {
  return data.pathways.flatMap((pathway) =>
    [pathway, ...pathway.stages, ...pathway.transitions, ...pathway.flows].flatMap((owner) =>
      owner.issues.map((issue) => ({ pathway, owner, issue })),
    ),
  );
}

export function issueRow(names: Names, pathway: Pathway, owner: Owner, issue: Block): WantedRow {
  const inside = owner === pathway ? [] : [nameIn(names, pathway, owner)];
  const affected = valuesOf<string>(issue, 'affects').map((name) => names.affected(pathway, name));
  const owners = valuesOf<string>(issue, 'owner').map(called(names, 'organisation'));
  const actions = valuesOf<string>(issue, 'action').map((name) => {
    const action = pathway.actions.find((one) => one.name === name);
    return action ? (action.text ?? action.name) : `? ${name}`;
  });
  const status = valuesOf<string>(issue, 'status').at(-1) ?? 'open';
  return {
    ...inPathway(names, pathway),
    kind: capital(issue.kind),
    what: issue.text ?? issue.name,
    affects: [...new Set([...inside, ...affected])].join('; '),
    severity: rating(issue, 'severity'),
    likelihood: rating(issue, 'likelihood'),
    impact: rating(issue, 'impact'),
    owner: owners.length > 0 ? owners.join('; ') : { text: 'Nobody named', state: 'missing' },
    status: { text: capital(status), ...(status === 'closed' && { state: 'closed' }) },
    action: actions.join('; '),
  };
}

export const nameIn = (names: Names, pathway: Pathway, owner: Owner): string =>
  'from' in owner ? names.link(pathway, owner) : label(owner);

const ranks: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3 };

function rating(issue: Block, name: string): Wanted {
  const [said] = valuesOf<string>(issue, name);
  if (said === undefined) return { text: 'Not recorded', state: 'missing' };
  return { text: capital(said), order: ranks[said]! };
}

/** `lawfulBasis` as people say it. */
export const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Likelihood times impact, the highest first; none where one of the two is not recorded. */
export function risks(data: Data, names: Names): readonly WantedRow[] {
  const scored: { readonly score: number; readonly grave: number; readonly row: WantedRow }[] = [];
  for (const { pathway, owner, issue } of everyIssue(data)) {
    if (issue.kind !== 'risk') continue;
    const [likelihood] = valuesOf<string>(issue, 'likelihood');
    const [impact] = valuesOf<string>(issue, 'impact');
    const score = likelihood === undefined || impact === undefined ? 0 : ranks[likelihood]! * ranks[impact]!;
    const shown: Wanted = score === 0 ? '' : { text: `${score}`, amount: score };
    const row = issueRow(names, pathway, owner, issue);
    const [said] = valuesOf<string>(issue, 'severity');
    const severity = said === undefined && score > 0 ? '' : row['severity']!;
    scored.push({ score, grave: ranks[said ?? ''] ?? 0, row: { ...row, score: shown, severity } });
  }
  return scored.toSorted((a, b) => b.score - a.score || b.grave - a.grave).map(({ row }) => row);
}

export function ofKind(data: Data, names: Names, ...kinds: readonly string[]): readonly WantedRow[] {
  return everyIssue(data)
    .filter(({ issue }) => kinds.includes(issue.kind))
    .map(({ pathway, owner, issue }) => issueRow(names, pathway, owner, issue));
}

/** What counts as today for a pathway: the day that is asked for, or the last day of its `as of` where that is later. */
function todayOf(pathway: Pathway, asOf: string): string {
  const said = valuesOf<{ readonly asOf?: Span }>(pathway, 'status').find((status) => status.asOf !== undefined);
  return [asOf, said?.asOf?.end ?? ''].toSorted().at(-1)!;
}

/** Actions and milestones by the last day on which they are due; those without one last. */
export function actions(data: Data, names: Names, asOf: string): readonly WantedRow[] {
  const rows: { readonly due: string; readonly row: WantedRow }[] = [];
  for (const pathway of data.pathways)
    for (const action of pathway.actions) {
      const due = valuesOf<Span>(action, 'due').at(-1);
      const status = valuesOf<string>(action, 'status').at(-1);
      const answered = everyIssue(data).filter(
        (one) => one.pathway === pathway && valuesOf<string>(one.issue, 'action').includes(action.name),
      );
      const isLate = due !== undefined && due.end < todayOf(pathway, asOf) && status !== 'done';
      const row: WantedRow = {
        ...inPathway(names, pathway),
        due:
          due === undefined
            ? noDate(names, action)
            : { text: due.text + (isLate ? ' (late)' : ''), order: due.end, ...(isLate ? { state: 'late' } : {}) },
        kind: capital(action.kind),
        what: action.text ?? action.name,
        owner: nameFact(names, action, 'owner', 'organisation'),
        status: status === undefined ? { text: 'Not recorded', state: 'missing' } : capital(status),
        answers: answered.map(({ issue }) => `${capital(issue.kind)}: ${issue.text ?? issue.name}`).join('; '),
        affects: valuesOf<string>(action, 'affects')
          .map((name) => names.affected(pathway, name))
          .join('; '),
        cost: optional(names, linesOf<Cost>(action, 'cost'), (cost) => costWords(names, cost)),
        output: optional(
          names,
          linesOf<{ output: string; state?: string }>(action, 'output'),
          ({ output, state }) => output + (state === undefined ? '' : ` (${state})`),
        ),
      };
      rows.push({ due: due?.end ?? '9999', row });
    }
  return rows.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due))).map(({ row }) => row);
}

function noDate(names: Names, action: Block): Wanted {
  const [line] = linesOf(action, 'due');
  if (line === undefined) return { text: 'No date', state: 'missing' };
  return { text: absentWords(names, line), state: line.state };
}

interface Question {
  readonly place: string;
  readonly ask: string;
  readonly by: string;
  readonly isPut: boolean;
  readonly row: WantedRow;
}

/** Every line that says `unknown`, in whatever block of the project, in the order of the files and their lines. */
function everyQuestion(data: Data, names: Names, asOf: string): readonly Question[] {
  const found: Question[] = [];
  const look = (block: Block, pathway?: Pathway, what: string = label(block)): void => {
    for (const [name, lines] of Object.entries(block.facts ?? {}))
      for (const line of lines)
        if (line.state === 'unknown') found.push(question(names, block, what, name, line, asOf, pathway));
  };
  if (data.project) look(data.project);
  for (const one of [...data.sources, ...data.footprints, ...data.organisations, ...data.agreements, ...data.boards])
    look(one);
  for (const specification of data.specifications)
    for (const one of [specification, ...specification.stages, ...specification.transitions]) look(one);
  for (const pathway of data.pathways) {
    for (const one of [pathway, ...pathway.stages]) look(one, pathway);
    for (const link of [...pathway.transitions, ...pathway.flows]) look(link, pathway, names.link(pathway, link));
    for (const action of pathway.actions) look(action, pathway, action.text);
  }
  for (const { pathway, issue } of everyIssue(data)) look(issue, pathway, issue.text);
  const split = (place: string): readonly [string, number] => {
    const colon = place.lastIndexOf(':');
    return [place.slice(0, colon), Number(place.slice(colon + 1))];
  };
  return found.toSorted((a, b) => {
    const [[fileA, lineA], [fileB, lineB]] = [split(a.place), split(b.place)];
    return fileA === fileB ? lineA - lineB : fileA < fileB ? -1 : 1;
  });
}

function question(
  names: Names,
  block: Block,
  what: string,
  name: string,
  { ask, by, because, place }: Line,
  asOf: string,
  pathway?: Pathway,
): Question {
  const isLate = by !== undefined && by.end < (pathway === undefined ? asOf : todayOf(pathway, asOf));
  const whom = ask === undefined ? '' : names.of('organisation', ask);
  return {
    place,
    ask: whom,
    by: by?.end ?? '9999',
    isPut: ask !== undefined || by !== undefined,
    row: {
      pathway: pathway === undefined ? '' : label(pathway),
      kind: capital(block.kind.replaceAll('-', ' ')),
      what,
      fact: capital(words(name)),
      because: because ?? '',
      ask: ask === undefined ? { text: 'Nobody named', state: 'missing' } : whom,
      by:
        by === undefined
          ? ''
          : { text: `${by.text}${isLate ? ' (late)' : ''}`, order: by.end, ...(isLate ? { state: 'late' } : {}) },
    },
  };
}

export function questions(data: Data, names: Names, asOf: string): readonly WantedRow[] {
  return everyQuestion(data, names, asOf).map(({ row }) => row);
}

/** The questions that name somebody to ask, or a day: by organisation, the first day first. */
export function chase(data: Data, names: Names, asOf: string): readonly WantedRow[] {
  const put = everyQuestion(data, names, asOf).filter(({ isPut }) => isPut);
  const key = ({ ask, by }: Question): string => `${ask === '' ? 1 : 0} ${ask} ${by}`;
  return put.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)))).map(({ row }) => row);
}

/** What the check says of one element. */
export interface Told {
  readonly severity: string;
  readonly pathway?: string;
  readonly element?: string;
  readonly place: { readonly line: number };
}

const levels: Readonly<Record<string, Wanted>> = {
  error: { text: 'Error', order: 3 },
  warning: { text: 'Warning', order: 2 },
  info: { text: 'Note', order: 1 },
};

/**
 * Everything that people are told by the check, the most serious first, with the block in which it stands. What was
 * found is for the rules to word.
 */
export function findings(data: Data, names: Names, told: readonly Told[]): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const level of ['error', 'warning', 'info'])
    for (const { severity, pathway: name, element, place } of told) {
      if (severity !== level) continue;
      const pathway = data.pathways.find((one) => one.name === name);
      rows.push({
        what: {},
        severity: levels[level]!,
        pathway: pathway === undefined ? '' : label(pathway),
        about: pathway === undefined ? {} : partOf(names, pathway, element, place.line + 1),
        rule: {},
      });
    }
  return rows;
}

/** The stage or arrow that is meant, or that holds what is meant; nothing for the pathway itself. */
function partOf(names: Names, pathway: Pathway, element: string | undefined, line: number): Wanted {
  const found = [...pathway.stages, ...pathway.transitions, ...pathway.flows].find((part) => {
    const outcomes = 'outcomes' in part ? part.outcomes : [];
    const inside = [...part.issues, ...outcomes, ...outcomes.flatMap(({ indicators }) => indicators)];
    return [part, ...inside].some(({ name }) => name === element);
  });
  if (found !== undefined) return nameIn(names, pathway, found);
  if (pathway.uses.some(({ name }) => name === element)) return names.stage(pathway, element!);
  const { issues, actions, outcomes } = pathway;
  const own = [pathway, ...issues, ...actions, ...outcomes, ...outcomes.flatMap(({ indicators }) => indicators)];
  if (own.some(({ name }) => name === element)) return '';
  // A word that is used there: the last part that begins before it.
  const lineOf = (part: Block): number => Number(part.place.slice(part.place.lastIndexOf(':') + 1));
  const parts = [...pathway.stages, ...pathway.transitions, ...pathway.flows].filter((part) => lineOf(part) <= line);
  const last = parts.toSorted((a, b) => lineOf(b) - lineOf(a))[0];
  return last === undefined ? '' : nameIn(names, pathway, last);
}

/**
 * Every `accept` line, each of which excuses one finding in these projects, then the rules that the project turns off.
 * What was found is for the rules to word.
 */
export function accepted(data: Data, names: Names, titles: (rule: string) => string): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const pathway of data.pathways)
    for (const { rule, because, by, until } of acceptancesIn(pathway))
      rows.push({
        pathway: label(pathway),
        rule: titles(rule),
        what: {},
        because: because ?? { text: 'Not recorded', state: 'missing' },
        by: by === undefined ? { text: 'Not recorded', state: 'missing' } : names.of('organisation', by),
        until: dated(until),
      });
  for (const { rule, set, because } of data.project?.rules ?? [])
    if (set === 'off')
      rows.push({
        pathway: 'The whole project',
        rule: titles(rule),
        what: 'The rule is turned off for the whole project.',
        because: because ?? { text: 'Not recorded', state: 'missing' },
      });
  return rows;
}

function acceptancesIn(pathway: Pathway): readonly Acceptance[] {
  const { stages, transitions, flows, issues, actions } = pathway;
  const blocks: readonly Block[] = [pathway, ...stages, ...transitions, ...flows, ...issues, ...actions];
  return blocks.flatMap(({ accepts = [] }) => accepts);
}
