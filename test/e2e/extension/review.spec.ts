// See, items 5 and 6: the contact sheet and the checks of a page.

import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { serveBare } from '../../support/tag.ts';

test.use({ isEmptied: true });

const config = (changes: object[], more: object[] = []) => ({
  version: 1,
  site: 'site.example',
  revision: 3,
  privacy: { consent: 'implied' },
  segments: [{ id: 'all', name: 'All', when: { kind: 'context', key: 'path', is: { $exists: true } } }],
  experiences: [
    {
      id: 'one',
      name: 'One',
      status: 'live',
      pages: ['*'],
      variants: [{ id: 'a', name: 'A', segment: 'all', changes }],
    },
    ...more,
  ],
});

const body = `<!doctype html><html lang="en"><head><title>Site</title><script src="/selvedge.js" data-config="/selvedge.json"></script>
<link rel="stylesheet" href="/site.css"></head><body><main><h1 id="title">Hello</h1><p class="twice">one</p><p class="twice">two</p>
<div id="box"><p id="tight">ok</p></div><img id="picture" src="/dot.svg" alt="a dot" width="40" height="40"><a id="go" href="/">go</a></main></body></html>`;
const css =
  '#box { width: 60px; height: 30px; overflow: hidden; font: 16px/1.2 serif } #pale { color: #bbb }';
const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="20"/></svg>';

test.beforeEach(({ site }) => {
  serveBare(site);
  site.serve('/site.css', css);
  site.serve('/dot.svg', dot);
  site.serve('/', body);
});

test('6: each thing that would go wrong on this page is found and said, with what to do', async ({
  extension,
  page,
  site,
}) => {
  site.serve(
    '/selvedge.json',
    JSON.stringify(
      config(
        [
          { kind: 'text', target: { css: '#gone' }, value: 'x' },
          { kind: 'text', target: { css: '.twice' }, value: 'both' },
          {
            kind: 'text',
            target: { css: '#title', print: { tag: 'h2', text: 'Something else' } },
            value: 'Hi',
          },
          { kind: 'text', target: { css: '#title' }, value: 'Twice wanted' },
          {
            kind: 'text',
            target: { css: '#tight' },
            value: 'Incomprehensibilities everywhere, much too long',
          },
          { kind: 'image', target: { css: '#picture' }, src: '/dot.svg' },
          { kind: 'insert', target: { css: '#go' }, position: 'after', html: '<button></button>' },
          { kind: 'style', target: { css: '#title' }, properties: { color: '#cccccc' } },
        ],
        [
          {
            id: 'late',
            name: 'Late',
            status: 'live',
            pages: ['*'],
            trigger: { kind: 'time', after: '2s' },
            variants: [
              {
                id: 'bar',
                name: 'Bar',
                segment: 'everyone',
                changes: [
                  {
                    kind: 'insert',
                    target: { css: '#title' },
                    position: 'before',
                    html: '<p>A<br>B<br>C<br>D<br>E<br>F<br>G<br>H</p>',
                  },
                ],
              },
            ],
          },
        ],
      ),
    ),
  );
  await page.goto(site.origin);
  const before = await page.evaluate(() => document.body.innerHTML);
  const panel = await openPanelFor(extension, page, 'checks');
  await panel.press('Check');
  await expect(panel.button('Check again')).toBeVisible({ timeout: 60_000 });
  for (const words of [
    '“#gone” finds nothing on this page',
    '“.twice” finds 2 elements',
    'it was a <h2> and is a <h1>',
    'two changes of this variant want text',
    'does not fit into p#tight',
    'the new picture keeps the words of the old one',
    'stands out from its ground by 1.6:1',
    'brings in an accessibility issue',
    'The page moves under the reader',
  ])
    await expect(panel.main).toContainText(words, { ignoreCase: true, useInnerText: true });
  expect(await page.evaluate(() => document.body.innerHTML.length)).toBeGreaterThan(0);
  await expect(panel.banner).toHaveCount(0);
  expect(before).toContain('Hello');
});

test('6: with a variant open for editing, checks look at the site; then the variant is on the page again', async ({
  extension,
  page,
  site,
}) => {
  site.serve(
    '/selvedge.json',
    JSON.stringify(config([{ kind: 'text', target: { css: '#gone' }, value: 'x' }])),
  );
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'make');
  await panel.begin('live');
  await panel.makeVariant();
  await expect(panel.button('Pick on the page')).toBeVisible();
  await panel.open('checks');
  await panel.press('Check');
  await expect(panel.button('Check again')).toBeVisible({ timeout: 60_000 });
  await expect(panel.main).toContainText('“#gone” finds nothing on this page');
  await panel.open('make');
  await panel.startPicking();
});

test('5: the contact sheet shows the original and every segment at three widths, outlined, and leaves no trace', async ({
  browserName,
  extension,
  page,
  site,
}) => {
  site.serve(
    '/selvedge.json',
    JSON.stringify(config([{ kind: 'text', target: { css: '#title' }, value: 'Good day' }])),
  );
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page, 'sheet');
  await panel.press('Make the sheet');
  await expect(panel.button('Make it again')).toBeVisible({ timeout: 60_000 });
  const figures = panel.page.getByRole('figure');
  await expect(figures).toHaveCount(2);
  await expect(figures.nth(0)).toContainText('as the original');
  await expect(figures.nth(1)).toContainText('outlined: what differs');
  await expect(figures.nth(1).getByRole('img')).toHaveCount(3);
  // the red outline is in the picture
  const red = await figures
    .nth(1)
    .getByRole('img')
    .first()
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at]! > 190 && data[at + 1]! < 90 && data[at + 2]! < 70) count++;
      return count;
    });
  expect(red).toBeGreaterThan(100);
  await expect(page.locator('selvedge-sheet')).toHaveCount(0);
  if (browserName === 'chromium') {
    const download = panel.page.waitForEvent('download');
    await panel.press('Save as PNG');
    expect((await download).suggestedFilename()).toMatch(/^selvedge-sheet-.*\.png$/);
  }
});

test(
  '5: a segment for which something is only hidden is not said to see the original',
  chromiumOnly('the same code'),
  async ({ extension, page, site }) => {
    site.serve('/selvedge.json', JSON.stringify(config([{ kind: 'hide', target: { css: '#title' } }])));
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page, 'sheet');
    await panel.press('Make the sheet');
    await expect(panel.button('Make it again')).toBeVisible({ timeout: 60_000 });
    const figures = panel.page.getByRole('figure');
    await expect(figures.nth(0)).toContainText('as the original');
    await expect(figures.nth(1)).toContainText('differs: something is hidden');
  },
);
