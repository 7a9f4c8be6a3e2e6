import { describe, expect, it } from 'vitest';
import { LEFT_OUT, withoutContacts } from '../../../src/model/contacts.ts';

describe('contacts are left out of a text', () => {
  it.each([
    ['jane@example.org', LEFT_OUT],
    ['Write to Jane.O’Neil+x@nhs.example.org.', `Write to ${LEFT_OUT}.`],
    ['jane (at) example.org', LEFT_OUT],
    ['Kite (jane@example.org)', `Kite ${LEFT_OUT}`],
    ['07700900123', LEFT_OUT],
    ['Tel:07700 900 123; fax 0121-496-0000', `Tel:${LEFT_OUT}; fax ${LEFT_OUT}`],
    ['020 7946 0000/020 7946 0001', `${LEFT_OUT}/${LEFT_OUT}`],
    ['(0121) 496 0000 ext. 12 or Ann', `${LEFT_OUT} or Ann`],
    ['0044 7700 900123, +44 (0) 20 7946 0000', `${LEFT_OUT}, ${LEFT_OUT}`],
    ['447700900123', LEFT_OUT],
    ['7700 900123', LEFT_OUT],
    ['0121.496.0000', LEFT_OUT],
    ['Helpline 0800 1111', `Helpline ${LEFT_OUT}`],
    ['0121 496 0000 24 hours', `${LEFT_OUT} 24 hours`],
    ['0900-1700 020 7946 0000', LEFT_OUT],
    ['Ann 07700 900123 12/03/26', `Ann ${LEFT_OUT} 12/03/26`],
  ])('%s', (text, without) => expect(withoutContacts(text)).toBe(without));

  it.each([
    '£1,200,000',
    '£7000000000',
    '1200000000',
    '4471000000',
    '0.01234567891',
    '01/02/2024 to 05/06/2025',
    '01-02-2024 10:30',
    '2024-05-01 12:30',
    'Open 0900-1700 on 365 days',
    '0-18 (25 with SEND)',
    '2023/24 2024/25 2025/26',
    'Seen: 943 476 5919',
    '@home service, every 2nd week',
  ])('and nothing else: %s', (text) => expect(withoutContacts(text)).toBe(text));

  it('however long the text is', () => {
    for (const part of ['a.', '0', '01 ', '0121 (', '+', '.@a'])
      expect(withoutContacts(part.repeat(30_000)).length).toBeGreaterThan(0);
  });
});
