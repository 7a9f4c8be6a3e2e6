import { groupBy } from '../../model/group.ts';
import { capital } from '../../model/wording.ts';
import type { Change, Comparison, Consequence, ElementSide } from '../change.ts';
import { counted, listed } from '../consequences/words.ts';
import type { SideNames } from '../sentences.ts';
import type { Entry } from './entries.ts';
import { weakerIn } from './weaker.ts';

/** `Oversight is weaker in 1 place: Justice Board removed; cost up £40,000; 2 findings closed, 1 opened.` */
export function headlineOf(comparison: Comparison, entries: readonly Entry[]): string {
  const { changes, consequences, troubles } = comparison;
  if (comparison.between) return beside(changes, comparison.between);
  const weaker = weakerIn(entries);
  const files = new Set(troubles.map(({ file }) => file)).size;
  const unread = files === 0 ? [] : [`${counted(files, 'file')} cannot be read whole`];
  if (changes.length + consequences.length === 0) {
    const [trouble] = unread;
    return trouble === undefined ? 'No change in meaning.' : `No change in meaning in what can be read; ${trouble}.`;
  }
  const told = [
    ...weaker.parts,
    ...providers(consequences),
    ...waits(consequences),
    ...comings(changes),
    ...lost(consequences.filter((one) => !weaker.named.has(one))),
    ...figures(consequences),
    ...plans(changes),
    ...findings(consequences),
    ...questions(consequences),
  ];
  const parts = told.length === 0 ? [changesInWords(changes)] : told;
  return capital(`${[...parts, ...unread].join('; ')}.`);
}

/** `5 stages in 'North' only, 2 in 'South' only; 14 facts differ.` */
function beside(changes: readonly Change[], { before, after }: SideNames): string {
  if (changes.length === 0) return `'${before}' and '${after}' say the same.`;
  const those = (kind: string, change: Change['change']): number =>
    changes.filter((one) => one.change === change && (one.after ?? one.before)?.kind === kind).length;
  const facts = changes.filter((change) => 'fact' in change).length;
  const told = [
    ...(['stage', 'transition'] as const).flatMap((kind) =>
      counts(kind, [
        [those(kind, 'removed'), `in '${before}' only`],
        [those(kind, 'added'), `in '${after}' only`],
      ]),
    ),
    ...(facts > 0 ? [facts === 1 ? '1 fact differs' : `${facts} facts differ`] : []),
  ];
  return capital(`${told.length > 0 ? told.join('; ') : changesInWords(changes)}.`);
}

/** `2 stages added (Hub and Court), 1 removed (Lodge)`: what came or went with its pathway is not counted by itself. */
function comings(changes: readonly Change[]): readonly string[] {
  const pathways = new Set(changes.filter(({ change }) => change === 'added' || change === 'removed').map(pathOf));
  return (['pathway', 'stage', 'transition'] as const).flatMap((kind) => {
    const own = changes.filter((change) => {
      if ((change.after ?? change.before)?.kind !== kind) return false;
      return kind === 'pathway' || !pathways.has(pathOf(change).split('/')[0]!);
    });
    const tell = (those: readonly Change[], verb: string): readonly [number, string] => {
      const names = those.map(({ before, after }) => calledOf((after ?? before)!));
      const isNamed = kind !== 'transition' && names.length > 0 && names.length <= FEW;
      return [those.length, isNamed ? `${verb} (${listed(names)})` : verb];
    };
    const only = (change: Change['change']): readonly Change[] => own.filter((one) => one.change === change);
    return counts(kind, [
      tell(only('added'), 'added'),
      tell(only('removed'), 'removed'),
      tell(own.filter(isCalledOtherwise), 'renamed'),
    ]);
  });
}

const calledOf = ({ label, name }: ElementSide): string => label ?? name;

/** Whether people call it otherwise now: a name behind a label is seen in the text only. */
function isCalledOtherwise(change: Change): boolean {
  const { before, after } = change;
  if (before === undefined || after === undefined || calledOf(before) === calledOf(after)) return false;
  // Of one that has another name and another label, only the label counts.
  return 'fact' in change ? change.fact === 'label' : change.change === 'renamed' && before.label === after.label;
}

const pathOf = ({ before, after }: Change): string => (after ?? before)!.path;

/** From so many on, losses are counted. */
const FEW = 2;

/** What is offered no more, or at last: few by name, many counted. */
function providers(consequences: readonly Consequence[]): readonly string[] {
  return (['provider-lost', 'provider-gained'] as const).flatMap((kind) => {
    const briefs = consequences.filter((one) => one.kind === kind).flatMap(({ brief }) => brief ?? []);
    if (briefs.length <= FEW) return briefs;
    return [`${briefs.length} stages have ${kind === 'provider-lost' ? 'no provider any more' : 'a provider now'}`];
  });
}

/** `wait up from 9 to 26 weeks at First contact`: a few one by one, many counted. */
function waits(consequences: readonly Consequence[]): readonly string[] {
  const [longer, shorter] = (['wait-longer', 'wait-shorter'] as const).map((kind) =>
    consequences.filter((one) => one.kind === kind),
  );
  const briefs = [...longer!, ...shorter!].flatMap(({ brief }) => brief ?? []);
  if (briefs.length <= FEW) return briefs;
  return counts('wait', [
    [longer!.length, 'longer'],
    [shorter!.length, 'shorter'],
  ]);
}

const losses: ReadonlySet<Consequence['kind']> = new Set<Consequence['kind']>([
  'information-lost',
  'assessment-lost',
  'required-stage-lost',
  'ages-lost',
  'level-lost',
  'unreachable',
]);

function lost(consequences: readonly Consequence[]): readonly string[] {
  const all = consequences.filter(({ kind, tone }) => losses.has(kind) && tone === 'worse');
  const briefs = all.flatMap(({ brief }) => brief ?? []);
  if (briefs.length <= FEW) return briefs;
  const sent = all.filter(({ kind }) => kind === 'information-lost').length;
  const others = all.length - sent;
  return [
    ...(sent > 0 ? [`information no longer sent in ${counted(sent, 'place')}`] : []),
    ...(others > 0 ? [`less is covered in ${counted(others, 'place')}`] : []),
  ];
}

/** What differs in money; what differs in numbers of people only where money does not. */
function figures(consequences: readonly Consequence[]): readonly string[] {
  const cost = consequences.filter(({ kind }) => kind === 'cost');
  const [first, ...others] = cost.length > 0 ? cost : consequences.filter(({ kind }) => kind === 'activity');
  if (first === undefined) return [];
  const pathways = new Set([first, ...others].map(({ pathway }) => pathway)).size;
  if (pathways === 1 && others.length < FEW) return joined([first, ...others].map(({ brief, kind }) => brief ?? kind));
  return [pathways === 1 ? `${first.kind} differs` : `${first.kind} differs in ${pathways} pathways`];
}

/** `cost up £40,000 in 2026/27 and £23,000 in 2025/26`: what both begin with is said once. */
function joined(briefs: readonly string[]): readonly string[] {
  const start = /^cost (?:up|down) /.exec(briefs[0]!)?.[0];
  if (start === undefined || !briefs.every((brief) => brief.startsWith(start))) return briefs;
  return [start + listed(briefs.map((brief) => brief.slice(start.length)))];
}

/** `1 gap closed; 2 actions done`: what came or went with its pathway is not counted by itself. */
function plans(changes: readonly Change[]): readonly string[] {
  const pathways = new Set(changes.filter(({ change }) => change === 'added' || change === 'removed').map(pathOf));
  const of = (kind: string): readonly Change[] =>
    changes.filter(
      (change) => (change.after ?? change.before)?.kind === kind && !pathways.has(pathOf(change).split('/')[0]!),
    );
  const gaps = of('gap');
  const count = (those: readonly Change[], isOne: (change: Change) => boolean): number => those.filter(isOne).length;
  return [
    ...counts('gap', [
      [count(gaps, (one) => isNew(one, 'closed') || leaves(one, 'closed')), 'opened'],
      [count(gaps, (one) => comesTo(one, 'closed')), 'closed'],
      [count(gaps, ({ change }) => change === 'removed'), 'removed'],
    ]),
    ...counts('action', [[count(of('action'), (one) => comesTo(one, 'done')), 'done']]),
    ...counts('milestone', [[count(of('milestone'), (one) => comesTo(one, 'done')), 'reached']]),
  ];
}

/** Whether it has come, and not in that status. */
const isNew = (change: Change, status: string): boolean =>
  change.change === 'added' && !change.statements.some(({ fact, words }) => fact === 'status' && words === status);

/** Whether it is in that status now, and was in another, or in none. */
const comesTo = (change: Change, status: string): boolean =>
  'fact' in change && change.fact === 'status' && change.part === 'value' && change.is?.words === status;

const leaves = (change: Change, status: string): boolean =>
  'fact' in change && change.fact === 'status' && change.part === 'value' && change.was?.words === status;

/** Findings are counted one by one; what has gone with its element was not closed by anybody. */
function findings(consequences: readonly Consequence[]): readonly string[] {
  const count = (kind: Consequence['kind']): number =>
    sum(consequences.filter((one) => one.kind === kind && (kind !== 'finding-closed' || one.tone === 'better')));
  const opened = consequences.filter(({ kind }) => kind === 'finding-opened');
  const errors = sum(opened.filter(({ severity }) => severity === 'error'));
  return counts('finding', [
    [count('finding-closed'), 'closed'],
    [sum(opened), errors === 0 ? 'opened' : `opened (${counted(errors, 'error')})`],
    [count('finding-accepted'), 'accepted'],
    [count('finding-reopened'), 'no longer accepted'],
    [count('finding-hidden'), 'no longer looked for'],
    [count('finding-shown'), 'looked for now'],
  ]);
}

function questions(consequences: readonly Consequence[]): readonly string[] {
  const count = (kind: Consequence['kind']): number => sum(consequences.filter((one) => one.kind === kind));
  return counts('question', [
    [count('question-answered'), 'answered'],
    [count('question-raised'), 'raised'],
    [count('question-dropped'), 'no longer asked'],
  ]);
}

const sum = (all: readonly Consequence[]): number => all.reduce((total, { count = 1 }) => total + count, 0);

/** `2 findings closed, 1 opened`. */
function counts(noun: string, all: readonly (readonly [number, string])[]): readonly string[] {
  const [first, ...others] = all.filter(([count]) => count > 0);
  if (first === undefined) return [];
  return [[`${counted(first[0], noun)} ${first[1]}`, ...others.map(([count, verb]) => `${count} ${verb}`)].join(', ')];
}

/** `2 elements added, 1 renamed and 3 facts changed`. */
function changesInWords(changes: readonly Change[]): string {
  const isOfFact = (change: Change): boolean => 'fact' in change;
  const facts = changes.filter(isOfFact).length;
  const kinds = groupBy(
    changes.filter((change) => !isOfFact(change)),
    ({ change }) => change,
  );
  const words = [...kinds].map(([kind, those]) => `${counted(those.length, 'element')} ${kind}`);
  return listed([...words, ...(facts > 0 ? [`${counted(facts, 'fact')} changed`] : [])]);
}
