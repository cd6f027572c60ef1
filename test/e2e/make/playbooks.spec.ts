// A playbook by its aim: what was seen here is offered first, it is filled with what the page has, and it is one step to undo.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { call, eventsOf, ready } from '../../support/page-api.ts';
import { serveBare } from '../../support/tag.ts';
import { config } from './desk-site.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Shop</title>
<script src="/selvedge.js" data-config="/selvedge.json"></script></head><body>
<header><a class="basket" href="/basket">Basket (1)</a></header>
<main><h1>Dry nights</h1><p class="lead">Tents for all who sleep outside.</p>
<p><a class="btn" href="/tents">See the tents</a></p></main></body></html>`;

test('“Bring back baskets” is offered to who saw one here, and shown on the page', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  site.serve('/selvedge.json', JSON.stringify({ ...config, experiences: [] }));
  serveBare(site);
  await page.goto(site.origin);
  await ready(page);
  await call(page, 'track', 'add_to_cart');
  await expect.poll(async () => (await eventsOf(page, 'add_to_cart')).length).toBe(1);

  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.press('Begin with an aim');
  const playbooks = panel.page.locator('[data-playbook]');
  await expect(playbooks.first()).toHaveAttribute('data-playbook', 'bring-back-baskets');
  await expect(playbooks.first()).toContainText('seen here: add_to_cart');
  expect(await playbooks.count()).toBeGreaterThanOrEqual(12);
  await panel.page.getByRole('searchbox').fill('new user');
  await expect(playbooks.first()).toHaveAttribute('data-playbook', 'show-newcomers-where-to-begin');
  await playbooks.first().locator('summary').click();
  await expect(playbooks.first()).toContainText('Clicks on ‘See the tents’');
  await panel.page.getByRole('searchbox').fill('abandoned cart');
  await expect(playbooks.first()).toHaveAttribute('data-playbook', 'bring-back-baskets');
  await playbooks.first().locator('summary').click();
  await expect(playbooks.first()).toContainText(
    'Slide-in “Your basket is still here.” appears in the corner',
  );
  expect(await findViolations(panel.page)).toEqual([]);

  await panel.press('Begin with this');
  await expect(panel.changes).toHaveCount(1);
  const link = page.getByRole('link', { name: 'Go to your basket' });
  await expect(link).toHaveAttribute('href', '/basket');
  await panel.back();
  await expect(panel.says(/measures “Purchase”; 10\s?% of them keep the original/)).toBeVisible();
  await expect(link).toHaveCount(0);
  await panel.undo('Playbook: Bring back baskets');
  await panel.back();
  await expect(panel.button(/^Bring back baskets/)).toHaveCount(0);
  await expect(panel.button(/^Purchase/)).toHaveCount(0);
  await expect(page.locator('[data-selvedge]')).toHaveCount(0);
});
