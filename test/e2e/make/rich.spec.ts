// Words with a little markup: bold, italic, links and breaks by keys, kept as clean markup; what is pasted is cleaned; where
// an element takes less, less is offered, and why.

import type { Change } from '../../../shared/schema/change.ts';
import { expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import type { Panel } from '../../support/panel.ts';
import { startVariant } from './begin.ts';

test.use({ isEmptied: true });

const PAGE = `<!doctype html><html lang="en"><head><title>Rich</title></head><body><main>
  <h1>Original <em>title</em></h1><p id="lead">The lead</p><a id="go" href="/old">Go <b>on</b></a>
  <p id="pic"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""> Words</p></main></body></html>`;

/** The changes of the one variant, as they are kept. */
const readChanges = (panel: Panel): Promise<Change[]> =>
  panel.page.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const all: Record<string, unknown> = await browser.storage.local.get(null);
    const [, kept] = Object.entries(all).find(([key]) => key.startsWith('draft:')) ?? [];
    type Kept = { value: { config: { experiences: { variants: { changes: Change[] }[] }[] } } };
    return (kept as Kept).value.config.experiences[0]?.variants[0]?.changes ?? [];
  });

test('bold, italic, links and breaks are kept as clean markup', async ({ extension, page, site }) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  const field = panel.field('New text');
  const keys = panel.page.keyboard;
  const says = () =>
    readChanges(panel).then((all) => all.map(({ kind, ...one }) => [kind, 'value' in one && one.value]));

  await panel.pick('h1');
  await panel.press('Text');
  await expect(field).toHaveText('Original title');
  await expect(field.locator('em')).toHaveText('title');
  await expect(panel.changes).toHaveCount(0);
  expect(await findViolations(panel.page)).toEqual([]);

  // what was there keeps its look
  await field.press('End');
  await keys.press('ControlOrMeta+i');
  await keys.type(' & more');
  await expect.poll(says).toEqual([['html', 'Original <em>title</em> &amp; more']]);
  await expect(page.locator('selvedge-html em')).toHaveText('title');

  // as the page says it by itself: no change
  for (let letter = 0; letter < ' & more'.length; letter++) await keys.press('Backspace');
  await expect(panel.changes).toHaveCount(0);

  await keys.press('ControlOrMeta+a');
  await keys.type('Dry');
  await keys.press('Enter');
  await keys.press('ControlOrMeta+b');
  await expect(panel.button('Bold')).toHaveAttribute('aria-pressed', 'true');
  await keys.type('nights');
  await keys.press('ControlOrMeta+b');
  await keys.type(' here');
  await expect.poll(says).toEqual([['html', 'Dry<br><strong>nights</strong> here']]);

  // a link over the last word; one that runs something is not taken
  for (let letter = 0; letter < 'here'.length; letter++) await keys.press('Shift+ArrowLeft');
  await keys.press('ControlOrMeta+k');
  const address = panel.field('Where it leads');
  await address.fill('javascript:alert(1)');
  await expect(panel.button('Set')).toBeDisabled();
  await keys.press('Enter');
  await address.fill('/tents');
  await keys.press('Enter');
  await expect.poll(says).toEqual([['html', 'Dry<br><strong>nights</strong> <a href="/tents">here</a>']]);
  await expect(field).toBeFocused();
  await expect(page.locator('selvedge-html a')).toHaveAttribute('href', '/tents');
  expect(await findViolations(panel.page)).toEqual([]);

  // pasted from anywhere
  await keys.press('ControlOrMeta+a');
  await field.evaluate((at) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<style>p{}</style><p class="Mso"><b>Warm</b> <a href="javascript:go()">and</a></p><p>dry</p>',
    );
    // Firefox gives an event of a script's own no clipboard
    const event = new Event('paste', { bubbles: true, cancelable: true });
    at.dispatchEvent(Object.defineProperty(event, 'clipboardData', { value: data }));
  });
  await expect.poll(says).toEqual([['html', '<strong>Warm</strong> and<br>dry']]);

  // undone and done again, and after another element was picked
  await panel.undo('Text of the headline');
  await expect(field).not.toContainText('Warm');
  await panel.redo('Text of the headline');
  await expect(field.locator('strong')).toHaveText('Warm');
  await panel.pick('#lead');
  await panel.pick('h1');
  await expect(field.locator('strong')).toHaveText('Warm');
});

test('a link takes no link in it, what holds a picture says so, and both say why', async ({
  extension,
  page,
  site,
}) => {
  await extension.allowHost('http://localhost/*');
  site.serve('/', PAGE);
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await startVariant(panel);
  await panel.pick('#pic');
  await panel.press('Text');
  const more = panel.says(/There is more than words inside/);
  await expect(more).toBeVisible();
  await expect(panel.field('New text')).toHaveText('Words');
  await panel.pick('#lead');
  await expect(more).toHaveCount(0);
  const looks = panel.page.getByRole('toolbar', { name: 'Look of the words' });
  await expect(looks.getByRole('button')).toHaveCount(4);
  await panel.pick('#go');
  await expect(looks.getByRole('button')).toHaveCount(3);
  await expect(panel.says(/none of its words can lead elsewhere/)).toBeVisible();
  await panel.field('New text').press('ControlOrMeta+k');
  await expect(panel.field('Where it leads')).toHaveCount(0);
});
