import type { Change, ElementSide, FactChange } from '../changes/change.ts';
import { groupBy } from '../model/group.ts';
import type { Place } from '../model/place.ts';
import { plain } from './scene/words.ts';

/** What more is known of what the changes are about than they say themselves. */
export interface Known {
  /** The blocks of the element on either side: what is said of another block is said of what it holds. */
  readonly before: readonly Place[];
  readonly after: readonly Place[];
  /** What stands in a block that goes by its text, as a gap does. */
  readonly textOf: (change: Change) => string | undefined;
  /** The latest of its figures, before and after, where those differ: `cost £500,000 for 2025/26, now unknown`. */
  readonly figureWords?: (fact: string) => string | undefined;
}

/**
 * What the changes of a stage, an arrow or a whole pathway say of it, each fact in few words: they stand in the picture,
 * and the sentences beside it.
 */
export function factWords(changes: readonly Change[], known: Known): readonly string[] {
  const isOwn = ({ before, after }: Change) =>
    (before && begins(before.block, known.before)) || (after && begins(after.block, known.after));
  const renamed = changes.some((change) => change.change === 'renamed' && isOwn(change));
  const told = changes.filter((change) => !(renamed && isOwn(change) && 'fact' in change && change.fact === 'label'));
  const facts = groupBy(told, (change) =>
    'fact' in change ? `${pathOf(change)} ${change.fact} ${change.part}` : change.id,
  );
  return [...facts.values()].flatMap((group) => {
    const [first] = group as [Change, ...Change[]];
    const about = isOwn(first) ? '' : nested(first, known.textOf(first));
    if (!('fact' in first)) return elementWords(first, about);
    const words = statements(group as readonly FactChange[]);
    if (about !== '') return [`${about}: ${words}`];
    return [(first.part === 'value' && known.figureWords?.(first.fact)) || words];
  });
}

function elementWords(change: Exclude<Change, FactChange>, about: string): readonly string[] {
  switch (change.change) {
    case 'added':
      return about === '' ? [] : [`${about} added`];
    case 'removed':
      return about === '' ? [] : [`${about} taken away`];
    case 'moved':
      return about === '' ? [] : [`${about} moved here`];
    case 'renamed':
      return [about === '' ? `was called ${calledBefore(change)}` : `${about} was called ${calledBefore(change)}`];
  }
}

function calledBefore({ before, after }: Change): string {
  const [was, is] = [shown(before!), shown(after!)];
  return was === is ? `${before!.name} in the text` : was;
}

function shown({ label, name }: ElementSide): string {
  return label ?? plain(name);
}

/** `cost £500,000, now £410,000`, `level + Tier 4`, `agreement − Sharing agreement`. */
function statements(changes: readonly FactChange[]): string {
  const { fact, part } = changes[0]!;
  const name = fact === 'label' ? 'name' : fact.replaceAll('-', ' ');
  const say = (side: 'was' | 'is') =>
    changes
      .flatMap((change) => change[side] ?? [])
      .map((said) => (part === 'evidence' ? (said.evidence ?? 'none') : said.words))
      .join(', ');
  const [was, is] = [say('was'), say('is')];
  const about = part === 'evidence' ? `${name}: evidence` : name;
  const parts = changes.flatMap((change) => change.parts ?? []);
  if (parts.length === changes.length)
    return parts.map(({ subject, said }) => `${name} ${subject}: ${said}`).join('; ');
  if (was !== '' && is !== '') return `${about} ${was}, now ${is}`;
  return is === '' ? `${about} − ${was}` : `${about} + ${is}`;
}

function nested({ before, after }: Change, text: string | undefined): string {
  const { kind, label, name } = (after ?? before)!;
  return `${kind.replaceAll('-', ' ')} '${label ?? text ?? name}'`;
}

function pathOf({ before, after }: Change): string {
  return (after ?? before)!.path;
}

function begins(a: Place, blocks: readonly Place[]): boolean {
  return blocks.some((b) => a.file === b.file && a.line === b.line && a.character === b.character);
}
