import { describe, expect, it } from 'vitest';
import { helpForClause, helpForLine } from '../../../src/language/features/keywords-help.ts';
import { readPathwayFile } from '../../../src/language/file-store.ts';
import { CarePathwaysGrammar } from '../../../src/language/generated/grammar.ts';
import { lineWordsOf } from '../../../src/language/line-words.ts';
import { keywordsOf } from '../../../src/language/tokens.ts';

const grammar = CarePathwaysGrammar();

/** A block of each kind, with room for lines. */
const blocks: Readonly<Record<string, (lines: string) => string>> = {
  File: (lines) => lines,
  Project: (lines) => `project p {\n${lines}\n}`,
  Source: (lines) => `source p {\n${lines}\n}`,
  Footprint: (lines) => `footprint p {\n${lines}\n}`,
  Organisation: (lines) => `organisation p {\n${lines}\n}`,
  System: (lines) => `system p {\n${lines}\n}`,
  Information: (lines) => `information p {\n${lines}\n}`,
  Agreement: (lines) => `agreement p {\n${lines}\n}`,
  Board: (lines) => `board p {\n${lines}\n}`,
  Vocabulary: (lines) => `vocabulary p {\n${lines}\n}`,
  Specification: (lines) => `specification p {\n${lines}\n}`,
  RequiredStage: (lines) => `specification p {\nrequire stage a {\n${lines}\n}\n}`,
  RequiredTransition: (lines) => `specification p {\nrequire transition from a to b {\n${lines}\n}\n}`,
  Pathway: (lines) => `pathway p {\n${lines}\n}`,
  Stage: (lines) => `pathway p {\nstage a {\n${lines}\n}\n}`,
  Transition: (lines) => `pathway p {\ntransition from a to b {\n${lines}\n}\n}`,
  Flow: (lines) => `pathway p {\nflow from a to b {\n${lines}\n}\n}`,
  Issue: (lines) => `pathway p {\ngap a {\n${lines}\n}\n}`,
  Action: (lines) => `pathway p {\naction a {\n${lines}\n}\n}`,
  Outcome: (lines) => `pathway p {\noutcome a {\n${lines}\n}\n}`,
  View: (lines) => `view p {\n${lines}\n}`,
  Scenario: (lines) => `scenario p {\n${lines}\n}`,
};

describe('every word that starts a line is explained, with an example that may stand in its block', () => {
  for (const [block, words] of lineWordsOf(grammar)) {
    it(block, () => {
      for (const word of words) {
        const help = helpForLine(word, block);
        expect(help?.means, word).toMatch(/^[A-Z].*\.$/);
        expect(help?.forms?.length, word).toBeGreaterThan(0);
        expect(help?.example, word).toMatch(new RegExp(`^${word}\\b`));
        const { problems } = readPathwayFile('file:///help.pathway', `${blocks[block]!(help!.example!)}\n`);
        expect(problems, word).toEqual([]);
      }
    });
  }
});

it('every word of the language is explained that goes on with a line', () => {
  const starts = new Set([...lineWordsOf(grammar).values()].flat());
  for (const word of keywordsOf(grammar).filter((word) => /^[a-z]/.test(word))) {
    const help = helpForClause(word, 'ProviderFact');
    if (help || !starts.has(word)) expect(help?.means, word).toMatch(/^[A-Z].*\.$/);
  }
});
