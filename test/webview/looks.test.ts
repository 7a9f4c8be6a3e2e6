import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/diagram/look.ts';
import { viewsOf } from '../../src/diagram/views/choices.ts';
import { wantedOf } from '../../src/diagram/views/wanted.ts';
import { loadProject } from '../../src/language/load.ts';
import { type ViewWord, viewWords } from '../../src/model/view-words.ts';
import { choose, chosenIn, isChanged, showWord } from '../../src/webview/desk/looks.ts';

const text =
  'pathway p\nview money "Money" of p {\n  lanes by level\n  badge by cost\n  show shading-by-cost\n  hide ages\n}\n';
const { project } = loadProject([{ uri: 'file:///p.pathway', text }]);
const views = viewsOf(project, { kind: 'pathway', name: 'p' });
const lenses: readonly string[] = Object.keys(viewWords).filter((word) => /^(shading|width)-by/.test(word));
const words = (Object.keys(viewWords) as ViewWord[]).filter((word) => !lenses.includes(word));
const starts: readonly Look[] = [{}, ...views.map(({ name }) => ({ view: name }))];

describe('what is chosen', () => {
  it('is what the view says, where the look says nothing', () => {
    expect(chosenIn({ view: 'money' }, views)).toEqual({
      lanes: 'level',
      colour: 'none',
      direction: 'right',
      weight: 'none',
      heat: 'cost',
    });
    expect(chosenIn({}, views)).toMatchObject({ lanes: 'none', heat: 'none' });
  });

  it('is said only where it differs from the view', () => {
    const other = choose({ view: 'money' }, views, 'lanes', 'provider');
    expect(other).toEqual({ view: 'money', lanes: 'provider' });
    expect(choose(other, views, 'lanes', 'none')).toEqual({ view: 'money', lanes: 'none' });
    expect(choose(other, views, 'lanes', 'level')).toEqual({ view: 'money' });
    expect(choose({}, views, 'direction', 'down')).toEqual({ direction: 'down' });
  });
});

describe('what is shown', () => {
  it('is what somebody ticked, whatever the view, and nothing else changes', () => {
    for (const start of starts) {
      for (const word of words) {
        for (const on of [true, false]) {
          const before = new Set(wantedOf(start, views).shows);
          const look = showWord(start, views, word, on);
          if (on) before.add(word);
          else before.delete(word);
          expect([...wantedOf(look, views).shows].toSorted(), `${start.view} ${word} ${on}`).toEqual(
            [...before].toSorted(),
          );
        }
      }
    }
  });

  it('is as the view has it again, once it is ticked back', () => {
    for (const start of starts) {
      for (const word of words) {
        const on = wantedOf(start, views).shows.has(word);
        expect(showWord(showWord(start, views, word, !on), views, word, on)).toEqual(start);
      }
    }
  });
});

it('a look is changed when it says more than its view and what is folded', () => {
  expect(isChanged({ view: 'money', folded: ['lane:x'] })).toBe(false);
  expect(isChanged({ view: 'money', heat: 'none' })).toBe(true);
});
