// Lines about calendar days are believed in the zone that they were written in, and nowhere else.
import { afterEach, expect, test, vi } from 'vitest';
import { stepAt } from '../../../../../shared/engine/lines/line.ts';
import { withDays, zoneLine } from '../../../../../shared/engine/lines/zone.ts';
import { NOW } from '../arbitraries.ts';

const DAY_MS = 864e5;
/** A clock that is put forward and back at these instants (days, ms). */
const shifts: [at: number, offset: number][] = [
  [NOW + 100.37 * DAY_MS, -120],
  [NOW + 282.5 * DAY_MS + 1, -60],
];
const offsetAt = (at: number): number => shifts.findLast(([from]) => at >= from)?.[1] ?? -60;

const stand = (offset: (at: number) => number) =>
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function (this: Date) {
    return offset(this.getTime());
  });
afterEach(() => void vi.restoreAllMocks());

test('a zone is written down with the instants at which its clock is put forward and back', () => {
  stand(offsetAt);
  const zone = zoneLine(NOW);
  expect(zone.slice(0, 5)).toEqual([-60, NOW + 100.37 * DAY_MS, -120, NOW + 282.5 * DAY_MS + 1, -60]);
  expect(zone).toHaveLength(7);
  for (let at = NOW; at < NOW + 400 * DAY_MS; at += DAY_MS / 3) expect(stepAt(zone, at)).toBe(offsetAt(at));
  // what is decided about that year later is not known yet
  expect(Math.abs(stepAt(zone, NOW + 401 * DAY_MS) ?? 0)).toBeGreaterThan(1440);
});

test('in another zone lines about days are unknown, the others are not', () => {
  stand(offsetAt);
  const remembered = {
    rules: 'r',
    answers: { a: 1 as const },
    days: { zone: zoneLine(NOW), lines: { d: 1 as const, n: 0 as const } },
    newestAt: NOW,
    traits: {},
  };
  const later = NOW + 150 * DAY_MS;
  expect(withDays(remembered, later).answers).toEqual({ a: 1, d: 1, n: 0 });
  expect(withDays(remembered, later)).not.toHaveProperty('days');
  stand(() => -60);
  expect(withDays(remembered, later).answers).toEqual({ a: 1, d: 2, n: 2 });
  expect(withDays(remembered, NOW).answers).toEqual({ a: 1, d: 1, n: 0 });
  expect(withDays({ ...remembered, days: undefined } as never, NOW).answers).toEqual({ a: 1 });
});
