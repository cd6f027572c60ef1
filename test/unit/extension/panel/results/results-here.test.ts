// The report of the site in front: kept for it alone, and never lost to what cannot be read.

import '../../../../support/fake-browser.ts';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createResultsHere } from '../../../../../extension/panel/results/results-here.ts';
import { makeReport } from '../../../../../shared/measure/make-report.ts';
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

test('opened, kept with its date for this site alone, and forgotten when asked', async () => {
  const first = await start();
  expect(first.kept.value).toBeUndefined();
  await first.openReport('report.json', JSON.stringify(report));
  expect(first.trouble.value).toBe('');
  expect(first.kept.value).toEqual({ report, from: 'report.json', openedAt: expect.any(Number) });

  const later = await start();
  expect(later.kept.value).toEqual(first.kept.value);
  later.origin.value = 'https://other.example';
  expect(later.kept.value).toBeUndefined();
  await until(() => expect(later.isRead.value).toBe(true));
  expect(later.kept.value).toBeUndefined();

  await first.dropReport();
  expect((await start()).kept.value).toBeUndefined();
});

test('what cannot be read is said, and leaves the last one', async () => {
  const { openReport, kept, trouble } = await start();
  await openReport('report.json', JSON.stringify(report));
  const before = kept.value;
  await openReport('access.log', '1.2.3.4 - - [28/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1');
  expect(trouble.value).toMatch(/^access\.log was not opened\. It is an access log/);
  await openReport('theirs.json', JSON.stringify({ ...report, site: 'other.example' }));
  expect(trouble.value).toBe(
    'theirs.json was not opened. It is a report of other.example, and the page in front is of shop.example.',
  );
  expect(kept.value).toBe(before);
  // the next one that can be read is no trouble any more
  await openReport('report.json', JSON.stringify(report));
  expect(trouble.value).toBe('');
});
