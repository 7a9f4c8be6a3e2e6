import type { Change, ElementSide, FactChange } from '../../changes/change.ts';
import { groupBy } from '../../model/group.ts';
import type { Place } from '../../model/place.ts';
import { plain } from '../scene/words.ts';

/**
 * What the changes of a stage, an arrow or a whole pathway say of it, each fact in few words: they stand in the picture,
 * and the sentences beside it. `block` is its block, on either side: what is said of another block is said of what it holds.
 */
export function factWords(changes: readonly Change[], blocks: readonly Place[]): readonly string[] {
  const isOwn = ({ before, after }: Change) => [before, after].some((side) => side && begins(side.block, blocks));
  const renamed = changes.some((change) => change.change === 'renamed' && isOwn(change));
  const told = changes.filter((change) => !(renamed && isOwn(change) && 'fact' in change && change.fact === 'label'));
  const facts = groupBy(told, (change) =>
    'fact' in change ? `${pathOf(change)} ${change.fact} ${change.part}` : change.id,
  );
  return [...facts.values()].flatMap((group) => {
    const [first] = group as [Change, ...Change[]];
    const about = isOwn(first) ? '' : `${nested((first.after ?? first.before)!)}`;
    if (!('fact' in first)) return elementWords(first, about);
    const words = statements(group as readonly FactChange[]);
    return [about === '' ? words : `${about}: ${words}`];
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
  if (was !== '' && is !== '') return `${about} ${was}, now ${is}`;
  return is === '' ? `${about} − ${was}` : `${about} + ${is}`;
}

function nested({ kind, label, name }: ElementSide): string {
  return `${kind.replaceAll('-', ' ')} ${label ?? name}`;
}

function pathOf({ before, after }: Change): string {
  return (after ?? before)!.path;
}

function begins(a: Place, blocks: readonly Place[]): boolean {
  return blocks.some((b) => a.file === b.file && a.line === b.line && a.character === b.character);
}
