// Dates as other programs write them, through the command line: what is read of them, and what is said.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const DAY_MS = 864e5;
const FIRST = Date.UTC(2026, 5, 1);
const table = (write: (at: Date) => string) =>
  `Email,Date,Total\n${Array.from({ length: 800 }, (_, i) => {
    const at = new Date(FIRST + (i % 120) * DAY_MS);
    return `m${i % 400}@x.example,"${write(at)}",20.00\n`;
  }).join('')}`;
const run = (words: string[] = []) =>
  line.runLater(['learn', 'orders.csv', '--what', 'rfm', '-o', 'learned.json', ...words]);
const learned = async (write: (at: Date) => string) => {
  line.write('orders.csv', table(write));
  const { out, err } = await run(['--json']);
  if (!out) throw new Error(err);
  return JSON.parse(out);
};
const format = (locale: string, options: Intl.DateTimeFormatOptions) => (at: Date) =>
  at.toLocaleDateString(locale, { timeZone: 'UTC', ...options });

test.each<[what: string, write: (at: Date) => string]>([
  ['words, English', format('en-US', { dateStyle: 'medium' })],
  ['words, British', format('en-GB', { dateStyle: 'long' })],
  ['words, German', format('de', { dateStyle: 'long' })],
  ['words, French', format('fr', { dateStyle: 'long' })],
  ['words, Spanish', format('es', { dateStyle: 'long' })],
  ['slashes, year first', (at) => at.toISOString().slice(0, 10).replaceAll('-', '/')],
  ['an HTTP header', (at) => at.toUTCString()],
  ['numbers of days', (at) => String(25_569 + Number(at) / DAY_MS)],
])('%s are the days that they are', async (_, write) => {
  const { parts, read } = await learned(write);
  const plain = await learned((at) => at.toISOString().slice(0, 10));
  expect(parts).toEqual(plain.parts);
  expect(read.until).toBe('2026-09-28');
});

test('numbers of days are said to be read as such; of a mixed column it is asked', async () => {
  const serial = (at: Date) => String(25_569 + Number(at) / DAY_MS);
  line.write('orders.csv', table(serial));
  expect((await run()).out).toContain('date is "Date", whose numbers are days as spreadsheets count them');
  line.write(
    'orders.csv',
    table((at) => (Number(at) % (2 * DAY_MS) ? serial(at) : '12345')),
  );
  const { code, out, err } = await run();
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('what stands in "Date" is not read as dates');
});
