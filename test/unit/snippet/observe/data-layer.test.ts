// A data layer that comes when the page is about to go: all of it is told before the ledger is written.

import { afterAll, expect, test, vi } from 'vitest';

const page = Object.assign(new EventTarget(), {
  setTimeout,
  clearTimeout,
  console,
  dataLayer: undefined as unknown[] | undefined,
});
// taken by native.ts once, when it is imported
vi.stubGlobal('window', page);
vi.stubGlobal(
  'document',
  Object.assign(new EventTarget(), { readyState: 'loading', visibilityState: 'visible' }),
);

afterAll(() => void vi.resetModules());

const entries = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ event: 'view_item', ecommerce: { n: from + at } }));

test.each([
  ['late', 3000, 0],
  ['late, behind an early one that still waits', 700, 900],
])('a long data layer that is %s is told to its end when the page is left', async (_name, late, early) => {
  vi.resetModules();
  const { watchDataLayer } = await import('../../../../snippet/observe/data-layer.ts');
  const { lookNow } = await import('../../../../snippet/look-again.ts');
  const told: unknown[] = [];
  page.dataLayer = early ? entries(early) : undefined;
  watchDataLayer(
    (_event, { n }) => told.push(n),
    () => {},
    () => {},
  );
  // not by `push`: that is heard at once
  page.dataLayer = [...(page.dataLayer ?? []), ...entries(late, early)];
  lookNow(true);
  expect(told).toEqual(Array.from({ length: early + late }, (_, n) => n));
  lookNow(true);
  expect(told).toHaveLength(early + late);
});
