// Counts for tests of reports, as if a log had been read.
import type { CountRow } from '../../../../shared/measure/count-row.ts';
import type { Counted } from '../../../../shared/measure/make-report.ts';
import type { MeasuredConfig } from '../../../../shared/measure/planned.ts';

export const NOTHING = { robot: 0, twice: 0, unreadable: 0, outside: 0, unknown: 0 };

/** The `at`-th day of November, from 1. */
export const dayOf = (at: number): string => `2026-11-${String(at).padStart(2, '0')}`;

export const rowOf = (over: Partial<CountRow>): CountRow => {
  const pings = over.pings ?? 1;
  const isFirst = Boolean(over.g);
  return {
    day: dayOf(1),
    e: 'tents',
    o: 1,
    a: 'on',
    g: '',
    s: '',
    isFirst,
    pings,
    value: 0,
    squares: 0,
    ...over,
  };
};

export const countedOf = (rows: CountRow[]): Counted => {
  const pings = rows.reduce((sum, row) => sum + row.pings, 0);
  return { rows, source: { engine: 'lines', files: 1, lines: pings, pings, skipped: { ...NOTHING } } };
};

/** The same each day: of each arm how many visitors there are and how many reach the goal. */
export const daily = (
  days: number,
  arms: Record<string, [visitors: number, converted: number]>,
  of: Partial<CountRow> = {},
): CountRow[] =>
  Array.from({ length: days }, (_, i) =>
    Object.entries(arms).flatMap(([a, [visitors, converted]]) => [
      rowOf({ ...of, day: dayOf(i + 1), a, g: '', s: '', isFirst: false, pings: visitors }),
      rowOf({ ...of, day: dayOf(i + 1), a, g: of.g ?? 'order', pings: converted }),
    ]),
  ).flat();

type Experience = MeasuredConfig['experiences'][number];

export const configOf = (
  experience: Partial<Experience> = {},
  more: Partial<MeasuredConfig> = {},
): MeasuredConfig => ({
  site: 'shop.example',
  revision: 7,
  goals: [
    { id: 'order', name: 'Order' },
    { id: 'basket', name: 'Basket' },
  ],
  experiences: [
    {
      id: 'tents',
      name: 'Tents',
      holdout: 0.5,
      goal: 'order',
      variants: [{ id: 'a', segment: 'everyone' }],
      ...experience,
    },
  ],
  ...more,
});
