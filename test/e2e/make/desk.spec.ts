// The draft's desk: experiences put in order, tried on the open tabs, switched on and off, and published to servers that
// lead elsewhere or guard nothing.

import { drag } from '../../support/drag.ts';
import { expect, longInFirefox, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { serveBare } from '../../support/tag.ts';
import { config, PAGE } from './desk-site.ts';

test.use({ isEmptied: true });

const essence = longInFirefox('the same panel; make.spec.ts publishes, segment.spec.ts drags');
test(
  'experiences are put in order, tried on the open tabs, switched off, and told where they collide',
  essence,
  async ({ extension, context, page, site, browserName, guard }) => {
    await extension.allowHost('http://localhost/*');
    for (const path of ['/', '/shoes/red', '/cart']) site.serve(path, PAGE);
    site.serve('/selvedge.json', JSON.stringify(config));
    serveBare(site);
    await page.goto(`${site.origin}/shoes/red`);
    const other = await context.newPage();
    await other.goto(`${site.origin}/cart`);
    const panel = await openPanelFor(extension, page, 'make');
    await panel.begin('live');
    const names = () => panel.page.locator('ol .make-open strong').allTextContents();
    await expect.poll(names).toEqual(['First', 'Second', 'Third']);

    // priority, by keys: the keyboard stays with what it moved
    await panel.button('Move Third up').focus();
    await panel.page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['First', 'Third', 'Second']);
    await expect(panel.button('Move Third up')).toBeFocused();
    await panel.page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['Third', 'First', 'Second']);
    await expect(panel.button('Move Third down')).toBeFocused();
    // and by drag
    const rows = panel.page.locator('ol .make-row');
    const { height } = (await rows.nth(2).boundingBox())!;
    await drag(rows.nth(0).locator('.grip'), rows.nth(2), { x: 60, y: height - 4 });
    await expect.poll(names).toEqual(['First', 'Second', 'Third']);

    // collisions: the same aspect of the same element on the same pages, until they share no page
    await panel.openExperience('Third');
    const collisions = panel.page.getByRole('list', { name: 'Collisions' });
    await expect(collisions).toHaveText(
      'First stands earlier and wins where a visitor gets both: the headline.',
    );
    const pages = panel.field(/on pages/);
    await pages.fill('/shoes/*');
    await pages.press('Tab');
    await expect(collisions).toHaveCount(0);

    // the patterns on the tabs that are open: this one matches, the other does not, wherever it may be seen
    const tabs = panel.page.getByRole('region', { name: 'Open tabs' });
    await expect(tabs).toContainText('Matches 1 of');
    await expect(tabs.getByRole('listitem').filter({ hasText: '/shoes/red' })).toContainText('this page');
    // Chrome shows the address of a tab only where our button was clicked, or on a site that we may see
    const allow = tabs.getByRole('button', { name: 'Let it see this site' });
    if (browserName === 'chromium') {
      await expect(tabs).toContainText('Selvedge cannot see the address of');
      await allow.click();
    }
    await expect(tabs.getByRole('listitem').filter({ hasText: '/cart' })).toHaveCount(1);
    await pages.fill('shoes');
    await pages.press('Tab');
    await expect(panel.says('a path begins with /')).toBeVisible();
    await pages.fill('/cart, /shoes/*');
    await pages.press('Tab');
    await expect(tabs).toContainText('Matches 2 of 2 open tabs of this site');

    // off, on, and where else visitors go
    await panel.field('Status').selectOption('paused');
    await panel.back();
    await expect(rows.nth(2)).toContainText('Paused');
    await panel.openExperience('First');
    await panel.fill('not before', '2026-12-01T08:00');
    await panel.openVariant();
    await panel.says('For the whole page').click();
    await panel.fill(/Send visitors on/, '/cart');
    await panel.back();
    await panel.back();
    await panel.openPublishing();
    await expect(panel.differences).toContainText('Third: paused; before: live.');
    await expect(panel.differences).toContainText('On a phone: Visitors are sent on to /cart.');
    await expect(panel.differences).toContainText('First: schedule changed from nothing to');

    // a server that leads elsewhere gets nothing, and nor does where it leads; Chromium tells the driver of the request
    // that it then does not send
    guard.allow({ origins: [site.foreign] });
    site.serve('/moved.json', {
      status: 307,
      headers: { location: `${site.foreign}/stolen.json`, 'access-control-allow-origin': '*' },
      body: '',
    });
    const publish = panel.button(/^Publish( anyway)?$/);
    await panel.token.fill('secret');
    await panel.address.fill(`${site.origin}/moved.json`);
    await publish.first().click();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'elsewhere');
    await expect(panel.outcome).toContainText('Your token was not sent on');
    expect(site.requests.filter((one) => /PUT|stolen/.test(one))).toEqual([]);

    // one that ignores If-Match is found out, and written to only when the author says so
    let stored = JSON.stringify(config);
    site.serve('/store.json', async (request) => {
      if (request.method === 'PUT') stored = (await request.toArray()).join('');
      return { body: stored, headers: { etag: `"${stored.length}"` } };
    });
    await panel.address.fill(`${site.origin}/store.json`);
    await panel.field(/^Which file/).selectOption('json');
    await publish.first().click();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'unguarded');
    expect(JSON.parse(stored)).toEqual(config);
    await panel.outcome.getByRole('button', { name: 'Publish anyway' }).click();
    await expect(panel.outcome).toHaveAttribute('data-outcome', 'published');
    expect(JSON.parse(stored)).toMatchObject({ revision: 5, experiences: [{}, {}, { status: 'paused' }] });
    expect(site.requests.filter((one) => one.includes('stolen'))).toEqual([]);
  },
);
