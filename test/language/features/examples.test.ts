import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { codeLensesOf } from '../../../src/language/features/code-lens.ts';
import { foldingRangesOf } from '../../../src/language/features/folding.ts';
import { hoverAt } from '../../../src/language/features/hover.ts';
import { allHints, inlayHintsOf } from '../../../src/language/features/inlay-hints.ts';
import { selectionRangeAt } from '../../../src/language/features/selection.ts';
import { semanticTokensOf } from '../../../src/language/features/semantic-tokens.ts';
import { type Word, wordsIn } from '../../../src/language/features/syntax.ts';
import { rulePages } from '../../../src/language/rule-pages.ts';
import { Workspace } from '../../../src/language/workspace.ts';

const folder = new URL('../../../examples/', import.meta.url);
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pathway'));

/** The examples, as they are or each cut off at a part of its length. */
function opened(part = 1): Workspace {
  const workspace = new Workspace('file:///examples');
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    workspace.set(`file:///examples/${name}`, text.slice(0, text.length * part));
  }
  return workspace;
}

it('every name and every word of the language is told of, in every example', () => {
  const workspace = opened();
  const silent = workspace.uris().flatMap((uri) => {
    const file = workspace.get(uri)!;
    const checked = workspace.projectOf(uri, '2026-06-30')!;
    return wordsIn(file).flatMap((word) => {
      const { value = '' } = (hoverAt(checked, file, word.start)?.contents as MarkupContent | undefined) ?? {};
      expect(value).not.toMatch(/undefined|\[object|NaN/);
      const wanted = word.role === 'keyword' || word.role === 'absence' || (word.role === 'name' && isTold(word));
      return wanted && value === '' ? [`${word.line} ${word.feature} ${word.text}`] : [];
    });
  });
  expect([...new Set(silent)]).toEqual([]);
});

/** Units, tags and schemes are words of the author's own, of which there is nothing to tell; so are rules without a page. */
function isTold({ feature = '', text }: Word): boolean {
  if (feature === 'rule') return text in rulePages;
  return !['unit', 'per', 'tag', 'scheme', 'currency'].includes(feature);
}

it('nothing fails on a text that is cut off anywhere', () => {
  const commands = { openPreview: '', problems: '', showReferences: '' };
  for (let part = 0; part < 1; part += 0.07) {
    const workspace = opened(part);
    for (const uri of workspace.uris()) {
      const file = workspace.get(uri)!;
      const checked = workspace.projectOf(uri, '2026-06-30')!;
      const lines = file.text.split('\n').length;
      const folds = foldingRangesOf(file);
      expect(folds.every(({ startLine, endLine }) => startLine < endLine && endLine < lines)).toBe(true);
      const hints = inlayHintsOf(checked, file, allHints);
      expect(hints.every(({ position }) => position.line < lines)).toBe(true);
      codeLensesOf(checked, file, commands);
      semanticTokensOf(checked, file);
      for (const { start } of wordsIn(file).slice(-5)) {
        hoverAt(checked, file, start);
        selectionRangeAt(file, start);
      }
    }
  }
});
