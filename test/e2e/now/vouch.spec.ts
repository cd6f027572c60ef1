// A first file that vouches for the rest: no other is run, and whatever the page's policy asks of scripts is met.

import { integrityOf } from '../../../cli/hashes.ts';
import { askedFor } from '../../support/denied-two.ts';
import { enter, eventNames } from '../../support/page-api.ts';
import { addressOfShow, configOf, experienceOf, pageWith, twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});
const files = twoFilesWith(config, { integrityOf });

const POLICIES: [name: string, policy: string, nonce: string][] = [
  ['none', '', ''],
  ['this site’s', "script-src 'self'; require-trusted-types-for 'script'", ''],
  [
    'a nonce',
    "script-src 'nonce-abc'; require-trusted-types-for 'script'; trusted-types 'none'",
    'nonce="abc"',
  ],
  [
    'strict-dynamic',
    "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
    'nonce="abc"',
  ],
];

for (const [name, policy, nonce] of POLICIES)
  test(`the rest comes and nothing is left of how it was asked for; policy: ${name}`, async ({
    page,
    site,
  }) => {
    const headers = {
      'Content-Security-Policy': policy,
      'Integrity-Policy': 'blocked-destinations=(script)',
    };
    for (const [file, body] of Object.entries(files)) site.serve(`/${file}`, { body });
    site.serve('/', {
      body: pageWith(
        '<h1>Original</h1>',
        `${nonce} crossorigin integrity="${integrityOf(files['selvedge.js'])}"`,
      ),
      headers,
    });
    await enter(page, site.origin);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Variant');
    expect(await eventNames(page)).toContain('page_view');
    await expect(page.locator('link')).toHaveCount(0);
    for (const name of ['later', 'show'])
      await expect.poll(() => site.requests.filter((one) => one.includes(`-${name}`))).toHaveLength(1);
    // whoever keeps the page as it is to be has come
    await page.evaluate((address) => import(address), addressOfShow(files));
    await page.evaluate(() => document.querySelector('h1')?.replaceWith(document.createElement('h1')));
    await expect(page.getByRole('heading')).toHaveAccessibleName('Variant');
  });

test('the listener comes where the visitor has refused, and another file in its place is not run', async ({
  page,
  site,
  guard,
}) => {
  for (const [file, body] of Object.entries(files)) site.serve(`/${file}`, body);
  site.serve('/', {
    body: pageWith('<h1>Original</h1>', `crossorigin integrity="${integrityOf(files['selvedge.js'])}"`),
    headers: { 'Integrity-Policy': 'blocked-destinations=(script)' },
  });
  await enter(page, site.origin);
  await page.evaluate(() => window.selvedge.optOut());
  site.requests.length = 0;
  await enter(page, site.origin);
  expect(askedFor(site)).toEqual(['listen']);
  await expect(page.locator('link')).toHaveCount(0);
  site.serve('/selvedge-listen.js', `window.isRun = true;${files['selvedge-listen.js']}`);
  guard.allow({ errors: /integrity/i });
  await enter(page, site.origin);
  expect(await page.evaluate(() => 'isRun' in window)).toBe(false);
  expect(askedFor(site).slice(1)).toEqual(['listen', 'later']);
});

for (const name of ['selvedge-later.js', 'selvedge-show.js'] as const)
  test(`another ${name} is not run: the page keeps what it shows, and is told`, async ({
    page,
    site,
    guard,
  }) => {
    for (const [file, body] of Object.entries(files)) site.serve(`/${file}`, { body });
    site.serve(`/${name}`, `window.isRun = true;${files[name]}`);
    site.serve('/', pageWith('<h1>Original</h1>'));
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    guard.allow({ errors: /integrity/i });
    await page.goto(site.origin);
    await expect.poll(() => said.join(' ')).toMatch(new RegExp(`${name}: .*belongs beside the tag`));
    expect(await page.evaluate(() => 'isRun' in window)).toBe(false);
    await expect(page.getByRole('heading')).toHaveAccessibleName('Variant');
    await expect(page.locator('link')).toHaveCount(0);
  });
