// Storage that throws, hangs or is full never delays or breaks the page.

import { call, enter, exported, ready } from '../../support/page-api.ts';
import { expect, test } from '../../support/test.ts';
import { serveKnown } from './known.ts';

test.beforeEach(({ site }) => serveKnown(site));

/** A request for the database that no event ever comes to. */
function neverOpen(): void {
  const request: IDBOpenDBRequest = Object.create(IDBOpenDBRequest.prototype);
  request.addEventListener = () => {};
  IDBFactory.prototype.open = () => request;
}

const BROKEN: [what: string, sabotage: () => void][] = [
  [
    'the transaction is aborted',
    () => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = function (value: object) {
        return add.call(this, { ...value, id: 1 });
      };
    },
  ],
  [
    'IndexedDB throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  [
    'IndexedDB is not there',
    () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    },
  ],
  [
    'IndexedDB fails',
    () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name: string) {
        return open.call(this, name, -1);
      };
    },
  ],
  ['IndexedDB never answers', neverOpen],
  [
    'writing fails',
    () => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no', 'DataError');
      };
    },
  ],
];
for (const [what, sabotage] of BROKEN)
  test(`${what}: memory mode, said once, and what needs no history still applies`, async ({
    page,
    site,
    guard,
  }) => {
    await page.addInitScript(sabotage);
    await page.goto(site.origin);
    await expect(page.locator('h1')).toHaveAccessibleName('Desk');
    await ready(page);
    expect(await exported(page)).toMatchObject({ mode: 'memory' });
    await expect.poll(() => guard.warnings).toHaveLength(1);
    expect(guard.warnings[0]).toMatch(/storage/);
    await call(page, 'track', 'share');
    const { events } = await exported(page);
    expect(events.map(({ name }) => name)).toContain('share');
    expect(await page.evaluate(() => window.selvedge.explain('known').value)).toBe('unknown');
  });

test('IndexedDB never answers: who asks at once what is remembered is answered all the same', async ({
  page,
  site,
  guard,
}) => {
  await page.addInitScript(neverOpen);
  await page.goto(site.origin);
  const { mode, events } = await exported(page);
  expect(mode).toBe('memory');
  expect(events.map(({ name }) => name)).toContain('page_view');
  await expect.poll(() => guard.warnings).toEqual([expect.stringContaining('no answer within')]);
});

for (const [what, sabotage] of [
  [
    'throws',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      }),
  ],
  ['is null', () => Object.defineProperty(window, 'localStorage', { value: null })],
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as [string, () => void][])
  test(`localStorage ${what}: the ledger still remembers`, async ({ page, site, guard }) => {
    await page.addInitScript(sabotage);
    await enter(page, site.origin);
    await enter(page, site.origin);
    expect(await exported(page)).toMatchObject({ mode: 'stored' });
    expect(await call(page, 'segments')).toEqual(['known', 'desk']);
    expect(guard.warnings).toEqual([]);
  });
