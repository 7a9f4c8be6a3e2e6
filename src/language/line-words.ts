import { GrammarAST } from 'langium';

/**
 * The words that may start a line in each block, by the grammar rule of the block, in the grammar's order. The block
 * of the whole file is called `File`.
 */
export function lineWordsOf(grammar: GrammarAST.Grammar): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const rule of grammar.rules) {
    if (!GrammarAST.isParserRule(rule)) continue;
    const members = membersOf(rule.definition);
    if (members) words.set(rule.name, [...new Set(firstWords(members))]);
  }
  return words;
}

/** The part of a rule that stands for the lines of its block. */
function membersOf(element: GrammarAST.AbstractElement): GrammarAST.AbstractElement | undefined {
  if (GrammarAST.isAssignment(element)) {
    const lines = element.feature === 'members' || element.feature === 'declarations';
    return lines ? element.terminal : undefined;
  }
  return childrenOf(element).map(membersOf).find(Boolean);
}

function firstWords(element: GrammarAST.AbstractElement): readonly string[] {
  if (GrammarAST.isKeyword(element)) return [element.value];
  if (GrammarAST.isAssignment(element)) return firstWords(element.terminal);
  if (GrammarAST.isRuleCall(element)) {
    const rule = element.rule.ref;
    return rule && GrammarAST.isParserRule(rule) ? firstWords(rule.definition) : [];
  }
  if (GrammarAST.isGroup(element)) return firstWordsOfGroup(element.elements);
  return childrenOf(element).flatMap(firstWords);
}

function firstWordsOfGroup(elements: readonly GrammarAST.AbstractElement[]): readonly string[] {
  const needed = elements.findIndex((element) => !element.cardinality || element.cardinality === '+');
  return elements.slice(0, needed < 0 ? elements.length : needed + 1).flatMap(firstWords);
}

function childrenOf(element: GrammarAST.AbstractElement): readonly GrammarAST.AbstractElement[] {
  return GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element) ? element.elements : [];
}
