import { describe, expect, it } from 'vitest';
import { comparePathways } from '../../src/changes/compare.ts';
import { comparisonOf, sideOf } from './sides.ts';

const sentences = (before: string, after: string): readonly string[] =>
  comparisonOf(before, after).changes.map(({ sentence }) => sentence);

const pathway = (name: string, inside = ''): string =>
  `pathway ${name} {\n  purpose "Help soon"\n  ages 10 to 18\n  standard "Local"\n${inside}}\n`;
const arrow = (to: string): string =>
  `pathway a "A" {\n  stage s "S"\n  transition over from s to pathway ${to} {\n    criteria "Any"\n  }\n}\n`;

describe('a name that is left behind when what it stood for is renamed', () => {
  it('is told as such, of an arrow', () => {
    expect(sentences(pathway('b') + arrow('b'), pathway('c') + arrow('b'))).toEqual([
      "Pathway 'c' was renamed from 'b' to 'c', it seems: all that is in it is the same.",
      "Transition 'over': to still says pathway 'b', where 'b' is named 'c' now.",
    ]);
  });

  it('is told as such where the name was known by a label, and is known no longer', () => {
    const text = (stage: string): string =>
      `pathway p "P" {\n  stage ${stage} "Advice" {\n    purpose "Help soon"\n    ages 10 to 18\n  }\n  stage t "T"\n  transition go from hub to t\n}\n`;
    expect(sentences(text('hub'), text('door'))).toContain(
      "Transition 'go': from still says 'hub', where 'hub' is named 'door' now.",
    );
  });

  it('is no change where it is renamed too', () => {
    expect(sentences(pathway('b') + arrow('b'), pathway('c') + arrow('c'))).toHaveLength(1);
  });

  it('is told of a line', () => {
    const text = (name: string): string =>
      `organisation ${name} is nhs-provider {\n  alias "Valley"\n  alias "VT"\n}\npathway p "P" {\n  stage s "S" {\n    provider vt as lead\n  }\n}\n`;
    expect(sentences(text('vt'), text('valley'))).toContain(
      "Stage 'S': provider still says vt (lead), where 'vt' is named 'valley' now.",
    );
  });

  it('is told where what led nowhere leads to what was renamed now', () => {
    expect(sentences(pathway('x') + arrow('b'), pathway('b') + arrow('b'))).toContain(
      "Transition 'over': to still says pathway 'b', where 'b' stands for another one now.",
    );
  });

  it('is no time that has passed between two pathways', () => {
    const inside = (stage: string, to: string): string =>
      `  stage ${stage} {\n    purpose "Seen soon"\n    ages 10 to 18\n  }\n  stage t "T"\n  transition go from t to ${to}\n`;
    const side = sideOf(pathway('north', inside('b', 'b')) + pathway('south', inside('c', 'b')));
    const [before, after] = ['north', 'south'].map((name) => ({ ...side, pathway: side.project.pathways.get(name)! }));
    const told = comparePathways(before!, after!).changes.map(({ sentence }) => sentence);
    expect(told).toContain("Transition 'go': to is 'b' in both, which is not the same in 'north' and in 'south'.");
  });
});

it('says the names of two that are called the same', () => {
  const text = (name: string): string =>
    `organisation one "Council"\norganisation two "Council"\npathway p "P" {\n  stage s "S" {\n    provider ${name}\n  }\n}\n`;
  expect(sentences(text('one'), text('two'))).toEqual(["Stage 'S': provider was Council (one), is now Council (two)."]);
});
