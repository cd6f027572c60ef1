// In which currency a sum is, as a column or an event says it, or as the sum itself is written; and which of them is the
// most frequent: sums of different ones are no sum.

const SIGNS: Record<string, string> = {
  '€': 'EUR',
  EURO: 'EUR',
  '£': 'GBP',
  $: 'USD',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  R$: 'BRL',
  FR: 'CHF',
  SFR: 'CHF',
  KČ: 'CZK',
  FT: 'HUF',
  ZŁ: 'PLN',
  LEI: 'RON',
  // several countries' own: which one nobody can tell
  KR: 'KR',
  RS: 'RS',
};
const KNOWN = new Set(Object.values(SIGNS));
const CODES = new Set(Intl.supportedValuesOf('currency'));
/** Of a sum what is neither a figure nor stands between or before figures. */
const FIGURES = /[\d.,'\u2019\s\u00a0\u202f()+\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]+/g;

/** @param said what stands where a currency should */
export function currencyOf(said: string): string {
  const code = said.trim().toUpperCase();
  return SIGNS[code] ?? code;
}

/** @returns '' where the sum is written without one */
export function currencyIn(total: string): string {
  if (/^[\d.,-]*$/.test(total)) return '';
  const code = currencyOf(total.replace(FIGURES, ''));
  return CODES.has(code) || KNOWN.has(code) || /^\p{Sc}$/u.test(code) ? code : '';
}

/** How many orders are of a currency; '' where what says it is no code that there is, and is not told. */
export interface CurrencyCount {
  code: string;
  orders: number;
}

/** More than these a column of currencies does not hold: the others count as one. */
const MOST = 255;

export function createCurrencies() {
  /** what each number stands for; 0 is that of orders that say none */
  const codes = [''];
  const numbers = new Map([['', 0]]);
  return {
    numberOf(code: string): number {
      let number = numbers.get(code);
      if (number === undefined) {
        number = Math.min(codes.length, MOST);
        codes[number] = CODES.has(code) ? code : '';
        numbers.set(code, number);
      }
      return number;
    },
    /** @returns the number that most orders have, 0 where none is said; and how many have each, the most first */
    count(of: Uint8Array): { most: number; all: CurrencyCount[] } {
      const counts = codes.map((code, number) => ({ number, code, orders: 0 }));
      for (const number of of) (counts[number] as (typeof counts)[number]).orders++;
      const found = counts
        .filter(({ number, orders }) => number > 0 && orders > 0)
        .sort((a, b) => b.orders - a.orders || a.number - b.number);
      return { most: found[0]?.number ?? 0, all: found.map(({ code, orders }) => ({ code, orders })) };
    },
  };
}
