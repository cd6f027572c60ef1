// A site that clears localStorage (at logout, say) does not undo what its visitor has refused: a tag in two files puts it
// back, whoever of its files is there by then.

import type { Page } from '@playwright/test';
import { askedFor, BY_TOOL, OWN, putOnFile, readFile, serveTwo } from '../../support/denied-two.ts';
import { expectDatabases } from '../../support/expect-databases.ts';
import { enter, exported } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});
const MISSING = { status: 404, body: 'missing' };
const clear = (page: Page) => page.evaluate(() => localStorage.clear());

/** What is on file once the page was left. */
async function leave(page: Page, site: Site): Promise<string | null> {
  await page.goto(`${site.origin}/plain`);
  return readFile(page);
}

for (const file of [OWN, BY_TOOL])
  for (const [who, missing] of [
    ['the listener comes', []],
    ['the rest comes', ['listen']],
    ['nobody comes', ['listen', 'later']],
  ] as const)
    test(`cleared as the page begins, ${who}: ${file} is put back`, async ({ page, site }) => {
      serveTwo(site, config, { head: `addEventListener('DOMContentLoaded', () => localStorage.clear())` });
      for (const name of missing) site.serve(`/selvedge-${name}.js`, MISSING);
      await putOnFile(page, site, file);
      await enter(page, site.origin);
      if (!missing[1]) expect((await exported(page)).consent).toBe('denied');
      await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
      expect(await leave(page, site)).toBe(file);
      await expectDatabases(page, 0);
    });

test('cleared as the page begins, and left at once: it is put back', async ({ page, site }) => {
  serveTwo(site, config, { head: `addEventListener('DOMContentLoaded', () => localStorage.clear())` });
  await putOnFile(page, site, OWN);
  await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
  expect(await leave(page, site)).toBe(OWN);
});

test('cleared while the listener is there: whoever wants to look then is denied still', async ({
  page,
  site,
}) => {
  serveTwo(site, config);
  await putOnFile(page, site, OWN);
  await enter(page, site.origin);
  await clear(page);
  expect((await exported(page)).consent).toBe('denied');
  expect(await leave(page, site)).toBe(OWN);
});

test('a page that is hidden puts it back: it may be the last that it hears', async ({ page, site }) => {
  serveTwo(site, config);
  await putOnFile(page, site, BY_TOOL);
  await enter(page, site.origin);
  await clear(page);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  expect(await readFile(page)).toBe(BY_TOOL);
});

const LATEST: [what: string, file: string, act: (page: Page) => unknown][] = [
  ['a tool has refused, then the visitor', BY_TOOL, (page) => page.evaluate(() => window.selvedge.optOut())],
  ['the browser asks, then the visitor', '', (page) => page.evaluate(() => window.selvedge.optOut())],
  [
    'the visitor has refused, and after the clearing a tool',
    OWN,
    async (page) => {
      await clear(page);
      await page.evaluate(() =>
        document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'denied' })),
      );
    },
  ],
];
for (const [what, file, act] of LATEST)
  test(`${what}: the visitor’s own refusal is put back`, async ({ page, site }) => {
    serveTwo(site, config);
    if (file) await putOnFile(page, site, file);
    else
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
      );
    await enter(page, site.origin);
    await act(page);
    await clear(page);
    expect(await leave(page, site)).toBe(OWN);
  });

// what another page of the site wrote a page may hear when it has cleared the file itself
const HEAR_AGAIN = `dispatchEvent(new StorageEvent('storage', { key: 'selvedge', newValue: '${OWN}' }))`;

for (const missing of [[], ['listen'], ['listen', 'later']])
  test(`cleared, and then it hears of the refusal that another page wrote before: it is put back, without ${missing.join() || 'none'}`, async ({
    page,
    site,
  }) => {
    const clearAndHear = `addEventListener('DOMContentLoaded', () => { localStorage.clear(); ${HEAR_AGAIN} })`;
    serveTwo(site, config, { head: clearAndHear });
    for (const name of missing) site.serve(`/selvedge-${name}.js`, MISSING);
    await putOnFile(page, site, OWN);
    await enter(page, site.origin);
    if (!missing[1]) expect((await exported(page)).consent).toBe('denied');
    expect(await leave(page, site)).toBe(OWN);
  });

test('cleared while the listener is there, and then it hears so: it is put back', async ({ page, site }) => {
  serveTwo(site, config);
  await putOnFile(page, site, BY_TOOL);
  await enter(page, site.origin);
  await clear(page);
  await page.evaluate(HEAR_AGAIN);
  expect(askedFor(site)).toEqual(['listen']);
  // the later word, and the stronger one
  expect(await leave(page, site)).toBe(OWN);
});

test('what the visitor has taken back in another tab is not put back', async ({ page, site, context }) => {
  serveTwo(site, { ...config, privacy: { consent: 'required' } });
  await putOnFile(page, site, OWN);
  await enter(page, site.origin);
  const other = await context.newPage();
  await enter(other, `${site.origin}/other`);
  await other.evaluate(() => window.selvedge.optIn());
  await expect.poll(() => askedFor(site)).toEqual(['listen', 'listen', 'later', 'later']);
  expect((await exported(page)).consent).not.toBe('denied');
  expect(await leave(page, site)).toBe(null);
});

for (const who of ['the listener', 'the rest'] as const)
  test(`what the visitor takes back in another tab before ${who} is there is not put back`, async ({
    page,
    site,
    context,
  }) => {
    const required = { ...config, privacy: { consent: 'required' } as const };
    serveTwo(site, required);
    // a folder of its own, whose files are held back
    const held = who === 'the listener' ? 'selvedge-listen.js' : 'selvedge-later.js';
    const files = twoFilesWith(required);
    let come = () => {};
    const isFree = new Promise<void>((resolve) => {
      come = resolve;
    });
    let asked = 0;
    for (const [name, text] of Object.entries(files)) site.serve(`/slow/${name}`, text);
    if (who === 'the rest') site.serve('/slow/selvedge-listen.js', MISSING);
    site.serve(`/slow/${held}`, async () => {
      asked++;
      await isFree;
      return files[held];
    });
    site.serve('/slow/', pageWith('<h1>Original</h1>').replace('/selvedge.js', '/slow/selvedge.js'));
    await putOnFile(page, site, OWN);
    await page.goto(`${site.origin}/slow/`);
    await expect.poll(() => asked).toBeGreaterThan(0);
    const other = await context.newPage();
    await enter(other, `${site.origin}/other`);
    await other.evaluate(() => window.selvedge.optIn());
    await expect.poll(() => readFile(other)).toBe(null);
    // what one tab writes the others hear in its order
    await page.evaluate(() =>
      addEventListener('storage', ({ key }) => {
        if (key === 'heard') document.documentElement.dataset.heard = '';
      }),
    );
    await other.evaluate(() => localStorage.setItem('heard', ''));
    await page.waitForFunction(() => 'heard' in document.documentElement.dataset);
    come();
    await page.evaluate(() => window.selvedge.ready);
    expect((await exported(page)).consent).not.toBe('denied');
    expect(await leave(page, site)).toBe(null);
  });

test('what the visitor wants forgotten is not put back, though the rest never comes', async ({
  page,
  site,
}) => {
  serveTwo(site, config);
  site.serve('/selvedge-later.js', MISSING);
  await putOnFile(page, site, OWN);
  await enter(page, site.origin);
  await page.evaluate(() => window.selvedge.forget());
  expect(await leave(page, site)).toBe(null);
});

test('where storage is blocked the listener comes, and says nothing of it', async ({ page, site }) => {
  serveTwo(site, config, { attributes: 'data-consent="denied"' });
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('mine', 'SecurityError');
        },
      });
  });
  await enter(page, site.origin);
  await page.evaluate(() => window.selvedge.optOut());
  expect((await exported(page)).consent).toBe('denied');
});
