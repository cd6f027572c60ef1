// What lies beside the tag is of the release that the tag is of, whatever a browser has kept under its name; and where another
// one lies there, the page keeps its own.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, readBuilt, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { asks, question } from './asking.ts';
import { asksFor, cards, enterShop, FILE, list, serve } from './recommending.ts';

declare global {
  interface Window {
    /** Which of these files was run, and of which release. */
    ran?: string[];
  }
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const config = configOf({
  items: { file: FILE },
  questions: [question],
  experiences: [
    experienceOf('everyone', [list()], { id: 'rec', pages: ['/shop'] }),
    experienceOf(
      'everyone',
      [{ kind: 'block', shape: 'bar', place: 'top', fields: { text: 'Night hike' } }],
      {
        id: 'card',
        pages: ['/shop'],
      },
    ),
    asks(),
  ],
});
const BESIDE = ['selvedge-recommend.js', 'selvedge-ask.js', 'selvedge-block.js'];

type Read = (name: string) => string;
/**
 * The builds of two releases, which say what of them is run. Of each test others: what a test's browser keeps, Firefox
 * hands to the next test's.
 */
function makeReleases(): { older: Read; newer: Read } {
  const once = randomUUID();
  const releaseOf = (made: string) => (name: string) => {
    const text = readBuilt(name).replaceAll(`"${version}"`, `"${made}"`);
    return BESIDE.includes(name) ? `${text}\n;(window.ran??=[]).push("${made} ${name}")//${once}` : text;
  };
  return { older: releaseOf('0.0.0'), newer: releaseOf(version) };
}

const serveBeside = (site: Site, read: Read, headers?: Record<string, string>): void => {
  for (const name of BESIDE) site.serve(`/${name}`, { body: read(name), ...(headers && { headers }) });
};

test('after a release none of the one before is run, though the browser has kept it for a year', async ({
  page,
  site,
  guard,
}) => {
  const { older, newer } = makeReleases();
  const ran = () => page.evaluate(() => window.ran?.toSorted());
  const kept = { 'cache-control': 'max-age=31536000, immutable' };
  serve(site);
  serveTag(site, config, { read: older });
  serveBeside(site, older, kept);
  await enterShop(page, site);
  const names = BESIDE.toSorted();
  await expect.poll(ran).toEqual(names.map((name) => `0.0.0 ${name}`));
  await expect(cards(page)).toHaveCount(2);

  // the same release asks for them once
  await page.goto(`${site.origin}/shop`);
  await expect.poll(ran).toEqual(names.map((name) => `0.0.0 ${name}`));
  for (const name of BESIDE)
    expect(site.requests.filter((line) => line.startsWith(`GET /${name}`))).toHaveLength(1);
  // a page that is left while its lists load says so
  await expect.poll(() => asksFor(page, FILE)).toBe(true);

  serveTag(site, config, { read: newer });
  serveBeside(site, newer, kept);
  await page.goto(`${site.origin}/shop`);
  await expect.poll(ran).toEqual(names.map((name) => `${version} ${name}`));
  await expect(cards(page)).toHaveCount(2);
  expect(guard.warnings).toEqual([]);
});

for (const [what, tag, beside] of [
  ['the tag is newer', 'newer', 'older'],
  ['the tag is older', 'older', 'newer'],
] as const)
  test(`${what} than what draws lists: the page keeps its own, and it is said once`, async ({
    page,
    site,
    guard,
  }) => {
    const releases = makeReleases();
    serve(site);
    serveTag(site, { ...config, experiences: config.experiences.slice(0, 1) }, { read: releases[tag] });
    serveBeside(site, releases[beside]);
    await enterShop(page, site);
    await expect.poll(() => guard.warnings).toEqual(['[selvedge] rec: block .list: failed']);
    await page.locator('#after').scrollIntoViewIfNeeded();
    await expect(page.locator('#list')).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
  });
