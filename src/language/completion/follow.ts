import { GrammarAST } from 'langium';
import { groupBy } from '../../model/group.ts';
import type { Token } from '../tokens.ts';
import { isNeeded, linesOf, propertyOf, ruleOf } from './grammar.ts';

/** A part of the grammar that may come next: a keyword, a name that refers to something, or a value. */
export interface Feature {
  readonly node: Leaf;
  /** The grammar rule that it is written in. */
  readonly rule: string;
  /** What it is called in that rule, where it has a name there. */
  readonly property: string | undefined;
  /** Whether the line may end behind it. */
  readonly mayEnd: boolean;
}

/** What may come next, and whether the line may as well end. */
export interface Following {
  readonly features: readonly Feature[];
  readonly mayEnd: boolean;
}

type Leaf = GrammarAST.Keyword | GrammarAST.CrossReference | GrammarAST.RuleCall;

/** What is still to come, as a list that many paths share the end of; `again` is a part that may be repeated. */
interface Rest {
  readonly element: GrammarAST.AbstractElement;
  readonly again: boolean;
  readonly after: Rest | undefined;
}

/** One way through the grammar: the word that comes next on it, and what follows that. */
interface Way {
  readonly leaf: Leaf;
  readonly after: Rest | undefined;
}

/**
 * Follows all ways through the grammar at once that the words of a line in a block may take. Langium's own completion
 * parser takes one way as soon as it can; here a word may still become one of several things.
 */
export function followLine(block: string, words: readonly Token[]): Following {
  const lines = linesOf(block);
  if (!lines) return { features: [], mayEnd: false };
  const whole: Rest = { element: lines, again: true, after: undefined };
  const ways = follow(whole, words, true) ?? follow(whole, words, false) ?? { ways: [], ended: false };
  const leaves = groupBy(ways.ways, ({ leaf }) => leaf);
  return {
    features: [...leaves].map(([node, all]) => ({
      node,
      rule: ruleOf(node),
      property: propertyOf(node),
      mayEnd: waysFrom(all.map(({ after }) => after)).ended,
    })),
    mayEnd: ways.ended,
  };
}

interface Ways {
  readonly ways: readonly Way[];
  readonly ended: boolean;
}

/** Nothing where the words cannot stand like this. A word that may be a keyword or a name is first taken for a keyword. */
function follow(whole: Rest, words: readonly Token[], keywordsFirst: boolean): Ways | undefined {
  let at = waysFrom([whole]);
  for (const word of words) {
    const keywords = at.ways.filter(({ leaf }) => GrammarAST.isKeyword(leaf) && leaf.value === word.image);
    const others = keywordsFirst && keywords.length > 0 ? [] : at.ways.filter(({ leaf }) => isValue(leaf, word));
    const taken = [...keywords, ...others];
    if (taken.length === 0) return undefined;
    at = waysFrom([...new Set(taken.map(({ after }) => after))]);
  }
  return at;
}

function waysFrom(rests: readonly (Rest | undefined)[]): Ways {
  const ways: Way[] = [];
  let ended = false;
  const go = (rest: Rest | undefined): void => {
    if (rest === undefined) {
      ended = true;
      return;
    }
    enter(rest.element, rest.again ? rest : rest.after);
    if (rest.again) go(rest.after);
  };
  const enter = (element: GrammarAST.AbstractElement, after: Rest | undefined): void => {
    const { cardinality } = element;
    const repeats = cardinality === '*' || cardinality === '+';
    const then = repeats ? { element, again: true, after } : after;
    if (repeats && after?.element === element && after.again) return inside(element, after);
    inside(element, then);
    if (!isNeeded(element)) go(after);
  };
  const inside = (element: GrammarAST.AbstractElement, after: Rest | undefined): void => {
    if (GrammarAST.isGroup(element)) {
      const [first, ...rest] = element.elements;
      const then = rest.reduceRight<Rest | undefined>(
        (next, part) => ({ element: part, again: false, after: next }),
        after,
      );
      if (first) enter(first, then);
    } else if (GrammarAST.isAlternatives(element)) {
      for (const one of element.elements) enter(one, after);
    } else if (GrammarAST.isAssignment(element)) {
      enter(element.terminal, after);
    } else if (GrammarAST.isRuleCall(element) && GrammarAST.isParserRule(element.rule.ref)) {
      enter(element.rule.ref.definition, after);
    } else if (
      GrammarAST.isKeyword(element) ||
      GrammarAST.isCrossReference(element) ||
      GrammarAST.isRuleCall(element)
    ) {
      ways.push({ leaf: element, after });
    }
  };
  for (const rest of rests) go(rest);
  return { ways, ended };
}

/** Whether a word may be the value or name that is wanted; a keyword may be a name where it is not first on its line. */
function isValue(leaf: Leaf, { tokenType }: Token): boolean {
  if (GrammarAST.isKeyword(leaf)) return false;
  const terminal = GrammarAST.isRuleCall(leaf) ? leaf.rule.ref?.name : 'NAME';
  return tokenType.name === terminal || (terminal === 'NAME' && tokenType.name.endsWith(' inside'));
}
