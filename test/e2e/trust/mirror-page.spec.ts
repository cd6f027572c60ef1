// The visitor's own view is the page's: light or dark as the page is, and what was done there is said in words.

import type { Page } from '@playwright/test';
import { call, enter } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';
import { chromiumOnly, expect, test } from '../../support/test.ts';

async function visit(page: Page, site: Site, head = ''): Promise<void> {
  serveTag(site, configOf({ segments: [], experiences: [] }));
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  site.serve('/', pageWith(`<h1>Welcome</h1>`).replace('</head>', `${head}</head>`));
  await enter(page, site.origin);
}
const dialogOf = (page: Page) => page.getByRole('dialog');

async function open(page: Page): Promise<void> {
  await call(page, 'open');
  await expect(dialogOf(page)).toBeVisible();
}

async function shoot(page: Page, name: string): Promise<void> {
  const { SHOTS: folder } = process.env;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

test('what was done lately is said in words: items by name, an event of the site’s own, yes and no', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 420, height: 900 });
  await visit(page, site);
  const items = [
    { item_id: 'T1', item_name: 'Tent', price: 120, quantity: 1 },
    { item_id: 'M2', price: 1234.5 },
  ];
  await call(page, 'track', 'view_item_list', { items });
  await call(page, 'track', 'sizeGuide-opened.twice', { sizes: ['S', 'M'], helpful: true });
  await open(page);
  const dialog = dialogOf(page);
  await dialog.getByText('What you did lately').click();
  const lately = dialog.locator('li', { has: page.locator('time') });
  await expect(lately.filter({ hasText: 'list of items' })).toContainText(
    'Viewed a list of items product: Tent, M2',
  );
  await expect(lately.filter({ hasText: 'Size guide' })).toContainText(
    'Size guide opened twice sizes: S, M, helpful: yes',
  );
  await expect(dialog.locator('dt', { hasText: 'Size guide opened twice' }).locator('+ dd')).toHaveText('1');
  // of a page about no topic none is said
  await expect(lately.filter({ hasText: 'Viewed a page' })).toHaveText(/page: \/$/);
  await expect(dialog).not.toContainText(/[{}[\]"]|sizeGuide|true/);
  await shoot(page, 'lately');
});

const scheme = chromiumOnly('Firefox over BiDi has no colour scheme to set');
for (const [system, says, look] of [
  ['dark', '', 'light'],
  ['dark', '<meta name="color-scheme" content="light dark">', 'dark'],
  ['dark', '<style>:root { color-scheme: light }</style>', 'light'],
  ['light', '<style>:root { color-scheme: dark }</style>', 'dark'],
  ['light', '<meta name="color-scheme" content="light dark">', 'light'],
] as const)
  test(
    `where the system is ${system} and the page says ${says || 'nothing'}, it is ${look}`,
    scheme,
    async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: system });
      // no rule of the page's own takes that from it
      await visit(
        page,
        site,
        `${says}<style>* { color: red } selvedge-privacy { color-scheme: light dark }</style>`,
      );
      await open(page);
      await expect(dialogOf(page)).toHaveCSS(
        'background-color',
        look === 'dark' ? 'rgb(27, 32, 43)' : 'rgb(255, 255, 255)',
      );
      await expect(dialogOf(page)).toHaveCSS('color-scheme', look);
      await shoot(page, `${system}-${look}`);
    },
  );
