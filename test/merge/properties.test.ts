import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../src/language/format/items.ts';
import { type Piece, readDocument, textOf } from '../../src/merge/document.ts';
import { mergeTexts } from '../../src/merge/merge.ts';
import { pathwayText } from '../language/format/generate.ts';
import { anyEdits, apply, edits, layout, saidIn, stages, written } from './edits.ts';

const labels = { ours: 'ours', theirs: 'theirs' };
const runs = { numRuns: 80, seed: 20266 };

describe('edits of different facts', () => {
  it('are all done, whatever else the two people did to the form of the file', () => {
    fc.assert(
      fc.property(stages, edits, layout, layout, layout, (before, all, first, second, third) => {
        const base = written(before, first);
        const ours = written(
          apply(
            before,
            all.filter(({ mine }) => mine),
          ),
          second,
        );
        const theirs = written(
          apply(
            before,
            all.filter(({ mine }) => !mine),
          ),
          third,
        );
        const merged = mergeTexts({ base, ours, theirs }, labels);
        expect([merged.undecided, merged.by]).toEqual([0, 'facts']);
        expect(saidIn(merged.text)).toEqual(saidIn(written(apply(before, all))));
        const other = mergeTexts({ base, ours: theirs, theirs: ours }, labels);
        expect(saidIn(other.text)).toEqual(saidIn(merged.text));
      }),
      runs,
    );
  });
});

/** The text with one side of every conflict. */
function taking(side: 'ours' | 'theirs', text: string): string {
  const conflict = /^<{7} ours\r?\n([\s\S]*?)^={7}\r?\n([\s\S]*?)^>{7} theirs\r?\n/gm;
  return text
    .replace(/^\uFEFF/, '')
    .replace(conflict, (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs));
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).map((line) => line.trim());

describe('edits that may be of the same fact', () => {
  it('are in the result, as such or as a conflict; and either side can be taken', () => {
    fc.assert(
      fc.property(stages, anyEdits, layout, layout, (before, all, first, second) => {
        const base = written(before, first);
        const ours = written(
          apply(
            before,
            all.filter(({ mine }) => mine),
          ),
          first,
        );
        const theirs = written(
          apply(
            before,
            all.filter(({ mine }) => !mine),
          ),
          second,
        );
        const { text, by, undecided } = mergeTexts({ base, ours, theirs }, labels);
        expect(by).toBe('facts');
        expect(text.match(/^<{7} ours\r?$/gm) ?? []).toHaveLength(undecided);
        expect(saidIn(taking('ours', text))).toBeDefined();
        expect(saidIn(taking('theirs', text))).toBeDefined();
        const old = new Set(linesOf(base));
        const now = linesOf(text);
        for (const line of [...linesOf(ours), ...linesOf(theirs)]) {
          const words = line.replace(/^stage (\w+) .*\{$/, 'stage $1');
          if (!old.has(line)) expect(now.some((one) => one.includes(words))).toBe(true);
        }
        expect(mergeTexts({ base, ours: theirs, theirs: ours }, labels).undecided).toBe(undecided);
      }),
      runs,
    );
  });
});

describe('the bytes of ours', () => {
  it('stay, but for the lines of facts that theirs has changed', () => {
    fc.assert(
      fc.property(stages, edits, layout, (before, all, form) => {
        // The two never say the same, so that each line is known by what it says.
        const known = all
          .filter(({ stage, slot }) => before.has(stage) && slot !== 'risk')
          .map((edit) => ({ ...edit, value: edit.value && edit.value * 2 + Number(edit.mine) }));
        const mine = known.filter((edit) => edit.mine);
        const base = written(before, form);
        const ours = written(apply(before, mine), form);
        const theirs = written(
          apply(
            before,
            known.filter((edit) => !edit.mine),
          ),
          { ...form, indent: '   ', lineEnd: '\n' },
        );
        fc.pre(ours !== base);
        const { text } = mergeTexts({ base, ours, theirs }, labels);
        const [here, there] = [ours.split('\n'), text.split('\n')];
        const was = new Set(linesOf(base));
        const gone = new Set([...was].filter((line) => !linesOf(theirs).includes(line)));
        const come = new Set(linesOf(theirs).filter((line) => !was.has(line)));
        const stage = (line: string) => line.startsWith('stage ');
        const kept = (lines: readonly string[], out: ReadonlySet<string>) =>
          lines.filter((line) => line.trim() !== '' && !out.has(line.trim()) && !stage(line.trim()));
        expect(kept(there, come)).toEqual(kept(here, gone));
      }),
      runs,
    );
  });

  it('are all of the result where only one side has changed something', () => {
    fc.assert(
      fc.property(pathwayText, pathwayText, (base, other) => {
        expect(mergeTexts({ base, ours: other, theirs: base }, labels).text).toBe(other);
        expect(mergeTexts({ base, ours: base, theirs: other }, labels).text).toBe(other);
        expect(mergeTexts({ base, ours: other, theirs: other }, labels).text).toBe(other);
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});

/** A text of the pieces of one, some left out, some doubled, some from another text. */
function mixed(text: string, other: string, decisions: readonly number[]): string {
  let at = 0;
  const decide = (below: number): number => decisions[at++ % decisions.length]! % below;
  const others = readDocument(other)?.pieces ?? [];
  const mix = (pieces: readonly Piece[], strangers: readonly Piece[]): string =>
    pieces
      .flatMap((piece) => {
        const stranger = strangers[decide(strangers.length + 1)];
        const kept = decide(6) === 0 ? [] : decide(9) === 0 ? [piece, piece] : [piece];
        const come = stranger && decide(6) === 0 ? [stranger] : [];
        return [...come.map(textOf), ...kept.map((one) => mixedPiece(one, strangers))];
      })
      .join(' ');
  const mixedPiece = (piece: Piece, strangers: readonly Piece[]): string => {
    const { leading, head, body, trailing } = piece;
    if (!body) return textOf(piece);
    const same = strangers.find(({ words }) => words[0] === piece.words[0]);
    return `${leading}${head}${body.open}${mix(body.pieces, same?.body?.pieces ?? [])}${body.close}}${trailing}`;
  };
  const document = readDocument(text);
  return document ? document.mark + mix(document.pieces, others) + document.end : text;
}

describe('any three texts', () => {
  const decisions = fc.array(fc.nat(1000), { minLength: 30, maxLength: 60 });
  it('are brought together without losing a word or a comment that is new', () => {
    const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
    const words = (text: string) => tokensOf(text).map(({ image }) => oneLine(image));
    let byFacts = 0;
    fc.assert(
      fc.property(pathwayText, pathwayText, decisions, decisions, (base, other, one, two) => {
        const ours = mixed(base, other, one);
        const theirs = mixed(base, other, two);
        const { text, by } = mergeTexts({ base, ours, theirs }, labels);
        const readable = [base, ours, theirs].every((side) => readDocument(side));
        const said = readable ? words : linesOf;
        const [was, now] = [new Set(said(base)), oneLine(text)];
        const news = [...said(ours), ...said(theirs)].filter((word) => !was.has(word));
        expect(news.filter((word) => !now.includes(oneLine(word)))).toEqual([]);
        if (!readable) return;
        expect(by).toBe('facts');
        byFacts++;
        expect(readDocument(taking('ours', text))).toBeDefined();
        expect(readDocument(taking('theirs', text))).toBeDefined();
      }),
      { numRuns: 120, seed: 4, endOnFailure: true },
    );
    expect(byFacts).toBeGreaterThan(80);
  });
});
