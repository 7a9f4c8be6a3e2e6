import type { Reading } from './period.ts';

export type Currency = 'GBP' | 'EUR' | 'USD';

/** An amount of money. Never a float of pounds: pence (or cents) as a whole number. */
export interface Money {
  readonly pence: number;
  readonly currency: Currency;
}

const symbols: Readonly<Record<string, Currency>> = { '£': 'GBP', '€': 'EUR', $: 'USD' };
const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, bn: 1e9 };

/** Reads `£75k`, `£75K`, `£1.2m`, `£1bn`, `£120,000`, `€1,000`, `$5`. */
export function readMoney(text: string): Reading<Money> {
  const match = /^([£€$])(\d[\d,]*)(\.\d+)?(k|m|bn)?$/i.exec(text);
  if (!match) return { problem: `'${text}' is not an amount of money: write £120,000, £75k or £1.2m.` };
  const [, symbol = '', whole = '', fraction = '', suffix = ''] = match;
  if (!separatorsFit(whole)) return { problem: `'${text}' has a comma out of place: write ${meant(whole, symbol)}.` };
  const scale = scales[suffix.toLowerCase()] ?? 1;
  const pence = Math.round(Number(`${whole.replaceAll(',', '')}${fraction}`) * scale * 100);
  if (!Number.isSafeInteger(pence)) return { problem: `'${text}' is too large to count.` };
  return { value: { pence, currency: symbols[symbol]! } };
}

/** Whether thousands separators, where there are any, stand every three digits. */
export function separatorsFit(whole: string): boolean {
  return !whole.includes(',') || /^\d{1,3}(,\d{3})+$/.test(whole);
}

/** The digits again with separators where they belong. */
export function regroup(whole: string): string {
  return whole.replaceAll(',', '').replace(/\B(?=(\d{3})+$)/g, ',');
}

/** What digits with a comma out of place may stand for: `1,5` is one and a half where people write decimals so, or 15. */
export function meant(whole: string, symbol = ''): string {
  const grouped = `${symbol}${regroup(whole)}`;
  return /^\d+,\d\d?$/.test(whole) ? `${symbol}${whole.replace(',', '.')} or ${grouped}` : grouped;
}

/** Money for people: `£75,000`, `£1.2m`, `£2.6bn`, `£12.50`. Exact: shortened only when nothing is lost. */
export function formatMoney(money: Money): string {
  const pence = Math.abs(money.pence);
  const [scale, suffix] = pence >= BILLION && pence % (BILLION / 100) === 0 ? [BILLION, 'bn'] : [MILLION, 'm'];
  if (pence < MILLION || pence % (MILLION / 100) !== 0) return formatWholeMoney(money);
  const [whole = '', fraction] = String(pence / scale).split('.');
  return `${signed(money)}${regroup(whole)}${fraction === undefined ? '' : `.${fraction}`}${suffix}`;
}

/** How to write several amounts in one sentence: where one of a million or more cannot be shortened, none is. */
export function formatAlike(all: readonly Money[]): (money: Money) => string {
  const isLong = all.some(({ pence }) => Math.abs(pence) >= MILLION && pence % (MILLION / 100) !== 0);
  return isLong ? formatWholeMoney : formatMoney;
}

/** A million and a billion, in pence. */
const MILLION = 1e8;
const BILLION = 1e11;

/** All digits of it: `£1,200,000`. */
function formatWholeMoney(money: Money): string {
  const pence = Math.abs(money.pence);
  const rest = pence % 100;
  const pounds = regroup(String(Math.floor(pence / 100)));
  return `${signed(money)}${pounds}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** What stands before the digits: `-£`. */
function signed({ pence, currency }: Money): string {
  const symbol = Object.keys(symbols).find((key) => symbols[key] === currency) ?? '';
  return `${pence < 0 ? '-' : ''}${symbol}`;
}
