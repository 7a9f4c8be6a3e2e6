import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedProject } from '../../src/language/checker.ts';
import {
  nameOf,
  occurrenceAt,
  occurrencesIn,
  occurrencesOf,
  offsetOf,
  sameSymbol,
} from '../../src/language/symbols.ts';
import { Workspace } from '../../src/language/workspace.ts';
import type { Place } from '../../src/model/place.ts';

const uri = 'file:///folder/a.pathway';

function check(text: string): CheckedProject {
  const workspace = new Workspace('file:///folder');
  workspace.set(uri, text);
  return workspace.projects('2016-06-30')[0]!;
}

/** What the name at `|` means, as the line (counted from one) and word where it is declared. */
function meaning(marked: string): string | undefined {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const text = marked.replace('|', '');
  const checked = check(text);
  const found = occurrenceAt(checked, checked.files[0]!, before.length - 1, before.at(-1)!.length);
  return found && `${nameOf(found.symbol).line + 1} ${wordAt(text, nameOf(found.symbol))}`;
}

function wordAt(text: string, { line, character, endLine, endCharacter }: Place): string {
  return text.slice(offsetOf(text, line, character), offsetOf(text, endLine, endCharacter));
}

describe('what a name means', () => {
  it('is what stands around it before a namesake elsewhere', () => {
    const text = 'pathway p {\n  stage a\n}\npathway p {\n  stage a\n  transition from a| to a\n}\n';
    expect(meaning(text)).toBe('5 a');
    expect(meaning(text.replace('|', '').replace('stage a\n}', 'stage a|\n}'))).toBe('2 a');
  });

  it('is looked up in the specification around it, also where a pathway has the same name', () => {
    expect(
      meaning(
        'specification x { require stage a }\npathway x realises y\nspecification x { require transition from a| to a }\nspecification y\n',
      ),
    ).toBe('1 a');
    expect(meaning('specification y { require stage a }\npathway p realises y {\n  omits a|\n}\n')).toBe('1 a');
    expect(
      meaning(
        'specification y { require stage a }\npathway p realises y\nscenario s changes p {\n  add stage b realises a|\n}\n',
      ),
    ).toBe('1 a');
  });

  it('is found through one used stage after another, and stops where they go round in a circle', () => {
    expect(
      meaning(
        'pathway p { stage a }\npathway q { uses stage a of p }\npathway r { uses stage a of q\n overlaps "x" at a| }\n',
      ),
    ).toBe('1 a');
    expect(meaning('pathway p { uses stage a of q\n overlaps "x" at a| }\npathway q { uses stage a of p }\n')).toBe(
      '1 a',
    );
    expect(meaning('pathway p { uses stage a of nowhere\n overlaps "x" at a| }\n')).toBe('1 a');
  });

  it('may be a stage, a transition or a flow, or what a scenario adds', () => {
    const inside = 'pathway p {\n  stage a\n  transition t from a to a\n  flow f from a to a\n';
    expect(meaning(`${inside}  gap g { affects f| }\n}\n`)).toBe('4 f');
    expect(
      meaning(`${inside}}\nscenario s changes p {\n  add transition u from a to a\n  remove transition u|\n}\n`),
    ).toBe('7 u');
    expect(meaning(`${inside}}\nscenario s changes p {\n  remove transition t|\n}\n`)).toBe('3 t');
  });

  it('is nothing for words of the language, texts, tags and names that nobody declares', () => {
    for (const text of ['path|way p\n', 'pathway p "la|bel"\n', 'pathway p { tag x| }\n', 'pathway p { owner x| }\n']) {
      expect(meaning(text)).toBeUndefined();
    }
  });
});

describe('the places of a name', () => {
  it('are words that are spelled like it, each found from each of the others, in whatever text', () => {
    const word = fc.constantFrom(
      ...['pathway ', 'stage ', 'uses stage ', 'transition ', 'from ', 'to ', 'of ', 'as ', 'a ', 'b ', 'p ', 'q '],
      ...['{', '}', '\n', '\r\n', '"x" ', 'realises ', 'scenario ', 'changes ', 'add ', 'specification ', 'require '],
      ...['gap ', 'affects ', 'field ', 'vocabulary ', 'is text on stage ', 'remove ', 'in ', '"', '#'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join('');
        const checked = check(text);
        const [file] = checked.files;
        for (const { symbol, place, role } of occurrencesIn(checked, file!)) {
          // Where spaces were written in a name, which is an error, hyphens are meant.
          expect(wordAt(text, place).replace(/\s+/g, '-')).toBe(symbol.name);
          if (symbol.element.namePlace.file !== uri) continue;
          const all = occurrencesOf(checked, symbol);
          expect(all.some((one) => one.role === role && one.place.line === place.line)).toBe(true);
          const again = occurrenceAt(checked, file!, place.line, place.character);
          expect(again && sameSymbol(again.symbol, symbol)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
