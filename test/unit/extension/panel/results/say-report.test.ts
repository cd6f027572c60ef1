// What a report was made of, in the panel's words.
import { expect, test } from 'vitest';
import { saySource, unbroken } from '../../../../../extension/panel/results/say-report.ts';
import type { Report } from '../../../../../shared/measure/report.ts';

const skipped = { robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 };
const reportOf = (source: Partial<Report['source']>) =>
  ({ source: { engine: 'lines', files: 1, lines: 1, pings: 1, skipped, ...source } }) as Report;

test('of one it says one, and what was left out only where there was some', () => {
  expect(saySource(reportOf({}))).toBe('1 ping in 1 line.');
  expect(saySource(reportOf({ lines: 2_400, pings: 0, skipped: { ...skipped, robot: 1, twice: 2 } }))).toBe(
    '0 pings in 2,400 lines; not counted: 1 of robots, 2 seen twice.',
  );
});

test('a figure and its per cent are not torn apart', () => {
  expect(unbroken('+1.4 % with it, between −11 % and 16 % more')).toBe(
    '+1.4\u00a0% with it, between −11\u00a0% and 16\u00a0% more',
  );
});
