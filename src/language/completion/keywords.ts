import type { GrammarAST } from 'langium';
import type { Feature } from './follow.ts';
import { ruleOf } from './grammar.ts';
import { insertionOf } from './insertion.ts';
import { type CompletionContext, CompletionItemKind, type Offer, ranks } from './offer.ts';
import { sentenceOf } from './sentences.ts';
import type { Site } from './site.ts';
import { snippetOf } from './snippets.ts';

/** The three ways of saying that a fact has no value, with what each of them means. */
const absences: Readonly<Record<string, string>> = {
  unknown: 'Nobody has told us yet: an open question.',
  none: 'Confirmed that there is none: a gap.',
  'not-applicable': 'Does not apply here: say why.',
};

/** Where something stands behind the caret already, a keyword comes alone, so that nothing is written twice. */
export function keywordOffer(
  keyword: GrammarAST.Keyword,
  context: CompletionContext,
  site: Site,
  rank: number,
  start?: string,
): Offer {
  const word = keyword.value;
  const rule = ruleOf(keyword);
  const documentation = sentenceOf(word, site.frame.rule ?? '') ?? sentenceOf(word, rule);
  const described = documentation && { documentation, description: documentation.replace(/\.$/, '') };
  const offer = { label: word, rank, kind: CompletionItemKind.Keyword, ...described };
  if (site.rest !== '') return offer;
  const snippet = snippetOf(rule, word);
  if (snippet) {
    return { ...offer, kind: CompletionItemKind.Snippet, snippet: true, insert: snippet(context, site) };
  }
  const { tail, next } = insertionOf(keyword);
  const whole = tail ? `${word} ${tail}` : word;
  const tailed = tail ? { ...offer, tail: ` ${tail}` } : offer;
  if (start !== undefined) return { ...tailed, snippet: true, insert: `${whole} ${start}` };
  if (next === 'text') return { ...tailed, snippet: true, insert: `${whole} "$0"` };
  if (next === 'name') return { ...tailed, snippet: true, insert: `${whole} \${1:name}` };
  return next === 'more' ? { ...tailed, insert: `${whole} `, goesOn: true } : { ...tailed, insert: whole };
}

/** The keywords that may go on with a line, and the absences with their variants. */
export function clauseOffers(
  features: readonly Feature[],
  context: CompletionContext,
  site: Site,
  mayEnd: boolean,
): readonly Offer[] {
  return features.flatMap(({ node }): readonly Offer[] => {
    if (node.$type !== 'Keyword' || !/^[a-z]/.test(node.value)) return [];
    const meaning = absences[node.value];
    if (meaning !== undefined) return absenceOffers(node.value, meaning, site);
    const ending = node.value === 'according' || node.value === 'confidence';
    return [keywordOffer(node, context, site, ending ? ranks.endings : mayEnd ? ranks.clauses : ranks.choices)];
  });
}

function absenceOffers(word: string, meaning: string, site: Site): readonly Offer[] {
  const plain: Offer = {
    label: word,
    kind: CompletionItemKind.Constant,
    rank: ranks.absence,
    description: meaning.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase()),
    documentation: meaning,
  };
  if (site.rest !== '') return [plain];
  const because: Offer = { ...plain, label: `${word} because "…"`, snippet: true, insert: `${word} because "$0"` };
  if (word === 'not-applicable') return [{ ...because, label: word, tail: ' because "…"' }];
  if (word === 'none') return [plain, because];
  const ask: Offer = {
    ...plain,
    label: 'unknown ask …',
    insert: 'unknown ask ',
    goesOn: true,
    documentation: 'An open question, with the organisation that could answer it.',
  };
  return [plain, because, ask];
}
