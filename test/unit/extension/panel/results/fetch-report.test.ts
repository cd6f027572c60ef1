// A report from an address that the owner hosts: read when an author says so, and never by itself.

import '../../../../support/fake-browser.ts';
import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import { createResultsHere } from '../../../../../extension/panel/results/results-here.ts';
import { makeReport } from '../../../../../shared/measure/make-report.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';
import { configOf, countedOf, daily } from '../../../shared/measure/counted.ts';

const over = usePanelLife();

const report = makeReport(countedOf(daily(10, { holdout: [1000, 30], on: [1000, 45] })), {
  config: configOf(),
  alpha: 0.05,
  made: '2026-11-28T09:00:00.000Z',
});

async function start(at = 'https://shop.example') {
  const origin = signal<string | undefined>(at);
  const sites = signal([new URL(at).host]);
  const results = createResultsHere(origin, sites);
  results.start(over.signal);
  await until(() => expect(results.isRead.value).toBe(true));
  return { origin, sites, ...results };
}

const ADDRESS = 'https://files.example/report.json';
const answer = (make: () => Response | Promise<Response>) => {
  const asked = vi.fn<(...given: Parameters<typeof fetch>) => Promise<Response>>(async () => make());
  vi.stubGlobal('fetch', asked);
  return asked;
};
afterEach(() => {
  vi.unstubAllGlobals();
  fake.allows = true;
});

test('read when asked for, without cookies and anew, and the address is kept for the site', async () => {
  const asked = answer(() => new Response(JSON.stringify(report)));
  const first = await start();
  // nothing is read by itself
  expect(asked).not.toHaveBeenCalled();
  await first.fetchReport(ADDRESS);
  expect(first.trouble.value).toBe('');
  expect(first.kept.value).toMatchObject({ report, from: ADDRESS });
  expect(asked.mock.calls).toEqual([
    [ADDRESS, { credentials: 'omit', cache: 'reload', signal: expect.any(AbortSignal) }],
  ]);
  const later = await start();
  await until(() => expect(later.address.value).toBe(ADDRESS));
  expect(asked).toHaveBeenCalledOnce();
  await later.forgetAddress();
  expect(later.address.value).toBe('');
  // the report stays
  expect((await start()).kept.value?.from).toBe(ADDRESS);
});

test.each<[what: string, url: string, make: () => Response | Promise<Response>, says: RegExp]>([
  [
    'plain http',
    'http://files.example/r.json',
    () => new Response(''),
    /was not read\. Give an https address/,
  ],
  ['no address', 'report.json', () => new Response(''), /was not read\. Give its whole address, from https/],
  [
    'a missing file',
    ADDRESS,
    () => new Response('', { status: 404 }),
    /The server answered 404 for .* The last report stays\./,
  ],
  [
    'no answer',
    ADDRESS,
    () => Promise.reject(new TypeError('failed')),
    /The browser could not fetch .* The last report stays\./,
  ],
  [
    'a page that wants a name',
    ADDRESS,
    () => new Response('<html>Sign in</html>'),
    /was not opened\. It is no report/,
  ],
])('%s is said, and neither read nor kept', async (_, url, make, says) => {
  const first = await start();
  await first.openReport('report.json', JSON.stringify(report));
  answer(make);
  await first.fetchReport(url);
  expect(first.trouble.value).toMatch(says);
  expect(first.trouble.value).toContain(url);
  expect(first.kept.value?.from).toBe('report.json');
  expect(first.address.value).toBe('');
  expect(first.isFetching.value).toBe(false);
});

test('a host that the browser may not read is not asked', async () => {
  fake.allows = false;
  const asked = answer(() => new Response(JSON.stringify(report)));
  const first = await start();
  await first.fetchReport(ADDRESS);
  expect(asked).not.toHaveBeenCalled();
  expect(first.trouble.value).toMatch(/may not read from files\.example until you allow it/);
});
