import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData, personalDataIn } from '../../src/model/personal-data.ts';
import { findingsOf } from '../support/fixture.ts';

/** Nine digits, and the tenth that the NHS puts behind them; nothing where they have none. */
function nhsNumber(nine: string): string | undefined {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : `${nine}${check}`;
}

const nineDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((digits) => digits.join(''));

const numbers = nineDigits
  .map(nhsNumber)
  .filter((number): number is string => number !== undefined && new Set(number).size > 1);

const grouped = (number: string, by: string): string =>
  [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(by);

describe('an NHS number', () => {
  it('is found however it is written, and where it stands', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('', ' ', '-', '\u00a0', '–', ' - '), (number, by) => {
        const written = grouped(number, by);
        const found = personalDataIn(`Seen ${written}, twice`);
        expect(found).toEqual([{ looksLike: 'nhs-number', start: 5, end: 5 + written.length }]);
      }),
    );
  });

  it('is not seen in ten digits with another check digit', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), (number, more) => {
        const other = (Number(number[9]) + more) % 10;
        expect(personalDataIn(`Seen ${number.slice(0, 9)}${other}, twice`)).toEqual([]);
      }),
    );
  });

  it('is not seen in fewer digits or in more', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('1', '11'), (number, more) => {
        expect(personalDataIn(`${number}${more}`)).toEqual([]);
        expect(personalDataIn(number.slice(1))).toEqual([]);
      }),
    );
  });
});

describe('a mask', () => {
  it('leaves nothing that would be found, and everything else where it was', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('', ' ', '-'), fc.string(), (number, by, around) => {
        const text = `${around.replace(/\d/g, '')}; ${grouped(number, by)}; DOB 03/04/2009`;
        const masked = maskPersonalData(text);
        expect(personalDataIn(masked)).toEqual([]);
        expect(masked.replaceAll('•', '')).toBe(text.replace(/\d/g, ''));
        expect(masked).toHaveLength(text.length);
      }),
    );
  });

  it('covers every message: of the text, of names and of rules', () => {
    const text = `9990000018
pathway p-9990000018 {
  owner o-9990000018
  stage s-9990000018
  stage s-9990000018
}
`;
    const found = findingsOf([{ uri: 'file:///a.pathway', text }]);
    expect(found.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['syntax-error', 'unknown-name', 'duplicate-name', 'missing-provider']),
    );
    const told = found.map(({ message, lacks, related }) => [message, lacks, related]);
    expect(JSON.stringify(told)).not.toContain('9990000018');
  });
});

it('looks through long texts of nothing but digits in no time', () => {
  const texts = ['1 ', '12-', '1234567890 ', 'born ', 'date of ', '999 000 0018 '].map((part) => part.repeat(100_000));
  const start = performance.now();
  for (const text of texts) personalDataIn(text);
  expect(performance.now() - start).toBeLessThan(5000);
});
