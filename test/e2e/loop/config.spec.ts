// What a config that is not one does to a page: nothing, and one warning that says what and where.

import { call, enter, eventNames, ready } from '../../support/page-api.ts';
import { configOf, experienceOf, pageWith, serveBare, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const change = { kind: 'text' as const, target: { css: 'h1' }, value: 'Variant' };
const good = configOf({ experiences: [experienceOf('everyone', [change])] });

test.describe('a config beside the tag', () => {
  test.beforeEach(({ site }) => {
    serveBare(site);
    site.serve('/', pageWith('<h1>Original</h1>', 'data-config="/selvedge.json"'));
  });

  test('works by itself', async ({ page, site, guard }) => {
    site.serve('/selvedge.json', JSON.stringify(good));
    await page.goto(site.origin);
    await expect(page.getByRole('heading', { name: 'Variant' })).toBeVisible();
    expect(guard.warnings).toEqual([]);
  });

  for (const [what, body, says] of [
    ['malformed', '{"version": 1,,}', /JSON/],
    ['truncated', JSON.stringify(good).slice(0, 80), /JSON/],
    ['a login page', '<!doctype html><title>Sign in</title>', /JSON/],
    ['empty', '', /JSON/],
    ['of the wrong version', JSON.stringify({ ...good, version: '1' }), /version "1"/],
    ['of a future version', JSON.stringify({ ...good, version: 2 }), /version 2/],
    ['a list', '[]', /version/],
    ['null', 'null', /config/],
    ['without experiences', JSON.stringify({ ...good, experiences: undefined }), /experiences/],
  ] as const) {
    test(`${what}: the page stays original, with one warning`, async ({ page, site, guard }) => {
      site.serve('/selvedge.json', body);
      await enter(page, site.origin);
      expect(await page.locator('h1').innerText()).toBe('Original');
      await expect.poll(() => guard.warnings).toHaveLength(1);
      expect(guard.warnings[0]).toMatch(says);
      expect(guard.warnings[0]).toContain('selvedge.json');
    });
  }

  test('missing on the server: the page stays original, with one warning', async ({ page, site, guard }) => {
    site.serve('/selvedge.json', { status: 404, body: 'Not found' });
    await enter(page, site.origin);
    expect(await page.locator('h1').innerText()).toBe('Original');
    await expect.poll(() => guard.warnings).toHaveLength(1);
    expect(guard.warnings[0]).toMatch(/404/);
  });
});

test('a page of another encoding reads the tag and its config as they were written', async ({
  page,
  site,
}) => {
  const value = 'Zelte – schön, 新しい 🏕';
  const config = configOf({
    segments: [{ id: 's', name: 'Zelte – schön', when: { kind: 'any', of: [] } }],
    experiences: [experienceOf('everyone', [{ ...change, value }])],
  });
  serveTag(site, config, { headers: { 'content-type': 'text/javascript' } });
  site.serve('/', {
    headers: { 'content-type': 'text/html; charset=windows-1252' },
    body: pageWith('<h1>Original</h1>'),
  });
  await page.goto(site.origin);
  await expect(page.getByRole('heading', { name: value })).toBeVisible();
  expect(await page.evaluate(() => document.characterSet)).toBe('windows-1252');
  await ready(page);
  expect(await page.evaluate(() => window.selvedge.explain('s').text)).toMatch(/^Not in “s”\./);
});

test('a broken part is skipped alone: selector, kind of change, kind of condition, experience', async ({
  page,
  site,
  guard,
}) => {
  const config = configOf({
    segments: [
      { id: 'odd', name: 'odd', when: { kind: 'horoscope', sign: 'leo' } as never },
      { id: 'fine', name: 'fine', when: { kind: 'count', event: 'page_view', is: { $gte: 1 } } },
    ],
    experiences: [
      null as never,
      experienceOf('odd', [{ kind: 'text', target: { css: 'h1' }, value: 'Wrong' }]),
      experienceOf('fine', [
        { kind: 'text', target: { css: 'h1:::nope' }, value: 'Wrong' },
        { kind: 'sparkle', target: { css: 'h1' } } as never,
        change,
      ]),
    ],
  });
  serveBare(site);
  site.serve('/selvedge.json', JSON.stringify(config));
  site.serve('/', pageWith('<h1>Original</h1>', 'data-config="/selvedge.json"'));
  await page.goto(site.origin);
  await expect(page.getByRole('heading', { name: 'Variant' })).toBeVisible();
  expect(await call(page, 'segments')).toEqual(['fine']);
  await expect.poll(() => guard.warnings.filter((line) => /experiences\[0\]/.test(line))).toHaveLength(1);
  await expect.poll(() => guard.warnings.filter((line) => /nope/.test(line))).toHaveLength(1);
  await expect.poll(() => guard.warnings.filter((line) => /sparkle/.test(line))).toHaveLength(1);
  expect(guard.warnings.filter((line) => /horoscope|odd|segments\[0\]/.test(line))).not.toHaveLength(0);
});

test('a field that is not known changes nothing, whatever it is called', async ({ page, site, guard }) => {
  // also as what the applier is told is called
  const odd = { adopt: 1, isBlind: true, draw: 1, purify: 1, fill: 1, shown: 1, report: 1, window: 1 };
  const config = { ...configOf({ experiences: [experienceOf('everyone', [change])] }), ...odd };
  serveBare(site);
  site.serve('/selvedge.json', JSON.stringify(config));
  site.serve('/', pageWith('<h1>Original</h1>', 'data-config="/selvedge.json"'));
  await page.goto(site.origin);
  await expect(page.getByRole('heading', { name: 'Variant' })).toBeVisible();
  for (const field of Object.keys(odd))
    await expect.poll(() => guard.warnings.filter((line) => line.includes(field)), field).toHaveLength(1);
  expect(guard.warnings).toHaveLength(Object.keys(odd).length);
});

test('a bundled config wins over data-config, with one warning and no request', async ({
  page,
  site,
  guard,
}) => {
  serveTag(site, good);
  site.serve('/', pageWith('<h1>Original</h1>', 'data-config="/other.json"'));
  await page.goto(site.origin);
  await expect(page.getByRole('heading', { name: 'Variant' })).toBeVisible();
  await expect.poll(() => guard.warnings).toHaveLength(1);
  expect(site.requests).not.toContain('GET /other.json');
});

test('the tag twice on a page works once', async ({ page, site, guard }) => {
  serveTag(site, good);
  site.serve('/', pageWith('<h1>Original</h1><script src="/selvedge.js"></script>'));
  await page.goto(site.origin);
  await expect.poll(() => eventNames(page)).toEqual(['visit_start', 'page_view', 'exposure']);
  await expect.poll(() => guard.warnings).toEqual([expect.stringContaining('more than once')]);
});

test('nothing is added to window but selvedge', async ({ page, site }) => {
  serveTag(site, good);
  const list = '<script>document.title = JSON.stringify(Object.getOwnPropertyNames(window))</script>';
  site.serve('/', `<!doctype html><title>x</title>${list}`);
  site.serve('/with', pageWith(`<h1>x</h1>${list}`));
  await page.goto(site.origin);
  const without = JSON.parse(await page.title());
  await page.goto(`${site.origin}/with`);
  // Firefox's driver puts names of its own there, now before the page's scripts and now after
  const added = JSON.parse(await page.title()).filter(
    (name: string) => !without.includes(name) && !name.startsWith('__pw'),
  );
  expect(added).toEqual(['selvedge']);
});
