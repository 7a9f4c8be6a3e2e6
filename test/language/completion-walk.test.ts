import { readdirSync, readFileSync } from 'node:fs';
import { CstUtils, GrammarAST, type LeafCstNode } from 'langium';
import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../src/language/completion.ts';
import { sharedServices } from '../../src/language/file-store.ts';
import { parse } from '../../src/language/parser.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { samples } from '../support/command.ts';

const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pathway'));
const texts = new Map(names.map((name) => [`file:///p/${name}`, readFileSync(`${samples}/${name}`, 'utf8')]));

/** Every keyword and every name that refers to something, where it stands in the text. */
function wordsOf(text: string): readonly LeafCstNode[] {
  const { tree } = parse(sharedServices(), text);
  return CstUtils.streamCst(tree.$cstNode!)
    .filter(
      (node): node is LeafCstNode =>
        CstUtils.isCommentNode(node, []) === false &&
        'tokenType' in node &&
        (node.grammarSource?.$type === GrammarAST.Keyword.$type || isReference(node.grammarSource)) &&
        /^\p{L}/u.test(node.text),
    )
    .toArray();
}

function isReference(node: GrammarAST.AbstractElement | undefined): boolean {
  return GrammarAST.isCrossReference(node) || GrammarAST.isCrossReference(node?.$container);
}

describe('what stands in the samples is what completion offers there', () => {
  const workspace = new Workspace('file:///p');
  for (const [uri, text] of texts) workspace.set(uri, text);

  for (const [uri, text] of texts) {
    it(uri.slice('file:///p/'.length), () => {
      const checked = workspace.projectOf(uri, '2016-06-30')!;
      const context = { ...checked, file: workspace.get(uri)!, today: '2016-06-30' };
      const words = wordsOf(text);
      expect(words.length).toBeGreaterThan(8);
      const missed = words.flatMap(({ text: word, range: { start } }) => {
        const { items } = completionsAt(context, start.line, start.character);
        const there = items.some(({ label }) => label === word || label.startsWith(`${word} of `));
        return there ? [] : [`${start.line + 1}:${start.character + 1} ${word}`];
      });
      expect(missed).toEqual([]);
    });
  }
});
