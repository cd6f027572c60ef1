// A goal is picked on the page, by pointer and by keys: what is picked is said in words, the page does nothing meanwhile, and
// goal and what records it are made in one step, once. There is no tag on the page.

import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Shop</title></head><body>
<h1>Tents</h1><p>Read on</p>
<button id="add" onclick="document.title = 'clicked'"><span>Add to basket</span></button>
<p><a class="more" href="/more">More</a></p><p><a class="more" href="/more-of-it">More</a></p>
<form id="newsletter" onsubmit="document.title = 'sent'; return false"><h2>Newsletter</h2>
<input name="mail" value="anna@mail.example"><button>Send</button></form></body></html>`;

test('a button and a form, picked on the page, are goals', async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('empty');
  await panel.press('New experience');
  const wanted = panel.field(/^What should happen more/);
  const card = panel.page.getByRole('region', { name: 'Picked on the page' });

  await wanted.selectOption('click');
  await expect(card).toContainText('Click the button or link on the page');
  await panel.clickPage('h1');
  await panel.clickPage('#add span');
  await panel.page.bringToFront();
  await expect(card).toContainText('Clicks on ‘Add to basket’');
  await expect(card).toContainText('1 element on this page fits');
  await expect(card).toContainText('found by something lasting');
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.press('Count this');
  await expect(
    panel.says(/measures “Clicks on ‘Add to basket’”; 10\s?% of them keep the original/),
  ).toBeVisible();
  await expect(card).toHaveCount(0);
  await panel.undo('New goal');
  await expect(wanted).toHaveValue('goal:');
  await panel.redo('New goal');

  // the same once more is the same goal
  await wanted.selectOption('click');
  await expect(card).toContainText('Click the button or link on the page');
  await panel.clickPage('#add');
  await panel.page.bringToFront();
  await panel.press('Count this');
  await expect(wanted.locator('option', { hasText: 'Clicks on' })).toHaveCount(1);

  // by keys; two say the same
  await wanted.selectOption('click');
  await expect(card).toContainText('Click the button or link on the page');
  await page.bringToFront();
  await page.locator('.more').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await panel.page.bringToFront();
  await expect(card).toContainText('Clicks on ‘More’');
  await panel.field('which').selectOption('all 2 that say “More”');
  await expect(card).toContainText('2 elements on this page fit');
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await panel.page.bringToFront();
  await expect(card).toHaveCount(0);
  await expect(wanted.locator('option', { hasText: '‘More’' })).toHaveCount(0);

  await wanted.selectOption('submit');
  await expect(card).toContainText('Click the form on the page');
  await panel.clickPage('[name=mail]');
  await panel.page.bringToFront();
  await expect(card).toContainText('Form ‘Newsletter’ sent');
  await panel.press('Count this');
  await panel.back();

  // in the list: renamed, where it is used, removed with what records it
  await panel.press(/^Form ‘Newsletter’ sent measures 1 experience/);
  await expect(panel.says('“form_newsletter_sent” is recorded when the form “Newsletter')).toBeVisible();
  await panel.fill(/^Name$/, 'Sign-ups');
  expect(await findViolations(panel.page)).toEqual([]);
  await panel.back();
  await panel.press(/^Clicks on ‘Add to basket’ measures nothing yet/);
  await panel.press('Remove this goal');
  await expect(panel.says(/^Remove Clicks on ‘Add to basket’ from the draft\? Undo/)).toBeVisible();
  await panel.press('Remove it');
  await expect(panel.button(/^Clicks on/)).toHaveCount(0);
  await panel.undo('Goal removed');
  await panel.press(/^Experience 1/);
  await expect(panel.says(/measures “Sign-ups”/)).toBeVisible();
  await panel.back();
  await panel.openPublishing();
  await expect(panel.differences).toContainText('is recorded when the form “Newsletter');
  await expect(panel.differences).toContainText('is recorded when the button “Add to basket” is clicked');
  await expect(panel.differences).not.toContainText('anna');
  // all that time the page did nothing, and nothing of ours is left on it
  expect(await page.title()).toBe('Shop');
  expect(page.url()).toBe(`${site.origin}/`);
  await expect(page.locator('html > *')).toHaveCount(2);
  await page.locator('#add').click();
  expect(await page.title()).toBe('clicked');
});
