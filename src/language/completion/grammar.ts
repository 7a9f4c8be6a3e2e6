import { GrammarAST } from 'langium';
import { sharedServices } from '../file-store.ts';

let linesByRule: ReadonlyMap<string, GrammarAST.AbstractElement | undefined> | undefined;

/** The part of the grammar that stands for one line of the block. The block of the whole file is `File`. */
export function linesOf(rule: string): GrammarAST.AbstractElement | undefined {
  linesByRule ??= new Map(
    sharedServices()
      .Grammar.rules.filter(GrammarAST.isParserRule)
      .map((parserRule) => [parserRule.name, membersOf(parserRule.definition)] as const),
  );
  return linesByRule.get(rule);
}

/** The keywords that start a line of the block, in the grammar's order. */
export function lineKeywords(rule: string): readonly GrammarAST.Keyword[] {
  return firstKeywords(linesOf(rule));
}

/** The words that may start a line of the block. */
export function lineWords(rule: string): ReadonlySet<string> {
  const known = wordsByRule.get(rule);
  if (known) return known;
  const words = new Set(lineKeywords(rule).map(({ value }) => value));
  wordsByRule.set(rule, words);
  return words;
}

const wordsByRule = new Map<string, ReadonlySet<string>>();

/** The grammar rule that a part of it is written in. */
export function ruleOf(node: GrammarAST.AbstractElement): string {
  let at: { readonly $container?: unknown } | undefined = node;
  while (at && !GrammarAST.isParserRule(at)) at = at.$container as typeof at;
  return at && GrammarAST.isParserRule(at) ? at.name : '';
}

/** What a part of the grammar is called in its rule. */
export function propertyOf(node: GrammarAST.AbstractElement): string | undefined {
  let at: unknown = node;
  while (GrammarAST.isAbstractElement(at) && !GrammarAST.isAssignment(at)) at = at.$container;
  return GrammarAST.isAssignment(at) ? at.feature : undefined;
}

/** The part of a rule that stands for the lines of its block. */
function membersOf(element: GrammarAST.AbstractElement): GrammarAST.AbstractElement | undefined {
  if (GrammarAST.isAssignment(element)) {
    return element.feature === 'members' || element.feature === 'declarations' ? element.terminal : undefined;
  }
  return childrenOf(element).map(membersOf).find(Boolean);
}

function firstKeywords(element: GrammarAST.AbstractElement | undefined): readonly GrammarAST.Keyword[] {
  if (!element) return [];
  if (GrammarAST.isKeyword(element)) return [element];
  if (GrammarAST.isAssignment(element)) return firstKeywords(element.terminal);
  if (GrammarAST.isRuleCall(element)) {
    const rule = element.rule.ref;
    return rule && GrammarAST.isParserRule(rule) ? firstKeywords(rule.definition) : [];
  }
  if (GrammarAST.isGroup(element)) {
    const needed = element.elements.findIndex(isNeeded);
    return element.elements.slice(0, needed < 0 ? undefined : needed + 1).flatMap(firstKeywords);
  }
  return childrenOf(element).flatMap(firstKeywords);
}

/** Whether a part of the grammar cannot be left out. */
export function isNeeded({ cardinality }: GrammarAST.AbstractElement): boolean {
  return !cardinality || cardinality === '+';
}

function childrenOf(element: GrammarAST.AbstractElement): readonly GrammarAST.AbstractElement[] {
  return GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element) ? element.elements : [];
}
