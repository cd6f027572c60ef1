// Visitor, where the config has numbers that were learned of all buyers: what they say of this browser, and why.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { call, enter } from '../../support/page-api.ts';
import { serveBare } from '../../support/tag.ts';
import { SAMPLE } from '../../unit/shared/schema/sample.ts';
import { PAGE, config as three } from './desk-site.ts';

test.use({ isEmptied: true });

const same = longInFirefox(
  'the same panel; visitor-lists.spec.ts and extension/see.spec.ts look at the visitor there',
);

const config: Config = {
  ...three,
  learned: { at: '2026-11-01', from: '2025-01-01', until: '2026-10-31', buyers: 2357, visits: 4000 },
  value: { purchases: [0.25, 30, 0.8, 2.4] },
  goals: SAMPLE.goals!,
  models: SAMPLE.models!,
};

test('what to expect of this browser is said, with its orders', same, async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', { body: JSON.stringify(config) });
  serveBare(site);
  await enter(page, site.origin);
  const panel = await openPanelFor(extension, page, 'visitor');
  const buyer = panel.page.getByRole('region', { name: 'As a buyer' });
  await expect(buyer).toContainText('no order remembered');
  await call(page, 'track', 'purchase', { value: 20 });
  await panel.press('Look at the page again');
  await expect(buyer).toContainText(/on 1 day, .* as 2,357 buyers showed until .*: 0\.\d/);
  // no segment asks for it
  const visit = panel.page.getByRole('region', { name: 'How visits like this one ended' });
  await expect(visit).toContainText(
    /Of 100 such visits about \d+ ended in “.+” \(\d+–\d+\), as 4,000 visits/,
  );
  expect(await findViolations(panel.page)).toEqual([]);
});
