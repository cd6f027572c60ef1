// Dates and sums as exports write them, and what is refused because it could be two.
import { describe, expect, test } from 'vitest';
import { createCurrencies, currencyIn, currencyOf } from '../../../../shared/learn/currency.ts';
import { areSerials, createFormFinder, readDate, settleDate } from '../../../../shared/learn/read-date.ts';
import { findDecimal, readTotal } from '../../../../shared/learn/read-total.ts';
import { createWallClock } from '../../../../shared/learn/wall-clock.ts';

const iso = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);

describe('a date', () => {
  test.each<[text: string, at: string | undefined, hours?: number]>([
    ['2026-03-04', '2026-03-04T12:00'],
    ['2026-03-04 09:05', '2026-03-04T09:05'],
    ['2026-03-04T09:05:06Z', '2026-03-04T09:05', 0],
    ['2026-03-04T09:05:06.123+01:00', '2026-03-04T09:05', 1],
    ['2026-03-04 09:05:06 -0500', '2026-03-04T09:05', -5],
    ['2026-03-04 09:05:06 UTC', '2026-03-04T09:05', 0],
    ['04.03.2026', '2026-03-04T12:00'],
    ['4.3.2026 18:30', '2026-03-04T18:30'],
    ['20260304', '2026-03-04T12:00'],
    ['2026/03/04', '2026-03-04T12:00'],
    ['2026/3/4 9:05', '2026-03-04T09:05'],
    ['2026.03.04', '2026-03-04T12:00'],
    ['2026/03-04', undefined],
    ['2026-03-04 09:05:06 PM', '2026-03-04T21:05'],
    ['04.03.2026 09:05:06.123', '2026-03-04T09:05'],
    ['04.03.2026 09:05:06 +0200', '2026-03-04T09:05', 2],
    ['13/04/2026 09:05:06 +0200', undefined],
    ['2026-03-04 09:05 in the evening', undefined],
    ['Mar 4, 2026', '2026-03-04T12:00'],
    ['March 4th, 2026', '2026-03-04T12:00'],
    ['Mar 4, 2026, 9:05:06 PM', '2026-03-04T21:05'],
    ['Mar 4, 2026 12:05\u202fAM', '2026-03-04T00:05'],
    ['4 Mar 2026', '2026-03-04T12:00'],
    ['04-Mar-2026 09:05', '2026-03-04T09:05'],
    ['4. M\u00e4rz 2026 um 09:05 Uhr', '2026-03-04T09:05'],
    ['4. Okt. 2025, 09:05', '2025-10-04T09:05'],
    ['4 de marzo de 2026', '2026-03-04T12:00'],
    ['1er f\u00e9vrier 2026', '2026-02-01T12:00'],
    ['Wed, 04 Mar 2026 09:05:06 +0100', '2026-03-04T09:05', 1],
    ['Wed Mar 04 2026 09:05:06 GMT-0500 (Eastern Standard Time)', '2026-03-04T09:05', -5],
    ['Wed, 04 Mar 2026 09:05:06 GMT', '2026-03-04T09:05', 0],
    ['Feb 30, 2026', undefined],
    ['Mar 2026', undefined],
    ['Foo 4, 2026', undefined],
    ['Mar 4, 26', undefined],
    ['4 Mar 2026 in the evening', undefined],
    ['Mar 4, 2026 25:00', undefined],
    ['45662', undefined],
    ['1772615100', '2026-03-04T09:05', 0],
    ['1772615100000', '2026-03-04T09:05', 0],
    ['1772615100000000', '2026-03-04T09:05', 0],
    ['2026-02-30', undefined],
    ['31.04.2026', undefined],
    ['2026-03-04 25:00', undefined],
    ['yesterday', undefined],
    ['', undefined],
    ['03/04/26', undefined],
  ])('%s', (text, at, hours) => {
    const read = readDate(text);
    expect(iso(read?.at)).toBe(at);
    if (read) expect(read.offsetMs).toEqual(hours === undefined ? NaN : hours * 36e5);
  });

  test('in a column of nothing but days as spreadsheets count them is one of those', () => {
    expect(areSerials(['45662', ' 45663.5', ''])).toBe(true);
    for (const cells of [
      [],
      [''],
      ['45662', '2025-01-05'],
      ['45662', '12345'],
      ['70000'],
      ['45662', '456620'],
    ])
      expect(areSerials(cells)).toBe(false);
    expect(iso(readDate('45662', 'serial')?.at)).toBe('2025-01-05T12:00');
    expect(iso(readDate('45662.4375', 'serial')?.at)).toBe('2025-01-05T10:30');
    expect(iso(readDate('45662,75', 'serial')?.at)).toBe('2025-01-05T18:00');
    // further down someone typed one
    expect(iso(readDate('2025-01-05', 'serial')?.at)).toBe('2025-01-05T12:00');
    expect(readDate('12345', 'serial')).toBeUndefined();
  });

  test('with its day first or its month first is settled by what is said', () => {
    expect(iso(readDate('03/04/2026 9:05 PM', 'DD/MM/YYYY')?.at)).toBe('2026-04-03T21:05');
    expect(iso(readDate('03/04/2026 12:05 am', 'MM/DD/YYYY')?.at)).toBe('2026-03-04T00:05');
  });

  test.each<[dates: string[], form: string]>([
    [['03/04/2026', '13/04/2026'], 'DD/MM/YYYY'],
    [['03/04/2026', '04/13/2026'], 'MM/DD/YYYY'],
  ])('of %j is settled by the file', (dates, form) => {
    const finder = createFormFinder();
    const read = dates.map((text) => readDate(text)!);
    for (const { unsettled } of read) finder.see(unsettled);
    expect(finder.find('a.csv')).toBe(form);
    const [first] = read;
    expect(iso(settleDate(first!.at, first!.unsettled, finder.find('a.csv')))).toBe(
      form === 'DD/MM/YYYY' ? '2026-04-03T12:00' : '2026-03-04T12:00',
    );
  });

  test.each([[['03/04/2026', '12/11/2026']], [['13/04/2026', '04/13/2026']]])(
    'of %j is asked for, and never guessed',
    (dates) => {
      const finder = createFormFinder();
      for (const text of dates) finder.see(readDate(text)!.unsettled);
      expect(() => finder.find('a.csv')).toThrow(/a\.csv: .*--map "date=COLUMN:DD\/MM\/YYYY"/);
    },
  );
});

describe('a sum', () => {
  test.each<[text: string, decimal: '.' | ',' | undefined, value: number]>([
    ['1234.5', '.', 1234.5],
    ['1,234.50', '.', 1234.5],
    ['1.234,50', ',', 1234.5],
    ['1.234', ',', 1234],
    ['1,234', '.', 1234],
    ['1.234.567', undefined, 1234567],
    ['12,50', undefined, 12.5],
    ['€ 12,50', ',', 12.5],
    ['12.50 EUR', '.', 12.5],
    ["1'234.50", '.', 1234.5],
    ['CHF 1\u2019234.50', '.', 1234.5],
    ['1\u00a0234,50', ',', 1234.5],
    ['-12.50', '.', -12.5],
    ['$-12.50', '.', -12.5],
    ['(12.50)', '.', -12.5],
    ['\u221212.50', '.', -12.5],
    ['\u2212 1.234,50 €', ',', -1234.5],
    ['€ \u201312,50', ',', -12.5],
    ['\u201012.50', '.', -12.5],
    ['\ufe6312.50', '.', -12.5],
    ['\uff0d12.50', '.', -12.5],
    ['\u2212', '.', NaN],
    ['12.50\u2212', '.', NaN],
    ['10\u201320', '.', NaN],
    ['Fr. 12.50', '.', 12.5],
    ['Fr.12.50', undefined, 12.5],
    ['Rs.500', '.', 500],
    ['Rs. 1,234.50', '.', 1234.5],
    ['S/. 12.50', '.', 12.5],
    ['\u0440\u0443\u0431. 12', undefined, 12],
    ['-kr. 12,50', ',', -12.5],
    ['12,50 kr.', ',', 12.5],
    ['(12.50 Fr.)', '.', -12.5],
    ['\u062f.\u0625. 12.50', '.', 12.5],
    ['. 12.50', '.', NaN],
    ['0', undefined, 0],
    ['17', undefined, 17],
    ['1.234', undefined, NaN],
    ['1,234', undefined, NaN],
    ['12,5', '.', NaN],
    ['', '.', NaN],
    [' ', '.', NaN],
    ['free', '.', NaN],
    ['Infinity', '.', NaN],
  ])('%s with %s', (text, decimal, value) => expect(readTotal(text, decimal)).toBe(value));

  test('tells which sign parts the cents, or does not', () =>
    expect(['1.50', '1,5', '1.234', '1.234,00', '7', 'Fr. 1.50', 'kr. 1,5', 'Rs.5'].map(findDecimal)).toEqual(
      ['.', ',', undefined, ',', undefined, '.', ',', undefined],
    ));
});

test('a clock on the wall follows its zone through summer', () => {
  const wall = createWallClock('Europe/Berlin');
  expect(iso(wall(Date.parse('2026-03-29T00:59:00Z')))).toBe('2026-03-29T01:59');
  expect(iso(wall(Date.parse('2026-03-29T01:01:00Z')))).toBe('2026-03-29T03:01');
  expect(iso(createWallClock('America/Los_Angeles')(Date.parse('2026-03-04T03:00:00Z')))).toBe(
    '2026-03-03T19:00',
  );
  expect(() => createWallClock('Mars/North')).toThrow(RangeError);
});

describe('a currency', () => {
  test.each([
    ['12.50', ''],
    ['1.234,50 €', 'EUR'],
    ['EUR 12', 'EUR'],
    ['$-12.50', 'USD'],
    ['(£12.50)', 'GBP'],
    ['CA$ 12.50', 'CAD'],
    ['₹1,200.00', '₹'],
    ['12.50 usd', 'USD'],
    ['R$ 12,50', 'BRL'],
    ['12,50 zł', 'PLN'],
    ['1 250 Kč', 'CZK'],
    ['1.250 Ft', 'HUF'],
    ['12,50 lei', 'RON'],
    ['Fr. 12.50', 'CHF'],
    // of which country nobody can tell: it is one of its own
    ['100 kr', 'KR'],
    ['kr. 1.250,00', 'KR'],
    ['Rs.500', 'RS'],
    ['12.50 zqmark', ''],
    ['Doe', ''],
    ['', ''],
  ])('stands in %s or not', (total, currency) => expect(currencyIn(total)).toBe(currency));

  test('is the same however it is written', () =>
    expect(['€', ' eur ', 'EUR', 'Euro'].map(currencyOf)).toEqual(['EUR', 'EUR', 'EUR', 'EUR']));

  test('of more than a byte tells is one of others', () => {
    const currencies = createCurrencies();
    const numbers = Array.from({ length: 300 }, (_, i) => currencies.numberOf(`C${i}`));
    expect(new Set(numbers).size).toBe(255);
    expect(currencies.count(Uint8Array.from([...numbers, numbers[0]!])).all[0]).toEqual({
      code: '',
      orders: 46,
    });
  });
});
