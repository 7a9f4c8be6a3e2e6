import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { viewWords } from '../../src/model/view-words.ts';
import { at } from './acting.ts';

const view = (line: string) => `pathway p {\n  stage a\n}\n\nview v of p {\n  ${line}\n}\n`;

function findingsIn(line: string) {
  const { findings } = loadProject([{ uri: 'file:///v.pathway', text: view(line) }]);
  return findings.map(({ rule, severity, message, place }) => ({ rule, severity, message, line: place.line }));
}

describe('what a view shows and hides', () => {
  it.each(Object.keys(viewWords))('%s is known', (word) => {
    expect(findingsIn(`show ${word}\n  hide ${word}`)).toEqual([]);
  });

  it('a slip is met with what was meant, and the picture is not lost for it', () => {
    expect(findingsIn('show critera')).toEqual([
      {
        rule: 'unknown-name',
        severity: 'error',
        message: "Part of a picture 'critera' is not known here. Did you mean 'criteria'?",
        line: 5,
      },
    ]);
    expect(at(view('hide |critera')).take("Did you mean 'criteria'?")).toBe(view('hide criteria'));
  });

  it('any other word is met with what there is', () => {
    const [finding] = findingsIn('show everything');
    expect(finding!.message).toMatch(
      /^A view cannot show or hide 'everything': choose one of provider, commissioner, /,
    );
  });
});
