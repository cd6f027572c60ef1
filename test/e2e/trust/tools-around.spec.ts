// Consent tools beyond one page: around a frame, in several tabs, beside GPC, and against the visitor's word.

import type { Frame } from '@playwright/test';
import { readOver } from '../../support/element.ts';
import { call, enter, eventNames } from '../../support/page-api.ts';
import { pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { clear, config, goOn, implied, stand, TOOLS } from './tool-pages.ts';

test('a tag in a frame asks the consent tools of the page around it', async ({ page, site }) => {
  serveTag(site, config(implied));
  site.serve('/inner', pageWith('<h1>Inner</h1>'));
  site.serve('/empty', '<!doctype html><title>Empty</title>');
  const answer = (tool: string, asked: string) => `
    addEventListener('message', ({ data, source }) => {
      const call = data?.${tool}Call;
      if (call) (window.${tool})(call.command, ${asked} (returnValue, success) =>
        source.postMessage({ ${tool}Return: { returnValue, success, callId: call.callId } }, '*'));
    });`;
  for (const [name, head, act, first, end] of [
    [
      'TCF',
      `__tcfapi = cmp(tc('tcloaded', '156')); ${answer('__tcfapi', '2,')}`,
      `__tcfapi.say(tc('useractioncomplete'))`,
      'stored',
      'refusal',
    ],
    [
      'GPP',
      `__gpp = gpp(us({ SaleOptOut: 2 })); ${answer('__gpp', '')}`,
      `__gpp.say(us({ SaleOptOut: 1 }))`,
      'stored',
      'nothing',
    ],
  ] as const) {
    await clear(page, site);
    const tool = name === 'TCF' ? '__tcfapi' : '__gpp';
    site.serve(
      '/',
      `<!doctype html><title>Outer</title><script>${TOOLS}${head}</script><iframe name="${tool}Locator" hidden></iframe><iframe id="inner" src="/inner"></iframe>`,
    );
    await page.goto(site.origin);
    const inner = () => page.frames().find((frame) => frame.url().endsWith('/inner')) as Frame;
    await expect.poll(() => inner()?.evaluate(() => !!window.selvedge)).toBe(true);
    await expect.poll(() => stand(inner()), name).toBe(first);
    await page.evaluate(`${act};0`);
    await expect.poll(() => stand(inner()), name).toBe(end);
  }
});

test('a withdrawal in one tab is obeyed in all, and stays', async ({ context, site }) => {
  serveTag(site, config());
  site.serve(
    '/',
    pageWith('<h1>Home</h1>').replace(
      '<script',
      `<script>${TOOLS}__tcfapi = cmp(tc('tcloaded', '156'))</script><script`,
    ),
  );
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()] as const;
  for (const tab of tabs) {
    await enter(tab, site.origin);
    await expect.poll(() => stand(tab)).toBe('stored');
  }
  await tabs[1].evaluate(`__tcfapi.say(tc('useractioncomplete', '1'));0`);
  for (const tab of tabs) await expect.poll(() => stand(tab)).toBe('refusal');
  // the others' tools repeat what they had on file when they were loaded
  await tabs[0].evaluate(`__tcfapi.say(tc('useractioncomplete', '156'));0`);
  await tabs[2].evaluate(`__tcfapi = cmp(tc('tcloaded', '156'));0`);
  for (const tab of tabs) {
    await goOn(tab);
    expect(await stand(tab)).toBe('refusal');
  }
});

test('with GPC local, what happens is remembered and shown, and nobody is told', async ({
  context,
  page,
  site,
}) => {
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
  );
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  serveTag(site, { ...config({ consent: 'implied', gpc: 'local' }), measure: { ping: {} } });
  site.serve(
    '/',
    pageWith('<h1>Home</h1>').replace(
      '<script',
      `<script>window.told = []; for (const type of ['exposure', 'goal']) document.addEventListener('selvedge:' + type, () => told.push(type)); window.selvedge = { q: ['exposure', 'goal'].map((type) => ['on', type, () => told.push('on ' + type)]) };</script><script`,
    ),
  );
  await enter(page, site.origin);
  await call(page, 'track', 'share');
  await expect.poll(() => readOver(page, 'h1')).toContain('Changed');
  await expect
    .poll(() => eventNames(page))
    .toEqual(expect.arrayContaining(['page_view', 'exposure', 'share']));
  expect(await page.evaluate(() => window.told)).toEqual([]);
  await call(page, 'open');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('nothing leaves it or is counted')).toBeVisible();
  await expect(dialog.getByRole('switch', { name: /Count what works/ })).toBeDisabled();
  await expect(dialog.getByRole('switch', { name: /Remember me/ })).toBeChecked();
});

test('the mirror takes back what a tool, the site and the visitor denied', async ({ page, site }) => {
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  serveTag(site, config(implied));
  site.serve('/', pageWith('<h1>Home</h1>').replace('<script', `<script>${TOOLS}</script><script`));
  await enter(page, site.origin);
  await page.evaluate(
    `selvedge.consent('denied'); gtag('consent', 'update', personal('denied')); selvedge.optOut();0`,
  );
  await expect.poll(() => stand(page)).toBe('denial');
  await call(page, 'open');
  const remember = page.getByRole('switch', { name: /Remember me/ });
  await expect(remember).not.toBeChecked();
  await remember.click();
  await expect.poll(() => stand(page)).toBe('stored');
});
