import type { Change, Comparison, Consequence, Weakening } from '../change.ts';

export const WEAKENS = 'What weakens oversight';
export const WHAT_FOLLOWS = 'What follows';

/** The heading of what has changed in one pathway. */
export const changesIn = (label: string): string => `Changes in ${label}`;

/** Where an entry stands: its group, and its place among all entries. */
export interface Seat {
  readonly heading: string;
  readonly rank: number;
}

const weakenings: readonly Weakening[] = [
  'governance-lost',
  'agreement-lost',
  'acceptance',
  'rule-lowered',
  'strictness-lowered',
  'knowledge-lost',
  'evidence-lost',
  'confidence-lowered',
];

/** First what is lost, then what is offered at last, then money, then what is found, then what is better. */
const consequences: readonly Consequence['kind'][] = [
  ...(['provider-lost', 'wait-longer', 'information-lost', 'assessment-lost', 'required-stage-lost'] as const),
  ...(['ages-lost', 'level-lost', 'unreachable', 'provider-gained', 'wait-shorter'] as const),
  ...(['cost', 'activity', 'governance-changed', 'agreement-changed', 'assessment-changed'] as const),
  ...(['finding-opened', 'finding-reopened', 'finding-shown', 'question-raised', 'question-dropped'] as const),
  ...(['governance-gained', 'agreement-gained', 'information-gained', 'assessment-gained'] as const),
  ...([
    'required-stage-gained',
    'ages-gained',
    'level-gained',
    'reachable',
    'finding-closed',
    'question-answered',
  ] as const),
];

/** Consequences that weaken oversight, whatever they follow from. */
const weakening: ReadonlyMap<Consequence['kind'], Weakening> = new Map([
  ['governance-lost', 'governance-lost'],
  ['agreement-lost', 'agreement-lost'],
  ['finding-accepted', 'acceptance'],
  ['finding-hidden', 'rule-lowered'],
]);

/** What two pathways have that stand beside each other does not follow from anything. */
const BESIDE = 'What each of them has';

export function seatOfConsequence({ kind }: Consequence, { between }: Comparison): Seat {
  if (between) return { heading: BESIDE, rank: 100 };
  const weakens = weakening.get(kind);
  if (weakens !== undefined) return seatOfWeakening(weakens);
  return { heading: WHAT_FOLLOWS, rank: 100 + consequences.indexOf(kind) };
}

export function seatOfWeakening(weakens: Weakening): Seat {
  return { heading: WEAKENS, rank: weakenings.indexOf(weakens) };
}

/** Of one sort, first what is gone, since the others follow from it; then pathways, then their stages, then all else. */
function withinWeakening({ heading, rank }: Seat, { change, after }: Change): Seat {
  const kinds: readonly (string | undefined)[] = ['pathway', 'stage'];
  const index = kinds.indexOf(after?.kind);
  return { heading, rank: rank + (change === 'removed' ? -0.4 : index < 0 ? 0.3 : index / 10) };
}

/** A group of changes that are in no pathway, by the kind of block at the top of a file. */
const others: readonly { readonly heading: string; readonly kinds: readonly string[] }[] = [
  { heading: 'Changes in what is required', kinds: ['specification'] },
  {
    heading: 'Changes in the register',
    kinds: ['source', 'footprint', 'organisation', 'system', 'information', 'agreement', 'board'],
  },
  { heading: 'Changes in the vocabulary', kinds: ['vocabulary'] },
  { heading: 'Changes in scenarios and views', kinds: ['scenario', 'view'] },
  { heading: 'Changes in the settings of the project', kinds: ['project'] },
];

const BEHIND_PATHWAYS = 1_000_000;

/** Says of each change that weakens nothing where it stands; the pathways are in the order of the changes. */
export function seatsOf(comparison: Comparison): (change: Change) => Seat {
  const names = [...new Set(comparison.changes.flatMap((change) => subjectOf(comparison, change) ?? []))];
  const places = new Map(names.map((name, index) => [name, index]));
  return (change) => {
    if (comparison.between) return { heading: 'Where they differ', rank: 200 };
    if (change.weakens) return withinWeakening(seatOfWeakening(change.weakens), change);
    if (isMovedFile(change)) return { heading: 'Moved between files', rank: BEHIND_PATHWAYS + others.length };
    if (isToJudge(change)) return { heading: WHAT_FOLLOWS, rank: 100 + consequences.indexOf('finding-opened') - 0.5 };
    const subject = subjectOf(comparison, change);
    if (subject !== undefined) {
      const label = comparison.labels.get(subject) ?? subject;
      return { heading: changesIn(label), rank: 200 + places.get(subject)! };
    }
    const top = (change.after ?? change.before)?.path.split(' ')[0] ?? '';
    const index = others.findIndex(({ kinds }) => kinds.includes(top));
    const heading = others[index]?.heading ?? 'Other changes';
    return { heading, rank: BEHIND_PATHWAYS + (index < 0 ? others.length + 1 : index) };
  };
}

/** Whether a gap or a risk is told of no longer: that it has gone does not say that anything was done about it. */
export function isToJudge(change: Change): boolean {
  const kind = (change.after ?? change.before)?.kind;
  if (kind !== 'gap' && kind !== 'risk') return false;
  if ('fact' in change) return change.fact === 'status' && change.part === 'value' && change.is?.words === 'closed';
  return (
    change.change === 'removed' && !change.statements.some(({ fact, words }) => fact === 'status' && words === 'closed')
  );
}

/** The pathway that a change is in, by its name on the side after. */
export function subjectOf({ renames }: Comparison, { before, after }: Change): string | undefined {
  if (after) return after.pathway;
  return before?.pathway && (renames.get(`pathway ${before.pathway}`) ?? before.pathway);
}

function isMovedFile({ change, before, after }: Change): boolean {
  return change === 'moved' && before?.place.file !== after?.place.file && before?.path === after?.path;
}
