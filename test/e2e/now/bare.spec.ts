// A tag in two files without a config: `data-config` says where that is. What it asks for, that it does what the tag in one
// file does, and that a refusal needs neither the config nor the rest.

import type { BrowserContext, Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { BY_TOOL, OWN, putOnFile, readFile } from '../../support/denied-two.ts';
import { expectDatabases } from '../../support/expect-databases.ts';
import { call, enter, exported, ready } from '../../support/page-api.ts';
import type { Responder, Site } from '../../support/site.ts';
import { bareFiles, configOf, experienceOf, pageWith, serveBare } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const say = (value: string) => [{ kind: 'text' as const, target: { css: 'h1' }, value }];
const all = { id: 'all', name: 'All', when: { kind: 'all' as const, of: [] } };
const config = configOf({ segments: [all], experiences: [experienceOf('all', say('Variant'))] });

const MISSING: Responder = { status: 404, body: 'missing' };
const PATHS = ['/', '/sale', '/about'];

/** Serves pages that ask for this config. */
function serve(site: Site, given: Config = config, { head = '', attributes = '', inTwo = true } = {}): void {
  serveBare(site, { inTwo });
  site.serve('/selvedge.json', JSON.stringify(given));
  const html = pageWith('<h1>Original</h1>', `data-config="/selvedge.json" ${attributes}`);
  for (const path of PATHS) site.serve(path, html.replace('<script', `<script>${head}</script><script`));
  site.serve('/plain', '<!doctype html><title>Plain</title>');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
/** Which files were asked for, in order. */
const askedFor = (site: Site) => site.requests.map((one) => one.replace('GET /', ''));

test('each file is asked for once, all others as soon as the first is there, and no link is left in the page', async ({
  page,
  site,
  guard,
}) => {
  serve(site);
  await enter(page, site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  const [first, second, ...others] = askedFor(site);
  expect([first, second]).toEqual(['', 'selvedge.js']);
  expect(others.sort()).toEqual(['selvedge-later.js', 'selvedge-show.js', 'selvedge.json']);
  await expect(page.locator('link')).toHaveCount(0);
  expect(guard.warnings).toEqual([]);
});

const page2 = { kind: 'count', event: 'page_view', is: { $gte: 2 } } as const;
const sale = { kind: 'context', key: 'path', is: '/sale' } as const;
const gold = { kind: 'trait', key: 'plan', is: 'gold' } as const;
const bought = { kind: 'count', event: 'bought', is: { $gte: 1 } } as const;
const when = (condition: Config['segments'][0]['when'], parts: Partial<Config> = {}, live = false) =>
  configOf({
    segments: [{ id: 'those', name: 'Those', when: condition }],
    experiences: [experienceOf('those', say('Variant'), { live })],
    ...parts,
  });

/** What the headline says on each of the pages. */
const EQUALS: [what: string, given: Config, head: string, shown: string[]][] = [
  ['what happened', when(page2), '', ['Original', 'Variant', 'Variant']],
  ['what the page is', when(sale), '', ['Original', 'Variant', 'Original']],
  [
    'what the page is, without consent',
    when(sale, { privacy: { consent: 'required' } }),
    '',
    ['Original', 'Variant', 'Original'],
  ],
  [
    'what the page has stated before',
    when(gold),
    `selvedge = { q: [['set', { plan: 'gold' }]] }`,
    ['Variant', 'Variant', 'Variant'],
  ],
  [
    'what the page tracks before',
    when(bought, {}, true),
    `selvedge = { q: [['track', 'bought', {}]] }`,
    ['Variant', 'Variant', 'Variant'],
  ],
];

/** Goes through the pages as somebody new. @returns what is said of each */
async function walk(context: BrowserContext, site: Site, shown: string[]): Promise<unknown[]> {
  const page = await context.newPage();
  const said: unknown[] = [];
  for (const [at, path] of PATHS.entries()) {
    await enter(page, site.origin + path);
    await expect(heading(page)).toHaveAccessibleName(shown[at] ?? '');
    const read = async () => {
      const { events, traits, consent, mode } = await exported(page);
      // how long a page was looked at is its own matter
      const told = events.filter(({ name }) => name !== 'engagement');
      return { events: told.map(({ name, props }) => ({ name, props })), traits, consent, mode };
    };
    // an exposure is counted once it is seen
    const remembered = shown.slice((await read()).mode === 'stored' ? 0 : at, at + 1);
    await expect
      .poll(async () => (await read()).events.filter(({ name }) => name === 'exposure').length)
      .toBe(remembered.filter((one) => one === 'Variant').length);
    said.push([await read(), await call(page, 'segments'), await call(page, 'experiences')]);
  }
  await page.close();
  return said;
}

for (const [what, given, head, shown] of EQUALS)
  test(`it does what the tag in one file does: ${what}`, async ({ browser, site, guard }) => {
    const said = [];
    for (const inTwo of [false, true]) {
      const context = await browser.newContext();
      await guard.watch(context);
      serve(site, given, { head, inTwo });
      said.push(await walk(context, site, shown));
      await context.close();
    }
    expect(said[1]).toEqual(said[0]);
    expect(guard.warnings).toEqual([]);
  });

const WHO: [who: string, file: string, attributes?: string][] = [
  ['the visitor', OWN],
  ['a consent tool', BY_TOOL],
  ['the owner', '', 'data-consent="denied"'],
];
for (const [who, file, attributes = ''] of WHO)
  test(`refused by ${who}: the listener comes, and neither the config nor the rest`, async ({
    page,
    site,
  }) => {
    serve(site, config, { attributes });
    if (file) await putOnFile(page, site, file);
    site.requests.length = 0;
    await enter(page, site.origin);
    expect(askedFor(site)).toEqual(['', 'selvedge.js', 'selvedge-listen.js']);
    await expect(heading(page)).toHaveAccessibleName('Original');
    expect((await readFile(page)) ?? '').toBe(file);
    await expectDatabases(page, 0);
  });

test('who opts in again gets the rest, and that the config', async ({ page, site }) => {
  serve(site);
  await putOnFile(page, site, OWN);
  site.requests.length = 0;
  await enter(page, site.origin);
  await call(page, 'optIn');
  await expect(heading(page)).toHaveAccessibleName('Variant');
  const [, , listener, ...others] = askedFor(site);
  expect(listener).toBe('selvedge-listen.js');
  expect(others.sort()).toEqual(['selvedge-later.js', 'selvedge-show.js', 'selvedge.json']);
});

for (const gpc of ['honour', 'ignore'] as const)
  test(`a browser's signal is meant as the config says: ${gpc}`, async ({ page, site }) => {
    serve(site, { ...config, privacy: { consent: 'implied', gpc } });
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    await enter(page, site.origin);
    await expect(heading(page)).toHaveAccessibleName(gpc === 'ignore' ? 'Variant' : 'Original');
    expect((await exported(page)).consent).toBe(gpc === 'ignore' ? 'implied' : 'denied');
    await expectDatabases(page, Number(gpc === 'ignore'));
  });

test('a refusal needs neither the rest nor the config: what was stored is gone at once, and stays so', async ({
  page,
  site,
}) => {
  serve(site);
  await enter(page, site.origin);
  expect((await exported(page)).mode).toBe('stored');
  const never = new Promise<never>(() => {});
  for (const path of ['/selvedge-later.js', '/selvedge.json']) site.serve(path, () => never);
  await page.goto(`${site.origin}/sale`);
  await page.evaluate(() => void window.selvedge.optOut());
  expect(await readFile(page)).toBe(OWN);
  await expectDatabases(page, 0);
  await page.goto(`${site.origin}/plain`);
  serve(site);
  await enter(page, site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(await readFile(page)).toBe(OWN);
});

test('the rest is missing: the page stays original, that is said once, and what is asked is answered', async ({
  page,
  site,
  guard,
}) => {
  serve(site);
  site.serve('/selvedge-later.js', MISSING);
  await enter(page, site.origin);
  const answers = await page.evaluate(async () => {
    const { selvedge } = window;
    await selvedge.track('share');
    return [selvedge.segments(), selvedge.experiences(), await selvedge.export()];
  });
  expect(answers).toEqual([[], [], {}]);
  await expect(heading(page)).toHaveAccessibleName('Original');
  await expect
    .poll(() => guard.warnings)
    .toEqual([expect.stringContaining('selvedge-later.js: it belongs beside the tag')]);
});

test('the rest is slow: that is said once after ten seconds, and it is welcome all the same', async ({
  clocked: page,
  site,
  guard,
}) => {
  serve(site);
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  const later = bareFiles(true)['selvedge-later.js'] ?? '';
  site.serve('/selvedge-later.js', async () => {
    await coming;
    return later;
  });
  await page.clock.install();
  await page.goto(site.origin);
  await expect.poll(() => askedFor(site)).toContain('selvedge-later.js');
  // the page's clock goes on meanwhile, and a busy machine is slow to come here
  await page.clock.runFor(1_000);
  expect(guard.warnings).toEqual([]);
  await page.clock.runFor(12_000);
  await expect.poll(() => guard.warnings).toEqual([expect.stringContaining('did not come (slow)')]);
  await expect(heading(page)).toHaveAccessibleName('Original');
  come();
  await expect(heading(page)).toHaveAccessibleName('Variant');
  expect(guard.warnings).toHaveLength(1);
});

test('what shows changes is missing: the page stays original, and that is said once', async ({
  page,
  site,
  guard,
}) => {
  serve(site);
  site.serve('/selvedge-show.js', MISSING);
  await enter(page, site.origin);
  await expect.poll(() => guard.warnings).toEqual([expect.stringContaining('selvedge-show.js')]);
  await expect(heading(page)).toHaveAccessibleName('Original');
  expect(await call(page, 'segments')).toEqual(['all']);
});

test('without data-config the page stays original, and that is said once', async ({ page, site, guard }) => {
  serve(site);
  site.serve('/', pageWith('<h1>Original</h1>'));
  await enter(page, site.origin);
  await expect(heading(page)).toHaveAccessibleName('Original');
  await expect.poll(() => guard.warnings).toEqual([expect.stringContaining('no config: add data-config')]);
});

test('a second tag, an async one with its queue, and a preview link are what they are', async ({
  page,
  site,
  guard,
}) => {
  serve(site, when(bought, {}, true), {
    head: `selvedge = { q: [] }; selvedge.q.push(['track', 'bought', {}])`,
    attributes: 'async',
  });
  await page.goto(site.origin);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await ready(page);
  expect((await exported(page)).events.map(({ name }) => name)).toContain('bought');
  await call(page, 'forget');
  await page.goto(`${site.origin}/plain`);

  serve(site, when(bought));
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  await page.goto(`${site.origin}/sale#selvedge=those`);
  await expect(heading(page)).toHaveAccessibleName('Variant');
  await page.goto(`${site.origin}/plain`);

  expect(guard.warnings.filter((one) => one.includes('more than once'))).toEqual([]);
  site.serve(
    '/',
    pageWith('<h1>Original</h1><script src="/selvedge.js"></script>', 'data-config="/selvedge.json"'),
  );
  await enter(page, site.origin);
  await expect.poll(() => guard.warnings.filter((one) => one.includes('more than once'))).toHaveLength(1);
});
