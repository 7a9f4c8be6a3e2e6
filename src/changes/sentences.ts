import type { Project } from '../model/project.ts';
import { isOpen } from '../model/status.ts';
import { formatAlike, readMoney } from '../model/units/money.ts';
import type { Statement } from './change.ts';
import { listed } from './consequences/words.ts';
import type { NameLeft } from './likeness.ts';
import type { LineDifference } from './lines.ts';
import type { Pair } from './match.ts';
import type { Outline } from './outline.ts';
import type { PartsChanged } from './parts.ts';
import { elementInWords, factInWords } from './words.ts';

/** A statement on each side where there is one, with the fact. */
export interface Said extends Pick<LineDifference, 'fact' | 'part'>, Inherited {
  readonly was?: Statement;
  readonly is?: Statement;
  /** Where only some parts of it are otherwise: those. */
  readonly parts?: PartsChanged;
  /** Whether it is another figure, for another time, rather than the same one said otherwise. */
  readonly replaced?: boolean;
  /** Of a gap or a risk that is closed now: what was to be done about it, and is not done. */
  readonly pending?: readonly string[];
  /** Where both read the same: the names in it that no longer stand for what they stood for. */
  readonly left?: readonly NameLeft[];
}

/** Of a line that only one side has: what its pathway says on the other. */
export interface Inherited {
  /** That it says the same, or the words of what it says. */
  readonly inherited?: 'same' | readonly string[];
  /** What the line rested on, and what the pathway's does, where that is less. */
  readonly rests?: { readonly was?: string; readonly is?: string };
}

/** What two sides are called that are no two times of one thing: `North Rivershire` and `South Rivershire`. */
export interface SideNames {
  readonly before: string;
  readonly after: string;
}

/** `Stage 'Release' no longer sends 'CHAT' …`: a change of one fact, in one sentence. */
export function factSentence(who: string, said: Said, sides?: SideNames): string {
  if (sides) return `${who}: ${betweenSides(said, sides)}.`;
  if (said.part === 'evidence') return `${restsSentence(who, said)}.`;
  if (said.inherited === 'same') return `${asBefore(who, said)}.`;
  return `${valueSentence(who, said)}${inPlace(said)}${pendingInWords(said)}.`;
}

/** `Stage 'Hub' is overseen by Main Board as before: its pathway says so now`. */
function asBefore(who: string, { fact, was, is, rests }: Said): string {
  const { words, state } = (was ?? is)!;
  const does = verbs[fact] ? `${verbs[fact]} ${words}` : `has the ${nounOf(fact)} ${words}`;
  const what = state === 'recorded' ? `${who} ${does}` : `${who}: ${nounOf(fact)} is ${words}`;
  if (is) return `${what} as before: it says so itself now`;
  const less = rests ? `, resting on ${rests.is ?? 'nothing'} there${rests.was ? ` (it was ${rests.was})` : ''}` : '';
  return `${what} as before: its pathway says so now${less}`;
}

/** `; as its pathway says, it is Main Board now`, `, in place of Main Board of its pathway`. */
function inPlace({ inherited, was }: Said): string {
  if (inherited === undefined || inherited === 'same') return '';
  const words = listed(inherited);
  return was ? `; as its pathway says, it is ${words} now` : `, in place of ${words} of its pathway`;
}

/** `, though 'Agree a threshold' is not done`. */
function pendingInWords({ pending = [] }: Said): string {
  return pending.length === 0 ? '' : `, though ${listed(pending)} ${pending.length === 1 ? 'is' : 'are'} not done`;
}

/** `cost is £5 in 'North', £6 in 'South'`. */
function betweenSides({ fact, part, was, is, left, inherited, replaced }: Said, { before, after }: SideNames): string {
  const name = factInWords(fact);
  if (inherited === 'same')
    return `${name} is ${(was ?? is)!.words} in both; only in '${was ? before : after}' it says so itself`;
  if (was && is && replaced && was.rests !== is.rests) {
    const said = ({ words, evidence }: Statement) => `${words}${evidence ? `, which rests on ${evidence},` : ''}`;
    return `${name} is ${said(was)} in '${before}', ${said(is)} in '${after}'`;
  }
  if (part === 'evidence') {
    const rests = (one: Statement | undefined) => one?.evidence ?? 'nothing that it says';
    return `${name} ${(is ?? was)!.words} rests on ${rests(was)} in '${before}', on ${rests(is)} in '${after}'`;
  }
  if (was && is && left)
    return `${name} is ${is.words} in both, which is not the same in '${before}' and in '${after}'`;
  if (was && is) {
    const tail = figures.has(fact) ? sharedTail(was.words, is.words) : '';
    if (tail === '') return `${name} is ${was.words} in '${before}', ${is.words} in '${after}'`;
    return `${name} (${tail}) is ${without(was.words, tail)} in '${before}', ${without(is.words, tail)} in '${after}'`;
  }
  return `${name} ${(was ?? is)!.words} in '${was ? before : after}' only`;
}

function valueSentence(who: string, said: Said): string {
  const { fact, was, is, left, parts, replaced } = said.fact === 'cost' ? moneyAlike(said) : said;
  const name = nounOf(fact);
  const verb = verbs[fact];
  if (was && is && replaced) return `${who}: ${name} ${replacedInWords(was, is)}`;
  if (is && left) return `${who}: ${name} still says ${is.words}, ${left.map(leftInWords).join(' and ')}`;
  if (parts && was!.words !== is!.words) return partsSentence(who, fact, parts);
  if (was && is) {
    const [stood, stands] = plural.has(fact) ? ['were', 'are'] : ['was', 'is'];
    if (fact === 'label') return `${who.replace(is.words, () => was.words)} is now called ${is.words}`;
    if (was.state === 'unknown' && is.state === 'recorded')
      return `${who}: ${name} ${stood} unknown, ${stands} now ${is.words}`;
    if (is.state === 'none') return `${who}: ${name} ${stood} ${was.words}, ${stands} now confirmed as ${is.words}`;
    if (is.state === 'unreadable') return `${who}: ${name} ${stood} ${was.words}, and cannot be read now`;
    const tail = figures.has(fact) ? sharedTail(was.words, is.words) : '';
    if (tail !== '')
      return `${who}: ${name} (${tail}) was ${without(was.words, tail)}, is now ${without(is.words, tail)}`;
    return `${who}: ${name} ${stood} ${was.words}, ${stands} now ${is.words}`;
  }
  if (is) {
    if (is.state === 'none') return `${who}: ${name} is now confirmed as ${is.words}`;
    if (is.state !== 'recorded') return `${who}: ${name} is now said to be ${is.words}`;
    return verb ? `${who} ${saidOf('now', verb)} ${is.words}` : `${who} now has the ${name} ${is.words}`;
  }
  if (was!.state !== 'recorded') return `${who} no longer says that its ${name} is ${was!.words}`;
  return verb ? `${who} ${saidOf('no longer', verb)} ${was!.words}` : `${who} no longer has the ${name} ${was!.words}`;
}

/** Both amounts written in one way, in full or shortened. */
function moneyAlike(said: Said): Said {
  const { was, is } = said;
  const amounts = [was, is].map((one) => (one ? readMoney(one.words.split(' ')[0]!) : undefined));
  const all = amounts.flatMap((read) => (read && 'value' in read ? [read.value] : []));
  if (!was || !is || all.length < 2) return said;
  const write = formatAlike(all);
  const [old, now] = [was, is].map((one, at) => ({ ...one, words: one.words.replace(/^\S+/, () => write(all[at]!)) }));
  return { ...said, was: old!, is: now! };
}

/** `£5 for 2025/26 is no longer recorded; £6 for 2026/27 is recorded now`, and what each of them rests on. */
function replacedInWords(was: Statement, is: Statement): string {
  const [rested, rests] =
    was.rests === is.rests
      ? ['', '']
      : [
          was.evidence ? `, which rested on ${was.evidence},` : '',
          is.evidence ? `, resting on ${is.evidence}` : ', and does not say what it rests on',
        ];
  return `${was.words}${rested} is no longer recorded; ${is.words} is recorded now${rests}`;
}

/** `is now part of`, `now sends`. */
const saidOf = (when: string, verb: string): string =>
  /^is\b/.test(verb) ? `is ${when}${verb.slice(2)}` : `${when} ${verb}`;

/** `Transition 'Diversion': Screening is no longer sent under Sharing agreement`. */
function partsSentence(who: string, fact: string, { subject, said }: PartsChanged): string {
  if (fact === 'send') return `${who}: ${subject} is ${said.replace(/^(?:now|no longer)/, '$& sent')}`;
  return `${who}: ${factInWords(fact)} ${subject} is ${said}`;
}

/** A fact as a sentence speaks of it: what a stage `leaves` by is a way out. */
export const nounOf = (fact: string): string => nouns[fact] ?? factInWords(fact);

const nouns: Readonly<Record<string, string>> = { enters: 'way in', leaves: 'way out' };

/** Facts that a sentence speaks of as several things. */
const plural: ReadonlySet<string> = new Set(['ages', 'criteria']);

/** `where 'b' is named 'c' now`. */
function leftInWords({ name, now }: NameLeft): string {
  return now === undefined ? `where '${name}' stands for another one now` : `where '${name}' is named '${now}' now`;
}

/** Figures say after the figure what they are for: that is said once where both sides say the same. */
const figures: ReadonlySet<string> = new Set(['cost', 'activity', 'capacity']);

/** With what word the rest of a figure's line may begin. */
const begins = /^(?:actual|budget|estimate|grant|pooled|for|funded|from|\()/;

/** What both end with, from a word on that says more of the figure; nothing where there is no such word. */
function sharedTail(was: string, is: string): string {
  const [old, now] = [was.split(' '), is.split(' ')];
  let shared = 0;
  while (shared < Math.min(old.length, now.length) - 1 && old.at(-1 - shared) === now.at(-1 - shared)) shared += 1;
  const tail = now.slice(now.length - shared);
  const start = tail.findIndex((word) => begins.test(word));
  return start < 0 ? '' : tail.slice(start).join(' ');
}

const without = (words: string, tail: string): string => words.slice(0, -tail.length).trim();

function restsSentence(who: string, { fact, was, is }: Said): string {
  const subject = `${who}: ${factInWords(fact)} ${(is ?? was)!.words}`;
  if (was?.evidence === undefined) return `${subject} now rests on ${is!.evidence}`;
  if (is?.evidence === undefined) return `${subject} no longer says what it rests on (it was ${was.evidence})`;
  return `${subject} rested on ${was.evidence}, now on ${is.evidence}`;
}

/** Whether a sentence speaks of a fact by what the element does, and of no thing that it has. */
export const isDone = (fact: string): boolean => verbs[fact] !== undefined;

/** Facts that a verb says better than a noun. */
const verbs: Readonly<Record<string, string>> = {
  accept: 'accepts the finding',
  affects: 'affects',
  'allow-variation': 'allows variation in',
  containing: 'contains',
  covers: 'covers',
  edit: 'says:',
  evidence: 'rests on',
  governance: 'is overseen by',
  hide: 'hides',
  in: 'is in',
  include: 'includes',
  is: 'is',
  omits: 'omits',
  only: 'shows only',
  'part-of': 'is part of',
  realises: 'realises',
  'reports-to': 'reports to',
  require: 'requires',
  rule: 'sets the rule',
  send: 'sends',
  show: 'shows',
  'succeeded-by': 'is succeeded by',
  top: 'is',
  varies: 'varies in',
  within: 'lies within',
};

/** An element that came or went, with where it stands: `Stage 'Mentoring' was added.` */
export function comingSentence(
  project: Project,
  outline: Outline,
  change: 'added' | 'removed',
  sides?: SideNames,
): string {
  if (sides)
    return `${elementInWords(project, outline)} is in '${change === 'added' ? sides.after : sides.before}' only.`;
  const { element } = outline;
  const isUnsolved = change === 'removed' && (element.kind === 'gap' || element.kind === 'risk') && isOpen(element);
  return `${elementInWords(project, outline)} was ${change}${isUnsolved ? ' without being closed' : ''}.`;
}

/** A renaming is a proposal: it says by what it is judged. */
export function renamedSentence(who: string, { before, after, likeness }: Pair, sides?: SideNames): string {
  const [was, is] = [before!.element.name, after!.element.name];
  const judged =
    likeness === undefined || likeness > 0.995
      ? 'all that is in it is the same'
      : `${Math.round(likeness * 100)}% of what is in it is the same`;
  if (sides) return `${who} seems to be '${was}' of '${sides.before}' and '${is}' of '${sides.after}': ${judged}.`;
  return `${who} was renamed from '${was}' to '${is}', it seems: ${judged}.`;
}

/** `Stage 'Mentoring' stands in pathway 'South' now; it stood in pathway 'North'.` */
export function movedSentence(before: Project, after: Project, who: string, { movedFrom, movedTo }: Pair): string {
  const [from, to] = [elementInWords(before, movedFrom!), elementInWords(after, movedTo!)];
  return `${who} stands in ${lower(to)} now; it stood in ${lower(from)}.`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
