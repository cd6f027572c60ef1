// The visitor's own view: opened by a link or by the API, under the strictest policy, worked by keyboard, on any
// screen; what it says is so, and what it switches is switched.

import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { MIRROR_BUDGET } from '../../../snippet/mirror/build-mirror.mjs';
import { readOver } from '../../support/element.ts';
import { findViolations } from '../../support/find-violations.ts';
import { call, enter, exported } from '../../support/page-api.ts';
import { readDownload } from '../../support/read-download.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';
import { chromiumOnly, expect, longInFirefox, test } from '../../support/test.ts';
import { DENIAL, NOTHING, readStores } from './stores.ts';

const STRICT =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const config = configOf({
  segments: [
    { id: 'keen', name: 'Keen readers', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } },
    { id: 'buyers', name: 'Buyers', when: { kind: 'count', event: 'purchase', is: { $gte: 1 } } },
  ],
  goals: [{ id: 'shared', name: 'Shared', event: 'share' }],
  experiences: [
    experienceOf(
      'keen',
      [{ kind: 'text', target: { css: 'h1' }, value: 'Good to see you, {{trait.name|reader}}' }],
      {
        name: 'A warmer welcome',
      },
    ),
  ],
});
const BODY = `<h1>Welcome</h1><p>Text</p><footer><a id="link" href="#selvedge-privacy"><span>Your privacy</span></a> <a href="/other">Other</a></footer>`;

function serveView(site: Site): void {
  for (const name of ['selvedge-panel.js', 'selvedge-languages.js'])
    site.serveFile(`/${name}`, `dist/${name}`);
}
async function visit(page: Page, site: Site, config_ = config): Promise<void> {
  serveTag(site, config_);
  serveView(site);
  site.serve('/selvedge-ping', '');
  const policy = config_.measure ? STRICT.replace("connect-src 'none'", "connect-src 'self'") : STRICT;
  // dark where the system is, and so the view
  const head = '<meta name="color-scheme" content="light dark"></head>';
  const body = pageWith(BODY).replace('</head>', head);
  site.serve('/', { headers: { 'content-security-policy': policy }, body });
  for (let times = 0; times < 2; times++) {
    await enter(page, site.origin);
  }
}
const counting = { ...config, measure: { ping: {} } };
const heading = (page: Page) => page.locator('h1');
const open = async (page: Page) => {
  await page.locator('#link span').click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

test('the file is within its budget', () => {
  expect(brotliCompressSync(readFileSync('dist/selvedge-panel.js')).length).toBeLessThan(MIRROR_BUDGET);
});

test('nothing is fetched before it is opened; a link opens it, the address stays', async ({ page, site }) => {
  await visit(page, site);
  expect(site.requests.filter((line) => line.includes('panel'))).toEqual([]);
  await open(page);
  expect(site.requests.filter((line) => line.includes('panel'))).toEqual(['GET /selvedge-panel.js']);
  expect(await page.evaluate(() => location.hash)).toBe('');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('selvedge-privacy')).toHaveCount(0);
  await call(page, 'open');
  await expect(page.getByRole('dialog', { name: 'Your privacy on this site' })).toBeVisible();
});

test('it says what is remembered, which groups and why, and what was changed', async ({ page, site }) => {
  await visit(page, site);
  await open(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('“Good to see you, reader”');
  await expect(dialog).toContainText('Keen readers');
  await expect(dialog.locator('dt', { hasText: 'Pages opened' }).locator('+ dd')).toHaveText('2');
  const why = await page.evaluate(() => window.selvedge.explain('keen').of![0]!.text);
  await expect(dialog.locator('.why').first()).toContainText(why);
  await dialog.getByText('Groups you are not in (1)').click();
  await expect(dialog).toContainText('Buyers');
  await dialog.getByText('What you did lately').click();
  const latest = dialog.locator('li', { has: page.locator('time') }).first();
  await expect(latest).toContainText(/day.+ (Saw a changed part|Viewed a page)/);
  await expect(latest).not.toContainText(/exposure|page_view|\d\/\d/);
  await expect(dialog.locator('dt', { hasText: 'Since' }).locator('+ dd')).toContainText('day');
});

/** What the view does by itself, over the tag that other specs ask in both browsers. */
const same = longInFirefox('the same buttons over the same tag');

test('each change has its original back, and comes again', same, async ({ page, site }) => {
  await visit(page, site);
  await expect(heading(page)).toHaveAccessibleName('Good to see you, reader');
  await open(page);
  await page.getByRole('button', { name: 'Show original' }).click();
  await expect(page.getByRole('button', { name: 'Show changed' })).toBeVisible();
  await expect(page.locator('h1')).toHaveJSProperty('isConnected', true);
  const shown = async () => (await readOver(page, 'h1')) ?? '';
  await expect.poll(shown).toBe('');
  await page.getByRole('button', { name: 'Show changed' }).click();
  await expect.poll(shown).toContain('Good to see you');
});

test(
  '“Fit pages to me” off: the original, here and on the next page, while memory goes on',
  same,
  async ({ page, site }) => {
    await visit(page, site);
    await open(page);
    await page.getByRole('switch', { name: 'Fit pages to me' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(heading(page)).toHaveAccessibleName('Welcome');
    await enter(page, site.origin);
    await expect(heading(page)).toHaveAccessibleName('Welcome');
    expect(await call(page, 'experiences')).toEqual([]);
    expect(await call(page, 'segments')).toEqual(['keen']);
    await open(page);
    await expect(page.getByRole('switch', { name: 'Fit pages to me' })).not.toBeChecked();
    await page.getByRole('switch', { name: 'Fit pages to me' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    // what is being stored as a page is left may be lost
    await expect(heading(page)).toHaveAccessibleName('Good to see you, reader');
    await page.goto(site.origin);
    await expect(heading(page)).toHaveAccessibleName('Good to see you, reader');
  },
);

test(
  '“Count what works” off: the site’s statistics hear of no exposure and no goal',
  same,
  async ({ page, site }) => {
    await visit(page, site, counting);
    await open(page);
    await page.getByRole('switch', { name: 'Count what works' }).click();
    await expect(page.getByRole('switch', { name: 'Count what works' })).not.toBeChecked();
    await page.addInitScript(() => {
      window.heard = [];
      for (const type of ['exposure', 'goal'])
        document.addEventListener(`selvedge:${type}`, () => window.heard.push(type));
    });
    await page.goto(site.origin);
    await expect(heading(page)).toHaveAccessibleName('Good to see you, reader');
    await call(page, 'track', 'share');
    expect(await page.evaluate(() => window.heard)).toEqual([]);
    await page.evaluate(() => window.selvedge.set({ selvedge_off: null }));
    await enter(page, site.origin);
    const heard = () => page.evaluate(() => window.heard);
    await expect.poll(heard).toEqual(['exposure']);
    await call(page, 'track', 'share');
    await expect.poll(heard).toEqual(['exposure', 'goal']);
  },
);

test('of a group of buyers is said that one’s purchases are like theirs, never that one is in it', async ({
  page,
  site,
}) => {
  const name = 'Bought once or twice, about 8 days ago';
  const bought = { kind: 'count', event: 'purchase', is: { $gte: 1 } } as const;
  await visit(
    page,
    site,
    configOf({
      segments: [
        ...config.segments,
        { id: 'persona-1', name, when: bought },
        { id: 'persona-2', name: 'Bought once, today', when: { kind: 'none', of: [bought] } },
      ],
    }),
  );
  await call(page, 'track', 'purchase', { value: 5 });
  await open(page);
  const section = (title: string) =>
    page.getByRole('dialog').locator('section', { has: page.getByRole('heading', { name: title }) });
  await expect(section('Groups of buyers').locator('li')).toHaveText([
    new RegExp(`^Your purchases here are most like those of this group of buyers: “${name}”`),
  ]);
  const groups = section('Groups you are in');
  await expect(groups).toContainText('Keen readers');
  await expect(groups).not.toContainText(name);
  await groups.locator('summary').click();
  await expect(groups.locator('details')).toContainText('Groups of buyers: Bought once, today');
});

test.describe('on a page in', () => {
  const name = 'Bought about 4 times, about 5 weeks ago (rule)';
  for (const [lang, said] of [
    ['en', 'Bought about 4 times, about 5 weeks ago'],
    ['de', 'Kaufte etwa 4-mal, vor etwa 5 Wochen'],
    ['fr', 'A acheté environ 4 fois, il y a environ 5 semaines'],
    ['ar', 'عدد مرات الشراء: نحو 4، قبل نحو 5 أسابيع'],
  ] as const)
    test(`${lang} a group of buyers is called in its words`, async ({ page, site }) => {
      const bought = { kind: 'count', event: 'purchase', is: { $gte: 1 } } as const;
      const segments = [{ id: 'persona-1', name, when: bought }];
      await visit(page, site, configOf({ segments }));
      await page.evaluate((own) => {
        document.documentElement.lang = own;
      }, lang);
      await call(page, 'track', 'purchase', { value: 5 });
      await open(page);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toHaveAttribute('lang', lang);
      await expect(dialog.locator('li b', { hasText: said })).toHaveCount(1);
      await expect(dialog).not.toContainText('(rule)');
      if (lang !== 'en') await expect(dialog).not.toContainText('Bought');
    });
});

test('where nothing is counted there is no switch for it, and what leaves is said as it is', async ({
  page,
  site,
}) => {
  const count = page.getByRole('switch', { name: 'Count what works' });
  const says = async (measure: Config['measure'], ...[kept, sent, told]: boolean[]) => {
    await visit(page, site, measure ? { ...config, measure } : config);
    await open(page);
    await expect(count).toHaveCount(measure ? 1 : 0);
    const promise = page.getByRole('dialog').locator('.promise');
    for (const [words, isSaid] of [
      ['Nothing about you is sent anywhere', kept],
      ['is listed under “What was sent”', sent],
      ['are told which version you saw', told],
    ] as const)
      await (isSaid ? expect(promise) : expect(promise).not).toContainText(words);
  };
  await says(undefined, true);
  await says({ ping: {} }, false, true);
  await says({ tell: [{ to: 'dataLayer' }] }, false, false, true);
  await says({ ping: {}, tell: [{ to: 'dataLayer' }] }, false, true, true);
});

test('“Remember me” off erases everything; on again begins anew', async ({ page, site }) => {
  await visit(page, site);
  await open(page);
  const remember = page.getByRole('switch', { name: 'Remember me' });
  await remember.click();
  await expect(remember).not.toBeChecked();
  await expect(page.getByRole('dialog')).toContainText('Nothing is stored.');
  await expect.poll(() => readStores(page)).toEqual(DENIAL);
  await remember.click();
  await expect(remember).toBeChecked();
  await expect(
    page.getByRole('dialog').locator('dt', { hasText: 'Pages opened' }).locator('+ dd'),
  ).toHaveText('1');
});

test('“Delete everything” asks once more, then everything is gone', same, async ({ page, site }) => {
  await visit(page, site);
  await open(page);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('status')).toHaveText('Deleted.');
  expect(await readStores(page)).toEqual(NOTHING);
});

const download = chromiumOnly('Firefox over BiDi tells of no download');
test('the download is the export', download, async ({ page, site }) => {
  await visit(page, site);
  // it is read by its address
  const policy = STRICT.replace("connect-src 'none'", 'connect-src blob:');
  site.serve('/', { headers: { 'content-security-policy': policy }, body: pageWith(BODY) });
  await enter(page, site.origin);
  await open(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my data' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('selvedge.json');
  const { exportedAt: _, ...data } = JSON.parse(await readDownload(page, download));
  expect(await exported(page)).toMatchObject(data);
});

test('keyboard alone: opened, every control in reach, nothing behind it, Escape gives focus back', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await page.locator('#link').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Delete everything' })).toBeVisible();
  const reached = new Set<string>();
  for (let times = 0; times < 24; times++) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => {
        const inside = document.activeElement?.shadowRoot?.activeElement;
        if (inside)
          return `${inside.localName} ${inside.closest('label')?.querySelector('b')?.textContent ?? inside.textContent}`;
        // between two rounds the browser's own bar has its turn
        return document.activeElement === document.body ? '' : `behind: ${document.activeElement?.outerHTML}`;
      }),
    );
  }
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'input Remember me',
      'input Fit pages to me',
      'button Show original',
      'button Delete everything',
    ]),
  );
  expect([...reached].filter((one) => one.startsWith('behind'))).toEqual([]);
  // however many controls there are, the last round may have ended in the browser's own bar
  const isInside = () => page.evaluate(() => !!document.activeElement?.shadowRoot?.activeElement);
  for (let times = 0; times < 24 && !(await isInside()); times++) await page.keyboard.press('Tab');
  expect(await isInside()).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.locator('selvedge-privacy')).toHaveCount(0);
  await expect(page.locator('#link')).toBeFocused();
});

const dark = chromiumOnly('Firefox over BiDi has no colour scheme to set');
for (const [look, width] of [
  ['light', 1000],
  ['dark', 1000],
  ['light', 320],
  ['dark', 320],
] as const)
  test(
    `${look}, ${width} px: no issue of accessibility, nothing cut off`,
    look === 'dark' ? dark : width === 320 ? {} : same,
    async ({ page, site, browserName }) => {
      await page.emulateMedia({ colorScheme: look });
      await page.setViewportSize({ width, height: 800 });
      await visit(page, site);
      await open(page);
      const shoot = async (part: string) => {
        const { SHOTS: folder } = process.env;
        if (folder) await page.screenshot({ path: `${folder}/${browserName}-${look}-${width}-${part}.png` });
      };
      await shoot('top');
      await page.getByText('Groups you are not in (1)').click();
      await page.getByText('What you did lately').click();
      const wide = await page.evaluate(() => {
        const dialog = document.querySelector('selvedge-privacy')!.shadowRoot!.querySelector('dialog')!;
        return [dialog.scrollWidth - dialog.clientWidth, dialog.getBoundingClientRect().right <= innerWidth];
      });
      expect(wide).toEqual([0, true]);
      await shoot('rest');
      expect(await findViolations(page, [{ width, colorScheme: look }], 'selvedge-privacy')).toEqual([]);
    },
  );

test('in another language, with the owner’s colours', async ({ page, site }) => {
  site.serve('/theme.css', ':root { --selvedge-paper: rgb(255, 250, 240) }');
  await visit(page, site);
  site.serve(
    '/',
    pageWith(
      `${BODY}<script type="application/json" id="selvedge-privacy">{"lang":"de","title":"Deine Daten hier"}</script><link rel="stylesheet" href="/theme.css">`,
    ),
  );
  await page.goto(site.origin);
  await page.evaluate(() => window.selvedge.open({ strings: { close: 'Zu' } }));
  const dialog = page.getByRole('dialog', { name: 'Deine Daten hier' });
  await expect(dialog).toHaveAttribute('lang', 'de');
  await expect(dialog.getByRole('button', { name: 'Zu' })).toBeVisible();
  await expect(dialog).toHaveCSS('background-color', 'rgb(255, 250, 240)');
});

test('a file that is not there is said, and the page goes on', async ({ page, site, guard }) => {
  await visit(page, site);
  site.serve('/selvedge-panel.js', { status: 404, body: '' });
  await call(page, 'open');
  await expect.poll(() => guard.warnings.join()).toContain('selvedge-panel.js');
});

test('on a page in another language it speaks that, reasons too, and from right to left', async ({
  page,
  site,
}) => {
  serveTag(site, config);
  serveView(site);
  const body = pageWith(BODY).replace('lang="en"', 'lang="ar" dir="rtl"');
  site.serve('/', { headers: { 'content-security-policy': STRICT }, body });
  for (let times = 0; times < 2; times++) await enter(page, site.origin);
  expect(site.requests.filter((line) => line.includes('languages'))).toEqual([]);
  await open(page);
  const dialog = page.getByRole('dialog', { name: 'خصوصيتك في هذا الموقع' });
  await expect(dialog).toHaveAttribute('dir', 'rtl');
  await expect(dialog.getByText('مشاهدة صفحة: عدد المرات 2', { exact: false }).first()).toBeVisible();
  // of English there is only what the owner has written
  await expect(dialog).not.toContainText(/Viewed|Nothing|Because|needs/);
  const [title, close] = await Promise.all(
    [dialog.getByRole('heading', { level: 2 }), dialog.getByRole('button', { name: 'إغلاق' })].map((one) =>
      one.boundingBox(),
    ),
  );
  expect(title?.x).toBeGreaterThan(close?.x ?? Number.NaN);
  expect(site.requests.filter((line) => line.includes('languages'))).toEqual(['GET /selvedge-languages.js']);
});

test('where the file of languages is missing it speaks English, left to right', async ({ page, site }) => {
  serveTag(site, config);
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  site.serve('/selvedge-languages.js', { status: 404, body: '' });
  site.serve('/', pageWith(BODY).replace('lang="en"', 'lang="ar" dir="rtl"'));
  await enter(page, site.origin);
  await open(page);
  await expect(page.getByRole('dialog', { name: 'Your privacy on this site' })).toHaveAttribute('dir', 'ltr');
});
