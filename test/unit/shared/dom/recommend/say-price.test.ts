// How a card writes its item's price: as the page writes its own, as far as that is seen there.

import { afterEach, expect, test, vi } from 'vitest';
import { sayPrice } from '../../../../../shared/dom/recommend/say-price.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const rows: [own: string, price: number | undefined, currency: string, language: string, said: string][] = [
  // as the page does it
  ['£72', 84, 'GBP', 'en', '£84'],
  ['£72.00', 84, 'GBP', 'en', '£84.00'],
  ['€ 99.00', 30, 'EUR', 'en', '€ 30.00'],
  ['\n  1,00 €\n', 45.5, 'EUR', 'en', '45,50 €'],
  ['19,95 EUR', 7, 'EUR', 'de', '7,00 EUR'],
  ['$5.49', 12.5, 'USD', 'en-US', '$12.50'],
  ['1.299,00 €', 45.5, 'EUR', 'de', '45,50 €'],
  ['12’000 CHF', 450, 'CHF', 'de-CH', '450 CHF'],
  // of no known currency: its own words stay
  ['from 99.00 kr', 30, '', 'en', 'from 30.00 kr'],
  ['99 kr a piece, 180 for 2', 30, '', 'en', '30 kr a piece, 180 for 2'],
  // nothing to say
  ['£72', undefined, 'GBP', 'en', ''],
];
for (const [own, price, currency, language, said] of rows)
  test(`${JSON.stringify(own)}: ${price} ${currency} is ${said}`, () => {
    const format = vi.spyOn(Intl, 'NumberFormat');
    expect(sayPrice(own, { price, currency }, language)).toBe(said);
    // to make one takes longer than all else of a list
    expect(format).not.toHaveBeenCalled();
  });

const unseen: typeof rows = [
  // another currency than the page's, or one that its sign does not tell
  ['£72', 84, 'EUR', 'en', '€84'],
  ['$72.00', 84, 'CAD', 'en-US', 'CA$84.00'],
  ['$72.00', 84, 'USD', 'en-CA', 'US$84.00'],
  ['99 kr', 30, 'SEK', 'en', 'SEK\u00a030'],
  // more is said than a price
  ['from £72', 84, 'GBP', 'en', '£84'],
  ['£90 £72', 84, 'GBP', 'en', '£84'],
  // what its number does not show
  ['£72', 84.5, 'GBP', 'en', '£84.50'],
  ['£72', 1200, 'GBP', 'en', '£1,200'],
  ['£72.00', 1200, 'GBP', 'en', '£1,200.00'],
  ['₹1,499', 150_000, 'INR', 'en-IN', '₹1,50,000'],
  ['', 84, 'GBP', 'en', '£84.00'],
  ['', 84, '', 'en', '84.00'],
  ['1.299,00 €', 12345.6, 'EUR', 'de', '12.345,60\u00a0€'],
  [
    '$72.00',
    84,
    'USD',
    '',
    new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' }).format(84),
  ],
  ['1.5 l', 1200, '', 'en', '1,200 l'],
  // a currency that no browser knows
  ['3 €', 3, '<b>', 'en', '3 <b>'],
];
for (const [own, price, currency, language, said] of unseen)
  test(`${JSON.stringify(own)} does not show how ${price} ${currency} is written: ${said}`, () => {
    expect(sayPrice(own, { price, currency }, language)).toBe(said);
  });
