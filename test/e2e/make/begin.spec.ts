// The way in: from an opened panel on any page, with the tag or without, to a first change that only the author sees;
// and the draft in every view from then on.

import { readOver } from '../../support/element.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel, View } from '../../support/panel.ts';
import { readPage } from './begin.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Foreign</title><style>h1 { font: 700 40px serif }</style></head>
  <body><main><h1 id="welcome">Welcome to the theatre</h1><section aria-labelledby="welcome"><p>Plays every night.</p></section></main>
  <script>
    // as some pages do; where the checks did so as well, Firefox 153 crashed
    onload = () => document.querySelectorAll('*').forEach((one) => one.ariaLabelledByElements);
  </script></body></html>`;
const CHANGE = 'Change something for some visitors';
const EMPTY: [view: View, title: string][] = [
  ['preview', 'There is nothing to preview yet'],
  ['people', 'Nobody can be made up yet'],
  ['sheet', 'Nothing to compare yet'],
  ['checks', 'There is nothing to check yet'],
];

/** Counts what the author clicks in the panel, from now on. */
async function countClicks(panel: Panel): Promise<() => Promise<number>> {
  const counted = await panel.page.evaluateHandle(() => {
    const count = { clicks: 0 };
    addEventListener('click', () => count.clicks++, true);
    return count;
  });
  return () => counted.evaluate(({ clicks }) => clicks);
}

test('on a page without the tag: three clicks and the typing change its headline, and nobody else sees it', async ({
  context,
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const before = await readPage(page);
  const panel = await openPanelFor(extension, page);
  await expect(panel.says('Selvedge is not installed here')).toBeVisible();

  const clicks = await countClicks(panel);
  await panel.press(CHANGE);
  await expect(panel.button('Use the page')).toBeVisible();
  // begun, but nothing is changed yet
  await expect(panel.says('nothing changed yet')).toBeVisible();
  const bar = panel.page.getByRole('region', { name: 'Not published yet' });
  await expect(bar).toHaveCount(0);
  await panel.writeAt('h1', 'Welcome to the theatre', 'The theatre is open');
  await expect.poll(() => readOver(page, 'h1')).toBe('The theatre is open');
  // one in the panel, and two on the page
  expect(await clicks()).toBe(1);

  await expect(panel.changes).toHaveCount(1);
  await expect(bar).toContainText('1 change · only you see it');

  // nobody else sees it, and the page keeps no trace
  const visitor = await context.newPage();
  await visitor.goto(site.origin);
  expect(await readPage(visitor)).toEqual(before);
  await panel.open('here');
  await expect.poll(() => readPage(page)).toEqual(before);

  // publishing asks for what is not there yet
  await bar.getByRole('button', { name: 'Publish' }).click();
  await expect(panel.page.getByRole('heading', { name: 'Put it on your site' })).toBeVisible();
  await expect(panel.differences).toContainText('Change on the home page');
  await expect(bar).toHaveCount(0);
});

test('every view that has nothing to show says the way on, and with a draft shows it', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', { body: PAGE });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  for (const [view, title] of EMPTY) {
    await panel.open(view);
    await expect(panel.page.getByRole('heading', { name: title })).toBeVisible();
    await expect(panel.page.getByText('Open a config file', { exact: true })).toBeVisible();
    await expect(panel.button(CHANGE)).toBeVisible();
    expect(await findViolations(panel.page), view).toEqual([]);
  }
  await panel.press(CHANGE);
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.pick('h1');
  await panel.writeText('The theatre is open');
  await expect.poll(() => readOver(page, 'h1')).toBe('The theatre is open');
  await panel.press('Back');
  await panel.press('Back');
  const edges = panel.page.getByText('This needs the edges of the classes');
  await panel.openTemplate('rfm', 'rfm-best');
  await expect(edges).toBeVisible();
  expect(await findViolations(panel.page), 'edges').toEqual([]);
  await panel.back();
  await panel.openTemplate('e-mail', 'email-arrival');
  await expect(edges).toHaveCount(0);
  await panel.useTemplate();

  const side = panel.page.getByRole('group', { name: 'What the views show' });
  const shown = {
    here: /Change on the home page/,
    preview: /e-mail/,
    people: /e-mail/,
    sheet: /1 segment/,
    checks: /Check this page/,
  };
  for (const [view, says] of Object.entries(shown) as [View, RegExp][]) {
    await panel.open(view);
    await expect(side.getByRole('button', { name: 'My draft' })).toHaveAttribute('aria-pressed', 'true');
    await expect(panel.main).toContainText(says);
    expect(await findViolations(panel.page), view).toEqual([]);
  }
  await panel.press('Check');
  await expect(panel.says(/Check again/)).toBeVisible();
  // what was picked a moment ago is what it was
  await expect(panel.main).not.toContainText('not what was picked');

  // the draft on the page, for everybody; and what is live: the page as it is
  await panel.open('preview');
  await panel.preview('In no segment');
  await expect(panel.banner).toBeVisible();
  await expect.poll(() => readOver(page, 'h1')).toBe('The theatre is open');
  await side.getByRole('button', { name: 'Live' }).click();
  await expect(panel.page.getByRole('heading', { name: 'There is nothing to preview yet' })).toBeVisible();
  await expect(panel.banner).toHaveCount(0);
  await expect.poll(() => readOver(page, 'h1')).not.toBe('The theatre is open');
});

test('on a page with the tag, a change begins with what is live, and either can be shown', async ({
  extension,
  page,
  shop,
}) => {
  await extension.allowHost('http://localhost/*');
  await page.goto(`${shop.origin}/`);
  const panel = await openPanelFor(extension, page);
  const side = panel.page.getByRole('group', { name: 'What the views show' });
  await expect(side.getByRole('button', { name: 'Live' })).toHaveAttribute('aria-pressed', 'true');
  await panel.press(CHANGE);
  await expect(panel.button('Use the page')).toBeVisible();
  await panel.pick('#hero-lead');
  await panel.writeText('Only for me');
  await expect.poll(() => readOver(page, '#hero-lead')).toBe('Only for me');

  // another view has the page to itself: what was edited has left it, and comes with the preview
  await panel.open('preview');
  await panel.preview('Tent enthusiast');
  await expect(panel.banner).toContainText('Tent enthusiast');
  await expect(panel.main).toContainText('Change on the home page');
  await side.getByRole('button', { name: 'Live' }).click();
  await expect(panel.main).not.toContainText('Change on the home page');
  await expect.poll(() => readOver(page, '#hero-lead')).not.toBe('Only for me');
  await side.getByRole('button', { name: 'My draft' }).click();
  await expect(panel.main).toContainText('Change on the home page');

  // back where it was made, from where it is seen
  await panel.open('here');
  await panel.page.locator('details[data-experience=change-on-the-home-page] summary').click();
  await panel.press('Edit on the page');
  await expect(panel.changes).toHaveCount(1);
  await expect.poll(() => readOver(page, '#hero-lead')).toBe('Only for me');
});
