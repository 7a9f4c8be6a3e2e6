import type { Change, ElementSide, FactChange } from '../../changes/change.ts';
import type { Place } from '../../model/place.ts';
import { plain } from '../scene/words.ts';

/** What a change says of the stage or arrow with this block, in few words: it stands in the picture, the sentence beside. */
export function factWords(change: Change, block: Place): readonly string[] {
  const { before, after } = change;
  const own = [before, after].some((side) => side && begins(side.block, block));
  switch (change.change) {
    case 'added':
    case 'removed':
      if (own) return [];
      return [`${nested((after ?? before)!)} ${change.change === 'added' ? 'added' : 'taken away'}`];
    case 'renamed':
      return before && own ? [`was called ${calledBefore(change)}`] : [];
    case 'moved':
      return [];
    default:
      return [`${own ? '' : `${nested((after ?? before)!)}: `}${statement(change)}`];
  }
}

/** What a change says of the pathway itself. */
export function wholeWords(change: Change): readonly string[] {
  switch (change.change) {
    case 'added':
    case 'removed':
    case 'moved':
      return [];
    case 'renamed':
      return [`was called ${calledBefore(change)}`];
    default:
      return [statement(change)];
  }
}

function calledBefore({ before, after }: Change): string {
  const [was, is] = [shown(before!), after && shown(after)];
  return was === is ? `${before!.name} in the text` : was;
}

function shown({ label, name }: ElementSide): string {
  return label ?? plain(name);
}

/** `cost £500,000, now £410,000`, `level + Tier 4`, `agreement − Sharing agreement`. */
function statement({ fact, part, was, is }: FactChange): string {
  const name = fact === 'label' ? 'name' : fact.replaceAll('-', ' ');
  if (part === 'evidence') return `${name}: evidence ${was?.evidence ?? 'none'}, now ${is?.evidence ?? 'none'}`;
  if (was && is) return `${name} ${was.words}, now ${is.words}`;
  return is ? `${name} + ${is.words}` : `${name} − ${was?.words ?? ''}`;
}

function nested({ kind, label, name }: ElementSide): string {
  return `${kind.replaceAll('-', ' ')} ${label ?? name}`;
}

function begins(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.character === b.character;
}
