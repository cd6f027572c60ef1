// What Publish says to think about: by the names that authors gave, with the way to where it is put right.

import type { Config } from '../../../shared/schema/config.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });

const same = longInFirefox('the same panel; make.spec.ts goes through Publish there');

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [],
  experiences: [
    {
      id: 'e-1',
      name: 'Hero',
      status: 'live',
      pages: ['/'],
      variants: [
        {
          id: 'v-1',
          name: 'Summer',
          segment: 'everyone',
          changes: [{ kind: 'text', target: { css: 'h1' }, value: 'Our shop' }],
        },
      ],
    },
  ],
};

test('a warning speaks of names, and leads to what it is about', same, async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve(
    '/',
    '<!doctype html><html lang="en"><head><title>Shop</title></head><body><main><h1>Shop</h1></main></body></html>',
  );
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.page
    .locator('label', { hasText: 'Open a config file' })
    .locator('input')
    .setInputFiles({
      name: 'shop.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(config)),
    });
  await panel.openPublishing();
  await panel.page.getByText('One thing to think about').click();
  const warning = panel.main.getByRole('listitem').filter({ hasText: 'it has no goal' });
  await expect(warning).toHaveText(
    '“Hero”: it has no goal, so nobody can tell whether it helps. Say under “What should happen more?” what it is for, or that there is nothing to count.',
  );
  await expect(panel.says(/"goal"|e-1/)).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);
  await warning.getByRole('button', { name: '“Hero”' }).click();
  await expect(panel.page.getByLabel('What should happen more?')).toBeVisible();
});
