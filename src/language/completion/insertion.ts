import { GrammarAST } from 'langium';
import { isNeeded } from './grammar.ts';

/** What a keyword brings with it when it is accepted. */
export interface Insertion {
  /** Keywords that always follow it: `to` after `according`. */
  readonly tail: string;
  /** What has to follow those: a text between quotes, a new name, something else, or nothing. */
  readonly next: 'text' | 'name' | 'more' | 'nothing';
}

/** Reads from the grammar what has to follow a keyword. */
export function insertionOf(keyword: GrammarAST.Keyword): Insertion {
  const following = followersOf(keyword);
  const tail: string[] = [];
  for (const element of following) {
    if (GrammarAST.isKeyword(element) && isNeeded(element)) tail.push(element.value);
    else break;
  }
  const rest = following.slice(tail.length);
  const next = rest.find(isNeeded);
  return { tail: tail.join(' '), next: next ? kindOf(next, rest[0] === next) : 'nothing' };
}

function kindOf(next: GrammarAST.AbstractElement, direct: boolean): Insertion['next'] {
  if (direct && isTerminal(next, 'TEXT')) return 'text';
  return direct && isTerminal(next, 'NAME') && next.feature === 'name' ? 'name' : 'more';
}

/** What stands behind a part of the grammar, to the end of its rule. */
function followersOf(element: GrammarAST.AbstractElement): readonly GrammarAST.AbstractElement[] {
  const { $container: around } = element;
  if (!GrammarAST.isAbstractElement(around)) return [];
  const after = GrammarAST.isGroup(around) ? around.elements.slice(around.elements.indexOf(element) + 1) : [];
  return [...after, ...followersOf(around)];
}

function isTerminal(element: GrammarAST.AbstractElement, terminal: string): element is GrammarAST.Assignment {
  return (
    GrammarAST.isAssignment(element) &&
    GrammarAST.isRuleCall(element.terminal) &&
    element.terminal.rule.ref?.name === terminal
  );
}
